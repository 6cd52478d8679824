package io.github.zsl4j.text;

import io.github.zsl4j.engine.Tensor;
import io.github.zsl4j.error.ModelException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Which of a network's outputs holds the vectors of texts. Outputs are known by name, or where there is but one of its
 * rank.
 *
 * @param asked the pooling that the caller insists on
 * @param pooled names of outputs [texts, dimension] that hold the vectors ready made, best first
 * @param pooling what to do with the vectors of tokens if there is no such output
 */
record OutputChoice(Optional<Pooling> asked, List<String> pooled, Optional<Pooling> pooling) {

    private static final String POOLER = "pooler_output";
    private static final List<String> STATES = List.of("last_hidden_state", "token_embeddings");

    /**
     * @param outputs of a run
     * @throws ModelException if none of them fits
     */
    Readout choose(Map<String, Tensor> outputs) {
        return choice(outputs).orElseThrow(() -> unfit(outputs));
    }

    private Optional<Readout> choice(Map<String, Tensor> outputs) {
        if (asked.isPresent()) {
            return asked.get() == Pooling.POOLER
                    ? named(outputs, List.of(POOLER), 2).map(Readout::pooled)
                    : states(outputs, asked);
        }
        return named(outputs, pooled, 2)
                .map(Readout::pooled)
                .or(() -> pooling.isEmpty() ? Optional.empty() : states(outputs, pooling))
                .or(() -> named(outputs, List.of(Readout.SENTENCE), 2).map(Readout::pooled))
                .or(() -> only(outputs, 2).map(Readout::pooled));
    }

    private static Optional<Readout> states(Map<String, Tensor> outputs, Optional<Pooling> pooling) {
        return named(outputs, STATES, 3).or(() -> only(outputs, 3)).map(output -> new Readout(output, pooling));
    }

    private static Optional<String> named(Map<String, Tensor> outputs, List<String> names, int rank) {
        return names.stream()
                .filter(name -> outputs.containsKey(name) && has(outputs.get(name), rank))
                .findFirst();
    }

    /** The only output of a rank, which has not the name of something else. */
    private static Optional<String> only(Map<String, Tensor> outputs, int rank) {
        Predicate<String> fits =
                name -> has(outputs.get(name), rank) && !Set.of(POOLER).contains(name);
        List<String> names = outputs.keySet().stream().filter(fits).toList();
        return names.size() == 1 ? Optional.of(names.get(0)) : Optional.empty();
    }

    private static boolean has(Tensor tensor, int rank) {
        return tensor.isFloat() && tensor.shape().length == rank;
    }

    private ModelException unfit(Map<String, Tensor> outputs) {
        String wanted;
        if (asked.isPresent()) {
            wanted = asked.get() == Pooling.POOLER
                    ? POOLER + " is needed to take the network's own pooling"
                    : STATES.get(0) + " [texts, tokens, dimension] is needed for pooling " + asked.get();
        } else if (pooling.isEmpty()) {
            wanted = String.join(" or ", pooled) + " [texts, dimension] is needed; export the text tower with its"
                    + " projection";
        } else {
            wanted = STATES.get(0) + " [texts, tokens, dimension] or " + Readout.SENTENCE
                    + " [texts, dimension] is needed";
        }
        return new ModelException("The network's outputs are " + outputs + "; " + wanted);
    }
}
