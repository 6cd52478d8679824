package io.github.zsl4j.engine.layout;

import java.nio.file.Path;

/** Reads the name of a model off its folder. */
final class FolderName {

    private static final String HUB_PREFIX = "models--";

    private FolderName() {}

    /** {@code hub/models--owner--name/snapshots/<revision>} is owner/name; any other folder is called as it is. */
    static String of(Path path) {
        Path absolute = path.toAbsolutePath().normalize();
        Path snapshots = absolute.getParent();
        Path repository = snapshots == null ? null : snapshots.getParent();
        if (repository != null && repository.getFileName() != null) {
            String name = repository.getFileName().toString();
            if (name.length() > HUB_PREFIX.length() && name.startsWith(HUB_PREFIX) && snapshots.endsWith("snapshots")) {
                return name.substring(HUB_PREFIX.length()).replace("--", "/");
            }
        }
        return absolute.getFileName() == null ? "model" : absolute.getFileName().toString();
    }
}
