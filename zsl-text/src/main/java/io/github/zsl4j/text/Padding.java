package io.github.zsl4j.text;

/**
 * How texts of unlike length share a tensor.
 *
 * @param width the number of tokens of every row; {@link #LONGEST} for that of the longest text of the batch,
 *     {@link #NONE} if only texts of one length may share a batch
 * @param id the padding token
 * @param left whether padding stands before the text
 * @param seen whether the network takes padding for a part of the text, so that no mask hides it
 */
record Padding(int width, long id, boolean left, boolean seen) {

    static final int LONGEST = 0;
    static final int NONE = -1;

    static Padding longest(long id) {
        return new Padding(LONGEST, id, false, false);
    }

    static Padding fixed(int width, long id) {
        return new Padding(width, id, false, false);
    }

    /** The number of tokens of the row of a text that is the longest of its batch. */
    int width(int length) {
        return width > 0 ? width : length;
    }

    /** Whether texts may share a batch. */
    boolean mixes(int length, int otherLength) {
        return width != NONE || length == otherLength;
    }

    /** Where in its row a text begins. */
    int start(int length, int rowWidth) {
        return left ? rowWidth - length : 0;
    }
}
