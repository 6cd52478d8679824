package io.github.zsl4j.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.zsl4j.engine.Network;
import io.github.zsl4j.engine.NetworkOptions;
import io.github.zsl4j.engine.layout.ModelFolder;
import io.github.zsl4j.engine.layout.WeightVariant;
import io.github.zsl4j.error.ModelException;
import io.github.zsl4j.testkit.Golden;
import java.nio.file.Files;
import java.nio.file.Path;
import org.assertj.core.api.AbstractThrowableAssert;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is said of folders that are not as they should be. */
class TextFolderErrorsTest {

    @TempDir
    Path temporary;

    private Spoilt copy(String family) throws Exception {
        return Spoilt.copy(TextGolden.path(family), temporary);
    }

    private static AbstractThrowableAssert<?, ?> assertRefused(ThrowingCallable load) {
        return assertThatThrownBy(load).isInstanceOf(ModelException.class);
    }

    @Test
    void saysHowToGetAMissingTokenizer() throws Exception {
        Spoilt folder = copy("mpnet").delete("tokenizer.json").write("vocab.txt", "[PAD]");
        assertRefused(folder::open)
                .hasMessageContaining(temporary.toString())
                .hasMessageContaining("tokenizer.json is missing")
                .hasMessageContaining("fast tokenizer")
                .hasMessageContaining("vocab.txt");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{}",
                "not json",
                "{\"version\":\"1.0\",\"model\":{\"type\":\"Nothing\"}}",
                "[1,2",
                "{\"model\":{\"vocab\":{\"a\":\"b\"}}}",
                "{\"model\":{\"vocab\":[1]}}",
                "{\"added_tokens\":[{}]}",
                "{\"added_tokens\":7}"
            })
    void namesADamagedTokenizer(String content) throws Exception {
        Spoilt folder = copy("mpnet").write("tokenizer.json", content);
        assertRefused(folder::open).hasMessageContaining("tokenizer.json").hasMessageContaining("not a tokenizer");
    }

    @Test
    void namesAMissingNetwork() throws Exception {
        Spoilt folder = copy("mpnet").delete("onnx/model.onnx");
        assertRefused(folder::open).hasMessageContaining("model.onnx").hasMessageContaining("tokenizer.json");
        assertRefused(() -> TextEncoder.load(
                        ModelFolder.of(TextGolden.path("mpnet")),
                        TextEncoderOptions.defaults().withVariant(WeightVariant.FP16)))
                .hasMessageContaining("model_fp16.onnx");
    }

    @Test
    void namesADamagedNetwork() throws Exception {
        Spoilt folder = copy("mpnet").write("onnx/model.onnx", "not a network");
        assertRefused(folder::open).hasMessageContaining("model.onnx");
    }

    @Test
    void refusesAnImageTower() throws Exception {
        Spoilt folder = copy("mpnet").delete("onnx/model.onnx");
        Files.copy(
                Golden.folder("tiny-clip").resolve("onnx/vision_model.onnx"),
                temporary.resolve("onnx/text_model.onnx"));
        assertRefused(folder::open).hasMessageContaining("pixel_values").hasMessageContaining("image tower");
    }

    @Test
    void refusesTheTokenizerOfAnotherModel() throws Exception {
        Spoilt folder = copy("mpnet");
        Files.delete(temporary.resolve("tokenizer.json"));
        Files.copy(Golden.folder("tiny-clip").resolve("tokenizer.json"), temporary.resolve("tokenizer.json"));
        assertRefused(folder::open)
                .hasMessageContaining("994")
                .hasMessageContaining("tokenizer of another model")
                .hasMessageContaining("config.json");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "modules.json | models.Normalize | models.CNN | CNN",
                "modules.json | models.Pooling | models.WordEmbeddings | WordEmbeddings",
                "modules.json | \"1_Pooling\" | \"../1_Pooling\" | path",
                "modules.json | \"1_Pooling\" | \"9_Pooling\" | 9_Pooling/config.json",
                "1_Pooling/config.json | \"pooling_mode_mean_tokens\": true | \"x\": true | pooling modes []",
                "1_Pooling/config.json | \"pooling_mode_cls_token\": false | \"pooling_mode_cls_token\": true | [cls, mean]",
                "1_Pooling/config.json | \"pooling_mode_weightedmean_tokens\": false | \"pooling_mode_weightedmean_tokens\": true | [mean, weightedmean]",
                "1_Pooling/config.json | \"pooling_mode_mean_tokens\": true | \"pooling_mode\": \"best\" | \"best\"",
                "1_Pooling/config.json | \"word_embedding_dimension\": 24 | \"word_embedding_dimension\": 25 | 25",
                "sentence_bert_config.json | 40 | 2 | max_seq_length",
                "sentence_bert_config.json | 40 | \"many\" | max_seq_length",
                "config.json | \"max_position_embeddings\": 66 | \"max_position_embeddings\": -1 | max_position_embeddings",
                "config.json | \"max_position_embeddings\": 66 | \"max_position_embeddings\": 3 | texts of 1 tokens",
                "tokenizer_config.json | 512 | -512 | model_max_length",
            })
    void saysWhatIsWrongInTheFilesOfSentenceTransformers(String file, String part, String by, String message)
            throws Exception {
        Spoilt folder = copy("mpnet");
        if (file.equals("tokenizer_config.json")) {
            folder.delete("sentence_bert_config.json");
        }
        folder.replace(file, part, by);
        assertRefused(folder::open).hasMessageContaining(message);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"in_features\": 24 | \"in_features\": 25 | linear.weight",
                "\"out_features\": 12 | \"out_features\": 13 | linear.bias",
                "\"out_features\": 12 | \"out_features\": 0 | out_features",
                "activation.Tanh | activation.Mish | Mish"
            })
    void saysWhatIsWrongWithADenseLayer(String part, String by, String message) throws Exception {
        Spoilt folder = copy("bert-dense").replace("2_Dense/config.json", part, by);
        assertRefused(folder::open).hasMessageContaining(message);
    }

    @Test
    void saysThatDenseWeightsMustBeSafetensors() throws Exception {
        Spoilt folder = copy("bert-dense").delete("2_Dense/model.safetensors");
        folder.write("2_Dense/pytorch_model.bin", "x");
        assertRefused(folder::open).hasMessageContaining("safetensors");
    }

    @Test
    void refusesADenseLayerOfAnotherModel() throws Exception {
        Spoilt folder = copy("bert-dense");
        Spoilt other = Spoilt.copy(TextGolden.path("xlm-roberta"), temporary.resolve("other"));
        other.write("modules.json", Files.readString(folder.path().resolve("modules.json")));
        for (String file : new String[] {"config.json", "model.safetensors"}) {
            Files.createDirectories(other.path().resolve("2_Dense"));
            Files.copy(folder.path().resolve("2_Dense/" + file), other.path().resolve("2_Dense/" + file));
        }
        assertRefused(other::open).hasMessageContaining("24").hasMessageContaining("32");
    }

    @Test
    void refusesMoreTokensThanTheModelReads() {
        ModelFolder folder = ModelFolder.of(TextGolden.path("siglip2"));
        assertThatThrownBy(() ->
                        TextEncoder.load(folder, TextEncoderOptions.defaults().withMaxTokens(65)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("64")
                .hasMessageContaining("65");
    }

    @Test
    void refusesAPoolingThatTheNetworkCannotGive() {
        ModelFolder openClip = ModelFolder.of(Golden.folder("tiny-openclip"));
        assertRefused(() ->
                        TextEncoder.load(openClip, TextEncoderOptions.defaults().withPooling(Pooling.MEAN)))
                .hasMessageContaining("text_embeds")
                .hasMessageContaining("pooling MEAN");
        assertRefused(() ->
                        TextEncoder.load(openClip, TextEncoderOptions.defaults().withPooling(Pooling.POOLER)))
                .hasMessageContaining("pooler_output");
    }

    @Test
    void refusesAClipTowerWithoutItsProjection() throws Exception {
        FakeNetwork bare = new FakeNetwork("input_ids");
        ModelFolder clip = ModelFolder.of(Golden.folder("tiny-clip"));
        assertRefused(() -> TextEncoder.of(bare, clip, "1", TextEncoderOptions.defaults()))
                .hasMessageContaining("text_embeds")
                .hasMessageContaining("projection");
        assertThat(bare.closed).as("the network stays the caller's").isFalse();
    }

    @Test
    void refusesOpenClipModelsThatDropTheLastToken() throws Exception {
        Spoilt folder = Spoilt.copy(Golden.folder("tiny-openclip"), temporary)
                .replace(
                        "open_clip_config.json",
                        "\"context_length\"",
                        "\"tokenizer_kwargs\": {\"strip_sep_token\": true}, \"context_length\"");
        assertRefused(folder::open).hasMessageContaining("strip_sep_token");
    }

    @Test
    void refusesAnUnknownSideForPadding() throws Exception {
        Spoilt folder = copy("siglip2").replace("tokenizer_config.json", "\"right\"", "\"middle\"");
        assertRefused(folder::open).hasMessageContaining("middle").hasMessageContaining("left or right");
    }

    @Test
    void leavesTheNetworkToItsOwnerIfItFails() throws Exception {
        Spoilt folder = copy("mpnet").delete("tokenizer.json");
        Path file = TextGolden.path("mpnet").resolve("onnx/model.onnx");
        try (Network network = Network.load(file, NetworkOptions.defaults())) {
            assertRefused(() -> TextEncoder.of(network, folder.folder(), "1", TextEncoderOptions.defaults()));
            assertThat(network.inputs()).isNotEmpty();
            TextEncoder.of(network, ModelFolder.of(TextGolden.path("mpnet")), "1", TextEncoderOptions.defaults())
                    .encode("still usable");
        }
    }
}
