package io.github.zsl4j.protocol;

import java.util.List;

/**
 * Brings methods; found through {@link java.util.ServiceLoader}. An implementation is a public class with a public
 * constructor without parameters, named in {@code META-INF/services/io.github.zsl4j.protocol.MethodProvider}.
 */
public interface MethodProvider {

    /**
     * The methods in the order of a table.
     *
     * @param seed for what chance decides in training
     */
    List<Method> methods(long seed);

    /** Whether what the methods need besides this class is there; if not, they are listed but fail with what to add. */
    default boolean canRun() {
        return true;
    }
}
