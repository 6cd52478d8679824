package io.github.zsl4j.protocol;

import io.github.zsl4j.align.AlignmentTrainer;
import io.github.zsl4j.align.Kernel;
import io.github.zsl4j.align.ScaledTrainer;
import io.github.zsl4j.align.Scaling;
import io.github.zsl4j.align.ZeroShotTrainer;
import io.github.zsl4j.align.closedform.Cca;
import io.github.zsl4j.align.closedform.ConSE;
import io.github.zsl4j.align.closedform.Dap;
import io.github.zsl4j.align.closedform.Eszsl;
import io.github.zsl4j.align.closedform.Iap;
import io.github.zsl4j.align.closedform.KernelEszsl;
import io.github.zsl4j.align.closedform.KernelRidge;
import io.github.zsl4j.align.closedform.ReverseRidge;
import io.github.zsl4j.align.closedform.Ridge;
import io.github.zsl4j.align.closedform.Sae;
import io.github.zsl4j.align.closedform.Sync;
import io.github.zsl4j.embedding.Similarity;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.DoubleFunction;
import java.util.stream.DoubleStream;

/**
 * The methods in closed form, on features less their mean at length 1 and semantics less their mean. Nothing in them is left to
 * chance.
 */
public final class ClosedFormMethods implements MethodProvider {

    /** Ridges for features of length 1. */
    private static final double[] RIDGES = {1, 0.1, 0.3, 3, 10, 30};

    /** Of regressions: figures do not change in the third digit below it. */
    private static final double QUICK = 1e-4;

    @Override
    public List<Method> methods(long seed) {
        return List.of(
                scaled("ridge", RIDGES, Ridge::new),
                scaled(
                        "reverse-ridge",
                        new double[] {1, 0.1, 0.3, 3},
                        lambda -> new ReverseRidge(lambda, ReverseRidge.Weights.CLASSES)),
                scaled(
                        "kernel-ridge",
                        new double[] {0.2, 0.1, 0.15, 0.3, 0.5},
                        width -> new KernelRidge(cosine(width), 1)),
                scaled("eszsl", new double[] {1, 10, 100}, alpha -> new Eszsl(alpha, 1)),
                new Method("kernel-eszsl", List.of(scaled(kernelEszsl()))),
                scaled(
                        "sae",
                        new double[] {1, 0.01, 0.1, 10, 100},
                        lambda -> new Sae(lambda, Sae.Decoder.FEATURES_TO_SEMANTICS)),
                scaled(
                        "sae-features",
                        new double[] {1, 0.01, 0.1, 10, 100},
                        lambda -> new Sae(lambda, Sae.Decoder.SEMANTICS_TO_FEATURES)),
                scaled("cca", new double[] {1, 0.1, 0.3, 3}, share -> new Cca(share, 0, 1)),
                scaled("conse", new double[] {0.1, 1}, penalty -> new ConSE(penalty, QUICK, 10)),
                scaled("dap", new double[] {1}, penalty -> new Dap(penalty, QUICK, OptionalDouble.empty())),
                scaled("iap", new double[] {0.1}, penalty -> new Iap(penalty, QUICK, OptionalDouble.empty())),
                new Method("sync", sync()));
    }

    /** On semantics of length 1. */
    private static List<ZeroShotTrainer> sync() {
        List<ZeroShotTrainer> candidates = new ArrayList<>();
        for (double sigma : new double[] {0.8, 0.6, 0.4}) {
            for (double lambda : new double[] {1, 3, 10, 30}) {
                candidates.add(new ScaledTrainer(
                        new Sync(sigma, lambda, Similarity.COSINE), Scaling.CENTRE_UNIT, Scaling.CENTRE_UNIT, false));
            }
        }
        return candidates;
    }

    private static Kernel cosine(double width) {
        return new Kernel(Kernel.Kind.COSINE, width);
    }

    private static KernelEszsl kernelEszsl() {
        return new KernelEszsl(new KernelEszsl.Side(cosine(0.3), 0.3), new KernelEszsl.Side(cosine(0.2), 0.1));
    }

    private static AlignmentTrainer scaled(AlignmentTrainer trainer) {
        return new ScaledTrainer(trainer, Scaling.CENTRE_UNIT, Scaling.CENTRE, true);
    }

    private static Method scaled(String name, double[] values, DoubleFunction<AlignmentTrainer> trainer) {
        return new Method(
                name,
                DoubleStream.of(values)
                        .<ZeroShotTrainer>mapToObj(value -> scaled(trainer.apply(value)))
                        .toList());
    }
}
