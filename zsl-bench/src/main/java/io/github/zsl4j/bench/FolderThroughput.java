package io.github.zsl4j.bench;

import io.github.zsl4j.ModelOptions;
import io.github.zsl4j.Outcome;
import io.github.zsl4j.ZeroShot;
import io.github.zsl4j.classify.Ranking;
import io.github.zsl4j.vision.image.ImageSource;
import io.github.zsl4j.vision.image.Pictures;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Pictures per second over a folder, from file to ranking: {@code FolderThroughput FOLDER WORKERS PASSES}. */
public final class FolderThroughput {

    private FolderThroughput() {}

    /** @param args folder, number of workers, number of passes; the first pass warms up and is not counted */
    public static void main(String[] args) {
        List<Path> files = Pictures.in(Path.of(args[0]));
        int workers = Integer.parseInt(args[1]);
        try (var model = ZeroShot.load(ModelOptions.defaults().withWorkers(workers))) {
            var classifier = model.classifier("cat", "dog", "motorcycle", "temple", "flower", "rocket", "coffee");
            for (int pass = 0; pass < Integer.parseInt(args[2]); pass++) {
                long start = System.nanoTime();
                long done;
                try (Stream<Outcome<Ranking>> outcomes =
                        classifier.classifyEach(files.stream().map(ImageSource::of))) {
                    done = outcomes.filter(Outcome::isSuccess).count();
                }
                if (pass > 0) {
                    System.out.println(done / ((System.nanoTime() - start) / 1e9));
                }
            }
        }
    }
}
