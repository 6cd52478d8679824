package io.github.zsl4j.lucene;

import io.github.zsl4j.error.ZslException;
import java.io.EOFException;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.apache.lucene.index.CorruptIndexException;
import org.apache.lucene.index.IndexFormatTooNewException;
import org.apache.lucene.index.IndexFormatTooOldException;
import org.apache.lucene.store.AlreadyClosedException;
import org.apache.lucene.store.LockObtainFailedException;

/** Runs what touches the files of an index, and says in words what went wrong. */
record Access(Path folder) {

    /** Work on files. */
    @FunctionalInterface
    interface Work<T> {
        T run() throws IOException;
    }

    <T> T run(Work<T> work) {
        try {
            return work.run();
        } catch (AlreadyClosedException e) {
            throw e.getCause() == null ? closed(e) : failed("cannot be used after a failure", e.getCause());
        } catch (LockObtainFailedException e) {
            throw new ZslException(
                    folder
                            + ": another program is writing this index; wait until it has finished, or open it for reading",
                    e);
        } catch (IndexFormatTooOldException | IndexFormatTooNewException e) {
            throw new ZslException(folder + ": the index was written by another line of Lucene; index again", e);
        } catch (CorruptIndexException | FileNotFoundException | NoSuchFileException | EOFException e) {
            throw failed("is damaged; delete the folder and index again", e);
        } catch (IOException e) {
            throw failed("cannot be read or written", e);
        } catch (UncheckedIOException e) { // from where only unchecked exceptions may be thrown
            return run(() -> {
                throw e.getCause();
            });
        }
    }

    private IllegalStateException closed(AlreadyClosedException e) {
        return new IllegalStateException(folder + ": the index is closed", e);
    }

    private ZslException failed(String what, Throwable cause) {
        return new ZslException(folder + ": the index " + what + " (" + cause + ")", cause);
    }
}
