package io.github.zsl4j.text;

import io.github.zsl4j.engine.Tensor;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Some texts that run through the network together, padded to the longest.
 *
 * @param indices which of all texts they are, in the order of the batch's rows
 * @param texts the texts themselves
 */
record TextBatch(List<Integer> indices, List<TokenisedText> texts) {

    /** Groups texts of like length, so that little is padded. The grouping depends on the texts alone. */
    static List<TextBatch> plan(List<TokenisedText> texts, Batching limits) {
        List<Integer> order = IntStream.range(0, texts.size())
                .boxed()
                .sorted(Comparator.comparingInt(i -> texts.get(i).length()))
                .toList();
        List<TextBatch> batches = new ArrayList<>();
        int start = 0;
        for (int i = 1; i <= order.size(); i++) {
            if (i == order.size()
                    || !fits(i - start + 1, texts.get(order.get(i)).length(), limits)) {
                List<Integer> indices = order.subList(start, i);
                batches.add(
                        new TextBatch(indices, indices.stream().map(texts::get).toList()));
                start = i;
            }
        }
        return batches;
    }

    private static boolean fits(int texts, int longest, Batching limits) {
        return texts <= limits.texts() && (long) texts * longest <= limits.tokens();
    }

    /** The number of tokens of every row, padding included. */
    int width() {
        return texts.get(texts.size() - 1).length();
    }

    /**
     * The tensors that a BERT-like network reads: {@code input_ids}, {@code attention_mask}, {@code token_type_ids}.
     *
     * @param wanted the network's inputs, of which the last may be missing; empty if not known
     */
    Map<String, Tensor> inputs(Set<String> wanted) {
        int width = width();
        long[] ids = new long[texts.size() * width];
        long[] mask = new long[ids.length];
        for (int row = 0; row < texts.size(); row++) {
            int length = texts.get(row).length();
            System.arraycopy(texts.get(row).ids(), 0, ids, row * width, length);
            Arrays.fill(mask, row * width, row * width + length, 1);
        }
        Map<String, Tensor> inputs = new LinkedHashMap<>();
        inputs.put("input_ids", Tensor.of(ids, texts.size(), width));
        inputs.put("attention_mask", Tensor.of(mask, texts.size(), width));
        if (wanted.isEmpty() || wanted.contains("token_type_ids")) {
            inputs.put("token_type_ids", Tensor.of(new long[ids.length], texts.size(), width));
        }
        return inputs;
    }
}
