package io.github.zsl4j.bench;

import io.github.zsl4j.ModelOptions;
import io.github.zsl4j.ZeroShot;
import io.github.zsl4j.classify.Ranking;
import io.github.zsl4j.vision.image.ImageSource;
import io.github.zsl4j.vision.image.Pictures;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Classifies small pictures for long and watches memory: {@code Soak MODEL FOLDER COUNT WORKERS [ENGINE]} prints the resident
 * memory of the process in MB at every tenth of the way, and at the end a digest of all answers, which must not depend on
 * the number of workers.
 */
public final class Soak {

    private static final String[] LABELS = {"cat", "dog", "rocket", "astronaut", "cup of coffee", "flower"};

    private Soak() {}

    /** @param args see above */
    public static void main(String[] args) throws IOException {
        List<byte[]> pictures = new ArrayList<>();
        for (Path file : Pictures.in(Path.of(args[1]))) {
            pictures.add(Files.readAllBytes(file));
        }
        int count = Integer.parseInt(args[2]);
        ModelOptions options = ModelOptions.defaults().withWorkers(Integer.parseInt(args[3]));
        if (args.length > 4) {
            options = options.withEngine(args[4]);
        }
        try (var model = ZeroShot.load(Path.of(args[0]), options)) {
            var classifier = model.classifier(LABELS);
            int digest = 0;
            int done = 0;
            try (var outcomes = classifier.classifyEach(IntStream.range(0, count)
                    .mapToObj(i -> ImageSource.of(pictures.get(i % pictures.size()), "picture " + i)))) {
                for (var all = outcomes.iterator(); all.hasNext(); ) {
                    digest = 31 * digest + digest(all.next().value());
                    if (++done % (count / 10) == 0) {
                        System.out.println(done + " " + residentMegabytes());
                    }
                }
            }
            System.out.println("digest " + digest);
        }
    }

    private static int digest(Ranking ranking) {
        return ranking.entries().hashCode();
    }

    private static long residentMegabytes() throws IOException {
        return Files.readAllLines(Path.of("/proc/self/status")).stream()
                .filter(line -> line.startsWith("VmRSS:"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024)
                .findFirst()
                .orElse(-1);
    }
}
