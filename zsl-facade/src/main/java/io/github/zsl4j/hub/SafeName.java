package io.github.zsl4j.hub;

/** Whether a name from outside may become a path below a folder of ours, on any platform. */
final class SafeName {

    private SafeName() {}

    /** True if the name has forward slashes only, and no segment that leads elsewhere or that Windows reads otherwise. */
    static boolean isSafe(String name) {
        if (name.isEmpty() || name.length() > 1024 || name.matches("(?s).*[\\\\:*?\"<>|\\p{Cntrl}].*")) {
            return false;
        }
        for (String segment : name.split("/", -1)) {
            if (segment.isBlank() || segment.endsWith(".") || segment.endsWith(" ")) { // "." and ".." among them
                return false;
            }
        }
        return true;
    }
}
