package io.github.zsl4j.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.zsl4j.engine.layout.ModelFolder;
import io.github.zsl4j.error.ModelException;
import io.github.zsl4j.testkit.Golden;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Padding tokens, limits and vocabularies as the tokenizers' files have them. */
class TokenizerSettingsTest {

    @TempDir
    Path folder;

    private TokenizerSettings read(String tokenizer, String config, String specials) throws Exception {
        Spoilt files = new Spoilt(folder).write("tokenizer.json", tokenizer);
        files.write("tokenizer_config.json", config).write("special_tokens_map.json", specials);
        return TokenizerSettings.read(files.folder());
    }

    @ParameterizedTest
    @CsvSource({"tiny-clip, 994, 994", "tiny-openclip, 0, 994", "tiny-siglip, 1, 338", "tiny-bert-mean, 0, 30521"})
    void readsTheTestkitsModels(String model, long pad, long maxId) {
        TokenizerSettings settings = TokenizerSettings.read(ModelFolder.of(Golden.folder(model)));
        assertThat(settings.padId()).contains(pad);
        assertThat(settings.file().maxId()).isEqualTo(maxId);
        assertThat(settings.file().lowerCase()).isEqualTo(!model.startsWith("tiny-bert"));
    }

    @Test
    void readsTheRealVocabularyOfClip() {
        Path clip = Golden.folder("tokenizers").resolve("clip-vitb32");
        assertThat(TokenizerSettings.read(ModelFolder.of(clip)).file().maxId()).isEqualTo(49407);
    }

    @Test
    void findsThePaddingTokenWhereverItIsNamed() throws Exception {
        String tokenizer =
                "{\"added_tokens\":[{\"id\":7,\"content\":\"<pad>\"}],\"model\":{\"vocab\":{\"!\":0,\"a\":3}}}";
        assertThat(read(tokenizer, "{\"pad_token\":\"<pad>\"}", "{\"pad_token\":\"!\"}")
                        .padId())
                .contains(7L);
        assertThat(read(tokenizer, "{}", "{\"pad_token\":\"!\"}").padId()).contains(0L);
        assertThat(read(tokenizer, "{\"pad_token\":{\"content\":\"a\"}}", "{}").padId())
                .contains(3L);
        assertThat(read(tokenizer, "{\"pad_token\":\"elsewhere\"}", "{}").padId())
                .isEmpty();
        assertThat(read(tokenizer, "{\"pad_token\":null}", "{}").padId()).isEmpty();
    }

    @Test
    void countsScoredVocabulariesByPlace() throws Exception {
        TokenizerSettings settings = read(
                "{\"model\":{\"vocab\":[[\"<s>\",0],[\"<pad>\",0,1],[\"a\",-3.5]]}}",
                "{\"pad_token\":\"<pad>\"}",
                "{}");
        assertThat(settings.file().maxId()).isEqualTo(2);
        assertThat(settings.padId()).contains(1L);
    }

    @Test
    void knowsTheFilesOwnPadding() throws Exception {
        assertThat(read("{\"padding\":{\"pad_id\":5},\"model\":{}}", "{}", "{}")
                        .file()
                        .padId())
                .contains(5L);
        assertThat(read("{\"padding\":null,\"model\":{}}", "{}", "{}").file().padId())
                .isEmpty();
    }

    @Test
    void seesLowerCaseInAnyOfTheNormalizers() throws Exception {
        String nested = "{\"normalizer\":{\"type\":\"Sequence\",\"normalizers\":[{\"type\":\"Lowercase\"}]}}";
        assertThat(read(nested, "{}", "{}").file().lowerCase()).isTrue();
        assertThat(read("{\"normalizer\":null}", "{}", "{}").file().lowerCase()).isFalse();
    }

    @Test
    void takesAHugeLimitForNone() throws Exception {
        String huge = "{\"model_max_length\":1000000000000000019884624838656}";
        assertThat(TokenLimit.ofTokenizer(read("{}", huge, "{}").config())).isEmpty();
        assertThat(TokenLimit.ofTokenizer(
                        read("{}", "{\"model_max_length\":77}", "{}").config()))
                .contains(77);
    }

    @ParameterizedTest
    @CsvSource({"2", "-5", "2.5", "null", "'\"a\"'"})
    void refusesLimitsThatAreNone(String limit) throws Exception {
        TokenizerSettings settings = read("{}", "{\"model_max_length\":" + limit + "}", "{}");
        if (limit.equals("null")) {
            assertThat(TokenLimit.ofTokenizer(settings.config())).isEmpty();
        } else {
            assertThatThrownBy(() -> TokenLimit.ofTokenizer(settings.config()))
                    .isInstanceOf(ModelException.class)
                    .hasMessageContaining("model_max_length");
        }
    }
}
