package io.github.zsl4j.collection;

import io.github.zsl4j.classify.Calibration;
import io.github.zsl4j.embedding.EmbeddingMatrix;
import io.github.zsl4j.embedding.EmbeddingSpace;
import io.github.zsl4j.embedding.Encoder;
import io.github.zsl4j.embedding.Similarity;
import io.github.zsl4j.explain.ClassReading;
import io.github.zsl4j.model.JointModel;
import io.github.zsl4j.model.ModelCard;
import io.github.zsl4j.prototype.ClassDescription;
import io.github.zsl4j.prototype.ClassEncoder;
import io.github.zsl4j.prototype.Prototypes;
import io.github.zsl4j.prototype.Prototypes.Component;
import io.github.zsl4j.vision.image.RgbImage;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

/** Knows the colour of a picture's first pixel, and the words red, green and blue. "colour" is any of the three. */
final class ColourModel implements JointModel {

    static final EmbeddingSpace SPACE = EmbeddingSpace.of("colours", 3);

    /** Pictures that have been encoded. */
    final AtomicInteger encoded = new AtomicInteger();

    private static float[] colour(String word) {
        return switch (word) {
            case "red" -> new float[] {2, 0, 0};
            case "green" -> new float[] {0, 2, 0};
            case "blue" -> new float[] {0, 0, 2};
            default -> throw new IllegalArgumentException("Not a colour: " + word);
        };
    }

    @Override
    public Encoder<RgbImage> images() {
        return new Plain<>() {
            @Override
            public EmbeddingMatrix encodeAll(List<? extends RgbImage> images) {
                encoded.addAndGet(images.size());
                float[] values = new float[images.size() * 3];
                for (int i = 0; i < values.length; i++) {
                    values[i] = images.get(i / 3).pixel(0, 0) >> 8 * (2 - i % 3) & 0xff;
                }
                return EmbeddingMatrix.wrap(SPACE, values);
            }
        };
    }

    @Override
    public Encoder<String> texts() {
        return new Plain<>() {
            @Override
            public EmbeddingMatrix encodeAll(List<? extends String> texts) {
                float[] values = new float[texts.size() * 3];
                for (int i = 0; i < texts.size(); i++) {
                    System.arraycopy(colour(texts.get(i)), 0, values, 3 * i, 3);
                }
                return EmbeddingMatrix.wrap(SPACE, values);
            }
        };
    }

    private abstract static class Plain<T> implements Encoder<T> {

        @Override
        public EmbeddingSpace space() {
            return SPACE;
        }

        @Override
        public void close() {}
    }

    @Override
    public ClassEncoder classes() {
        return new ClassEncoder() {
            @Override
            public EmbeddingSpace space() {
                return SPACE;
            }

            @Override
            public Prototypes prototypes(List<ClassDescription> classes) {
                List<String> labels =
                        classes.stream().map(ClassDescription::label).toList();
                if (!labels.equals(List.of("colour"))) {
                    return Prototypes.of(labels, texts().encodeAll(labels));
                }
                List<Component> any = IntStream.range(0, 3)
                        .mapToObj(i -> new Component(i, Math.log(1 / 3.0)))
                        .toList();
                return Prototypes.of(labels, texts().encodeAll(List.of("red", "green", "blue")), List.of(any));
            }

            @Override
            public List<ClassReading> read(List<ClassDescription> classes) {
                throw new UnsupportedOperationException();
            }
        };
    }

    @Override
    public Similarity similarity() {
        return Similarity.COSINE;
    }

    @Override
    public Calibration calibration() {
        return Calibration.softmax(50);
    }

    @Override
    public ModelCard card() {
        return new ModelCard("colours", "1", "", "", List.of(), List.of(), List.of());
    }

    @Override
    public void close() {}
}
