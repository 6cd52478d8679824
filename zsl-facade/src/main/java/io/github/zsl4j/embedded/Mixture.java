package io.github.zsl4j.embedded;

import io.github.zsl4j.embedding.EmbeddingMatrix;
import io.github.zsl4j.prototype.Prototypes;
import io.github.zsl4j.prototype.Prototypes.Component;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Makes a hypernym the mixture of its kinds: half its own prototype, half those of the known classes at or below it, less
 * the classes that a narrower label of the list covers. Every label's weights sum to one, so that all labels have the
 * same prior whatever they cover.
 */
final class Mixture {

    private final Taxonomy taxonomy;
    private final double plausible;

    Mixture(Taxonomy taxonomy, double plausible) {
        this.taxonomy = taxonomy;
        this.plausible = plausible;
    }

    /** The known classes at or below the plausible senses of a label, with the largest weight of such a sense. */
    SortedMap<Integer, Double> members(WeightedReading reading) {
        SortedMap<Integer, Double> members = new TreeMap<>();
        reading.forEachSense((synset, weight) -> {
            if (weight >= plausible) {
                for (int j : taxonomy.below(synset)) {
                    members.merge(j, weight, Math::max);
                }
            }
        });
        return members;
    }

    /**
     * @param labels of the classes
     * @param own their own prototypes, in the same order
     * @param known the prototypes of the known classes
     */
    Prototypes mix(List<String> labels, List<WeightedReading> readings, EmbeddingMatrix own, EmbeddingMatrix known) {
        List<SortedMap<Integer, Double>> members =
                readings.stream().map(this::members).toList();
        List<BitSet> sets = members.stream().map(Mixture::toSet).toList();
        Map<Integer, Integer> rows = new LinkedHashMap<>();
        List<List<Component>> components = new ArrayList<>(labels.size());
        for (int i = 0; i < labels.size(); i++) {
            BitSet left = members.get(i).size() < 2 ? new BitSet() : remaining(i, sets);
            components.add(components(i, left, members.get(i), rows, own.rows()));
        }
        int[] used = rows.keySet().stream().mapToInt(j -> j).toArray();
        return Prototypes.of(labels, own.concat(known.select(used)), components);
    }

    private static BitSet toSet(SortedMap<Integer, Double> members) {
        BitSet set = new BitSet();
        members.keySet().forEach(set::set);
        return set;
    }

    private static BitSet remaining(int label, List<BitSet> sets) {
        BitSet mine = sets.get(label);
        BitSet left = (BitSet) mine.clone();
        int size = mine.cardinality();
        for (BitSet other : sets) {
            int narrower = other.cardinality();
            if (narrower > 0 && narrower < size && contains(mine, other)) {
                left.andNot(other);
            }
        }
        return left;
    }

    private static boolean contains(BitSet all, BitSet part) {
        for (int j = part.nextSetBit(0); j >= 0; j = part.nextSetBit(j + 1)) {
            if (!all.get(j)) {
                return false;
            }
        }
        return true;
    }

    private static List<Component> components(
            int label, BitSet left, SortedMap<Integer, Double> members, Map<Integer, Integer> rows, int ownRows) {
        if (left.isEmpty()) {
            return List.of(new Component(label, 0));
        }
        double total = left.stream().mapToDouble(members::get).sum();
        List<Component> components = new ArrayList<>();
        components.add(new Component(label, Math.log(0.5)));
        left.stream().forEach(j -> {
            int row = ownRows + rows.computeIfAbsent(j, k -> rows.size());
            components.add(new Component(row, Math.log(0.5 * members.get(j) / total)));
        });
        return components;
    }
}
