package io.github.zsl4j.data.trained;

import io.github.zsl4j.align.Alignment;
import io.github.zsl4j.align.AlignmentChain;
import io.github.zsl4j.align.FunctionAlignment;
import io.github.zsl4j.align.IdentityAlignment;
import io.github.zsl4j.align.Kernel;
import io.github.zsl4j.align.KernelAlignment;
import io.github.zsl4j.align.LinearAlignment;
import io.github.zsl4j.align.RowFunction;
import io.github.zsl4j.align.ScalingAlignment;
import io.github.zsl4j.align.TopAlignment;
import io.github.zsl4j.data.DataException;
import io.github.zsl4j.data.json.JsonFields;
import io.github.zsl4j.embedding.EmbeddingMatrix;
import io.github.zsl4j.embedding.EmbeddingSpace;
import java.util.Arrays;

/** Makes alignments from what {@link PartWriter} described. */
final class PartReader {

    private final ArraySource arrays;

    PartReader(ArraySource arrays) {
        this.arrays = arrays;
    }

    /** @throws DataException if a field or an array is missing, damaged, or of a kind that is not known here */
    Alignment read(JsonFields part) {
        String kind = part.text("kind");
        if (kind.equals("chain")) {
            return new AlignmentChain(
                    part.children("parts").stream().map(this::read).toList());
        }
        EmbeddingSpace source = space(part.child("source"));
        EmbeddingSpace target = space(part.child("target"));
        return switch (kind) {
            case "identity" -> new IdentityAlignment(source, target);
            case "linear" -> linear(part, source, target);
            case "scaling" -> scaling(part, source, target);
            case "function" -> FunctionAlignment.of(source, target, constant(part, "function", RowFunction.values()));
            case "top" -> leadingTo(target, TopAlignment.of(source, part.integer("count")));
            case "kernel" -> leadingTo(target, kernel(part, source));
            default ->
                throw new DataException(
                        "the kind of alignment '" + kind + "' is not known; a newer version of zsl4j may know it");
        };
    }

    private Alignment linear(JsonFields part, EmbeddingSpace source, EmbeddingSpace target) {
        int d = source.dimension();
        int e = target.dimension();
        LinearAlignment linear = LinearAlignment.of(source, target, arrays.get(part.text("weights"), d, e))
                .withCentre(arrays.get(part.text("centre"), d))
                .withBias(arrays.get(part.text("bias"), e));
        return part.flag("unitLength") ? linear.withUnitLength() : linear;
    }

    private Alignment scaling(JsonFields part, EmbeddingSpace source, EmbeddingSpace target) {
        int d = source.dimension();
        return ScalingAlignment.of(
                source, target, arrays.get(part.text("centre"), d), arrays.get(part.text("factors"), d));
    }

    private Alignment kernel(JsonFields part, EmbeddingSpace source) {
        String name = part.text("anchors");
        float[] anchors = arrays.get(name, arrays.rows(name), source.dimension());
        Kernel kernel = new Kernel(constant(part, "kernel", Kernel.Kind.values()), part.number("width"));
        return KernelAlignment.of(EmbeddingMatrix.wrap(source, anchors), kernel);
    }

    /** Some parts name their target themselves; a file of a version that named it otherwise is still right. */
    private static Alignment leadingTo(EmbeddingSpace target, Alignment part) {
        return part.target().equals(target)
                ? part
                : AlignmentChain.of(part, new IdentityAlignment(part.target(), target));
    }

    static <E extends Enum<E>> E constant(JsonFields fields, String key, E[] constants) {
        String name = fields.text(key);
        return Arrays.stream(constants)
                .filter(c -> c.name().equals(name))
                .findFirst()
                .orElseThrow(() -> fields.wrong(key, "one of " + Arrays.toString(constants)));
    }

    static EmbeddingSpace space(JsonFields fields) {
        return new EmbeddingSpace(fields.text("name"), fields.integer("dimension"), fields.text("identity"));
    }
}
