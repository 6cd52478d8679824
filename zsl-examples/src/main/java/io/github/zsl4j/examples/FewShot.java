package io.github.zsl4j.examples;

import io.github.zsl4j.ImageClassifier;
import io.github.zsl4j.LabelledImage;
import io.github.zsl4j.ZeroShot;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The ways to learn from a few pictures of each class, side by side: {@code FewShot PHOTO FOLDER LABEL...}. The folder has a
 * subfolder of pictures for each class, named as the class; classes of which there are only labels may be added.
 */
public final class FewShot {

    private FewShot() {}

    /** @param args a picture, a folder of folders of pictures, more labels or none */
    public static void main(String[] args) {
        List<LabelledImage> examples = LabelledImage.inSubfoldersOf(Path.of(args[1]));
        String[] labels = Arrays.copyOfRange(args, 2, args.length);
        try (var model = ZeroShot.load()) {
            var fewShot = model.fewShot(examples); // the pictures are encoded once
            Map<String, ImageClassifier> ways = new LinkedHashMap<>();
            ways.put("means of the examples", fewShot.classifier());
            if (labels.length > 0) {
                ways.put("and labels", fewShot.with(labels).classifier());
            }
            ways.put("Tip-Adapter", fewShot.tipAdapter());
            ways.put("linear probe", fewShot.linearProbe());
            ways.forEach((way, classifier) -> {
                var best = classifier.classify(Path.of(args[0])).best();
                System.out.printf("%-22s %s (%.0f %%)%n", way, best.label(), 100 * best.probability());
            });
        }
    }
}
