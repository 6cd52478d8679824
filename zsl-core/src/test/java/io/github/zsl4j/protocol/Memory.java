package io.github.zsl4j.protocol;

import io.github.zsl4j.align.AlignmentTrainer;
import io.github.zsl4j.align.LinearAlignment;
import io.github.zsl4j.align.SemanticAlignment;
import io.github.zsl4j.align.TrainingSet;
import io.github.zsl4j.align.closedform.Ridge;
import io.github.zsl4j.embedding.EmbeddingMatrix;
import io.github.zsl4j.embedding.EmbeddingSpace;
import io.github.zsl4j.embedding.Similarity;

/** Ridge regression that shrinks what points away from the seen classes, so that these win among all. */
record Memory() implements AlignmentTrainer {

    @Override
    public SemanticAlignment fit(TrainingSet examples) {
        SemanticAlignment ridge = new Ridge(0.1).fit(examples);
        int a = examples.semantics().dimension();
        EmbeddingSpace target = EmbeddingSpace.of("memory", a + 1);
        LinearAlignment features = LinearAlignment.of(
                        ridge.featureSpace(), target, widened((LinearAlignment) ridge.features(), a))
                .withBias(last(a, 1));
        return SemanticAlignment.of(features, new Remembering(examples.semantics(), target), Similarity.DOT);
    }

    private static float[] widened(LinearAlignment map, int a) {
        float[] weights = map.weights();
        float[] wide = new float[weights.length / a * (a + 1)];
        for (int i = 0; i < weights.length; i++) {
            wide[i / a * (a + 1) + i % a] = weights[i];
        }
        return wide;
    }

    private static float[] last(int a, float value) {
        float[] bias = new float[a + 1];
        bias[a] = value;
        return bias;
    }

    /** Adds a bonus to seen classes. */
    private record Remembering(EmbeddingMatrix seen, EmbeddingSpace target) implements io.github.zsl4j.align.Alignment {

        @Override
        public EmbeddingSpace source() {
            return seen.space();
        }

        @Override
        public EmbeddingMatrix apply(EmbeddingMatrix vectors) {
            float[] unit = vectors.unit().toArray();
            int a = seen.dimension();
            float[] wide = new float[vectors.rows() * (a + 1)];
            for (int i = 0; i < vectors.rows(); i++) {
                System.arraycopy(unit, i * a, wide, i * (a + 1), a);
                wide[i * (a + 1) + a] = known(vectors.row(i).toArray()) ? 3 : 0;
            }
            return EmbeddingMatrix.wrap(target, wide);
        }

        private boolean known(float[] semantics) {
            for (int c = 0; c < seen.rows(); c++) {
                if (java.util.Arrays.equals(seen.row(c).toArray(), semantics)) {
                    return true;
                }
            }
            return false;
        }
    }
}
