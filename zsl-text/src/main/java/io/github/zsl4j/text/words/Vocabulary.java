package io.github.zsl4j.text.words;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/** Words and their rows: open addressing over plain arrays, since a map of millions costs as much as their vectors. */
final class Vocabulary {

    private String[] words = new String[16];

    /** Row + 1 of the word that hashes here, or 0; a power of two, at most half full. */
    private int[] slots = new int[64];

    private int size;

    /** Adds a word as the next row; false if it is there already. */
    boolean add(String word) {
        int slot = slot(word);
        if (slots[slot] != 0) {
            return false;
        }
        if (size == words.length) {
            words = Arrays.copyOf(words, size + (size >> 1));
        }
        words[size++] = word;
        slots[slot] = size;
        if (size > slots.length / 2) {
            rehash();
        }
        return true;
    }

    private void rehash() {
        slots = new int[slots.length * 2];
        for (int row = 0; row < size; row++) {
            slots[slot(words[row])] = row + 1;
        }
    }

    /** The word's row, or -1. */
    int row(String word) {
        return slots[slot(word)] - 1;
    }

    /** Where the word is, or would go. */
    private int slot(String word) {
        int mask = slots.length - 1;
        int hash = word.hashCode();
        int slot = (hash ^ (hash >>> 16)) & mask;
        while (slots[slot] != 0 && !words[slots[slot] - 1].equals(word)) {
            slot = (slot + 1) & mask;
        }
        return slot;
    }

    String word(int row) {
        return words[row];
    }

    int size() {
        return size;
    }

    /** Frees what adding reserved. */
    void trim() {
        words = Arrays.copyOf(words, size);
    }

    /** The words in the order of their rows; a view, once nothing is added any more. */
    List<String> words() {
        return Collections.unmodifiableList(Arrays.asList(words)).subList(0, size);
    }
}
