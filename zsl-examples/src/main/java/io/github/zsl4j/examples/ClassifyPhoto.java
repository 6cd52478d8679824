package io.github.zsl4j.examples;

import io.github.zsl4j.ZeroShot;
import io.github.zsl4j.classify.Ranking;
import java.nio.file.Path;
import java.util.Arrays;

/** Ranks labels for one photograph: {@code ClassifyPhoto photo.jpg cat dog "espresso cup"}. */
public final class ClassifyPhoto {

    private ClassifyPhoto() {}

    /** @param args the picture, then the labels */
    public static void main(String[] args) {
        String[] labels = Arrays.copyOfRange(args, 1, args.length);
        try (var model = ZeroShot.load()) {
            var classifier = model.classifier(labels);
            Ranking ranking = classifier.classify(Path.of(args[0]));
            for (Ranking.Entry entry : ranking.entries()) {
                System.out.printf("%-20s %5.1f %%%n", entry.label(), 100 * entry.probability());
            }
        }
    }
}
