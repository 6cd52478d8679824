package io.github.zsl4j.cli;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.regex.PatternSyntaxException;

/**
 * A pattern of file names: {@code *} and {@code ?} within a name, {@code [abc]}, {@code {jpg,png}}, and {@code **} for
 * any folders or none. As in a shell, hidden files and folders are not found.
 */
final class Glob {

    private final String pattern;
    private final Path start;
    private final PathMatcher matcher;
    private final int depth;

    private Glob(String pattern, Path start, PathMatcher matcher, int depth) {
        this.pattern = pattern;
        this.start = start;
        this.matcher = matcher;
        this.depth = depth;
    }

    static boolean isGlob(String argument) {
        return argument.chars().anyMatch(c -> "*?[{".indexOf(c) >= 0);
    }

    /** @throws UsageException if the pattern is malformed */
    static Glob of(String pattern) {
        int fixed = pattern.lastIndexOf('/', firstMeta(pattern));
        Path start = Path.of(fixed < 0 ? "" : pattern.substring(0, fixed + 1));
        int depth = pattern.contains("**")
                ? Integer.MAX_VALUE
                : (int) pattern.substring(fixed + 1)
                                .chars()
                                .filter(c -> c == '/')
                                .count()
                        + 1;
        try {
            String java = "glob:" + pattern.replace("**/", "{**/,}").replaceAll("/{2,}", "/");
            return new Glob(pattern, start, FileSystems.getDefault().getPathMatcher(java), depth);
        } catch (PatternSyntaxException e) {
            throw new UsageException(pattern + ": is not a pattern of file names (" + e.getDescription() + ")", e);
        }
    }

    private static int firstMeta(String pattern) {
        int first = 0;
        while ("*?[{".indexOf(pattern.charAt(first)) < 0) {
            first++;
        }
        return first;
    }

    /** The files that match, sorted; what could not be looked into, and a pattern without a match, are problems. */
    List<PictureItem> find() {
        List<PictureItem> found = new ArrayList<>();
        try {
            Files.walkFileTree(start, EnumSet.of(FileVisitOption.FOLLOW_LINKS), depth, new Collector(found));
        } catch (IOException e) {
            found.add(PictureItem.problem(pattern, start + ": cannot be read (" + e.getMessage() + ")"));
        }
        if (found.isEmpty()) {
            found.add(PictureItem.problem(pattern, pattern + ": no file matches this pattern"));
        }
        found.sort(Comparator.comparing(PictureItem::name));
        return found;
    }

    private final class Collector extends SimpleFileVisitor<Path> {

        private final List<PictureItem> found;

        Collector(List<PictureItem> found) {
            this.found = found;
        }

        private boolean isHidden(Path path) {
            return !path.equals(start) && path.getFileName().toString().startsWith(".");
        }

        @Override
        public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
            return isHidden(folder) ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            if (attributes.isRegularFile() && !isHidden(file) && matcher.matches(file)) {
                found.add(PictureItem.of(file));
            }
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFileFailed(Path file, IOException e) {
            if (Files.isDirectory(file) && !Files.isReadable(file)) {
                found.add(PictureItem.problem(file.toString(), file + ": no permission to look into this folder"));
            }
            return FileVisitResult.CONTINUE;
        }
    }
}
