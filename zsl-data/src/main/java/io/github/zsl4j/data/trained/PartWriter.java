package io.github.zsl4j.data.trained;

import io.github.zsl4j.align.Alignment;
import io.github.zsl4j.align.AlignmentChain;
import io.github.zsl4j.align.FunctionAlignment;
import io.github.zsl4j.align.IdentityAlignment;
import io.github.zsl4j.align.KernelAlignment;
import io.github.zsl4j.align.LinearAlignment;
import io.github.zsl4j.align.ScalingAlignment;
import io.github.zsl4j.align.TopAlignment;
import io.github.zsl4j.embedding.EmbeddingSpace;
import java.util.LinkedHashMap;
import java.util.Map;

/** Describes alignments by kind, spaces and parameters; {@link PartReader} is its inverse. */
final class PartWriter {

    private final ArrayStore arrays;

    PartWriter(ArrayStore arrays) {
        this.arrays = arrays;
    }

    /** @throws IllegalArgumentException if the alignment is of a kind that files do not know */
    Map<String, Object> describe(Alignment part) {
        if (part instanceof AlignmentChain chain) {
            return new Fields("chain")
                    .with("parts", chain.parts().stream().map(this::describe).toList())
                    .map;
        }
        Fields fields = part instanceof LinearAlignment linear ? linear(linear) : simple(part);
        return fields.with("source", space(part.source())).with("target", space(part.target())).map;
    }

    private Fields simple(Alignment part) {
        if (part instanceof IdentityAlignment) {
            return new Fields("identity");
        }
        if (part instanceof ScalingAlignment scaling) {
            int d = scaling.source().dimension();
            return new Fields("scaling")
                    .with("centre", arrays.add(scaling.centre(), d))
                    .with("factors", arrays.add(scaling.factors(), d));
        }
        if (part instanceof FunctionAlignment function) {
            return new Fields("function").with("function", function.function().name());
        }
        if (part instanceof TopAlignment top) {
            return new Fields("top").with("count", top.count());
        }
        if (part instanceof KernelAlignment kernel) {
            return kernel(kernel);
        }
        throw new IllegalArgumentException(
                "An alignment of the kind " + part.getClass().getName()
                        + " cannot be saved; save the parts of package io.github.zsl4j.align that it is made of");
    }

    private Fields linear(LinearAlignment linear) {
        int d = linear.source().dimension();
        int e = linear.target().dimension();
        return new Fields("linear")
                .with("weights", arrays.add(linear.weights(), d, e))
                .with("centre", arrays.add(linear.centre(), d))
                .with("bias", arrays.add(linear.bias(), e))
                .with("unitLength", linear.unitLength());
    }

    private Fields kernel(KernelAlignment kernel) {
        int m = kernel.anchors().rows();
        return new Fields("kernel")
                .with("kernel", kernel.kernel().kind().name())
                .with("width", kernel.kernel().width())
                .with(
                        "anchors",
                        arrays.add(
                                kernel.anchors().toArray(), m, kernel.source().dimension()));
    }

    static Map<String, Object> space(EmbeddingSpace space) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("name", space.name());
        fields.put("dimension", space.dimension());
        fields.put("identity", space.identity());
        return fields;
    }

    /** The fields of one part, in the order of the file. */
    private static final class Fields {

        private final Map<String, Object> map = new LinkedHashMap<>();

        Fields(String kind) {
            map.put("kind", kind);
        }

        Fields with(String key, Object value) {
            map.put(key, value);
            return this;
        }
    }
}
