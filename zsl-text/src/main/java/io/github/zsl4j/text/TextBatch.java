package io.github.zsl4j.text;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Some texts that run through the network together.
 *
 * @param indices which of all texts they are, in the order of the batch's rows
 * @param texts the texts themselves
 * @param padding how they are padded
 */
record TextBatch(List<Integer> indices, List<TokenisedText> texts, Padding padding) {

    static TextBatch of(TokenisedText text, Padding padding) {
        return new TextBatch(List.of(0), List.of(text), padding);
    }

    /** Groups texts of like length, so that little is padded. The grouping depends on the texts alone. */
    static List<TextBatch> plan(List<TokenisedText> texts, Padding padding, Batching limits) {
        List<Integer> order = IntStream.range(0, texts.size())
                .boxed()
                .sorted(Comparator.comparingInt(i -> padding.width(texts.get(i).length())))
                .toList();
        List<TextBatch> batches = new ArrayList<>();
        int start = 0;
        for (int i = 1; i <= order.size(); i++) {
            if (i == order.size() || !fits(order.subList(start, i + 1), texts, padding, limits)) {
                List<Integer> indices = order.subList(start, i);
                batches.add(
                        new TextBatch(indices, indices.stream().map(texts::get).toList(), padding));
                start = i;
            }
        }
        return batches;
    }

    /** @param indices texts by ascending width */
    private static boolean fits(List<Integer> indices, List<TokenisedText> texts, Padding padding, Batching limits) {
        int shortest = texts.get(indices.get(0)).length();
        int longest = texts.get(indices.get(indices.size() - 1)).length();
        return indices.size() <= limits.texts()
                && (long) indices.size() * padding.width(longest) <= limits.tokens()
                && padding.mixes(shortest, longest);
    }

    int size() {
        return texts.size();
    }

    /** The number of tokens of every row, padding included. */
    int width() {
        return padding.width(texts.get(texts.size() - 1).length());
    }

    /** Where the text of a row begins, in tokens from the start of the batch. */
    int start(int row) {
        return row * width() + padding.start(texts.get(row).length(), width());
    }

    /** The tokens [texts, width]. */
    long[] ids() {
        long[] ids = new long[size() * width()];
        Arrays.fill(ids, padding.id());
        for (int row = 0; row < size(); row++) {
            System.arraycopy(
                    texts.get(row).ids(), 0, ids, start(row), texts.get(row).length());
        }
        return ids;
    }

    /** 1 where the network is to look, 0 where there is padding that it must not see; [texts, width]. */
    long[] mask() {
        long[] mask = new long[size() * width()];
        if (padding.seen()) {
            Arrays.fill(mask, 1);
            return mask;
        }
        for (int row = 0; row < size(); row++) {
            Arrays.fill(mask, start(row), start(row) + texts.get(row).length(), 1);
        }
        return mask;
    }
}
