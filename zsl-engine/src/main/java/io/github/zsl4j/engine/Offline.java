package io.github.zsl4j.engine;

/**
 * Keeps DJL off the network. Unless told that it is offline, it asks whether it runs in a cloud, reports its use there,
 * and fetches other native libraries where there is a GPU. The system property that tells it so belongs to the whole
 * program, so it is set only while DJL loads something for us, and then put back. Thread-safe; calls may nest and overlap.
 */
public final class Offline {

    private static final String PROPERTY = "ai.djl.offline";

    private static int running;
    private static String before;

    private Offline() {}

    /**
     * What is done offline.
     *
     * @param <T> its result
     * @param <E> its failure
     */
    @FunctionalInterface
    public interface Action<T, E extends Exception> {
        T run() throws E;
    }

    /** Runs {@code action} with DJL told that it is offline. */
    public static <T, E extends Exception> T call(Action<T, E> action) throws E {
        enter();
        try {
            return action.run();
        } finally {
            leave();
        }
    }

    private static synchronized void enter() {
        if (running++ == 0) {
            before = System.getProperty(PROPERTY);
            System.setProperty(PROPERTY, "true");
        }
    }

    private static synchronized void leave() {
        if (--running > 0) {
            return;
        }
        if (before == null) {
            System.clearProperty(PROPERTY);
        } else {
            System.setProperty(PROPERTY, before);
        }
    }
}
