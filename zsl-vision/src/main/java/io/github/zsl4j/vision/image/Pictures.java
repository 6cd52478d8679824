package io.github.zsl4j.vision.image;

import io.github.zsl4j.vision.image.ImageException.Reason;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Finds picture files. Thread-safe. */
public final class Pictures {

    private static final Set<String> EXTENSIONS =
            Set.of("jpg", "jpeg", "jpe", "jfif", "png", "gif", "bmp", "dib", "tif", "tiff", "webp");

    private Pictures() {}

    /** Whether a file's name ends like a picture's, in either case, and is not hidden by a leading dot. */
    public static boolean isPictureName(Path file) {
        String name = file.getFileName() == null ? "" : file.getFileName().toString();
        String extension = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        return !name.startsWith(".") && EXTENSIONS.contains(extension);
    }

    /**
     * The picture files in a folder and all folders below it, told by their names, in the order of their paths. Links
     * are followed, but never in a circle.
     *
     * <p>What turns out to be unreadable below the folder (a locked folder, a link to nowhere) is listed like a picture,
     * so that whoever decodes the list reports it instead of passing over it in silence.
     *
     * @return in a fixed order; empty if there are none
     * @throws ImageException if {@code folder} is missing, not a folder or unreadable
     */
    public static List<Path> in(Path folder) {
        if (!Files.exists(folder)) {
            throw new ImageException(Reason.MISSING, folder + ": there is no such folder");
        }
        if (!Files.isDirectory(folder)) {
            throw new ImageException(Reason.UNREADABLE, folder + ": this is a file, not a folder");
        }
        Finder finder = new Finder(folder);
        try {
            Files.walkFileTree(folder, EnumSet.of(FileVisitOption.FOLLOW_LINKS), Integer.MAX_VALUE, finder);
        } catch (AccessDeniedException e) {
            throw new ImageException(Reason.UNREADABLE, folder + ": the folder may not be read: permission denied", e);
        } catch (IOException e) {
            throw new ImageException(Reason.UNREADABLE, folder + ": the folder cannot be read: " + e, e);
        }
        finder.found.sort(Comparator.naturalOrder());
        return List.copyOf(finder.found);
    }

    private static final class Finder extends SimpleFileVisitor<Path> {

        private final Path root;
        private final List<Path> found = new ArrayList<>();

        Finder(Path root) {
            this.root = root;
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            if (isPictureName(file)) {
                found.add(file);
            }
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFileFailed(Path file, IOException failure) throws IOException {
            if (file.equals(root)) {
                throw failure;
            }
            if (!(failure instanceof FileSystemLoopException) && (Files.isDirectory(file) || isPictureName(file))) {
                found.add(file);
            }
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult postVisitDirectory(Path folder, IOException failure) {
            if (failure != null) {
                found.add(folder);
            }
            return FileVisitResult.CONTINUE;
        }
    }
}
