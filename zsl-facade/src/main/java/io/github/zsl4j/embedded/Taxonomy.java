package io.github.zsl4j.embedded;

import io.github.zsl4j.text.lexicon.WordNet;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;

/**
 * Where the known classes stand in WordNet's hierarchy. Thread-safe.
 *
 * <p><b>References:</b> Lin, "An information-theoretic definition of similarity", ICML 1998; information content from
 * the hierarchy alone after Seco et al., "An intrinsic information content metric for semantic similarity in WordNet",
 * ECAI 2004.
 */
final class Taxonomy {

    /** Rows of 8 KB that are kept; a list of labels asks for the same few senses again and again. */
    private static final int KEPT_ROWS = 4096;

    private static final int[] NONE = {};

    private final WordNet wordNet;
    private final double[] classContent;
    private final Map<Integer, int[]> below;
    private final Map<Integer, double[]> rows = new ConcurrentHashMap<>();

    Taxonomy(WordNet wordNet, int[] classSynsets) {
        this.wordNet = wordNet;
        this.classContent = IntStream.of(classSynsets)
                .mapToDouble(wordNet::informationContent)
                .toArray();
        Map<Integer, IntStream.Builder> lists = new HashMap<>();
        for (int j = 0; j < classSynsets.length; j++) {
            for (int above : wordNet.ancestors(classSynsets[j])) {
                lists.computeIfAbsent(above, k -> IntStream.builder()).add(j);
            }
        }
        this.below = new HashMap<>();
        lists.forEach((synset, list) -> below.put(synset, list.build().toArray()));
    }

    /** The known classes at or below a synset, ascending. */
    int[] below(int synset) {
        return below.getOrDefault(synset, NONE);
    }

    /**
     * Lin similarity of a synset to every known class j, in [0, 1]:
     *
     * <pre>Lin(s, j) = 2 IC(c) / (IC(s) + IC(o_j))</pre>
     *
     * with c the common ancestor of largest information content; either may itself be one. Not to be written to.
     */
    double[] lin(int synset) {
        double[] row = rows.get(synset);
        if (row == null) {
            row = computeLin(synset);
            if (rows.size() < KEPT_ROWS) {
                rows.put(synset, row);
            }
        }
        return row;
    }

    private double[] computeLin(int synset) {
        double[] best = new double[classContent.length];
        for (int above : wordNet.ancestors(synset)) {
            double content = wordNet.informationContent(above);
            for (int j : below(above)) {
                best[j] = Math.max(best[j], content);
            }
        }
        double own = wordNet.informationContent(synset);
        for (int j = 0; j < best.length; j++) {
            best[j] = 2 * best[j] / Math.max(own + classContent[j], 1e-9);
        }
        return best;
    }
}
