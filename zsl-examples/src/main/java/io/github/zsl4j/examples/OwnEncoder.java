package io.github.zsl4j.examples;

import io.github.zsl4j.classify.Calibration;
import io.github.zsl4j.classify.PrototypeRanker;
import io.github.zsl4j.classify.ZeroShotClassifier;
import io.github.zsl4j.embedding.EmbeddingMatrix;
import io.github.zsl4j.embedding.EmbeddingSpace;
import io.github.zsl4j.embedding.Encoder;
import io.github.zsl4j.embedding.Similarity;
import io.github.zsl4j.prototype.Prototypes;
import io.github.zsl4j.vision.image.ImageDecoder;
import io.github.zsl4j.vision.image.ImageLimits;
import io.github.zsl4j.vision.image.ImageSource;
import io.github.zsl4j.vision.image.RgbImage;
import java.nio.file.Path;
import java.util.List;

/**
 * Your own encoder behind the library's interfaces: {@code OwnEncoder photo.jpg}. This one only looks at the mean colour,
 * and its classes are described by colours instead of words. No network, no weights, no engine: zsl-core does the rest.
 */
public final class OwnEncoder {

    private OwnEncoder() {}

    /** A picture's mean red, green and blue, less their common mean: its hue as a vector of three numbers. */
    static final class MeanColour implements Encoder<RgbImage> {

        private static final EmbeddingSpace SPACE = EmbeddingSpace.of("mean colour", 3);

        @Override
        public EmbeddingSpace space() {
            return SPACE;
        }

        @Override
        public EmbeddingMatrix encodeAll(List<? extends RgbImage> images) {
            float[] values = new float[images.size() * 3];
            for (int i = 0; i < images.size(); i++) {
                byte[] rgb = images.get(i).toBytes();
                float[] mean = new float[3];
                for (int b = 0; b < rgb.length; b++) {
                    mean[b % 3] += (rgb[b] & 0xff) / (rgb.length / 3f);
                }
                System.arraycopy(hue(mean[0], mean[1], mean[2]), 0, values, i * 3, 3);
            }
            return EmbeddingMatrix.wrap(SPACE, values);
        }

        static float[] hue(float red, float green, float blue) {
            float grey = (red + green + blue) / 3;
            return new float[] {red - grey, green - grey, blue - grey};
        }

        @Override
        public void close() {
            // Nothing to free.
        }
    }

    /** @param args the picture */
    public static void main(String[] args) {
        List<String> labels = List.of("reddish", "greenish", "bluish");
        float[] colours = {1, 0, 0, 0, 1, 0, 0, 0, 1};
        for (int i = 0; i < 9; i += 3) {
            System.arraycopy(MeanColour.hue(colours[i], colours[i + 1], colours[i + 2]), 0, colours, i, 3);
        }
        Prototypes prototypes = Prototypes.of(labels, EmbeddingMatrix.of(MeanColour.SPACE, colours));
        PrototypeRanker ranker = new PrototypeRanker(prototypes, Similarity.COSINE, Calibration.softmax(5));
        try (MeanColour encoder = new MeanColour()) {
            ZeroShotClassifier<RgbImage> classifier = ZeroShotClassifier.of(encoder, ranker);
            RgbImage picture = new ImageDecoder(ImageLimits.defaults()).decode(ImageSource.of(Path.of(args[0])));
            System.out.println(classifier.classify(picture).best().label());
        }
    }
}
