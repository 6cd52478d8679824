package io.github.zsl4j.vision.encoder;

import io.github.zsl4j.embedding.Encoder;
import io.github.zsl4j.engine.NetworkOptions;
import io.github.zsl4j.testkit.EncoderContract;
import io.github.zsl4j.vision.image.RgbImage;
import io.github.zsl4j.vision.image.TestImages;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;

/** Image encoders of every family do what encoders must do. */
class ImageEncoderContractTest {

    /** The suite over the model of a folder, in batches that the items do not fill. */
    abstract static class OfFolder extends EncoderContract<RgbImage> {

        private final String model;
        private final String engine;

        OfFolder(String model) {
            this(model, NetworkOptions.ONNX_RUNTIME);
        }

        OfFolder(String model, String engine) {
            this.model = model;
            this.engine = engine;
        }

        @Override
        protected Encoder<RgbImage> open() {
            return Family.of(model).open(Family.on(engine).withBatch(3));
        }

        @Override
        protected List<RgbImage> items() {
            return Stream.of("photo_large", "one_pixel", "wide", "jpeg_odd420")
                    .map(id -> TestImages.golden("golden/rgb/" + id + ".png"))
                    .toList();
        }
    }

    @Nested
    class Clip extends OfFolder {
        Clip() {
            super("tiny-clip");
        }
    }

    @Nested
    class OpenClip extends OfFolder {
        OpenClip() {
            super("tiny-openclip");
        }
    }

    @Nested
    class OpenClipLongest extends OfFolder {
        OpenClipLongest() {
            super("tiny-openclip-longest");
        }
    }

    @Nested
    class Siglip extends OfFolder {
        Siglip() {
            super("tiny-siglip");
        }
    }

    @Nested
    class Siglip2 extends OfFolder {
        Siglip2() {
            super("tiny-siglip2");
        }
    }

    @Nested
    class ResNet extends OfFolder {
        ResNet() {
            super("tiny-resnet");
        }
    }

    @Nested
    class ResNetOfTransformers extends OfFolder {
        ResNetOfTransformers() {
            super("tiny-resnet-transformers");
        }
    }

    @Nested
    class ConvNext extends OfFolder {
        ConvNext() {
            super("tiny-convnext");
        }
    }

    @Nested
    class EfficientNet extends OfFolder {
        EfficientNet() {
            super("tiny-efficientnet");
        }
    }

    @Nested
    class Vit extends OfFolder {
        Vit() {
            super("tiny-vit");
        }
    }

    @Nested
    class Deit extends OfFolder {
        Deit() {
            super("tiny-deit");
        }
    }

    @Nested
    class DinoV2 extends OfFolder {
        DinoV2() {
            super("tiny-dinov2");
        }
    }

    @Nested
    class DinoV2WithRegisters extends OfFolder {
        DinoV2WithRegisters() {
            super("tiny-dinov2-registers");
        }
    }

    @Nested
    class ClipOnPyTorch extends OfFolder {
        ClipOnPyTorch() {
            super("tiny-clip", NetworkOptions.PYTORCH);
        }
    }

    @Nested
    class DinoV2OnPyTorch extends OfFolder {
        DinoV2OnPyTorch() {
            super("tiny-dinov2", NetworkOptions.PYTORCH);
        }
    }

    @Nested
    class EfficientNetOnPyTorch extends OfFolder {
        EfficientNetOnPyTorch() {
            super("tiny-efficientnet", NetworkOptions.PYTORCH);
        }
    }
}
