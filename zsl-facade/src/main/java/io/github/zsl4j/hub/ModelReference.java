package io.github.zsl4j.hub;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A model of the hub: a repository at a revision, and perhaps a folder in it. Written
 * {@code hf:owner/name/folder@revision}, where all but owner and name may be left out.
 *
 * @param repository {@code owner/name}
 * @param revision a branch, a tag or a commit
 * @param folder the model's folder in the repository, with forward slashes; empty for the repository itself
 */
public record ModelReference(String repository, String revision, String folder) {

    /** What stands before the name of a model of the hub, where folders can be named too. */
    public static final String SCHEME = "hf:";

    /** The revision when none is named. */
    public static final String MAIN = "main";

    private static final String WORD = "[A-Za-z0-9_](?:[A-Za-z0-9_.-]{0,94}[A-Za-z0-9_])?";
    private static final Pattern REPOSITORY = Pattern.compile(WORD + "/" + WORD);
    private static final Pattern TEXT =
            Pattern.compile("(?:hf:(?://)?)?([^/@]+/[^/@]+)(?:/([^@]+))?(?:@(.+))?", Pattern.DOTALL);

    /** @throws IllegalArgumentException if a part is not what the hub would accept */
    public ModelReference {
        if (!REPOSITORY.matcher(repository).matches()
                || repository.contains("--")
                || repository.contains("..")
                || repository.endsWith(".git")) {
            throw new IllegalArgumentException(
                    "'" + repository
                            + "' is no name of a model on the hub; owner/name is expected, such as Xenova/clip-vit-base-patch32");
        }
        if (!SafeName.isSafe(revision) || revision.matches("(?s).*(\\.\\.|[\\s~^\\[]).*")) {
            throw new IllegalArgumentException(
                    repository + ": '" + revision + "' is no revision; a branch, a tag or a commit is expected");
        }
        if (!folder.isEmpty() && !SafeName.isSafe(folder)) {
            throw new IllegalArgumentException(repository + ": '" + folder
                    + "' is no folder of a repository; names with slashes between them are expected");
        }
    }

    /**
     * Reads {@code owner/name}, with {@code hf:} or {@code hf://} before it if you like, a folder after it, and a revision
     * after an {@code @}.
     *
     * @throws IllegalArgumentException if it is something else
     */
    public static ModelReference parse(String text) {
        Matcher parts = TEXT.matcher(text);
        if (!parts.matches()) {
            throw new IllegalArgumentException(
                    "'" + text + "' is no model of the hub; hf:owner/name or hf:owner/name@revision is expected");
        }
        String folder = parts.group(2) == null ? "" : parts.group(2);
        return new ModelReference(parts.group(1), parts.group(3) == null ? MAIN : parts.group(3), folder);
    }

    public ModelReference withRevision(String newRevision) {
        return new ModelReference(repository, newRevision, folder);
    }

    /** Where a file of the model lies in the repository. */
    String path(String file) {
        return folder.isEmpty() ? file : folder + "/" + file;
    }

    /** As {@link #parse} reads it, without the scheme. */
    @Override
    public String toString() {
        return repository + (folder.isEmpty() ? "" : "/" + folder) + (revision.equals(MAIN) ? "" : "@" + revision);
    }
}
