package io.github.zsl4j.embedding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.ServiceConfigurationError;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class KernelsTest {

    /** As {@link ColumnKernel}, but of another name, with rows that are too long and hold nonsense beyond the width. */
    private record Named(String name, Optional<String> obstacle) implements BlockKernel {

        Named(String name) {
            this(name, Optional.empty());
        }

        @Override
        public Block pack(float[] rows, int dimension) {
            return BlockKernel.plain().pack(rows, dimension);
        }

        @Override
        public Sums products(float[] queries, int dimension) {
            return longer(BlockKernel.plain().products(queries, dimension));
        }

        @Override
        public Sums negativeSquaredDistances(float[] queries, int dimension) {
            return longer(BlockKernel.plain().negativeSquaredDistances(queries, dimension));
        }

        private static Sums longer(Sums sums) {
            return block -> {
                float[][] rows = sums.of(block).clone();
                for (int i = 0; i < rows.length; i++) {
                    int width = rows[i].length;
                    rows[i] = Arrays.copyOf(rows[i], width + 3);
                    rows[i][width] = Float.NaN;
                    rows[i][width + 1] = Float.MAX_VALUE;
                }
                return rows;
            };
        }
    }

    private static final BlockKernel AWAY = new Named("away", Optional.of("it is away"));
    private static final BlockKernel FIRST = new Named("first");
    private static final BlockKernel SECOND = new Named("second");

    private static BlockKernel choose(String wanted, BlockKernel... found) {
        return Kernels.choose(List.of(found).iterator(), wanted);
    }

    @Test
    void choosesTheFirstThatIsAvailable() {
        assertThat(choose("", AWAY, FIRST, SECOND)).isSameAs(FIRST);
        assertThat(choose("", AWAY)).isSameAs(BlockKernel.plain());
        assertThat(choose("")).isSameAs(BlockKernel.plain());
        assertThat(BlockKernel.chosen()).isSameAs(BlockKernel.plain());
    }

    @Test
    void choosesByName() {
        assertThat(choose("second", AWAY, FIRST, SECOND)).isSameAs(SECOND);
        assertThat(choose("columns", FIRST)).isSameAs(BlockKernel.plain());
        assertThat(BlockKernel.plain().name()).isEqualTo("columns");
    }

    @Test
    void refusesAWantedOneThatIsNotThere() {
        assertThatThrownBy(() -> choose("third", FIRST))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("zsl4j.kernel=third")
                .hasMessageContaining("columns");
        assertThatThrownBy(() -> choose("away", AWAY, FIRST))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("it is away");
    }

    /** Fails at the first, as an iterator of services does whose class cannot be loaded. */
    private static final class Failing implements Iterator<BlockKernel> {

        private int asked;
        private final int failures;

        Failing(int failures) {
            this.failures = failures;
        }

        @Override
        public boolean hasNext() {
            return true;
        }

        @Override
        public BlockKernel next() {
            if (asked++ < failures) {
                throw new ServiceConfigurationError("cannot be loaded");
            }
            return FIRST;
        }
    }

    @Test
    void leavesOutWhatCannotBeLoaded() {
        assertThat(Kernels.choose(new Failing(1), "")).isSameAs(FIRST);
        assertThat(Kernels.choose(new Failing(Integer.MAX_VALUE), "")).isSameAs(BlockKernel.plain());
    }

    @ParameterizedTest
    @EnumSource
    void readsNothingBeyondABlocksWidth(Similarity similarity) {
        Random random = new Random(2);
        EmbeddingMatrix all = EmbeddingMatrix.wrap(EmbeddingSpace.of("s", 7), Slow.random(random, 7 * 1500));
        float[] queries = similarity.prepare(all.slice(0, 5)).values();
        double[][] expected = new double[5][1500];
        double[][] found = new double[5][1500];
        new Targets(similarity, all).similarities(queries, expected);
        Targets targets = new Targets(similarity, all, FIRST);
        targets.similarities(queries, found);
        assertThat(found).isDeepEqualTo(expected);
        EmbeddingMatrix prepared = similarity.prepare(all.slice(0, 5));
        assertThat(new NearestSearch(targets, 4, null).of(prepared))
                .isEqualTo(similarity.to(all).nearest(all.slice(0, 5), 4, null));
    }
}
