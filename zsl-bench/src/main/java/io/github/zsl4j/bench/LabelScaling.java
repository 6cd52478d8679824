package io.github.zsl4j.bench;

import io.github.zsl4j.ImageClassifier;
import io.github.zsl4j.ModelOptions;
import io.github.zsl4j.ZeroShot;
import io.github.zsl4j.ZeroShotModel;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;

/** Time to build a classifier, and time per picture, for 10 and for 1,000 labels: {@code LabelScaling WORDS PHOTO}. */
public final class LabelScaling {

    private static final int PICTURES = 200;

    private LabelScaling() {}

    /**
     * @param args a file with at least 1,000 lines, a label in each, and a photograph
     * @throws java.io.IOException if the file cannot be read
     */
    public static void main(String[] args) throws java.io.IOException {
        List<String> words = java.nio.file.Files.readAllLines(Path.of(args[0]));
        try (var model = ZeroShot.load(ModelOptions.defaults())) {
            ImageClassifier few = build(model, words, 10);
            ImageClassifier many = build(model, words, 1000);
            Path photo = Path.of(args[1]);
            millis(few, photo);
            millis(many, photo);
            // In turn, so that a machine that slows down slows both.
            for (int i = 0; i < 5; i++) {
                System.out.println("10 " + millis(few, photo));
                System.out.println("1000 " + millis(many, photo));
            }
        }
    }

    private static ImageClassifier build(ZeroShotModel model, List<String> words, int count) {
        long start = System.nanoTime();
        ImageClassifier classifier = model.classifier(words.subList(0, count).toArray(String[]::new));
        System.out.println("build-" + count + " " + (System.nanoTime() - start) / 1e6);
        return classifier;
    }

    private static double millis(ImageClassifier classifier, Path photo) {
        long start = System.nanoTime();
        IntStream.range(0, PICTURES).forEach(i -> classifier.classify(photo));
        return (System.nanoTime() - start) / 1e6 / PICTURES;
    }
}
