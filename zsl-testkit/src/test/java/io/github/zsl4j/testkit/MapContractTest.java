package io.github.zsl4j.testkit;

import io.github.zsl4j.align.Alignment;
import io.github.zsl4j.align.AlignmentChain;
import io.github.zsl4j.align.FunctionAlignment;
import io.github.zsl4j.align.IdentityAlignment;
import io.github.zsl4j.align.Kernel;
import io.github.zsl4j.align.KernelAlignment;
import io.github.zsl4j.align.RowFunction;
import io.github.zsl4j.align.ScalingAlignment;
import io.github.zsl4j.align.TopAlignment;
import io.github.zsl4j.embedding.EmbeddingMatrix;
import io.github.zsl4j.embedding.EmbeddingSpace;
import java.util.Random;
import org.junit.jupiter.api.Nested;

/** The maps that fitted alignments are made of. */
class MapContractTest {

    private static final EmbeddingSpace FROM = EmbeddingSpace.of("from", 13);
    private static final EmbeddingSpace TO = EmbeddingSpace.of("to", 13);

    private static float[] random(int size) {
        Random random = new Random(size);
        float[] values = new float[size];
        for (int i = 0; i < size; i++) {
            values[i] = (float) random.nextGaussian();
        }
        return values;
    }

    @Nested
    class Scaling extends AlignmentContract {
        @Override
        protected Alignment alignment() {
            return ScalingAlignment.of(FROM, TO, random(13), random(13));
        }
    }

    @Nested
    class Function extends AlignmentContract {
        @Override
        protected Alignment alignment() {
            return FunctionAlignment.of(FROM, RowFunction.TANH);
        }
    }

    @Nested
    class OfWholeVectors extends AlignmentContract {
        @Override
        protected Alignment alignment() {
            return FunctionAlignment.of(FROM, RowFunction.SOFTMAX);
        }
    }

    @Nested
    class Likeness extends AlignmentContract {
        @Override
        protected Alignment alignment() {
            return KernelAlignment.of(EmbeddingMatrix.of(FROM, random(5 * 13)), new Kernel(Kernel.Kind.GAUSSIAN, 3));
        }
    }

    @Nested
    class Top extends AlignmentContract {
        @Override
        protected Alignment alignment() {
            return TopAlignment.of(FROM, 4);
        }
    }

    @Nested
    class Identity extends AlignmentContract {
        @Override
        protected Alignment alignment() {
            return new IdentityAlignment(FROM, TO);
        }
    }

    @Nested
    class Chain extends AlignmentContract {
        @Override
        protected Alignment alignment() {
            return AlignmentChain.of(
                    ScalingAlignment.of(FROM, TO, random(13), random(13)),
                    FunctionAlignment.of(TO, RowFunction.LEAKY_RELU));
        }
    }
}
