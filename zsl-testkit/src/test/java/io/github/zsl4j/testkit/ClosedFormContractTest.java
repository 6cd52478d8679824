package io.github.zsl4j.testkit;

import io.github.zsl4j.align.AlignmentTrainer;
import io.github.zsl4j.align.Kernel;
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
import io.github.zsl4j.align.closedform.SemanticSimilarity;
import io.github.zsl4j.align.closedform.Sync;
import io.github.zsl4j.embedding.Similarity;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Nested;

/** Every method in closed form keeps the contract. */
class ClosedFormContractTest {

    @Nested
    class OfRidge extends AlignmentTrainerContract {
        @Override
        protected AlignmentTrainer trainer() {
            return new Ridge(0.1);
        }
    }

    @Nested
    class OfEszsl extends AlignmentTrainerContract {
        @Override
        protected AlignmentTrainer trainer() {
            return new Eszsl(0.1, 0.1);
        }
    }

    @Nested
    class OfReverseRidge extends AlignmentTrainerContract {
        @Override
        protected AlignmentTrainer trainer() {
            return new ReverseRidge(0.1);
        }
    }

    @Nested
    class OfReverseRidgeOverPictures extends AlignmentTrainerContract {
        @Override
        protected AlignmentTrainer trainer() {
            return new ReverseRidge(0.1, ReverseRidge.Weights.PICTURES);
        }
    }

    @Nested
    class OfKernelRidge extends AlignmentTrainerContract {
        @Override
        protected AlignmentTrainer trainer() {
            return new KernelRidge(new Kernel(Kernel.Kind.COSINE, 1), 0.01);
        }
    }

    @Nested
    class OfKernelRidgeWithGaussians extends AlignmentTrainerContract {
        @Override
        protected AlignmentTrainer trainer() {
            return new KernelRidge(new Kernel(Kernel.Kind.GAUSSIAN, 10), 0.01);
        }
    }

    @Nested
    class OfKernelEszsl extends AlignmentTrainerContract {
        @Override
        protected AlignmentTrainer trainer() {
            KernelEszsl.Side side = new KernelEszsl.Side(new Kernel(Kernel.Kind.COSINE, 1), 0.01);
            return new KernelEszsl(side, side);
        }
    }

    @Nested
    class OfSaeToSemantics extends AlignmentTrainerContract {
        @Override
        protected AlignmentTrainer trainer() {
            return new Sae(1, Sae.Decoder.FEATURES_TO_SEMANTICS);
        }
    }

    @Nested
    class OfSaeToFeatures extends AlignmentTrainerContract {
        @Override
        protected AlignmentTrainer trainer() {
            return new Sae(1, Sae.Decoder.SEMANTICS_TO_FEATURES);
        }
    }

    @Nested
    class OfCca extends AlignmentTrainerContract {
        @Override
        protected AlignmentTrainer trainer() {
            return new Cca(0.01, 0, 0);
        }
    }

    @Nested
    class OfConSEOfAll extends AlignmentTrainerContract {
        @Override
        protected AlignmentTrainer trainer() {
            return new ConSE(1, 1000);
        }

        @Override
        protected LinearWorld world() {
            return LinearWorld.of(48, 40, 1);
        }
    }

    @Nested
    class OfConSEOfTen extends AlignmentTrainerContract {
        @Override
        protected AlignmentTrainer trainer() {
            return new ConSE(1, 10);
        }

        @Override
        protected LinearWorld world() {
            return LinearWorld.of(48, 40, 1);
        }
    }

    @Nested
    class OfDap extends AlignmentTrainerContract {
        @Override
        protected AlignmentTrainer trainer() {
            return new Dap(1);
        }
    }

    @Nested
    class OfDapAtZero extends AlignmentTrainerContract {
        @Override
        protected AlignmentTrainer trainer() {
            return new Dap(1, OptionalDouble.of(0));
        }
    }

    @Nested
    class OfIap extends AlignmentTrainerContract {
        @Override
        protected AlignmentTrainer trainer() {
            return new Iap(1);
        }

        @Override
        protected LinearWorld world() {
            return LinearWorld.of(48, 40, 1);
        }

        /** Measured 0.9: what a picture has is only known through the seen classes that it is like. */
        @Override
        protected double unseenAccuracy() {
            return 0.85;
        }
    }

    @Nested
    class OfSync extends AlignmentTrainerContract {
        @Override
        protected AlignmentTrainer trainer() {
            return new Sync(5, 0.1);
        }
    }

    /** The methods that do not learn, where features and semantics are alike from the beginning. */
    abstract static class OfSimilarity extends AlignmentTrainerContract {
        @Override
        protected LinearWorld world() {
            return LinearWorld.joint(16, 1);
        }
    }

    @Nested
    class OfCosine extends OfSimilarity {
        @Override
        protected AlignmentTrainer trainer() {
            return new SemanticSimilarity(Similarity.COSINE);
        }
    }

    @Nested
    class OfDistance extends OfSimilarity {
        @Override
        protected AlignmentTrainer trainer() {
            return new SemanticSimilarity(Similarity.NEGATIVE_SQUARED_EUCLIDEAN);
        }
    }

    @Nested
    class OfDot extends OfSimilarity {
        @Override
        protected AlignmentTrainer trainer() {
            return new SemanticSimilarity(Similarity.DOT);
        }
    }
}
