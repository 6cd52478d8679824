package io.github.zsl4j.protocol;

import java.util.ArrayList;
import java.util.List;
import java.util.ServiceLoader;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** The methods that are on the class path. */
public final class Methods {

    private Methods() {}

    /**
     * All methods, by provider.
     *
     * @param seed for what chance decides in training
     * @throws IllegalStateException if two have one name
     */
    public static List<Method> all(long seed) {
        return collect(seed, provider -> true);
    }

    /** Those of {@link #all} that have what they need, such as an engine to train with. */
    public static List<Method> runnable(long seed) {
        return collect(seed, MethodProvider::canRun);
    }

    private static List<Method> collect(long seed, Predicate<MethodProvider> wanted) {
        List<Method> methods = new ArrayList<>();
        for (MethodProvider provider : ServiceLoader.load(MethodProvider.class)) {
            if (!wanted.test(provider)) {
                continue;
            }
            for (Method method : provider.methods(seed)) {
                if (methods.stream().anyMatch(m -> m.name().equals(method.name()))) {
                    throw new IllegalStateException("There are two methods named " + method.name());
                }
                methods.add(method);
            }
        }
        return methods;
    }

    /**
     * One method.
     *
     * @throws IllegalArgumentException if there is none of that name; the message lists all
     */
    public static Method named(String name, long seed) {
        List<Method> all = all(seed);
        return all.stream().filter(m -> m.name().equals(name)).findFirst().orElseThrow(() -> {
            String known = all.stream().map(Method::name).collect(Collectors.joining(", "));
            return new IllegalArgumentException("There is no method '" + name + "'; there are " + known);
        });
    }
}
