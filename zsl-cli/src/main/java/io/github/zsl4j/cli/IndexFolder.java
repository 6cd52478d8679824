package io.github.zsl4j.cli;

import io.github.zsl4j.ZeroShotModel;
import io.github.zsl4j.error.ZslException;
import io.github.zsl4j.lucene.LuceneIndex;
import io.github.zsl4j.model.JointModel;
import java.nio.file.Path;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;

/** What the program finds out about the folder of an index. */
final class IndexFolder {

    /** Lucene tells how well it likes the Java it runs on; the program's messages are about its own work. Kept, or it is lost. */
    private static final Logger LUCENE = Logger.getLogger("org.apache.lucene");

    static {
        LUCENE.setLevel(Level.SEVERE);
    }

    private IndexFolder() {}

    /** An index for searching. */
    static LuceneIndex read(Path folder) {
        return LuceneIndex.read(folder);
    }

    /** An index of a model's vectors for reading and writing. */
    static LuceneIndex open(Path folder, JointModel model) {
        return LuceneIndex.open(folder, model.space(), model.similarity());
    }

    /** Whether there is an index, in whatever state. */
    static boolean isIndex(Path folder) {
        return LuceneIndex.isAt(folder);
    }

    /** Which model made the index, as {@link ModelArguments#choice} tells. */
    static Map<String, String> properties(Path folder) {
        try (LuceneIndex index = read(folder)) {
            return index.properties();
        }
    }

    /** @throws ZslException if the model is not the one that made the index */
    static void requireSame(Path folder, LuceneIndex index, ZeroShotModel model) {
        if (!index.space().equals(model.parts().space())) {
            throw new ZslException(folder + ": the index has vectors of " + index.space() + ", not of "
                    + model.parts().space() + "; name what it was made with by --model or --alignment");
        }
    }
}
