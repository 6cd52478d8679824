package io.github.zsl4j.train.picture.shapes;

import io.github.zsl4j.train.gradient.Seeds;
import java.util.ArrayList;
import java.util.List;

/**
 * Which combinations are trained with and which are held out. Every pair of attributes of a held-out combination occurs in
 * training, such as "blue striped" and "small triangle", and so does every attribute.
 *
 * @param seen trained with
 * @param heldOut never shown
 */
public record Split(List<Combination> seen, List<Combination> heldOut) {

    public Split {
        seen = List.copyOf(seen);
        heldOut = List.copyOf(heldOut);
    }

    /** A fifth is held out: 36 of 180. */
    public static Split of(long seed) {
        return of(36, seed);
    }

    /**
     * @param count of combinations that are held out
     * @throws IllegalArgumentException if so many cannot be held out, for then a pair of attributes would be in none of
     *     the others
     */
    public static Split of(int count, long seed) {
        List<Combination> all = Combination.all();
        List<Combination> seen = new ArrayList<>(all);
        for (int i : Seeds.shuffled(all.size(), Seeds.random(seed, 0))) {
            if (all.size() - seen.size() < count && isSpareable(all.get(i), seen)) {
                seen.remove(all.get(i));
            }
        }
        List<Combination> heldOut = new ArrayList<>(all);
        heldOut.removeAll(seen);
        if (count < 0 || heldOut.size() != count) {
            throw new IllegalArgumentException(count + " combinations cannot be held out of " + all.size()
                    + "; at least 0 can be, and with this seed at most " + heldOut.size());
        }
        return new Split(seen, heldOut);
    }

    private static boolean isSpareable(Combination one, List<Combination> seen) {
        for (int first = 0; first < 4; first++) {
            for (int second = 0; second < first; second++) {
                int a = first;
                int b = second;
                if (seen.stream().filter(other -> other.shares(one, a, b)).count() < 2) {
                    return false;
                }
            }
        }
        return true;
    }
}
