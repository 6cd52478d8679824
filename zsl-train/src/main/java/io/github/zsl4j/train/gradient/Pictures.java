package io.github.zsl4j.train.gradient;

import io.github.zsl4j.align.TrainingSet;
import io.github.zsl4j.embedding.EmbeddingMatrix;
import java.util.Arrays;

/**
 * Training data as steps need it.
 *
 * @param examples of all steps
 */
public record Pictures(TrainingSet examples) {

    /** The features of some pictures [b, d]. */
    public Variable features(Graph graph, int[] rows) {
        return select(graph, examples.features(), rows);
    }

    /** The semantics of the class of each of some pictures [b, a]. */
    public Variable semanticsOf(Graph graph, int[] rows) {
        return select(
                graph,
                examples.semantics(),
                Arrays.stream(rows).map(examples::label).toArray());
    }

    /** The semantics of all classes [c, a]. */
    public Variable semantics(Graph graph) {
        return graph.constant(
                examples.semantics().dimension(), examples.semantics().toArray());
    }

    /** The semantics of some classes [b, a]. */
    public Variable semantics(Graph graph, int[] classes) {
        return select(graph, examples.semantics(), classes);
    }

    /** 1 where a picture is of a class, else 0 [b, c]. */
    public Variable isOf(Graph graph, int[] rows) {
        int c = examples.classes();
        float[] values = new float[Math.multiplyExact(rows.length, c)];
        for (int i = 0; i < rows.length; i++) {
            values[i * c + examples.label(rows[i])] = 1;
        }
        return graph.constant(c, values);
    }

    private static Variable select(Graph graph, EmbeddingMatrix vectors, int[] rows) {
        int d = vectors.dimension();
        float[] values = new float[Math.multiplyExact(rows.length, d)];
        for (int i = 0; i < rows.length; i++) {
            vectors.copyRow(rows[i], values, i * d);
        }
        return graph.constant(d, values);
    }
}
