package io.github.zsl4j.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.zsl4j.engine.Tensor;
import io.github.zsl4j.engine.layout.ModelFolder;
import io.github.zsl4j.engine.layout.WeightDigest;
import io.github.zsl4j.error.ModelException;
import io.github.zsl4j.testkit.Golden;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is made of folders that hold more, or less, than the usual files. */
class TextFolderTest {

    @TempDir
    Path temporary;

    /** Gives a vector of two components per text, under the given name. */
    private static final class PooledNetwork extends FakeNetwork {

        private final String output;

        PooledNetwork(String output, String... inputs) {
            super(inputs);
            this.output = output;
        }

        @Override
        public Map<String, Tensor> run(Map<String, Tensor> tensors) {
            calls.add(tensors);
            long texts = tensors.values().iterator().next().shape()[0];
            return Map.of(output, Tensor.of(new float[(int) texts * 2], texts, 2));
        }
    }

    private static long[] idsSeen(FakeNetwork network) {
        return network.calls.get(network.calls.size() - 1).get("input_ids").longs();
    }

    @Test
    void callsTheSpaceAfterTheFolderAndTheWeights() {
        ModelFolder folder = ModelFolder.of(TextGolden.path("mpnet"));
        try (TextEncoder encoder = TextEncoder.load(folder, TextEncoderOptions.defaults())) {
            assertThat(encoder.space().name()).isEqualTo("mpnet");
            assertThat(encoder.space().dimension()).isEqualTo(24);
            assertThat(encoder.space().identity())
                    .isEqualTo(WeightDigest.of(List.of(folder.path().resolve("onnx/model.onnx"))));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"tiny-clip", "tiny-siglip"})
    void usesTheTextTowerOfAJointNetwork(String model) throws Exception {
        TextGolden golden = TextGolden.shared(model);
        Spoilt joint = Spoilt.copy(golden.folder().path(), temporary).delete("onnx/text_model.onnx");
        try (TextEncoder encoder = joint.open()) {
            var found = encoder.encodeAll(golden.texts());
            for (int i = 0; i < golden.texts().size(); i++) {
                double cosine =
                        Golden.cosine(found.row(i).toArray(), golden.vectors().row(i));
                assertThat(cosine).isGreaterThanOrEqualTo(TextGolden.COSINE);
            }
        }
    }

    @Test
    void tokenisesWithTheRealVocabularyOfClip() {
        ModelFolder clip = ModelFolder.of(Golden.folder("tokenizers").resolve("clip-vitb32"));
        List<long[]> ids = TextGolden.sharedIds("clip-real-vocab");
        List<String> texts = TextGolden.shared("tiny-clip").texts();
        TextEncoderOptions options = TextEncoderOptions.defaults().withMaxTokens(77);
        try (TextEncoder encoder = TextEncoder.of(new FakeNetwork("input_ids"), clip, "1", options)) {
            for (int i = 0; i < texts.size(); i++) {
                assertThat(encoder.tokenIds(texts.get(i))).as(texts.get(i)).isEqualTo(ids.get(i));
            }
        }
        try (TextEncoder longer =
                TextEncoder.of(new FakeNetwork("input_ids"), clip, "1", TextEncoderOptions.defaults())) {
            assertThat(longer.tokenIds(texts.get(9))).as("without a limit").hasSizeGreaterThan(77);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "tiny-clip, text_embeds, 77, 994",
        "tiny-openclip, text_embeds, 77, 0",
        "tiny-siglip, pooler_output, 64, 1"
    })
    void padsToTheFullContextWhereTheNetworkDoesNotSayThatItTakesLess(
            String model, String output, int context, long pad) {
        PooledNetwork network = new PooledNetwork(output, "input_ids");
        ModelFolder folder = ModelFolder.of(Golden.folder(model));
        try (TextEncoder encoder = TextEncoder.of(network, folder, "1", TextEncoderOptions.defaults())) {
            encoder.encode("a cat");
            long[] text = encoder.tokenIds("a cat");
            assertThat(idsSeen(network)).hasSize(context).startsWith(text);
            assertThat(idsSeen(network)[text.length]).isEqualTo(pad);
            assertThat(idsSeen(network)[context - 1]).isEqualTo(pad);
        }
    }

    @Test
    void hidesNoPaddingFromSiglip() {
        PooledNetwork network = new PooledNetwork("pooler_output", "input_ids", "attention_mask");
        ModelFolder folder = ModelFolder.of(Golden.folder("tiny-siglip"));
        try (TextEncoder encoder = TextEncoder.of(network, folder, "1", TextEncoderOptions.defaults())) {
            encoder.encode("a cat");
            assertThat(network.calls.get(1).get("attention_mask").longs())
                    .hasSize(64)
                    .containsOnly(1);
        }
    }

    @Test
    void hidesPaddingFromClipWhereItReadsAMask() {
        PooledNetwork network = new PooledNetwork("text_embeds", "input_ids", "attention_mask");
        ModelFolder folder = ModelFolder.of(Golden.folder("tiny-clip"));
        try (TextEncoder encoder = TextEncoder.of(network, folder, "1", TextEncoderOptions.defaults())) {
            encoder.encode("");
            long[] mask = network.calls.get(1).get("attention_mask").longs();
            assertThat(mask).hasSize(77).startsWith(1, 1, 0).endsWith(0);
        }
    }

    @Test
    void canonicalisesForSiglipOnlyWhatTheTokenizerDoesNot() throws Exception {
        Spoilt bare = Spoilt.copy(Golden.folder("tiny-siglip"), temporary).setNull("tokenizer.json", "normalizer");
        TextGolden golden = TextGolden.shared("tiny-siglip");
        try (TextEncoder encoder = bare.open()) {
            assertThat(encoder.tokenIds("A photo, of a CAT!")).isEqualTo(encoder.tokenIds("a photo of a cat"));
            // Where a text holds the name of a special token, the tokenizer finds it before it cleans.
            assertThat(golden.wrongIds(encoder)).containsExactly("</s> <unk> <pad> injected");
        }
        bare.replace("tokenizer_config.json", "SiglipTokenizer", "T5Tokenizer")
                .replace("tokenizer_config.json", "\"do_lower_case\": true,", "");
        try (TextEncoder encoder = bare.open()) {
            assertThat(golden.wrongIds(encoder)).hasSizeGreaterThan(10);
        }
    }

    @Test
    void canonicalisesForOpenClipWhereTheModelAsksForIt() throws Exception {
        Spoilt folder = Spoilt.copy(Golden.folder("tiny-openclip"), temporary);
        try (TextEncoder encoder = folder.open()) {
            assertThat(encoder.tokenIds("a_cat!")).isNotEqualTo(encoder.tokenIds("a cat"));
        }
        folder.replace(
                "open_clip_config.json",
                "\"context_length\"",
                "\"tokenizer_kwargs\": {\"clean\": \"canonicalize\"}, \"context_length\"");
        try (TextEncoder encoder = folder.open()) {
            assertThat(encoder.tokenIds("A_cat!")).isEqualTo(encoder.tokenIds("a cat"));
        }
    }

    @Test
    void padsWithTheTokenizersTokenWhereOpenClipUsesOneOfHuggingFace() throws Exception {
        Spoilt folder = Spoilt.copy(Golden.folder("tiny-openclip"), temporary)
                .replace(
                        "open_clip_config.json",
                        "\"context_length\": 77",
                        "\"hf_tokenizer_name\": \"x\", \"context_length\": 16")
                .replace("tokenizer_config.json", "\"pad_token\": \"!\"", "\"pad_token\": \"<|endoftext|>\"");
        PooledNetwork network = new PooledNetwork("text_features", "text");
        try (TextEncoder encoder = TextEncoder.of(network, folder.folder(), "1", TextEncoderOptions.defaults())) {
            encoder.encode("");
            assertThat(network.calls.get(1).get("text").longs()).hasSize(16).endsWith(994, 994);
        }
    }

    @Test
    void putsTheModelsOwnPromptBeforeEveryText() throws Exception {
        Spoilt folder = Spoilt.copy(TextGolden.path("mpnet"), temporary);
        String prompts = "{\"prompts\":{\"query\":\"a photo of \"},\"default_prompt_name\":%s}";
        folder.write("config_sentence_transformers.json", prompts.formatted("null"));
        long[] whole;
        try (TextEncoder encoder = folder.open()) {
            whole = encoder.tokenIds("a photo of a cat");
            assertThat(encoder.tokenIds("a cat")).isNotEqualTo(whole);
        }
        folder.write("config_sentence_transformers.json", prompts.formatted("\"query\""));
        try (TextEncoder encoder = folder.open()) {
            assertThat(encoder.tokenIds("a cat")).isEqualTo(whole);
        }
        folder.write("config_sentence_transformers.json", prompts.formatted("\"other\""));
        assertThatThrownBy(folder::open).isInstanceOf(ModelException.class).hasMessageContaining("other");
    }

    @Test
    void takesWhatTheNetworkHasPooledItself() {
        ModelFolder folder = ModelFolder.of(TextGolden.path("bert-dense"));
        PooledNetwork network = new PooledNetwork("sentence_embedding", "input_ids", "attention_mask");
        try (TextEncoder encoder = TextEncoder.of(network, folder, "1", TextEncoderOptions.defaults())) {
            assertThat(encoder.space().dimension()).isEqualTo(2);
        }
    }

    @Test
    void readsABareFolderAsAnEncoderThatTakesTheMean() throws Exception {
        TextGolden golden = TextGolden.family("distilbert", "mean");
        Spoilt bare = Spoilt.copy(golden.folder().path(), temporary)
                .delete("config.json", "modules.json", "sentence_bert_config.json", "1_Pooling/config.json")
                .delete("tokenizer_config.json", "special_tokens_map.json");
        TextEncoderOptions options = TextEncoderOptions.defaults().withMaxTokens(48);
        try (TextEncoder encoder = TextEncoder.load(bare.folder(), options)) {
            assertThat(golden.wrong(encoder.encodeAll(golden.texts()))).isEmpty();
        }
    }

    @Test
    void readsATextWithoutTokensAsPadding() throws Exception {
        Spoilt folder =
                Spoilt.copy(TextGolden.path("last-token"), temporary).setNull("tokenizer.json", "post_processor");
        try (TextEncoder encoder = folder.open()) {
            assertThat(encoder.tokenIds("")).containsExactly(0);
            assertThat(encoder.encode("").norm()).isBetween(0.999, 1.001);
        }
    }
}
