package io.github.zsl4j.embedded;

import io.github.zsl4j.embedding.EmbeddingMatrix;
import io.github.zsl4j.embedding.EmbeddingSpace;
import io.github.zsl4j.embedding.Encoder;
import io.github.zsl4j.vision.image.RgbImage;
import java.util.List;

/** Image features less their mean: the image side of the shared space. */
record CentredImages(Encoder<RgbImage> features, float[] mean, EmbeddingSpace space) implements Encoder<RgbImage> {

    @Override
    public EmbeddingMatrix encodeAll(List<? extends RgbImage> images) {
        float[] values = features.encodeAll(images).toArray();
        for (int i = 0; i < values.length; i++) {
            values[i] -= mean[i % mean.length];
        }
        return EmbeddingMatrix.wrap(space, values);
    }

    @Override
    public void close() {
        features.close();
    }
}
