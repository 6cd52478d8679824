package io.github.zsl4j.embedded;

import io.github.zsl4j.prototype.ClassDescription;
import io.github.zsl4j.text.lexicon.LabelReader;
import java.util.ArrayList;
import java.util.List;

/** Chooses what the text encoder reads for a label, and averages it. */
final class ClassTexts {

    private ClassTexts() {}

    /**
     * The name and its descriptions. Without descriptions, a label with one known part is described by the gloss of its
     * best sense.
     */
    static List<String> of(ClassDescription description, WeightedReading reading) {
        List<String> texts = new ArrayList<>();
        texts.add(reading.reading().name());
        description.texts().forEach(text -> texts.add(LabelReader.clean(text)));
        if (texts.size() == 1 && reading.weights().size() == 1) {
            texts.add(reading.reading()
                    .spans()
                    .get(0)
                    .senses()
                    .get(reading.best(0))
                    .synset()
                    .gloss());
        }
        return texts;
    }

    /** e(name) plus the mean of e(descriptions): the name weighs as much as all descriptions together. */
    static double[] average(float[][] vectors) {
        double[] sum = new double[vectors[0].length];
        for (int i = 0; i < vectors.length; i++) {
            double weight = i == 0 ? 1 : 1.0 / (vectors.length - 1);
            for (int j = 0; j < sum.length; j++) {
                sum[j] += weight * vectors[i][j];
            }
        }
        return sum;
    }
}
