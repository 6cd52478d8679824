package io.github.zsl4j.embedded;

import io.github.zsl4j.embedding.EmbeddingMatrix;
import io.github.zsl4j.embedding.EmbeddingSpace;
import io.github.zsl4j.explain.ClassReading;
import io.github.zsl4j.prototype.ClassDescription;
import io.github.zsl4j.prototype.ClassEncoder;
import io.github.zsl4j.prototype.Prototypes;
import io.github.zsl4j.text.TextEncoder;
import io.github.zsl4j.text.lexicon.LabelReader;
import io.github.zsl4j.text.lexicon.LabelReading;
import java.util.ArrayList;
import java.util.List;

/**
 * What the text network says of classes, for alignments to be trained on: the embedding of the name plus that of "name:
 * gloss", with WordNet's gloss of the best sense, or the mean of those of "name: description" if there are descriptions; at
 * length 1. A name that WordNet does not know stands alone. Immutable and thread-safe.
 *
 * @param own how the model reads the same labels
 */
record DescribedClasses(LabelReader reader, SenseWeights senses, TextEncoder text, ClassEncoder own)
        implements ClassEncoder {

    static final EmbeddingSpace SPACE = new EmbeddingSpace("all-MiniLM-L6-v2 of name and gloss", 384, "1");

    @Override
    public EmbeddingSpace space() {
        return SPACE;
    }

    @Override
    public Prototypes prototypes(List<ClassDescription> classes) {
        ClassDescription.requireDistinct(classes);
        List<LabelReading> read =
                classes.stream().map(c -> reader.read(c.label())).toList();
        List<WeightedReading> weighted = senses.weigh(read);
        float[] all = new float[Math.multiplyExact(classes.size(), SPACE.dimension())];
        for (int i = 0; i < classes.size(); i++) {
            float[] vector = vector(texts(classes.get(i), weighted.get(i)));
            System.arraycopy(vector, 0, all, i * vector.length, vector.length);
        }
        List<String> labels = classes.stream().map(ClassDescription::label).toList();
        return Prototypes.of(labels, EmbeddingMatrix.wrap(SPACE, all).unit());
    }

    private static List<String> texts(ClassDescription description, WeightedReading reading) {
        List<String> texts = new ArrayList<>(ClassTexts.of(description, reading));
        String name = texts.get(0);
        texts.replaceAll(text -> text.equals(name) ? text : name + ": " + text);
        return texts;
    }

    private float[] vector(List<String> texts) {
        EmbeddingMatrix encoded = text.encodeAll(texts);
        float[][] rows = new float[texts.size()][];
        for (int i = 0; i < rows.length; i++) {
            rows[i] = encoded.row(i).toArray();
        }
        double[] sum = ClassTexts.average(rows);
        float[] vector = new float[sum.length];
        for (int j = 0; j < vector.length; j++) {
            vector[j] = (float) sum[j];
        }
        return vector;
    }

    @Override
    public List<ClassReading> read(List<ClassDescription> classes) {
        return own.read(classes);
    }
}
