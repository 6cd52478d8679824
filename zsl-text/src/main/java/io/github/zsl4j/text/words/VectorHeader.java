package io.github.zsl4j.text.words;

import io.github.zsl4j.error.ModelException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What the first bytes of a file tell.
 *
 * @param format given by the user, or found out
 * @param words how many the file promises, or -1
 * @param dimension numbers per word
 */
record VectorHeader(WordVectorFormat format, long words, int dimension) {

    private static final int MAX_DIMENSION = 1 << 16;

    /** A word with spaces in the first line must not mislead: so many lines vote on the dimension. */
    private static final int VOTERS = 20;

    /** Reads the header, if the format has one, and looks ahead. */
    static VectorHeader read(VectorBytes bytes, WordVectorOptions options) {
        byte[] start = bytes.peek();
        WordVectorFormat format = options.format().orElseGet(() -> detect(start));
        if (format == WordVectorFormat.GLOVE) {
            return new VectorHeader(format, -1, requireDimension(bytes, dimension(start)));
        }
        byte[] line = bytes.line();
        long[] header = line == null ? null : numbers(line, 0, line.length);
        if (header == null) {
            throw new ModelException(
                    bytes.name() + ", line 1: a header of two numbers, words and dimension, is expected");
        }
        return new VectorHeader(format, header[0], requireDimension(bytes, header[1]));
    }

    private static int requireDimension(VectorBytes bytes, long dimension) {
        if (dimension < 1 || dimension > MAX_DIMENSION) {
            throw new ModelException(bytes.name() + ": this is no file of word vectors; a dimension of 1 to "
                    + MAX_DIMENSION + " is expected where " + dimension + " is found");
        }
        return (int) dimension;
    }

    private static WordVectorFormat detect(byte[] start) {
        int end = lineEnd(start, 0);
        long[] header = numbers(start, 0, end);
        if (header == null) {
            return WordVectorFormat.GLOVE;
        }
        boolean text = end + 1 >= start.length || isText(start, end + 1, header[1]);
        return text ? WordVectorFormat.WORD2VEC_TEXT : WordVectorFormat.WORD2VEC_BINARY;
    }

    /** Whether a line ends in as many decimal numbers as the header says; the bytes of floats do not look like that. */
    private static boolean isText(byte[] start, int from, long dimension) {
        List<int[]> fields = fields(start, from, lineEnd(start, from));
        if (dimension < 1 || fields.size() < dimension) {
            return false;
        }
        return fields.subList((int) (fields.size() - dimension), fields.size()).stream()
                .noneMatch(f -> Float.isNaN(Decimals.parse(start, f[0], f[1])));
    }

    /** The two whole numbers of a header, or null. */
    private static long[] numbers(byte[] start, int from, int to) {
        List<int[]> fields = fields(start, from, to);
        if (fields.size() != 2) {
            return null;
        }
        long[] numbers = new long[2];
        for (int i = 0; i < 2; i++) {
            int[] field = fields.get(i);
            if (field[1] - field[0] > 18) {
                return null;
            }
            for (int k = field[0]; k < field[1]; k++) {
                if (start[k] < '0' || start[k] > '9') {
                    return null;
                }
                numbers[i] = numbers[i] * 10 + (start[k] - '0');
            }
        }
        return numbers;
    }

    /** The commonest number of fields, less the word; the smaller of two equally common ones. */
    private static long dimension(byte[] start) {
        List<Integer> votes = new ArrayList<>();
        for (int at = 0; at < start.length && votes.size() < VOTERS; ) {
            int end = lineEnd(start, at);
            boolean cut = end == start.length && start.length == VectorBytes.WINDOW;
            int numbers = fields(start, at, end).size() - 1;
            if (numbers > 0 && !cut) {
                votes.add(numbers);
            }
            at = end + 1;
        }
        Map<Integer, Long> counts =
                votes.stream().collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
        return counts.keySet().stream()
                .max(Comparator.comparing((Integer d) -> counts.get(d)).thenComparing(Comparator.reverseOrder()))
                .orElse(0);
    }

    private static List<int[]> fields(byte[] text, int from, int to) {
        List<int[]> fields = new ArrayList<>();
        int start = from;
        for (int i = from; i <= to; i++) {
            if (i == to || VectorLine.isBlank(text[i])) {
                if (i > start) {
                    fields.add(new int[] {start, i});
                }
                start = i + 1;
            }
        }
        return fields;
    }

    private static int lineEnd(byte[] text, int from) {
        int end = from;
        while (end < text.length && text[end] != '\n') {
            end++;
        }
        return end;
    }
}
