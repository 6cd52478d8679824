package io.github.zsl4j.nd4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.zsl4j.embedding.EmbeddingMatrix;
import io.github.zsl4j.embedding.EmbeddingSpace;
import io.github.zsl4j.prototype.Prototypes;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.FloatRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.memory.MemoryWorkspace;
import org.nd4j.linalg.api.memory.conf.WorkspaceConfiguration;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.indexing.NDArrayIndex;

class Nd4jEmbeddingsTest {

    private static final EmbeddingSpace SPACE = EmbeddingSpace.of("three", 3);
    private static final EmbeddingMatrix TWO = EmbeddingMatrix.of(SPACE, new float[] {1, 2, 3, 4, 5, 6});

    @Test
    void givesFloatsOneRowPerVector() {
        try (INDArray array = Nd4jEmbeddings.toArray(TWO)) {
            assertThat(array.dataType()).isEqualTo(DataType.FLOAT);
            assertThat(array.shape()).containsExactly(2, 3);
            assertThat(array.getFloat(0, 2)).isEqualTo(3);
            assertThat(array.getFloat(1, 0)).isEqualTo(4);
        }
    }

    @Property(tries = 50)
    void keepsEveryBitThereAndBack(@ForAll @Size(6) float[] values) {
        for (int i = 0; i < values.length; i++) {
            values[i] = Float.isFinite(values[i]) ? values[i] : -0f;
        }
        EmbeddingMatrix before = EmbeddingMatrix.of(SPACE, values);
        try (INDArray array = Nd4jEmbeddings.toArray(before)) {
            assertThat(Nd4jEmbeddings.toEmbeddings(SPACE, array)).isEqualTo(before);
        }
    }

    @Property(tries = 20)
    void copies(@ForAll @FloatRange(min = -9, max = 0) float value) {
        EmbeddingMatrix embeddings = EmbeddingMatrix.of(SPACE, TWO.toArray());
        try (INDArray array = Nd4jEmbeddings.toArray(embeddings)) {
            EmbeddingMatrix back = Nd4jEmbeddings.toEmbeddings(SPACE, array);
            array.assign(value);
            assertThat(embeddings).isEqualTo(TWO);
            assertThat(back).isEqualTo(TWO);
        }
    }

    @Test
    void takesNoVectorsBothWays() {
        try (INDArray array = Nd4jEmbeddings.toArray(EmbeddingMatrix.of(SPACE, new float[0]))) {
            assertThat(array.shape()).containsExactly(0, 3);
            assertThat(Nd4jEmbeddings.toEmbeddings(SPACE, array).rows()).isZero();
        }
    }

    @Test
    void takesViewsOtherOrdersAndOtherTypes() {
        double[][] values = {{1, 4, 0}, {2, 5, 0}, {3, 6, 0}};
        try (INDArray doubles = Nd4j.create(values)) {
            INDArray view =
                    doubles.get(NDArrayIndex.all(), NDArrayIndex.interval(0, 2)).transpose();
            assertThat(Nd4jEmbeddings.toEmbeddings(SPACE, view)).isEqualTo(TWO);
            try (INDArray halves = view.castTo(DataType.FLOAT16);
                    INDArray columns = view.castTo(DataType.FLOAT).dup('f')) {
                assertThat(Nd4jEmbeddings.toEmbeddings(SPACE, halves)).isEqualTo(TWO);
                assertThat(Nd4jEmbeddings.toEmbeddings(SPACE, columns)).isEqualTo(TWO);
            }
            assertThat(doubles.getDouble(2, 1)).isEqualTo(6); // still open
        }
    }

    @Test
    @SuppressWarnings("try")
    void givesArraysThatOutliveAWorkspace() {
        WorkspaceConfiguration config =
                WorkspaceConfiguration.builder().initialSize(1 << 16).build();
        INDArray array;
        try (MemoryWorkspace open = Nd4j.getWorkspaceManager().getAndActivateWorkspace(config, "test")) {
            array = Nd4jEmbeddings.toArray(TWO);
            assertThat(array.isAttached()).isFalse();
            try (INDArray inside = Nd4j.create(new float[][] {{1, 2, 3}, {4, 5, 6}})) {
                assertThat(Nd4jEmbeddings.toEmbeddings(SPACE, inside)).isEqualTo(TWO);
            }
        }
        assertThat(array.getFloat(1, 2)).isEqualTo(6);
        array.close();
    }

    @Test
    void givesPrototypesARowPerClass() {
        Prototypes prototypes = Prototypes.of(
                List.of("dog", "cat"),
                TWO,
                List.of(List.of(new Prototypes.Component(1, 0)), List.of(new Prototypes.Component(0, 0))));
        try (INDArray array = Nd4jEmbeddings.toArray(prototypes)) {
            assertThat(array.toFloatMatrix()).isDeepEqualTo(new float[][] {{4, 5, 6}, {1, 2, 3}});
            Prototypes back = Nd4jEmbeddings.toPrototypes(prototypes.labels(), SPACE, array);
            assertThat(back.labels()).containsExactly("dog", "cat");
            assertThat(back.vectors().row(0)).isEqualTo(TWO.row(1));
        }
    }

    @Test
    void refusesAClassWithSeveralPrototypes() {
        Prototypes several = Prototypes.of(
                List.of("cat"), TWO, List.of(List.of(new Prototypes.Component(0, 0), new Prototypes.Component(1, 0))));
        assertThatThrownBy(() -> Nd4jEmbeddings.toArray(several))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("'cat' has 2 prototypes");
    }

    @Test
    void refusesWhatIsNoEmbeddings() {
        refuses(Nd4j.zeros(DataType.FLOAT, 3), "[n, 3], not [3]");
        refuses(Nd4j.zeros(DataType.FLOAT, 3, 2), "[n, 3], not [3, 2]");
        refuses(Nd4j.zeros(DataType.INT32, 2, 3), "INT");
        refuses(Nd4j.create(new float[][] {{1, Float.NaN, 3}}), "NaN");
        refuses(Nd4j.create(new double[][] {{1, 1e300, 3}}), "Infinity");
    }

    private static void refuses(INDArray array, String why) {
        try (array) {
            assertThatThrownBy(() -> Nd4jEmbeddings.toEmbeddings(SPACE, array))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining(why);
        }
    }

    @Test
    void refusesLabelsThatDoNotFit() {
        try (INDArray array = Nd4jEmbeddings.toArray(TWO)) {
            assertThatThrownBy(() -> Nd4jEmbeddings.toPrototypes(List.of("cat"), SPACE, array))
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }
}
