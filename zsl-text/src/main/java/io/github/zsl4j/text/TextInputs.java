package io.github.zsl4j.text;

import io.github.zsl4j.engine.Network;
import io.github.zsl4j.engine.Tensor;
import io.github.zsl4j.error.ModelException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What a text network reads.
 *
 * @param roles what each input means, in the network's order
 * @param batch the number of texts of every call, or {@link #FREE}
 * @param width the number of tokens of every text: {@link #FREE} if the network says that it takes any, {@link #UNKNOWN}
 *     if it does not say
 */
record TextInputs(Map<String, Role> roles, int batch, int width) {

    static final int FREE = -1;
    static final int UNKNOWN = 0;

    private static final Set<String> PICTURES = Set.of("pixel_values", "image", "images", "pixels");

    /** What an input means. */
    enum Role {
        IDS("input_ids"),
        MASK("attention_mask"),
        TYPES("token_type_ids"),
        POSITIONS("position_ids");

        private final String name;

        Role(String name) {
            this.name = name;
        }

        Tensor tensor(TextBatch batch) {
            long[] values = switch (this) {
                case IDS -> batch.ids();
                case MASK -> batch.mask();
                case TYPES -> new long[batch.size() * batch.width()];
                case POSITIONS -> positions(batch.size(), batch.width());
            };
            return Tensor.of(values, batch.size(), batch.width());
        }

        private static long[] positions(int texts, int width) {
            long[] positions = new long[texts * width];
            for (int i = 0; i < positions.length; i++) {
                positions[i] = i % width;
            }
            return positions;
        }
    }

    /**
     * @param usual what networks of the family read; for engines that cannot tell
     * @throws ModelException if the network reads something else than texts
     */
    static TextInputs of(Network network, List<Role> usual) {
        Map<String, Role> roles = new LinkedHashMap<>();
        if (network.inputs().isEmpty()) {
            usual.forEach(role -> roles.put(role.name, role));
        } else {
            assign(network.inputs(), roles);
        }
        long[] shape = roles.keySet().stream()
                .filter(name -> roles.get(name) == Role.IDS)
                .findFirst()
                .flatMap(network::shape)
                .filter(s -> s.length == 2)
                .orElse(new long[] {FREE, UNKNOWN});
        return new TextInputs(roles, length(shape[0], FREE), length(shape[1], UNKNOWN));
    }

    private static int length(long length, int otherwise) {
        return length > Integer.MAX_VALUE || length == 0 ? otherwise : (int) Math.max(length, FREE);
    }

    /** Inputs of other names than the usual ones, as tracing makes them up, take the roles that are left in their order. */
    private static void assign(Collection<String> names, Map<String, Role> roles) {
        List<Role> left = new ArrayList<>(List.of(Role.values()));
        left.removeIf(role -> names.contains(role.name));
        for (String name : names) {
            roles.put(name, known(name, left, names));
        }
        if (!roles.containsValue(Role.IDS)) {
            throw unknown(names);
        }
    }

    private static Role known(String name, List<Role> left, Collection<String> names) {
        for (Role role : Role.values()) {
            if (role.name.equals(name)) {
                return role;
            }
        }
        if (PICTURES.contains(name)) {
            throw new ModelException("The network reads pictures (" + String.join(", ", names)
                    + "); an image tower is no text encoder: name the text model, or give both to a joint model");
        }
        if (left.isEmpty()) {
            throw unknown(names);
        }
        return left.remove(0);
    }

    private static ModelException unknown(Collection<String> names) {
        return new ModelException("The network reads " + names
                + "; a text encoder gives input_ids, attention_mask, token_type_ids and position_ids");
    }

    /** The number of tokens of every text: the network's own if that is fixed, else as many as the model reads. */
    int width(int context) {
        return width > 0 ? width : context;
    }

    /**
     * The batches that the network takes.
     *
     * @throws ModelException if it takes only batches of a number of texts above one
     */
    Batching fit(Batching batching) {
        if (batch > 1) {
            throw new ModelException(
                    "The network reads " + batch + " texts at a time; export it with a free batch size");
        }
        return batch == 1 ? new Batching(1, batching.tokens(), batching.workers()) : batching;
    }

    boolean has(Role role) {
        return roles.containsValue(role);
    }

    Map<String, Tensor> tensors(TextBatch batch) {
        Map<String, Tensor> tensors = new LinkedHashMap<>();
        roles.forEach((name, role) -> tensors.put(name, role.tensor(batch)));
        return tensors;
    }
}
