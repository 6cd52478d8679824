package io.github.zsl4j.classify;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A ranking seen along a tree of labels: the probability of a label is the sum of those of all ranked labels at or below
 * it. Among equally probable labels the order of the tree holds. Immutable and thread-safe.
 *
 * <p><b>References:</b> Deng, Krause, Berg and Fei-Fei, "Hedging your bets: Optimizing accuracy-specificity trade-offs in
 * large scale visual recognition", CVPR 2012. They choose among labels by their information with a trade-off that is
 * fitted to data; {@link #deepest} leaves the trade-off to a threshold.
 */
public final class TreeRanking {

    /**
     * A label of the tree.
     *
     * @param depth 0 for a root
     * @param probability in [0, 1]
     */
    public record Node(String label, int depth, double probability) {}

    /** What sums of probabilities may lack of one, as {@link Ranking.Entry} says. */
    private static final double ROUNDING = 1e-6;

    private static final Comparator<Node> BY_PROBABILITY =
            Comparator.comparingDouble(Node::probability).reversed();

    private final LabelTree tree;
    private final String best;

    /** Of labels by themselves, as ranked. */
    private final Map<String, Double> own = new LinkedHashMap<>();

    /** Of labels with all below; without those that have no ranked label at or below them. */
    private final Map<String, Double> totals = new LinkedHashMap<>();

    TreeRanking(LabelTree tree, Ranking ranking) {
        this.tree = tree;
        this.best = ranking.best().label();
        double sum = 0;
        for (Ranking.Entry entry : ranking.entries()) {
            own.merge(entry.label(), entry.probability(), Double::sum);
            sum += entry.probability();
            for (String label : tree.path(entry.label())) {
                totals.merge(label, entry.probability(), Double::sum);
            }
        }
        if (!(Math.abs(sum - 1) <= ROUNDING)) {
            throw new IllegalArgumentException("The probabilities sum to " + sum + ", not to 1: those of independent"
                    + " labels do not add up along a tree; rank with a softmax");
        }
    }

    /**
     * The probability of a label with all below it, in [0, 1].
     *
     * @throws IllegalArgumentException if the label is not in the tree
     */
    public double probability(String label) {
        tree.depth(label); // refuses unknown labels
        return Math.min(1, totals.getOrDefault(label, 0.0));
    }

    private Node node(String label) {
        return new Node(label, tree.depth(label), probability(label));
    }

    /**
     * A ranking of the labels at one depth. A ranked label less deep stands for itself, without what is below it, so that
     * the probabilities of every level sum to one. Labels without a ranked one at or below them are left out.
     *
     * @param depth from 0 to the tree's height
     * @return best first
     */
    public List<Node> level(int depth) {
        if (depth < 0 || depth > tree.height()) {
            throw new IllegalArgumentException("The tree has depths 0 to " + tree.height() + ", not " + depth);
        }
        List<Node> level = new ArrayList<>();
        for (String label : tree.labels()) {
            if (tree.depth(label) == depth && totals.containsKey(label)) {
                level.add(node(label));
            } else if (tree.depth(label) < depth && own.containsKey(label)) {
                level.add(new Node(label, tree.depth(label), own.get(label)));
            }
        }
        level.sort(BY_PROBABILITY);
        return level;
    }

    /** From a root down to the best ranked label. */
    public List<Node> bestPath() {
        return tree.path(best).stream().map(this::node).toList();
    }

    /**
     * The most specific answer that is safe enough: of the labels at least as probable as the threshold the deepest, and
     * of several the most probable. A higher threshold gives more general and more often right answers; above 0.5 there
     * is one such label at most at every depth.
     *
     * @param threshold in (0, 1]
     * @return nothing if no root is that probable, which takes several roots
     */
    public Optional<Node> deepest(double threshold) {
        if (!(threshold > 0 && threshold <= 1)) {
            throw new IllegalArgumentException("The threshold must be above 0 and at most 1, not " + threshold);
        }
        return tree.labels().stream()
                .filter(totals::containsKey)
                .map(this::node)
                .filter(node -> node.probability() >= threshold - ROUNDING)
                .sorted(Comparator.comparingInt(Node::depth).reversed().thenComparing(BY_PROBABILITY))
                .findFirst();
    }
}
