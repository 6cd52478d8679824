package io.github.zsl4j.lucene;

import io.github.zsl4j.embedding.EmbeddingSpace;
import io.github.zsl4j.embedding.Similarity;
import io.github.zsl4j.error.ZslException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexFileNames;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;

/** Opens folders. What has been opened before a failure is closed. */
final class Store {

    private Store() {}

    /** Opening a directory would make it; so this looks first. */
    static boolean isIndex(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return false;
        }
        try (Directory directory = FSDirectory.open(folder)) {
            return DirectoryReader.indexExists(directory);
        }
    }

    /** An index opened for reading and writing, and made if there is none. */
    static LuceneIndex write(Path folder, EmbeddingSpace space, Similarity similarity, LuceneOptions options)
            throws IOException {
        requireOwnFolder(folder);
        Directory directory = FSDirectory.open(folder);
        try {
            return write(new Access(folder), directory, new Header(space, similarity, Map.of()), options);
        } catch (IOException | RuntimeException e) {
            directory.close();
            throw e;
        }
    }

    private static LuceneIndex write(Access access, Directory directory, Header wanted, LuceneOptions options)
            throws IOException {
        IndexWriter writer = new IndexWriter(directory, config(options));
        try {
            Header header = wanted;
            if (DirectoryReader.indexExists(directory)) {
                header = header(directory, access.folder());
                header.requireSame(wanted.space(), wanted.similarity(), access.folder());
            } else {
                writer.setLiveCommitData(header.toCommit().entrySet());
                writer.commit();
            }
            return new LuceneIndex(access, directory, Optional.of(writer), header, options);
        } catch (IOException | RuntimeException e) {
            writer.rollback();
            throw e;
        }
    }

    private static IndexWriterConfig config(LuceneOptions options) {
        return new IndexWriterConfig()
                .setCodec(new WideCodec(options))
                .setRAMBufferSizeMB(options.bufferMegabytes())
                .setCommitOnClose(false);
    }

    private static Header header(Directory directory, Path folder) throws IOException {
        try (DirectoryReader reader = DirectoryReader.open(directory)) {
            return Header.of(reader.getIndexCommit().getUserData(), folder);
        }
    }

    /** An index that is there, opened for reading. */
    static LuceneIndex read(Path folder, LuceneOptions options) throws IOException {
        if (!Files.isDirectory(folder)) {
            throw new ZslException(folder + ": there is no such folder, and so no index");
        }
        Directory directory = FSDirectory.open(folder);
        try {
            if (!DirectoryReader.indexExists(directory)) {
                throw new ZslException(folder + ": there is no index in this folder");
            }
            return new LuceneIndex(new Access(folder), directory, Optional.empty(), header(directory, folder), options);
        } catch (IOException | RuntimeException e) {
            directory.close();
            throw e;
        }
    }

    /** A new index is put only where nothing else is, but for what a crash before the first commit leaves. */
    private static void requireOwnFolder(Path folder) throws IOException {
        if (Files.exists(folder) && !Files.isDirectory(folder)) {
            throw new ZslException(folder + ": this is a file; an index needs a folder of its own");
        }
        if (!Files.exists(folder) || isIndex(folder)) {
            return;
        }
        try (Stream<Path> files = Files.list(folder)) {
            if (!files.map(file -> file.getFileName().toString()).allMatch(Store::isLeftByACrash)) {
                throw new ZslException(
                        folder + ": the folder holds other files and no index; choose an empty or a new one");
            }
        }
    }

    private static boolean isLeftByACrash(String name) {
        return name.equals(IndexWriter.WRITE_LOCK_NAME) || name.startsWith(IndexFileNames.PENDING_SEGMENTS);
    }
}
