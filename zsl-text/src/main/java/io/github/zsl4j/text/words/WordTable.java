package io.github.zsl4j.text.words;

import java.util.Arrays;
import java.util.List;

/** Words with their vectors and their places in the file. Filled once, then only read. */
final class WordTable {

    private final Vocabulary vocabulary = new Vocabulary();
    private final VectorTable vectors;
    private int[] ranks = new int[16];
    private int places;

    private WordTable(int dimension) {
        this.vectors = new VectorTable(dimension);
    }

    /** Reads words until there are {@code limit} different ones. */
    static WordTable read(VectorRecords records, int dimension, int limit) {
        WordTable table = new WordTable(dimension);
        float[] vector = new float[dimension];
        while (table.size() < limit) {
            String word = records.next(vector);
            if (word == null) {
                break;
            }
            table.add(word, vector, records.position());
        }
        table.places = records.position();
        table.vocabulary.trim();
        table.vectors.trim();
        return table;
    }

    private void add(String word, float[] vector, int rank) {
        if (!vocabulary.add(word)) {
            return;
        }
        int row = vocabulary.size() - 1;
        if (row == ranks.length) {
            ranks = Arrays.copyOf(ranks, row + (row >> 1));
        }
        ranks[row] = rank;
        vectors.add(vector);
    }

    int size() {
        return vocabulary.size();
    }

    List<String> words() {
        return vocabulary.words();
    }

    String word(int row) {
        return vocabulary.word(row);
    }

    /** The row of a word in exactly this form, or -1. */
    int row(String word) {
        return vocabulary.row(word);
    }

    VectorTable vectors() {
        return vectors;
    }

    /** The word's place in the file, from 1. */
    int rank(int row) {
        return ranks[row];
    }

    /** How many words of the file were read, wanted or not. */
    int places() {
        return places;
    }

    /** The cosine with a vector of length 1; 0 for the zero vector. */
    double cosine(int row, float[] unit) {
        double norm = vectors.norm(row);
        return norm == 0 ? 0 : Math.max(-1, Math.min(1, vectors.dot(row, unit) / norm));
    }
}
