package io.github.zsl4j.text;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.zsl4j.engine.Network;
import io.github.zsl4j.engine.NetworkOptions;
import io.github.zsl4j.engine.Tensor;
import io.github.zsl4j.error.ModelException;
import io.github.zsl4j.testkit.Golden;
import io.github.zsl4j.testkit.JsonMutations;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;

/**
 * Whatever stands in a model's configuration, it loads or is refused with a {@link ModelException}. tokenizer.json is left
 * alone: it is a program for the native tokenizer, which ends the JVM on some that make no sense.
 */
class MutatedFolderTest {

    private static final List<String> FILES = List.of(
            "config.json",
            "open_clip_config.json",
            "modules.json",
            "sentence_bert_config.json",
            "1_Pooling/config.json",
            "2_Dense/config.json",
            "tokenizer_config.json",
            "special_tokens_map.json");

    private static final List<Path> MODELS =
            List.of(TextGolden.path("bert-dense"), TextGolden.path("siglip2"), TextGolden.path("xlm-roberta"));

    private static final List<Network> NETWORKS = new ArrayList<>();
    private static Path temporary;

    @BeforeContainer
    static void load() throws IOException {
        temporary = Files.createTempDirectory("zsl4j-mutated");
        for (Path model : models()) {
            Path onnx = model.resolve("onnx");
            String name = Files.exists(onnx.resolve("text_model.onnx")) ? "text_model.onnx" : "model.onnx";
            NETWORKS.add(new Kept(Network.load(onnx.resolve(name), NetworkOptions.defaults())));
        }
    }

    @AfterContainer
    static void close() throws IOException {
        NETWORKS.forEach(network -> ((Kept) network).network.close());
        NETWORKS.clear();
        try (var files = Files.walk(temporary)) {
            files.sorted(java.util.Comparator.reverseOrder())
                    .forEach(file -> file.toFile().delete());
        }
    }

    private static List<Path> models() {
        List<Path> models = new ArrayList<>(MODELS);
        models.add(Golden.folder("tiny-openclip"));
        models.add(Golden.folder("tiny-clip"));
        return models;
    }

    @Provide
    Arbitrary<String> values() {
        return Arbitraries.oneOf(
                Arbitraries.of("null", "true", "false", "{}", "[]", "[{}]", "[1]", "\"\"", "\"right\"", "1e300", "-1"),
                Arbitraries.of("0", "1", "3", "0.5", "1e9", "2147483648", "\"Tanh\"", "\"clip\"", "\"siglip\""),
                Arbitraries.of(
                        "{\"content\":7}", "{\"content\":\"<pad>\"}", "\"mpnet\"", "\"<pad>\"", "\"SiglipTokenizer\""),
                Arbitraries.integers().map(String::valueOf),
                Arbitraries.strings().alpha().ofMaxLength(5).map(s -> "\"" + s + "\""));
    }

    @Property(tries = 600)
    void loadsOrRefusesAnyConfiguration(
            @ForAll @IntRange(max = 4) int model,
            @ForAll @IntRange(max = 1000) int place,
            @ForAll("values") String value)
            throws IOException {
        Path folder = temporary.resolve("m" + model);
        if (!Files.exists(folder)) {
            Spoilt.copy(models().get(model), folder);
        }
        List<String> files =
                FILES.stream().filter(f -> Files.exists(folder.resolve(f))).toList();
        String file = files.get(place % files.size());
        String before = Files.readString(folder.resolve(file));
        try {
            Files.writeString(folder.resolve(file), JsonMutations.mutated(before, place / files.size(), value));
            loadAndEncode(NETWORKS.get(model), new Spoilt(folder));
        } finally {
            Files.writeString(folder.resolve(file), before);
        }
    }

    private static void loadAndEncode(Network network, Spoilt folder) {
        try (TextEncoder encoder = TextEncoder.of(network, folder.folder(), "1", TextEncoderOptions.defaults())) {
            assertThat(encoder.encodeAll(List.of("a photo of a cat", "")).rows())
                    .isEqualTo(2);
        } catch (ModelException e) {
            assertThat(e.getMessage()).isNotBlank();
        }
    }

    /** A network that encoders cannot close. */
    private record Kept(Network network) implements Network {

        @Override
        public Set<String> inputs() {
            return network.inputs();
        }

        @Override
        public Map<String, Tensor> run(Map<String, Tensor> inputs) {
            return network.run(inputs);
        }

        @Override
        public void close() {}
    }
}
