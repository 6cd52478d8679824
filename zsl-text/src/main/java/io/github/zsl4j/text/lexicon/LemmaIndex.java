package io.github.zsl4j.text.lexicon;

import java.util.Arrays;

/**
 * Finds lemmas in the bytes of the noun table: chained hashing in plain int arrays, so that 150,000 lemmas are indexed
 * without making an object for any. Filled once, then only read.
 */
final class LemmaIndex {

    private final byte[] text;
    private final int[] heads;
    private int[] next;
    private int[] starts;
    private int[] ends;
    private int[] rows;
    private int size;
    private int longest;
    private int mostParts;

    /** @param text the table; its length tells how many lemmas to expect */
    LemmaIndex(byte[] text) {
        this.text = text;
        int expected = Math.max(16, text.length / 48);
        this.heads = new int[Integer.highestOneBit(expected) * 2];
        this.next = new int[expected];
        this.starts = new int[expected];
        this.ends = new int[expected];
        this.rows = new int[expected];
    }

    /** Adds the lemma that the bytes from {@code start} to {@code end} spell, as one of the synset in {@code row}. */
    void add(int start, int end, int row) {
        if (size == next.length) {
            grow(size * 2);
        }
        int slot = slot(hash(text, start, end));
        next[size] = heads[slot];
        starts[size] = start;
        ends[size] = end;
        rows[size] = row;
        heads[slot] = ++size;
        longest = Math.max(longest, end - start);
        mostParts = Math.max(mostParts, parts(start, end));
    }

    private int parts(int start, int end) {
        int parts = 1;
        for (int i = start; i < end; i++) {
            if (text[i] == '_' || text[i] == '-') {
                parts++;
            }
        }
        return parts;
    }

    private void grow(int capacity) {
        next = Arrays.copyOf(next, capacity);
        starts = Arrays.copyOf(starts, capacity);
        ends = Arrays.copyOf(ends, capacity);
        rows = Arrays.copyOf(rows, capacity);
    }

    /** The first entry of a lemma, or -1. */
    int first(byte[] lemma) {
        return match(heads[slot(hash(lemma, 0, lemma.length))], lemma);
    }

    /** The next entry of the same lemma, or -1. */
    int after(int entry, byte[] lemma) {
        return match(next[entry], lemma);
    }

    private int match(int link, byte[] lemma) {
        for (int entry = link - 1; entry >= 0; entry = next[entry] - 1) {
            if (Arrays.equals(text, starts[entry], ends[entry], lemma, 0, lemma.length)) {
                return entry;
            }
        }
        return -1;
    }

    /** The row of the synset that an entry belongs to. */
    int row(int entry) {
        return rows[entry];
    }

    /** Where the bytes of an entry's lemma end. */
    int end(int entry) {
        return ends[entry];
    }

    /** The length of the longest lemma in bytes. */
    int longest() {
        return longest;
    }

    /** The number of parts of the lemma with most, cut at spaces and hyphens. */
    int mostParts() {
        return mostParts;
    }

    private int slot(int hash) {
        return (hash ^ hash >>> 15) & heads.length - 1;
    }

    private static int hash(byte[] bytes, int from, int to) {
        int hash = 0;
        for (int i = from; i < to; i++) {
            hash = 31 * hash + bytes[i];
        }
        return hash * 0x9E3779B9;
    }
}
