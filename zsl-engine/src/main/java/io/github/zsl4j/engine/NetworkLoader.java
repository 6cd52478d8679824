package io.github.zsl4j.engine;

import io.github.zsl4j.error.ModelException;
import java.nio.file.Path;
import java.util.ServiceLoader;

/**
 * What {@link Network#load} asks for a network: the seam behind which the engines' own types stay. It is found by
 * {@link ServiceLoader}; applications have no need of it.
 */
public interface NetworkLoader {

    /** @throws ModelException as {@link Network#load} */
    Network load(Path file, NetworkOptions options);

    /** @throws ModelException if the application was packed without the service files of its jars */
    static NetworkLoader installed() {
        return ServiceLoader.load(NetworkLoader.class, NetworkLoader.class.getClassLoader())
                .findFirst()
                .orElseThrow(
                        () -> new ModelException(
                                "META-INF/services/" + NetworkLoader.class.getName()
                                        + " of zsl-engine is missing from this application's jar; merge service files when packing it"));
    }
}
