package io.github.zsl4j.text;

/**
 * A text as a network reads it.
 *
 * @param ids token ids, special tokens included; given away, nobody writes to them
 * @param truncated whether the end of the text was cut off
 */
record TokenisedText(long[] ids, boolean truncated) {

    int length() {
        return ids.length;
    }
}
