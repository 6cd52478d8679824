package io.github.zsl4j.model;

import io.github.zsl4j.classify.Calibration;
import io.github.zsl4j.embedding.EmbeddingSpace;
import io.github.zsl4j.embedding.Encoder;
import io.github.zsl4j.embedding.Similarity;
import io.github.zsl4j.prototype.ClassEncoder;
import io.github.zsl4j.vision.image.RgbImage;

/**
 * An image encoder and a class encoder that share a space, and how their vectors are compared. CLIP is one; so is the
 * embedded default. Thread-safe; holds native memory until closed. Its encoders are closed with it, not by themselves.
 */
public interface JointModel extends AutoCloseable {

    /** Pictures to vectors of the shared space, not normalised. */
    Encoder<RgbImage> images();

    /** Single texts to vectors of the shared space, not normalised. */
    Encoder<String> texts();

    /** Lists of classes to prototypes of the shared space. */
    ClassEncoder classes();

    /** How a picture's vector is compared with prototypes. */
    Similarity similarity();

    /** How scores become probabilities. */
    Calibration calibration();

    /** What the model is. */
    ModelCard card();

    /** The space that both sides share. */
    default EmbeddingSpace space() {
        return images().space();
    }

    /** Frees native memory; calls in progress finish first. Closing twice has no effect. */
    @Override
    void close();
}
