package io.github.zsl4j.data.trained;

import io.github.zsl4j.data.json.JsonFields;
import io.github.zsl4j.error.ModelException;
import io.github.zsl4j.generate.FeatureGenerator;
import io.github.zsl4j.generate.GaussianGenerator;
import io.github.zsl4j.generate.GenerativeModel;
import io.github.zsl4j.generate.MappedGenerator;
import io.github.zsl4j.generate.NetworkGenerator;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Keeps a {@link TrainedGenerator} in a file that NumPy opens: a {@code .npz} archive like that of {@link AlignmentFile}, with
 * an entry {@code generator.json}. Every generator of package {@code io.github.zsl4j.generate} comes back bit for bit.
 *
 * <p>{@code generator.json} has {@code format}, {@code version}, {@code library}, {@code method}, {@code options},
 * {@code seed}, {@code data} and {@code arrays} as {@code alignment.json} has; {@code features}, the map of features to the
 * space of the samples; and {@code generator} with a {@code kind} and maps:
 *
 * <ul>
 *   <li>{@code network}: a sample is {@code network}([{@code condition}(s), z]) with standard normal z
 *   <li>{@code gaussian}: a sample is {@code mean}(s) + exp({@code logVariance}(s) / 2) * e with standard normal e
 *   <li>{@code mapped}: a sample is {@code map}(the sample of {@code generator})
 * </ul>
 */
public final class GeneratorFile {

    static final String FORMAT = "zsl4j-generator";

    /** To be raised when an older library would misread what is written. */
    static final int VERSION = 1;

    private static final DescribedArchive ARCHIVE =
            new DescribedArchive("generator file", "generator.json", FORMAT, VERSION);

    private GeneratorFile() {}

    /**
     * Writes a file beside {@code file} and moves it there when it is whole. Equal generators give equal bytes.
     *
     * @param file is replaced if it exists; by custom it ends in {@code .npz}
     * @throws IllegalArgumentException if the generator or one of its maps is of a kind of the caller's own
     * @throws ModelException if the file cannot be written; an older one is still there then
     */
    public static void write(Path file, TrainedGenerator trained) {
        ArrayStore arrays = new ArrayStore();
        PartWriter parts = new PartWriter(arrays);
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("format", FORMAT);
        fields.put("version", VERSION);
        DescriptionWriter.provenance(trained.provenance(), fields);
        fields.put("features", parts.describe(trained.model().features()));
        fields.put("generator", generator(trained.model().generator(), parts));
        fields.put("arrays", arrays.index());
        ARCHIVE.write(file, fields, arrays);
    }

    private static Map<String, Object> generator(FeatureGenerator generator, PartWriter parts) {
        Map<String, Object> fields = new LinkedHashMap<>();
        if (generator instanceof NetworkGenerator made) {
            fields.put("kind", "network");
            fields.put("condition", parts.describe(made.condition()));
            fields.put("network", parts.describe(made.network()));
        } else if (generator instanceof GaussianGenerator made) {
            fields.put("kind", "gaussian");
            fields.put("mean", parts.describe(made.mean()));
            fields.put("logVariance", parts.describe(made.logVariance()));
        } else if (generator instanceof MappedGenerator made) {
            fields.put("kind", "mapped");
            fields.put("generator", generator(made.generator(), parts));
            fields.put("map", parts.describe(made.map()));
        } else {
            throw new IllegalArgumentException("A generator of the kind "
                    + generator.getClass().getName() + " cannot be saved; files know those of package"
                    + " io.github.zsl4j.generate");
        }
        return fields;
    }

    /**
     * @throws ModelException if the file is missing, is no generator file, is of a newer version, or is damaged; the message
     *     names it and says what to do
     */
    public static TrainedGenerator read(Path file) {
        return ARCHIVE.read(file, (fields, arrays) -> {
            PartReader parts = new PartReader(arrays);
            GenerativeModel model = new GenerativeModel(
                    parts.read(fields.child("features")), generator(fields.child("generator"), parts));
            return new TrainedGenerator(model, DescriptionReader.provenance(fields));
        });
    }

    private static FeatureGenerator generator(JsonFields fields, PartReader parts) {
        return switch (fields.text("kind")) {
            case "network" ->
                new NetworkGenerator(parts.read(fields.child("condition")), parts.read(fields.child("network")));
            case "gaussian" ->
                new GaussianGenerator(parts.read(fields.child("mean")), parts.read(fields.child("logVariance")));
            case "mapped" ->
                new MappedGenerator(generator(fields.child("generator"), parts), parts.read(fields.child("map")));
            default -> throw fields.wrong("kind", "'network', 'gaussian' or 'mapped'");
        };
    }
}
