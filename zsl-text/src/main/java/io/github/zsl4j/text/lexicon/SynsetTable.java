package io.github.zsl4j.text.lexicon;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * All synsets as columns over the bytes of their file, one row each by ascending offset. Words and glosses become
 * strings only when a synset is asked for. Filled by {@link SynsetParser}, then read by any number of threads.
 */
final class SynsetTable {

    private final byte[] text;
    private final LemmaIndex lemmas;
    private int rows;
    private int[] offsets = {};
    private int[] sizes = {};
    private int[] hypernymEnds = {};
    private int[] lemmaStarts = {};
    private int[] glossStarts = {};
    private int[] hypernyms;
    private int hypernymCount;

    /** Synsets made so far. Racy on purpose: they are immutable, and making one twice does no harm. */
    private Synset[] made;

    SynsetTable(byte[] text) {
        this.text = text;
        this.lemmas = new LemmaIndex(text);
        allocate(Math.max(16, text.length / 100));
        this.hypernyms = new int[offsets.length];
    }

    private void allocate(int capacity) {
        offsets = Arrays.copyOf(offsets, capacity);
        sizes = Arrays.copyOf(sizes, capacity);
        hypernymEnds = Arrays.copyOf(hypernymEnds, capacity);
        lemmaStarts = Arrays.copyOf(lemmaStarts, capacity);
        glossStarts = Arrays.copyOf(glossStarts, capacity);
    }

    // ---- filling

    /** Hypernyms of the row that the next {@link #addRow} completes. */
    void addHypernym(int offset) {
        if (hypernymCount == hypernyms.length) {
            hypernyms = Arrays.copyOf(hypernyms, hypernymCount * 2);
        }
        hypernyms[hypernymCount++] = offset;
    }

    void addRow(int offset, int size, int lemmaStart, int glossStart) {
        if (rows == offsets.length) {
            allocate(rows * 2);
        }
        offsets[rows] = offset;
        sizes[rows] = size;
        hypernymEnds[rows] = hypernymCount;
        lemmaStarts[rows] = lemmaStart;
        glossStarts[rows++] = glossStart;
    }

    void finish() {
        made = new Synset[rows];
    }

    LemmaIndex lemmas() {
        return lemmas;
    }

    // ---- reading

    int rows() {
        return rows;
    }

    /** The row of an offset, or a negative number. */
    int row(int offset) {
        return Arrays.binarySearch(offsets, 0, rows, offset);
    }

    int offset(int row) {
        return offsets[row];
    }

    /** The number of synsets at or below a row. */
    int size(int row) {
        return sizes[row];
    }

    /** The offsets directly above a row. */
    int[] hypernyms(int row) {
        return Arrays.copyOfRange(hypernyms, row == 0 ? 0 : hypernymEnds[row - 1], hypernymEnds[row]);
    }

    /** The number that starts at a byte, as far as there are digits. */
    int numberAt(int at) {
        int value = 0;
        for (int i = at; i < text.length && text[i] >= '0' && text[i] <= '9'; i++) {
            value = value * 10 + text[i] - '0';
        }
        return value;
    }

    /** Where the field after the next {@code |} starts. */
    int afterBar(int at) {
        int i = at;
        while (text[i] != '|') {
            i++;
        }
        return i + 1;
    }

    Synset synset(int row) {
        Synset synset = made[row];
        if (synset == null) {
            synset = make(row);
            made[row] = synset;
        }
        return synset;
    }

    private Synset make(int row) {
        List<String> words = new ArrayList<>();
        for (String entry : string(lemmaStarts[row], glossStarts[row] - 1).split(" ")) {
            words.add(entry.substring(0, entry.lastIndexOf('|', entry.lastIndexOf('|') - 1)));
        }
        int end = glossStarts[row];
        while (end < text.length && text[end] != '\n') {
            end++;
        }
        List<Integer> above = Arrays.stream(hypernyms(row)).boxed().toList();
        return new Synset(offsets[row], above, sizes[row], words, string(glossStarts[row], end));
    }

    private String string(int from, int to) {
        return new String(text, from, to - from, StandardCharsets.UTF_8);
    }
}
