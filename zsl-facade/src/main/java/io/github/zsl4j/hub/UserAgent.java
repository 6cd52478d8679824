package io.github.zsl4j.hub;

/** How requests name this library: its version, and nothing about the machine or the user. */
final class UserAgent {

    static final String VALUE = "zsl4j/" + version();

    private UserAgent() {}

    private static String version() {
        String version = UserAgent.class.getPackage().getImplementationVersion();
        return version == null ? "dev" : version;
    }
}
