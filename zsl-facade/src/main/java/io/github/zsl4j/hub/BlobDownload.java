package io.github.zsl4j.hub;

import io.github.zsl4j.error.ModelException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.WritableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;

/**
 * Downloads the content of one file: into a file beside its place, where an earlier attempt left off; verified; then moved
 * into place in one step.
 */
final class BlobDownload {

    private static final int BUFFER = 1 << 16;

    private final HubClient client;
    private final Machine machine;
    private final ProgressMeter meter;

    BlobDownload(HubClient client, Machine machine, ProgressMeter meter) {
        this.client = client;
        this.machine = machine;
        this.meter = meter;
    }

    /**
     * A content and where it goes.
     *
     * @param partial where it lies until it is complete
     */
    record Job(ModelReference model, String commit, RemoteFile file, Path partial, Path blob) {

        @Override
        public String toString() {
            return model + ": " + file.name();
        }
    }

    /** @throws ModelException if it cannot be had, or is not what the server said */
    void run(Job job) throws IOException {
        Files.createDirectories(job.partial().getParent());
        meter.begin(job.file().name(), size(job.partial()));
        fetch(job);
        verify(job);
        Files.move(job.partial(), job.blob(), StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        meter.end(job.file().size());
    }

    private static long size(Path file) throws IOException {
        return Files.exists(file) ? Files.size(file) : 0;
    }

    private void fetch(Job job) throws IOException {
        Attempts attempts = new Attempts(machine);
        if (job.file().size() == 0) {
            truncate(job);
        }
        while (size(job.partial()) != job.file().size()) {
            long before = size(job.partial());
            try {
                append(job, before);
            } catch (TransientFailure e) {
                if (size(job.partial()) > before) {
                    attempts.progressed();
                }
                attempts.pauseAfter(e);
            }
        }
    }

    private void append(Job job, long there) throws TransientFailure, IOException {
        String range = there == 0 ? "" : "bytes=" + there + "-";
        try (Answer answer = client.open(job.model(), job.commit(), job.file(), range)) {
            if (answer.status() == 416 || there > job.file().size()) {
                truncate(job);
                throw new TransientFailure(job + ": what an earlier download left does not fit", Optional.empty());
            }
            if (there > 0 && start(job, answer, there) != there) { // the server ignores ranges
                truncate(job);
            }
            copy(job, answer);
        }
    }

    private long start(Job job, Answer answer, long there) throws TransientFailure, IOException {
        try {
            return answer.start(there);
        } catch (IOException e) {
            truncate(job);
            throw HubClient.broken(answer.uri(), e);
        }
    }

    private void truncate(Job job) throws IOException {
        Files.write(job.partial(), new byte[0]);
        meter.rewind(0);
    }

    private void copy(Job job, Answer answer) throws TransientFailure, IOException {
        long room = job.file().size() - size(job.partial());
        byte[] buffer = new byte[BUFFER];
        try (WritableByteChannel out = machine.append(job.partial())) {
            for (int n = read(answer, buffer); n > 0; n = read(answer, buffer)) {
                room -= n;
                if (room < 0) {
                    Files.deleteIfExists(job.partial());
                    throw new ModelException(job + ": the server sends more than the "
                            + job.file().size() + " bytes that it announced; the file has been removed");
                }
                write(job, out, ByteBuffer.wrap(buffer, 0, n));
                meter.received(n);
            }
        }
        if (room > 0) {
            throw HubClient.broken(answer.uri(), new IOException(room + " bytes are missing"));
        }
    }

    private static int read(Answer answer, byte[] buffer) throws TransientFailure {
        InputStream in = answer.body();
        try {
            return in.read(buffer);
        } catch (InterruptedIOException e) {
            throw new ModelException("The download was interrupted", e);
        } catch (IOException e) {
            throw HubClient.broken(answer.uri(), e);
        }
    }

    private void write(Job job, WritableByteChannel out, ByteBuffer bytes) throws IOException {
        try {
            while (bytes.hasRemaining()) {
                out.write(bytes);
            }
        } catch (ClosedByInterruptException e) {
            throw new ModelException("The download was interrupted", e);
        } catch (IOException e) {
            long missing = job.file().size() - size(job.partial());
            throw new ModelException(
                    job + ": " + ByteSize.text(missing) + " more of it could not be written to "
                            + job.partial().getParent() + " (" + e.getMessage() + ")"
                            + "; make room, or name another folder by HF_HUB_CACHE. What is there is used when you try"
                            + " again",
                    e);
        }
    }

    private static void verify(Job job) throws IOException {
        Checksum expected = job.file().checksum();
        if (!expected.matches(job.partial())) {
            Files.delete(job.partial());
            throw new ModelException(job + ": what came is damaged or another file (its " + expected.algorithm()
                    + " is not " + expected.hex() + ") and has been removed; try again");
        }
    }
}
