package io.github.zsl4j.text;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.zsl4j.engine.NetworkOptions;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The testkit's models answer as in Python, on every engine. */
class SharedGoldenTest {

    private static TextEncoderOptions on(String engine) {
        return TextEncoderOptions.defaults()
                .withNetwork(NetworkOptions.defaults().withEngine(engine));
    }

    @ParameterizedTest
    @ValueSource(strings = {"tiny-clip", "tiny-openclip", "tiny-siglip", "tiny-bert-mean", "tiny-bert-cls"})
    void tokenisesAsTheOriginal(String model) {
        TextGolden golden = TextGolden.shared(model);
        try (TextEncoder encoder = golden.open(TextEncoderOptions.defaults())) {
            assertThat(golden.texts()).hasSize(40);
            assertThat(golden.wrongIds(encoder)).isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "tiny-clip, OnnxRuntime",
        "tiny-openclip, OnnxRuntime",
        "tiny-siglip, OnnxRuntime",
        "tiny-bert-mean, OnnxRuntime",
        "tiny-bert-cls, OnnxRuntime",
        "tiny-clip, PyTorch",
        "tiny-openclip, PyTorch",
        "tiny-siglip, PyTorch",
        "tiny-bert-mean, PyTorch",
        "tiny-bert-cls, PyTorch"
    })
    void encodesAsTheOriginal(String model, String engine) {
        TextGolden golden = TextGolden.shared(model);
        try (TextEncoder encoder = golden.open(on(engine))) {
            assertThat(golden.wrong(encoder.encodeAll(golden.texts()))).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"tiny-clip", "tiny-openclip", "tiny-siglip", "tiny-bert-mean", "tiny-bert-cls"})
    void encodesAsTheOriginalInLargeBatchesToo(String model) {
        TextGolden golden = TextGolden.shared(model);
        Batching large = new Batching(64, 1 << 20, 2);
        try (TextEncoder encoder = golden.open(TextEncoderOptions.defaults().withBatching(large))) {
            assertThat(golden.wrong(encoder.encodeAll(golden.texts()))).isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource({"tiny-clip, 77", "tiny-openclip, 77", "tiny-siglip, 64", "tiny-bert-mean, 256", "tiny-bert-cls, 64"})
    void saysWhichTextsAreTruncated(String model, int limit) {
        TextGolden golden = TextGolden.shared(model);
        try (TextEncoder encoder = golden.open(TextEncoderOptions.defaults())) {
            List<String> truncated =
                    golden.texts().stream().filter(encoder::isTruncated).toList();
            assertThat(truncated).isNotEmpty();
            for (int i = 0; i < golden.texts().size(); i++) {
                int tokens = golden.ids().get(i).length;
                assertThat(tokens).isLessThanOrEqualTo(limit);
                if (truncated.contains(golden.texts().get(i))) {
                    assertThat(tokens).isEqualTo(limit);
                }
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"tiny-clip", "tiny-openclip", "tiny-siglip"})
    void keepsTheEndOfTextWhenItCuts(String model) {
        TextGolden golden = TextGolden.shared(model);
        try (TextEncoder encoder = golden.open(TextEncoderOptions.defaults())) {
            long[] whole = encoder.tokenIds("");
            long[] cut = encoder.tokenIds("word ".repeat(500));
            assertThat(cut[cut.length - 1]).isEqualTo(whole[whole.length - 1]);
        }
    }

    @ParameterizedTest
    @CsvSource({"tiny-bert-mean, CLS", "tiny-bert-mean, MAX", "tiny-bert-cls, MEAN", "tiny-bert-cls, LAST_TOKEN"})
    void wouldNoticeWrongPooling(String model, Pooling pooling) {
        TextGolden golden = TextGolden.shared(model);
        try (TextEncoder spoilt = golden.open(TextEncoderOptions.defaults().withPooling(pooling))) {
            assertThat(golden.wrong(spoilt.encodeAll(golden.texts()))).hasSizeGreaterThan(35);
        }
    }

    @ParameterizedTest
    @CsvSource({"tiny-clip, 20", "tiny-openclip, 20", "tiny-siglip, 20", "tiny-bert-mean, 128", "tiny-bert-cls, 20"})
    void wouldNoticeAnotherContext(String model, int maxTokens) {
        TextGolden golden = TextGolden.shared(model);
        try (TextEncoder spoilt = golden.open(TextEncoderOptions.defaults().withMaxTokens(maxTokens))) {
            assertThat(golden.wrongIds(spoilt)).isNotEmpty();
            assertThat(golden.wrong(spoilt.encodeAll(golden.texts()))).isNotEmpty();
        }
    }

    @Test
    void wouldNoticeAMissingNormalisation() {
        TextGolden golden = TextGolden.shared("tiny-bert-mean");
        try (TextEncoder encoder = golden.open(TextEncoderOptions.defaults())) {
            var vectors = encoder.encodeAll(golden.texts());
            float[] twice = vectors.toArray();
            for (int i = 0; i < twice.length; i++) {
                twice[i] *= 1.01f;
            }
            var longer = io.github.zsl4j.embedding.EmbeddingMatrix.of(encoder.space(), twice);
            assertThat(golden.wrong(longer)).hasSize(40);
        }
    }
}
