package io.github.zsl4j.engine.djl;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a network reads and writes, by name, in the order of its file.
 *
 * @param inputs empty if they cannot be told
 * @param outputs empty if they cannot be told
 */
record Signature(Map<String, Port> inputs, Map<String, Port> outputs) {

    /** Of a network whose file tells nothing. */
    static final Signature UNKNOWN = new Signature(List.of(), List.of());

    Signature(List<Port> inputs, List<Port> outputs) {
        this(byName(inputs), byName(outputs));
    }

    private static Map<String, Port> byName(List<Port> ports) {
        Map<String, Port> byName = new LinkedHashMap<>();
        ports.forEach(port -> byName.put(port.name(), port));
        return Collections.unmodifiableMap(byName);
    }

    /** The same, with the inputs that the engine names; of those that are not in the file only the name is known. */
    Signature withInputs(List<String> names) {
        List<Port> known = names.stream()
                .map(name -> inputs.getOrDefault(name, Port.named(name)))
                .toList();
        return new Signature(byName(known), outputs);
    }
}
