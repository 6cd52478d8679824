package io.github.zsl4j.text.prompt;

import io.github.zsl4j.embedding.EmbeddingMatrix;
import io.github.zsl4j.embedding.Encoder;
import io.github.zsl4j.prototype.ClassDescription;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Which texts are to be encoded, and what each is part of. A class has a part for its name and one for each description, in
 * this order; the parts of all classes are numbered through.
 */
final class PromptPlan {

    /** Large enough for an encoder to sort texts by length, small enough for its vectors to take little memory. */
    private static final int CHUNK = 1024;

    /** The parts that a text belongs to, once for every time that it comes. */
    private final Map<String, int[]> uses = new LinkedHashMap<>();

    /** The label of the class of every part. */
    private final List<String> labels = new ArrayList<>();

    PromptPlan(List<ClassDescription> classes, PromptTemplates templates) {
        for (ClassDescription description : classes) {
            addPart(description.label(), templates.fill(description.label()));
            description.texts().forEach(text -> addPart(description.label(), List.of(text)));
        }
    }

    private void addPart(String label, List<String> texts) {
        int part = labels.size();
        labels.add(label);
        for (String text : texts) {
            uses.merge(text, new int[] {part}, PromptPlan::concat);
        }
    }

    private static int[] concat(int[] a, int[] b) {
        return IntStream.concat(IntStream.of(a), IntStream.of(b)).toArray();
    }

    /** The mean of the unit vectors of each part's texts. */
    UnitMeans encode(Encoder<String> encoder, EncodingProgress progress) {
        List<String> texts = List.copyOf(uses.keySet());
        UnitMeans means = new UnitMeans(labels, encoder.space().dimension());
        for (int from = 0; from < texts.size(); from += CHUNK) {
            int to = Math.min(from + CHUNK, texts.size());
            add(texts.subList(from, to), encoder, means);
            progress.encoded(to, texts.size());
        }
        return means;
    }

    private void add(List<String> texts, Encoder<String> encoder, UnitMeans means) {
        EmbeddingMatrix vectors = encoder.encodeAll(texts);
        for (int i = 0; i < texts.size(); i++) {
            double[] unit = UnitMeans.normalised(vectors.row(i).toArray());
            for (int part : uses.get(texts.get(i))) {
                means.add(part, 1, unit);
            }
        }
    }
}
