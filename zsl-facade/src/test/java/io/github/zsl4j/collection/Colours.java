package io.github.zsl4j.collection;

import io.github.zsl4j.ModelOptions;
import io.github.zsl4j.ZeroShotModel;
import io.github.zsl4j.embedding.Similarity;
import io.github.zsl4j.retrieve.ExactIndex;
import io.github.zsl4j.retrieve.Hit;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import javax.imageio.ImageIO;

/** A folder of one-coloured pictures with an index, and what happens when it is indexed. */
final class Colours {

    final Path folder;
    final ColourModel colours = new ColourModel();
    final ZeroShotModel model =
            ZeroShotModel.of(colours, ModelOptions.defaults().withWorkers(2));
    final ExactIndex<String> index = ExactIndex.of(ColourModel.SPACE, Similarity.COSINE);
    IndexingOptions options = IndexingOptions.defaults();

    Colours(Path folder) {
        this.folder = folder;
    }

    Path paint(String name, int rgb) throws IOException {
        BufferedImage image = new BufferedImage(2, 2, BufferedImage.TYPE_INT_RGB);
        image.setRGB(0, 0, rgb);
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        ImageIO.write(image, "png", file.toFile());
        return file;
    }

    /** The time of a file, in minutes after some moment. */
    static void touch(Path file, int minutes) throws IOException {
        Files.setLastModifiedTime(
                file, FileTime.from(Instant.parse("2026-01-01T00:00:00Z").plusSeconds(60L * minutes)));
    }

    PictureIndexer indexer() {
        return new PictureIndexer(model, index, options);
    }

    IndexingReport index(Path... files) {
        return indexer().index(List.of(files), IndexingListener.NONE);
    }

    /** As many pictures as were encoded since the last call. */
    int encoded() {
        return colours.encoded.getAndSet(0);
    }

    /** The files' names of what is found. */
    static List<String> names(List<Hit<String>> hits) {
        return hits.stream().map(hit -> hit.fields().get("name")).toList();
    }
}
