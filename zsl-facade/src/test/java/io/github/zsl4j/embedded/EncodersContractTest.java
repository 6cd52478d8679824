package io.github.zsl4j.embedded;

import io.github.zsl4j.embedding.EmbeddingMatrix;
import io.github.zsl4j.embedding.EmbeddingSpace;
import io.github.zsl4j.embedding.Encoder;
import io.github.zsl4j.engine.NetworkOptions;
import io.github.zsl4j.testkit.EncoderContract;
import io.github.zsl4j.vision.image.RgbImage;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Nested;

/** Both sides of the embedded model keep the contract of encoders. */
class EncodersContractTest {

    /** A model's encoder is closed with its model. */
    private record OfModel<T>(DefaultModel model, Encoder<T> encoder) implements Encoder<T> {

        @Override
        public EmbeddingSpace space() {
            return encoder.space();
        }

        @Override
        public EmbeddingMatrix encodeAll(List<? extends T> items) {
            return encoder.encodeAll(items);
        }

        @Override
        public void close() {
            model.close();
        }
    }

    @Nested
    class Images extends EncoderContract<RgbImage> {

        @Override
        protected Encoder<RgbImage> open() {
            DefaultModel model = DefaultModel.load(NetworkOptions.defaults(), 1);
            return new OfModel<>(model, model.images());
        }

        @Override
        protected List<RgbImage> items() {
            return List.of(noise(40, 30), noise(300, 17), noise(1, 1));
        }

        private static RgbImage noise(int width, int height) {
            byte[] rgb = new byte[width * height * 3];
            new Random(width).nextBytes(rgb);
            return RgbImage.of(width, height, rgb);
        }
    }

    @Nested
    class Texts extends EncoderContract<String> {

        @Override
        protected Encoder<String> open() {
            DefaultModel model = DefaultModel.load(NetworkOptions.defaults(), 1);
            return new OfModel<>(model, model.texts());
        }

        @Override
        protected List<String> items() {
            return List.of("dog", "a very small red bird on a wire", "zorblax 42");
        }
    }
}
