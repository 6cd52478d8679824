package io.github.zsl4j.classify;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A hierarchy of labels: every label has one parent but the roots, which have none. Labels below one parent keep the order
 * in which they were given. Immutable and thread-safe.
 */
public final class LabelTree {

    /** Stands above the roots; no label is blank. */
    private static final String NONE = "";

    private final Map<String, String> parents;
    private final Map<String, List<String>> children = new LinkedHashMap<>();

    /** By depth, then in order; every label comes after its parent. */
    private final Map<String, Integer> depths = new LinkedHashMap<>();

    private LabelTree(Map<String, String> parents) {
        this.parents = parents;
        parents.keySet().forEach(label -> children.put(label, new ArrayList<>()));
        children.put(NONE, new ArrayList<>());
        parents.forEach(this::attach);
        descend();
        requireNoCycle();
    }

    /**
     * @param parents the parent of every label, in the map's order; the empty text as parent of a root
     * @throws IllegalArgumentException if there is no label, one is blank, a parent is not in the tree, or a label is its
     *     own ancestor
     */
    public static LabelTree of(Map<String, String> parents) {
        Map<String, String> copy = new LinkedHashMap<>();
        parents.forEach((label, parent) -> {
            if (label.isBlank()) {
                throw new IllegalArgumentException("A label must not be blank");
            }
            copy.put(label, parent);
        });
        return new LabelTree(copy);
    }

    /**
     * A tree from lines "child TAB parent"; a root stands alone. Space around labels and empty lines do not count.
     *
     * @throws IllegalArgumentException as {@link #of} does, or if a line has another form or gives a label again
     */
    public static LabelTree parse(List<String> lines) {
        Map<String, String> parents = new LinkedHashMap<>();
        for (int i = 0; i < lines.size(); i++) {
            if (!lines.get(i).isBlank()) {
                add(lines.get(i), i + 1, parents);
            }
        }
        return new LabelTree(parents);
    }

    private static void add(String line, int number, Map<String, String> parents) {
        String[] fields = line.split("\t", -1);
        String child = fields[0].strip();
        String parent = fields.length == 1 ? NONE : fields[1].strip();
        if (fields.length > 2 || child.isEmpty()) {
            throw new IllegalArgumentException("Line " + number + " is not 'child TAB parent': " + line);
        }
        if (parents.putIfAbsent(child, parent) != null) {
            throw new IllegalArgumentException("Line " + number + " gives the label '" + child + "' again");
        }
    }

    private void attach(String label, String parent) {
        List<String> siblings = children.get(parent);
        if (siblings == null) {
            throw new IllegalArgumentException("The parent '" + parent + "' of '" + label
                    + "' is not in the tree; give it a parent too, or none if it is a root");
        }
        siblings.add(label);
    }

    private void descend() {
        List<String> level = roots();
        for (int depth = 0; !level.isEmpty(); depth++) {
            List<String> next = new ArrayList<>();
            for (String label : level) {
                depths.put(label, depth);
                next.addAll(children.get(label));
            }
            level = next;
        }
    }

    private void requireNoCycle() {
        if (parents.isEmpty()) {
            throw new IllegalArgumentException("A tree needs at least one label");
        }
        for (String label : parents.keySet()) {
            if (!depths.containsKey(label)) {
                throw new IllegalArgumentException("The label '" + label + "' has no root above it, only "
                        + ancestors(label) + ", which are above each other");
            }
        }
    }

    private Set<String> ancestors(String label) {
        Set<String> seen = new LinkedHashSet<>();
        String next = parents.get(label);
        while (seen.add(next)) {
            next = parents.get(next);
        }
        return seen;
    }

    /** All labels, by depth and then in order. */
    public Set<String> labels() {
        return Collections.unmodifiableSet(depths.keySet());
    }

    /** The labels without parent, at least one. */
    public List<String> roots() {
        return Collections.unmodifiableList(children.get(NONE));
    }

    /**
     * The labels directly below, none for a leaf.
     *
     * @throws IllegalArgumentException if the label is not in the tree
     */
    public List<String> children(String label) {
        return Collections.unmodifiableList(children.get(require(label)));
    }

    /**
     * The label directly above, or nothing for a root.
     *
     * @throws IllegalArgumentException if the label is not in the tree
     */
    public Optional<String> parent(String label) {
        return Optional.of(parents.get(require(label))).filter(parent -> !parent.equals(NONE));
    }

    /**
     * How many labels are above: 0 for a root.
     *
     * @throws IllegalArgumentException if the label is not in the tree
     */
    public int depth(String label) {
        return depths.get(require(label));
    }

    /** The largest depth of a label. */
    public int height() {
        return Collections.max(depths.values());
    }

    /**
     * From a root down to the label, both included.
     *
     * @throws IllegalArgumentException if the label is not in the tree
     */
    public List<String> path(String label) {
        List<String> path = new ArrayList<>();
        for (String next = require(label); !next.equals(NONE); next = parents.get(next)) {
            path.add(next);
        }
        Collections.reverse(path);
        return path;
    }

    /**
     * Adds the probabilities of a ranking up along this tree. Any label of the tree may be ranked, and need not be: a
     * label with ranked ones below it that is ranked itself stands for all that belongs to it but to none of those.
     *
     * @param ranking whose probabilities sum to one
     * @throws IllegalArgumentException if a ranked label is not in the tree, or the probabilities do not sum to one
     */
    public TreeRanking rank(Ranking ranking) {
        return new TreeRanking(this, ranking);
    }

    private String require(String label) {
        if (!depths.containsKey(label)) {
            throw new IllegalArgumentException("The label '" + label + "' is not in the tree");
        }
        return label;
    }
}
