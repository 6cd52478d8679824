package io.github.zsl4j.train.crossmodal;

import io.github.zsl4j.embedding.Similarity;
import io.github.zsl4j.train.gradient.Graph;
import io.github.zsl4j.train.gradient.Parameter;
import io.github.zsl4j.train.gradient.Variable;
import java.util.List;

/** What a method asks of the pairs of a batch. */
interface PairLoss {

    /** Parameters of the loss itself. */
    default List<Parameter> initial() {
        return List.of();
    }

    /** How pictures and texts are compared afterwards. */
    default Similarity similarity() {
        return Similarity.COSINE;
    }

    /**
     * The loss of a batch, a number.
     *
     * @param u pictures in the common space [b, e]
     * @param v the text of each [b, e]
     * @param same 1 where a picture and a text belong together, else 0 [b, b], symmetric
     */
    Variable of(Graph graph, Variable u, Variable v, Variable same);

    /** The cosine of each picture and each text [b, b]. */
    static Variable cosines(Variable u, Variable v) {
        return u.unitRows().times(v.unitRows().transposed());
    }
}
