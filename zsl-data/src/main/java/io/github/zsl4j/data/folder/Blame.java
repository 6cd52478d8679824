package io.github.zsl4j.data.folder;

import io.github.zsl4j.data.DataException;
import java.nio.file.Path;
import java.util.function.Supplier;

/** Says which file is at fault when values that were read from it are refused. */
final class Blame {

    private Blame() {}

    /** @throws DataException that begins with the file, if the values are refused */
    static <T> T on(Path file, Supplier<T> values) {
        try {
            return values.get();
        } catch (IllegalArgumentException | ArithmeticException e) {
            throw new DataException(file + ": " + e.getMessage(), e);
        }
    }
}
