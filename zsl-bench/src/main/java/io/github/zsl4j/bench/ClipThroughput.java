package io.github.zsl4j.bench;

import io.github.zsl4j.ModelOptions;
import io.github.zsl4j.ZeroShot;
import io.github.zsl4j.vision.image.Pictures;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Pictures per second of a joint model, from file to ranking: {@code ClipThroughput MODEL FOLDER LABELS WORKERS PASSES
 * [ENGINE]}, where LABELS is a file with a label a line.
 */
public final class ClipThroughput {

    private ClipThroughput() {}

    /** @param args see above; the first pass warms up and is not counted */
    public static void main(String[] args) throws IOException {
        List<Path> files = Pictures.in(Path.of(args[1]));
        String[] labels = Files.readAllLines(Path.of(args[2])).toArray(String[]::new);
        ModelOptions options = ModelOptions.defaults().withWorkers(Integer.parseInt(args[3]));
        if (args.length > 5) {
            options = options.withEngine(args[5]);
        }
        try (var model = ZeroShot.load(Path.of(args[0]), options)) {
            var classifier = model.classifier(labels);
            Passes.print(classifier, files, Integer.parseInt(args[4]));
        }
    }
}
