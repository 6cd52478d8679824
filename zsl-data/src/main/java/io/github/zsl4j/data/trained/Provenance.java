package io.github.zsl4j.data.trained;

import io.github.zsl4j.align.TrainingSet;
import io.github.zsl4j.align.ZeroShotTrainer;
import io.github.zsl4j.data.json.JsonFields;
import io.github.zsl4j.data.options.MethodOptions;
import java.util.Collections;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * How an alignment was made, so that it can be made again. Immutable.
 *
 * @param method the name of the method, as {@code Ridge}
 * @param options all options of the method, as {@link MethodOptions#describe} gives them; whole numbers become {@code Long}
 *     and others {@code Double}
 * @param data what was trained with, if that is known
 * @param library the version of zsl4j
 */
public record Provenance(String method, Map<String, Object> options, Optional<DataFingerprint> data, String library) {

    /** Of a library that runs from its compiled classes rather than from a jar. */
    private static final String UNRELEASED = "unreleased";

    /** @throws IllegalArgumentException if an option is a number that is not finite */
    public Provenance {
        Objects.requireNonNull(method, "method");
        Objects.requireNonNull(data, "data");
        Objects.requireNonNull(library, "library");
        // By way of JSON, so that an alignment is the same before it is written and after.
        options = Collections.unmodifiableMap(
                JsonFields.parse("options", JsonFields.write(options)).toMap());
    }

    /** How {@code trainer} learns from {@code examples} with this library. */
    public static Provenance of(ZeroShotTrainer trainer, TrainingSet examples) {
        return new Provenance(
                trainer.getClass().getSimpleName(),
                trainer instanceof Record ? MethodOptions.describe(trainer) : Map.of(),
                Optional.of(DataFingerprint.of(examples)),
                libraryVersion());
    }

    static String libraryVersion() {
        String version = Provenance.class.getPackage().getImplementationVersion();
        return version == null ? UNRELEASED : version;
    }

    /** The option {@code seed} of the method, or of a method within it; empty if nothing was left to chance. */
    public OptionalLong seed() {
        return seed(options);
    }

    private static OptionalLong seed(Map<?, ?> options) {
        if (options.get("seed") instanceof Long seed) {
            return OptionalLong.of(seed);
        }
        return options.values().stream()
                .filter(Map.class::isInstance)
                .map(inner -> seed((Map<?, ?>) inner))
                .filter(OptionalLong::isPresent)
                .findFirst()
                .orElse(OptionalLong.empty());
    }
}
