package io.github.zsl4j.bench;

import io.github.zsl4j.ModelOptions;
import io.github.zsl4j.ZeroShot;
import io.github.zsl4j.vision.image.Pictures;
import java.nio.file.Path;
import java.util.List;

/** Pictures per second over a folder, from file to ranking: {@code FolderThroughput FOLDER WORKERS PASSES}. */
public final class FolderThroughput {

    private FolderThroughput() {}

    /** @param args folder, number of workers, number of passes; the first pass warms up and is not counted */
    public static void main(String[] args) {
        List<Path> files = Pictures.in(Path.of(args[0]));
        int workers = Integer.parseInt(args[1]);
        try (var model = ZeroShot.load(ModelOptions.defaults().withWorkers(workers))) {
            var classifier = model.classifier("cat", "dog", "motorcycle", "temple", "flower", "rocket", "coffee");
            Passes.print(classifier, files, Integer.parseInt(args[2]));
        }
    }
}
