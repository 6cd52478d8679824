package io.github.zsl4j.train.gradient;

import io.github.zsl4j.align.SemanticAlignment;
import java.util.List;
import java.util.Random;

/** What a method learns that brings features and semantics together: its parameters, its loss, and what they come to. */
public interface SemanticModel {

    /** The parameters that training begins with. */
    List<Parameter> initial(Random random);

    /** The loss of a batch, a number. */
    Variable loss(Graph graph, Batch batch);

    /** What the parameters are good for. */
    SemanticAlignment alignment(Trained trained);

    /**
     * How many items an epoch has.
     *
     * @param pictures that are trained with
     */
    default int items(int pictures) {
        return pictures;
    }
}
