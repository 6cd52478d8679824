package io.github.zsl4j.embedding;

import io.github.zsl4j.embedding.Similarity.Neighbour;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;

/** The k closest targets that were offered, of equal ones those with the lowest indices. For one thread. */
final class TopTargets {

    private static final Comparator<Neighbour> CLOSEST_FIRST =
            Comparator.comparingDouble(Neighbour::similarity).reversed().thenComparingInt(Neighbour::target);

    private final int k;
    private final PriorityQueue<Neighbour> farthestFirst = new PriorityQueue<>(CLOSEST_FIRST.reversed());

    TopTargets(int k) {
        this.k = k;
    }

    void offer(Neighbour neighbour) {
        if (farthestFirst.size() < k) {
            farthestFirst.add(neighbour);
        } else if (CLOSEST_FIRST.compare(neighbour, farthestFirst.element()) < 0) {
            farthestFirst.remove();
            farthestFirst.add(neighbour);
        }
    }

    /** Takes over what {@code other} has. */
    void offerAll(TopTargets other) {
        other.farthestFirst.forEach(this::offer);
    }

    /** The largest float such that no target of a higher index is taken any more if its similarity is not above it. */
    float floor() {
        if (farthestFirst.size() < k) {
            return Float.NEGATIVE_INFINITY;
        }
        double worst = farthestFirst.element().similarity();
        float floor = (float) worst;
        return floor > worst ? Math.nextDown(floor) : floor;
    }

    List<Neighbour> closestFirst() {
        return farthestFirst.stream().sorted(CLOSEST_FIRST).toList();
    }
}
