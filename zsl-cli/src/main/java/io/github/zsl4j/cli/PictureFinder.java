package io.github.zsl4j.cli;

import io.github.zsl4j.error.ZslException;
import io.github.zsl4j.vision.image.ImageSource;
import io.github.zsl4j.vision.image.Pictures;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;

/** Finds the pictures that arguments stand for, in the order of the arguments; those of a folder are sorted. */
final class PictureFinder {

    private static final String STANDARD_INPUT = "-";

    private final InputStream in;

    PictureFinder(InputStream in) {
        this.in = in;
    }

    /** What the arguments stand for; an argument that stands for nothing becomes an item with a problem. */
    List<PictureItem> find(List<String> arguments) {
        return arguments.stream().flatMap(a -> find(a).stream()).toList();
    }

    private List<PictureItem> find(String argument) {
        try {
            if (argument.equals(STANDARD_INPUT)) {
                return List.of(PictureItem.of(ImageSource.of(in, STANDARD_INPUT)));
            }
            Path path = Path.of(argument);
            if (Files.isDirectory(path)) {
                return folder(path);
            }
            // A pattern too where it cannot be told whether there is a file of that name.
            boolean isGlob = Glob.isGlob(argument) && !Files.exists(path);
            return isGlob ? Glob.of(argument).find() : List.of(PictureItem.of(path));
        } catch (InvalidPathException e) {
            return List.of(PictureItem.problem(argument, argument + ": is not a file name (" + e.getReason() + ")"));
        } catch (ZslException e) {
            return List.of(PictureItem.problem(argument, e.getMessage()));
        }
    }

    private static List<PictureItem> folder(Path folder) {
        List<Path> files = Pictures.in(folder);
        return files.isEmpty()
                ? List.of(PictureItem.problem(folder.toString(), folder + ": there is no picture in this folder"))
                : files.stream().map(PictureItem::of).toList();
    }
}
