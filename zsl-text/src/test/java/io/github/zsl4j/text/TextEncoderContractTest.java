package io.github.zsl4j.text;

import io.github.zsl4j.embedding.Encoder;
import io.github.zsl4j.engine.NetworkOptions;
import io.github.zsl4j.engine.layout.ModelFolder;
import io.github.zsl4j.testkit.EncoderContract;
import io.github.zsl4j.testkit.Golden;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Nested;

/** Text encoders of every family do what encoders must do. */
class TextEncoderContractTest {

    /** The suite over the model of a folder, with two workers and batches of unlike size. */
    abstract static class OfFolder extends EncoderContract<String> {

        private final Path folder;
        private final String engine;

        OfFolder(Path folder) {
            this(folder, NetworkOptions.ONNX_RUNTIME);
        }

        OfFolder(Path folder, String engine) {
            this.folder = folder;
            this.engine = engine;
        }

        @Override
        protected Encoder<String> open() {
            TextEncoderOptions options = TextEncoderOptions.defaults()
                    .withNetwork(NetworkOptions.defaults().withEngine(engine))
                    .withBatching(new Batching(3, 200, 2));
            return TextEncoder.load(ModelFolder.of(folder), options);
        }

        @Override
        protected List<String> items() {
            return List.of(
                    "a cat", "", "a photograph of a dog on a sofa in front of a window", "猫 🐱", "word ".repeat(300));
        }
    }

    @Nested
    class Clip extends OfFolder {
        Clip() {
            super(Golden.folder("tiny-clip"));
        }
    }

    @Nested
    class OpenClip extends OfFolder {
        OpenClip() {
            super(Golden.folder("tiny-openclip"));
        }
    }

    @Nested
    class Siglip extends OfFolder {
        Siglip() {
            super(Golden.folder("tiny-siglip"));
        }
    }

    @Nested
    class Siglip2 extends OfFolder {
        Siglip2() {
            super(TextGolden.path("siglip2"));
        }
    }

    @Nested
    class BertMean extends OfFolder {
        BertMean() {
            super(Golden.folder("tiny-bert-mean"));
        }
    }

    @Nested
    class BertCls extends OfFolder {
        BertCls() {
            super(Golden.folder("tiny-bert-cls"));
        }
    }

    @Nested
    class BertDense extends OfFolder {
        BertDense() {
            super(TextGolden.path("bert-dense"));
        }
    }

    @Nested
    class DistilBert extends OfFolder {
        DistilBert() {
            super(TextGolden.path("distilbert"));
        }
    }

    @Nested
    class XlmRoberta extends OfFolder {
        XlmRoberta() {
            super(TextGolden.path("xlm-roberta"));
        }
    }

    @Nested
    class Mpnet extends OfFolder {
        Mpnet() {
            super(TextGolden.path("mpnet"));
        }
    }

    @Nested
    class Albert extends OfFolder {
        Albert() {
            super(TextGolden.path("albert"));
        }
    }

    @Nested
    class LastToken extends OfFolder {
        LastToken() {
            super(TextGolden.path("last-token"));
        }
    }

    @Nested
    class BertInt32 extends OfFolder {
        BertInt32() {
            super(TextGolden.path("bert-int32"));
        }
    }

    @Nested
    class ClipOnPyTorch extends OfFolder {
        ClipOnPyTorch() {
            super(Golden.folder("tiny-clip"), NetworkOptions.PYTORCH);
        }
    }

    @Nested
    class BertOnPyTorch extends OfFolder {
        BertOnPyTorch() {
            super(Golden.folder("tiny-bert-mean"), NetworkOptions.PYTORCH);
        }
    }
}
