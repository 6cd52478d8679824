package io.github.zsl4j.text.words;

import io.github.zsl4j.error.ModelException;

/** One pass over the words of a file. Not thread-safe. */
abstract class VectorRecords {

    final VectorBytes bytes;
    final VectorHeader header;
    private final WordVectorOptions options;
    private int position;
    private int skipped;

    VectorRecords(VectorBytes bytes, VectorHeader header, WordVectorOptions options) {
        this.bytes = bytes;
        this.header = header;
        this.options = options;
    }

    /**
     * Reads on to the next wanted word.
     *
     * @param vector filled with its numbers, all finite
     * @return the word, or null at the end
     * @throws ModelException if the file is damaged, and damage is not to be skipped
     */
    abstract String next(float[] vector);

    /** How many words have been read, the present one included: its rank by frequency. */
    final int position() {
        return position;
    }

    /** How many damaged records have been passed over. */
    final int skipped() {
        return skipped;
    }

    final void advance() {
        position++;
    }

    final boolean wants(String word) {
        return options.wants(word);
    }

    /** Counts a damaged record, or refuses it. */
    final void damaged(String where, String what) {
        if (!options.skipDamaged()) {
            throw new ModelException(bytes.name() + ", " + where + ": " + what);
        }
        skipped++;
    }

    /** Refuses a file whose header lies, unless damage is to be skipped. */
    final void requireHeaderKept(boolean kept, String what) {
        if (!kept && !options.skipDamaged()) {
            throw new ModelException(bytes.name() + ": " + what + "; the file is damaged or incomplete");
        }
    }
}
