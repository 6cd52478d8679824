package io.github.zsl4j.lucene;

/**
 * How graphs are built and searched. The graph of each part of an index keeps what it was built with; the search options may
 * differ from one opening to the next.
 *
 * <p><b>References:</b> Malkov and Yashunin, "Efficient and robust approximate nearest neighbor search using Hierarchical
 * Navigable Small World graphs", IEEE TPAMI 2020 (M, efConstruction and ef are the first three).
 *
 * @param connections neighbours of each vector in the graph (M), from 2 to 512; more find more and take more space
 * @param beamWidth candidates kept while a vector is put into the graph (efConstruction), from 1 to 3200; more find more and
 *     take longer to build
 * @param candidates vectors that a search keeps in sight (ef), at least 1; never fewer than the answers asked for. More find
 *     more and take longer
 * @param exactUpTo so many vectors that a filter accepts are all compared, without the graph; at least 0. Small collections
 *     are searched exactly in this way
 * @param bufferMegabytes memory for vectors that are not written yet, from 1 to 2047
 */
public record LuceneOptions(int connections, int beamWidth, int candidates, int exactUpTo, int bufferMegabytes) {

    private static final int MOST_CONNECTIONS = 512;
    private static final int WIDEST_BEAM = 3200;
    private static final int LARGEST_BUFFER = 2047;

    /** @throws IllegalArgumentException if a number is out of its range */
    public LuceneOptions {
        require("connections", connections, 2, MOST_CONNECTIONS);
        require("beamWidth", beamWidth, 1, WIDEST_BEAM);
        require("candidates", candidates, 1, Integer.MAX_VALUE);
        require("exactUpTo", exactUpTo, 0, Integer.MAX_VALUE);
        require("bufferMegabytes", bufferMegabytes, 1, LARGEST_BUFFER);
    }

    private static void require(String name, int value, int least, int most) {
        if (value < least || value > most) {
            throw new IllegalArgumentException(name + " must be in [" + least + ", " + most + "], not " + value);
        }
    }

    /** 16 connections, a beam of 100, 100 candidates, exact up to 10,000 vectors, 64 MiB. */
    public static LuceneOptions defaults() {
        return new LuceneOptions(16, 100, 100, 10_000, 64);
    }

    public LuceneOptions withConnections(int number) {
        return new LuceneOptions(number, beamWidth, candidates, exactUpTo, bufferMegabytes);
    }

    public LuceneOptions withBeamWidth(int width) {
        return new LuceneOptions(connections, width, candidates, exactUpTo, bufferMegabytes);
    }

    public LuceneOptions withCandidates(int number) {
        return new LuceneOptions(connections, beamWidth, number, exactUpTo, bufferMegabytes);
    }

    public LuceneOptions withExactUpTo(int number) {
        return new LuceneOptions(connections, beamWidth, candidates, number, bufferMegabytes);
    }

    public LuceneOptions withBufferMegabytes(int megabytes) {
        return new LuceneOptions(connections, beamWidth, candidates, exactUpTo, megabytes);
    }
}
