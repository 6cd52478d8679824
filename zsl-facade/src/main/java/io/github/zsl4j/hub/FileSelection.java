package io.github.zsl4j.hub;

import io.github.zsl4j.engine.NetworkOptions;
import io.github.zsl4j.engine.layout.WeightVariant;
import io.github.zsl4j.error.ModelException;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Which files of a repository are wanted: configuration, tokenizer, card and licence, and the networks for one engine in
 * one variant. Where a model is there both in one piece and as two towers, the towers are taken.
 *
 * @param engine DJL's name of the engine; see {@link NetworkOptions#engine()}
 * @param variant which of the exported files
 */
public record FileSelection(String engine, WeightVariant variant) {

    private static final List<String> WHOLE = List.of("model");
    private static final List<List<String>> TOWERS =
            List.of(List.of("vision_model", "text_model"), List.of("vision", "text"), List.of("visual", "textual"));

    private static final Pattern SMALL = Pattern.compile("config\\.json|preprocessor_config\\.json"
            + "|processor_config\\.json|open_clip_config\\.json|tokenizer\\.json|tokenizer_config\\.json"
            + "|special_tokens_map\\.json|modules\\.json|sentence_bert_config\\.json"
            + "|\\d+_\\w+/(?:config\\.json|model\\.safetensors)"
            + "|(?i:readme|licen[cs]e|notice)(?:\\.(?i:md|txt))?");

    private static final int NAMES_IN_MESSAGE = 12;

    public FileSelection {
        Objects.requireNonNull(engine, "engine");
        Objects.requireNonNull(variant, "variant");
    }

    /** ONNX files in full precision. */
    public static FileSelection defaults() {
        return new FileSelection(NetworkOptions.ONNX_RUNTIME, WeightVariant.FULL);
    }

    /** The files that a network with these options runs. */
    public static FileSelection of(NetworkOptions network, WeightVariant variant) {
        return new FileSelection(network.engine(), variant);
    }

    private String extension() {
        return engine.equals(NetworkOptions.PYTORCH) ? ".pt" : ".onnx";
    }

    /**
     * Chooses, in the order in which they are downloaded: what a network needs lies there before it does, so that a folder
     * with its networks is complete.
     *
     * @param files relative to the model's folder
     * @throws ModelException if there is no such network among them
     */
    List<String> choose(ModelReference model, Collection<String> files) {
        List<String> networks = Stream.concat(TOWERS.stream(), Stream.of(WHOLE))
                .map(stems -> networks(stems, files))
                .filter(found -> !found.isEmpty())
                .findFirst()
                .orElseThrow(() -> none(model, files));
        Stream<String> small =
                files.stream().filter(name -> SMALL.matcher(name).matches()).sorted();
        Stream<String> large =
                networks.stream().flatMap(network -> Stream.concat(data(network, files), Stream.of(network)));
        return Stream.concat(small, large).toList();
    }

    boolean isSatisfiedBy(ModelReference model, Collection<String> files) {
        try {
            return !choose(model, files).isEmpty();
        } catch (ModelException e) {
            return false;
        }
    }

    /** The files of all these networks, or none. */
    private List<String> networks(List<String> stems, Collection<String> files) {
        List<String> found = stems.stream()
                .map(stem -> variant.suffix().isEmpty() ? stem : stem + "_" + variant.suffix())
                .flatMap(stem -> Stream.of("onnx/" + stem + extension(), stem + extension())
                        .filter(files::contains)
                        .limit(1))
                .toList();
        return found.size() == stems.size() ? found : List.of();
    }

    /** What an ONNX file of more than 2 GB keeps beside it. */
    private static Stream<String> data(String network, Collection<String> files) {
        Pattern name = Pattern.compile(Pattern.quote(network) + "(?:_data(?:_\\d+)?|\\.data)");
        return files.stream().filter(file -> name.matcher(file).matches()).sorted();
    }

    private ModelException none(ModelReference model, Collection<String> files) {
        String stem = variant.suffix().isEmpty() ? "" : "_" + variant.suffix();
        String wanted = "neither model" + stem + extension() + " nor vision_model" + stem + extension()
                + " with text_model" + stem + extension();
        List<String> others = new TreeSet<>(files)
                .stream()
                        .filter(file -> file.endsWith(".onnx") || file.endsWith(".pt"))
                        .limit(NAMES_IN_MESSAGE)
                        .toList();
        String advice = others.isEmpty()
                ? "; it has no network that this library runs, take an ONNX export of the model"
                : "; it has " + String.join(", ", others) + ": choose another variant or engine";
        return new ModelException(model + ": there is " + wanted + " in it" + advice);
    }
}
