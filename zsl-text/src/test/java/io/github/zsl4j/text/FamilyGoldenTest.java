package io.github.zsl4j.text;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.zsl4j.engine.NetworkOptions;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tiny models of more families answer as in Python ({@code families/make_families.py}). */
class FamilyGoldenTest {

    private static final TextEncoderOptions PYTORCH =
            TextEncoderOptions.defaults().withNetwork(NetworkOptions.defaults().withEngine(NetworkOptions.PYTORCH));

    @TempDir
    Path temporary;

    @ParameterizedTest
    @CsvSource({
        "distilbert, mean",
        "xlm-roberta, cls",
        "mpnet, mean",
        "albert, mean",
        "bert-dense, dense",
        "last-token, last_token",
        "siglip2, pooler"
    })
    void encodesAsTheOriginal(String model, String kind) {
        TextGolden golden = TextGolden.family(model, kind);
        try (TextEncoder encoder = golden.open(TextEncoderOptions.defaults())) {
            assertThat(golden.wrongIds(encoder)).isEmpty();
            assertThat(golden.wrong(encoder.encodeAll(golden.texts()))).isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource({"xlm-roberta, cls", "siglip2, pooler"})
    void encodesAsTheOriginalOnPyTorch(String model, String kind) {
        TextGolden golden = TextGolden.family(model, kind);
        try (TextEncoder encoder = golden.open(PYTORCH)) {
            assertThat(golden.wrong(encoder.encodeAll(golden.texts()))).isEmpty();
        }
    }

    @Test
    void readsInputsOf32Bits() {
        TextGolden golden = TextGolden.family("bert-int32", "mean");
        try (TextEncoder encoder = golden.open(TextEncoderOptions.defaults())) {
            assertThat(golden.wrongIds(encoder)).isEmpty();
            assertThat(golden.wrong(encoder.encodeAll(golden.texts()))).isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "distilbert, cls, CLS",
        "distilbert, max, MAX",
        "distilbert, mean_sqrt_len, MEAN_SQRT_LEN",
        "distilbert, last_token, LAST_TOKEN",
        "albert, pooler, POOLER",
        "bert-int32, max, MAX",
        "xlm-roberta, mean, MEAN"
    })
    void poolsAsAsked(String model, String kind, Pooling pooling) {
        TextGolden golden = TextGolden.family(model, kind);
        try (TextEncoder encoder = golden.open(TextEncoderOptions.defaults().withPooling(pooling))) {
            assertThat(golden.wrong(encoder.encodeAll(golden.texts()))).isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "distilbert, mean, MEAN_SQRT_LEN",
        "distilbert, cls, LAST_TOKEN",
        "xlm-roberta, cls, MEAN",
        "mpnet, mean, MAX",
        "albert, mean, POOLER",
        "bert-dense, dense, CLS",
        "last-token, last_token, MEAN",
        "siglip2, pooler, MEAN"
    })
    void wouldNoticeWrongPooling(String model, String kind, Pooling pooling) {
        TextGolden golden = TextGolden.family(model, kind);
        try (TextEncoder spoilt = golden.open(TextEncoderOptions.defaults().withPooling(pooling))) {
            assertThat(golden.wrong(spoilt.encodeAll(golden.texts()))).hasSizeGreaterThan(10);
        }
    }

    @Test
    void countsRobertasPositionsFromThePaddingTokenOn() {
        TextGolden golden = TextGolden.family("xlm-roberta", "cls");
        try (TextEncoder encoder = golden.open(TextEncoderOptions.defaults())) {
            assertThat(encoder.tokenIds("word ".repeat(100))).hasSize(48); // of 50 positions
        }
    }

    @Test
    void wouldNoticeAMissingLowerCase() throws Exception {
        TextGolden golden = TextGolden.family("siglip2", "pooler");
        Spoilt cased = Spoilt.copy(golden.folder().path(), temporary)
                .replace("tokenizer_config.json", "\"do_lower_case\": true", "\"do_lower_case\": false");
        try (TextEncoder encoder = cased.open()) {
            assertThat(golden.wrongIds(encoder)).contains("A PHOTO OF A CAT");
            assertThat(golden.wrong(encoder.encodeAll(golden.texts()))).contains("A PHOTO OF A CAT");
        }
    }

    @Test
    void wouldNoticeTheWrongPaddingToken() throws Exception {
        TextGolden golden = TextGolden.family("siglip2", "pooler");
        Spoilt other = Spoilt.copy(golden.folder().path(), temporary)
                .replace("tokenizer_config.json", "\"pad_token\": \"<pad>\"", "\"pad_token\": \"<eos>\"");
        try (TextEncoder encoder = other.open()) {
            assertThat(golden.wrongIds(encoder)).isEmpty();
            assertThat(golden.wrong(encoder.encodeAll(golden.texts()))).hasSizeGreaterThan(10);
        }
    }

    @Test
    void wouldNoticePaddingOnTheWrongSide() throws Exception {
        TextGolden golden = TextGolden.family("siglip2", "pooler");
        Spoilt left = Spoilt.copy(golden.folder().path(), temporary)
                .replace("tokenizer_config.json", "\"padding_side\": \"right\"", "\"padding_side\": \"left\"");
        try (TextEncoder encoder = left.open()) {
            assertThat(golden.wrong(encoder.encodeAll(golden.texts()))).hasSizeGreaterThan(10);
        }
    }

    @Test
    void wouldNoticePaddingToAnotherLength() throws Exception {
        TextGolden golden = TextGolden.family("siglip2", "pooler");
        Spoilt shorter = Spoilt.copy(golden.folder().path(), temporary)
                .replace("config.json", "\"max_position_embeddings\": 64", "\"max_position_embeddings\": 48");
        try (TextEncoder encoder = TextEncoder.load(shorter.folder(), PYTORCH)) {
            assertThat(golden.wrong(encoder.encodeAll(golden.texts()))).hasSizeGreaterThan(10);
        }
    }

    @Test
    void wouldNoticeAMissingLayerOrNormalisation() throws Exception {
        TextGolden golden = TextGolden.family("mpnet", "mean");
        Spoilt raw = Spoilt.copy(golden.folder().path(), temporary)
                .replace(
                        "modules.json",
                        "sentence_transformers.models.Normalize",
                        "sentence_transformers.models.Dropout");
        try (TextEncoder encoder = raw.open()) {
            assertThat(golden.wrong(encoder.encodeAll(golden.texts())))
                    .hasSize(golden.texts().size());
        }
    }

    @Test
    void wouldNoticeAnotherActivation() throws Exception {
        TextGolden golden = TextGolden.family("bert-dense", "dense");
        Spoilt linear = Spoilt.copy(golden.folder().path(), temporary)
                .replace("2_Dense/config.json", "activation.Tanh", "linear.Identity");
        try (TextEncoder encoder = linear.open()) {
            assertThat(golden.wrong(encoder.encodeAll(golden.texts()))).hasSizeGreaterThan(10);
        }
    }

    @Test
    void givesEveryBlankTextTheSameVector() {
        TextGolden golden = TextGolden.family("mpnet", "mean");
        try (TextEncoder encoder = golden.open(TextEncoderOptions.defaults())) {
            assertThat(encoder.encode("\t \n")).isEqualTo(encoder.encode(""));
        }
    }
}
