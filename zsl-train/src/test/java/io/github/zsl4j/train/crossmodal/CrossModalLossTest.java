package io.github.zsl4j.train.crossmodal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.google.gson.JsonObject;
import io.github.zsl4j.train.LossCheck;
import io.github.zsl4j.train.Reference;
import io.github.zsl4j.train.crossmodal.Matching.MatchingLoss;
import io.github.zsl4j.train.crossmodal.Triplet.Negatives;
import io.github.zsl4j.train.gradient.Batch;
import io.github.zsl4j.train.gradient.Gradients;
import io.github.zsl4j.train.gradient.Parameter;
import io.github.zsl4j.train.gradient.Pictures;
import io.github.zsl4j.train.projection.ProjectionLoss;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Losses and gradients are PyTorch's; each control, which lacks what makes the method what it is, gives another loss. */
class CrossModalLossTest {

    private static final JsonObject GOLDENS =
            Reference.json("crossmodal_goldens.json").getAsJsonObject("losses");
    private static final Head ONE = Head.linear();
    private static final Head TWO = Head.twoLayers(32);

    private static void check(String name, Heads heads, PairLoss loss) {
        PairModel model = PairModel.of(new Pictures(Reference.training()), heads, loss);
        LossCheck.check(GOLDENS.getAsJsonObject(name), gradients(model, batch()));
    }

    private static Gradients gradients(PairModel model, int... rows) {
        List<Parameter> parameters = LossCheck.parameters(model.initial(new Random(0)));
        return Gradients.of(parameters, graph -> model.loss(graph, new Batch(rows, new Random(0))));
    }

    private static int[] batch() {
        int n = Reference.SEEN * Reference.TRAIN;
        return IntStream.range(0, (n + 6) / 7).map(i -> 7 * i).toArray();
    }

    @Test
    void isThatOfPyTorchForInfoNce() {
        check("info-nce", Heads.both(ONE, 12), new InfoNceLoss(0.5, true));
        check("info-nce-two-layers", Heads.both(TWO, 12), new InfoNceLoss(0.07, true));
        check("info-nce-fixed", Heads.both(ONE, 12), new InfoNceLoss(0.07, false));
    }

    @Test
    void isThatOfPyTorchForTriplets() {
        check("triplet", Heads.both(ONE, 12), new TripletLoss(0.2, Negatives.HARDEST));
        check("triplet-all", Heads.both(ONE, 12), new TripletLoss(0.2, Negatives.ALL));
    }

    @Test
    void isThatOfPyTorchForMatching() {
        check("matching-cosine", new Heads(ONE, ONE.residual(), 10), new MatchingLoss(ProjectionLoss.COSINE));
        check(
                "matching-mse",
                new Heads(TWO.residual(), Head.identity(), 10),
                new MatchingLoss(ProjectionLoss.MEAN_SQUARED_ERROR));
    }

    @Test
    void isThatOfPyTorchForResidualsOfTheRest() {
        check("rest", new Heads(ONE.residualOfRest(), ONE, 6), new InfoNceLoss(0.07, true));
        check(
                "rest-two-layers",
                new Heads(TWO.residualOfRest(), TWO.residual(), 6),
                new TripletLoss(0.2, Negatives.HARDEST));
    }

    /** Below 0.01, where it begins here, the temperature has no gradient. */
    @Test
    void doesNotCoolTheTemperatureBelowItsLimit() {
        PairModel model = PairModel.of(
                new Pictures(Reference.training()), Heads.both(ONE, 12), new InfoNceLoss(InfoNceLoss.COLDEST, true));
        List<Parameter> parameters = LossCheck.parameters(model.initial(new Random(0)));
        parameters.get(4).values()[0] = 0.5f;
        Gradients limited = Gradients.of(parameters, graph -> model.loss(graph, new Batch(batch(), new Random(0))));
        parameters.get(4).values()[0] = 3;
        Gradients more = Gradients.of(parameters, graph -> model.loss(graph, new Batch(batch(), new Random(0))));
        assertThat(more.loss()).isCloseTo(limited.loss(), within(1e-5 * limited.loss()));
        assertThat(more.values().get(4)[0]).isZero();
    }
}
