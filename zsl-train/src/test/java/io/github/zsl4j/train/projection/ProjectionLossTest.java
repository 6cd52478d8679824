package io.github.zsl4j.train.projection;

import static io.github.zsl4j.train.projection.ProjectionLoss.COSINE;
import static io.github.zsl4j.train.projection.ProjectionLoss.MEAN_SQUARED_ERROR;

import io.github.zsl4j.train.LossCheck;
import io.github.zsl4j.train.Reference;
import io.github.zsl4j.train.TrainingOptions;
import io.github.zsl4j.train.gradient.Pictures;
import org.junit.jupiter.api.Test;

/** Each control, which lacks what makes the method what it is, gives another loss. */
class ProjectionLossTest {

    private static final Pictures PICTURES = new Pictures(Reference.training());
    private static final TrainingOptions OPTIONS = TrainingOptions.of(1);

    private static void check(String name, int hidden, ProjectionLoss loss, Destination destination) {
        LossCheck.check(name, ProjectionModel.of(PICTURES, hidden, loss, destination));
    }

    @Test
    void isThatOfPyTorchForMapsToSemantics() {
        check("linear-mse", 0, MEAN_SQUARED_ERROR, Destination.semantics());
        check("linear-cosine", 0, COSINE, Destination.semantics());
        check("converter-mse", 32, MEAN_SQUARED_ERROR, Destination.semantics());
        check("converter-cosine", 32, COSINE, Destination.semantics());
    }

    @Test
    void isThatOfPyTorchForMapsToACommonSpace() {
        check("linear-common-mse", 0, MEAN_SQUARED_ERROR, Destination.common(12));
        check("linear-common-cosine", 0, COSINE, Destination.common(12));
        check("converter-common-cosine", 32, COSINE, Destination.common(12));
    }

    @Test
    void isThatOfPyTorchForDem() {
        LossCheck.check("dem", DemModel.of(PICTURES, new Dem(32, true, OPTIONS)));
    }

    @Test
    void isThatOfPyTorchForClassNormalization() {
        check("class-normalization", false);
        check("class-normalization-relu", true);
    }

    private static void check(String name, boolean nonNegative) {
        LossCheck.check(
                name, ClassNormalizationModel.of(PICTURES, new ClassNormalization(32, 5, nonNegative, OPTIONS)));
    }
}
