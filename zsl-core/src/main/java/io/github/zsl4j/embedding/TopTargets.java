package io.github.zsl4j.embedding;

import io.github.zsl4j.embedding.Similarity.Neighbour;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * The k closest targets that were offered, of equal ones those with the lowest indices: a binary heap with the farthest at its
 * root. For one thread.
 */
final class TopTargets {

    private final int k;
    private double[] similarities = new double[16];
    private int[] targets = new int[16];
    private int size;

    TopTargets(int k) {
        this.k = k;
    }

    void offer(int target, double similarity) {
        if (size < k) {
            grow();
            up(target, similarity);
        } else if (farther(0, target, similarity)) {
            down(target, similarity);
        }
    }

    /** Takes over what {@code other} has. */
    void offerAll(TopTargets other) {
        for (int i = 0; i < other.size; i++) {
            offer(other.targets[i], other.similarities[i]);
        }
    }

    /** The largest float such that no target of a higher index is taken any more if its similarity is not above it. */
    float floor() {
        if (size < k) {
            return Float.NEGATIVE_INFINITY;
        }
        float floor = (float) similarities[0];
        return floor > similarities[0] ? Math.nextDown(floor) : floor;
    }

    List<Neighbour> closestFirst() {
        List<Neighbour> sorted = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            sorted.add(new Neighbour(targets[i], similarities[i]));
        }
        sorted.sort(Comparator.comparingDouble(Neighbour::similarity).reversed().thenComparingInt(Neighbour::target));
        return sorted;
    }

    private void grow() {
        if (size == targets.length) {
            targets = Arrays.copyOf(targets, 2 * size);
            similarities = Arrays.copyOf(similarities, 2 * size);
        }
    }

    /** Whether the one at a place goes before the other does. */
    private boolean farther(int place, int target, double similarity) {
        return similarities[place] < similarity || similarities[place] == similarity && targets[place] > target;
    }

    private void set(int place, int target, double similarity) {
        targets[place] = target;
        similarities[place] = similarity;
    }

    private void up(int target, double similarity) {
        int place = size++;
        while (place > 0 && !farther((place - 1) / 2, target, similarity)) {
            int parent = (place - 1) / 2;
            set(place, targets[parent], similarities[parent]);
            place = parent;
        }
        set(place, target, similarity);
    }

    private void down(int target, double similarity) {
        int place = 0;
        for (int child = fartherChild(0);
                child < size && farther(child, target, similarity);
                child = fartherChild(place)) {
            set(place, targets[child], similarities[child]);
            place = child;
        }
        set(place, target, similarity);
    }

    /** The child that is farther, or a place behind the end if there is none. */
    private int fartherChild(int place) {
        int left = 2 * place + 1;
        int right = left + 1;
        return right < size && farther(right, targets[left], similarities[left]) ? right : left;
    }
}
