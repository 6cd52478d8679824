package io.github.zsl4j.embedding;

import io.github.zsl4j.embedding.Similarity.Neighbour;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinTask;
import java.util.stream.IntStream;

/**
 * The search for the closest targets of many queries. Groups of queries and spans of blocks of targets are searched side by
 * side; what is found does not depend on how they are cut.
 */
final class NearestSearch {

    /** Queries of a group: their sums for a block are a megabyte. */
    static final int GROUP = 256;

    /** The number of products that are worth another thread: about a tenth of a millisecond. */
    private static final long WORTH_A_THREAD = 1 << 20;

    private final Targets targets;
    private final int k;
    private final BitSet accepted;

    NearestSearch(Targets targets, int k, BitSet accepted) {
        this.targets = targets;
        this.k = k;
        this.accepted = accepted;
    }

    /** @param queries prepared [n, d] */
    List<List<Neighbour>> of(EmbeddingMatrix queries) {
        int groups = (queries.rows() + GROUP - 1) / GROUP;
        int spans = spans(groups);
        long work = (long) queries.rows() * queries.dimension() * targets.count();
        IntStream tasks = IntStream.range(0, groups * spans);
        TopTargets[][] found = (work > WORTH_A_THREAD ? tasks.parallel() : tasks)
                .mapToObj(task -> search(group(queries, task / spans), task % spans, spans))
                .toArray(TopTargets[][]::new);
        List<List<Neighbour>> all = new ArrayList<>();
        for (int group = 0; group < groups; group++) {
            all.addAll(merged(Arrays.copyOfRange(found, group * spans, (group + 1) * spans)));
        }
        return all;
    }

    /** Two for each thread, so that one that is held up does not hold up the others much. */
    private int spans(int groups) {
        int threads = ForkJoinTask.inForkJoinPool()
                ? ForkJoinTask.getPool().getParallelism()
                : ForkJoinPool.getCommonPoolParallelism() + 1;
        return Math.max(1, Math.min(targets.blocks(), (2 * threads + groups - 1) / Math.max(1, groups)));
    }

    private static EmbeddingMatrix group(EmbeddingMatrix queries, int group) {
        return queries.slice(group * GROUP, Math.min(queries.rows(), (group + 1) * GROUP));
    }

    private static List<List<Neighbour>> merged(TopTargets[][] spans) {
        List<List<Neighbour>> merged = new ArrayList<>();
        for (int i = 0; i < spans[0].length; i++) {
            TopTargets all = spans[0][i];
            for (int span = 1; span < spans.length; span++) {
                all.offerAll(spans[span][i]);
            }
            merged.add(all.closestFirst());
        }
        return merged;
    }

    private TopTargets[] search(EmbeddingMatrix queries, int span, int spans) {
        float[] q = queries.values();
        TopTargets[] found = new TopTargets[queries.rows()];
        Arrays.setAll(found, i -> new TopTargets(k));
        BlockKernel.Sums sums = targets.sums(q);
        BitSet finite = finite(q, queries.dimension());
        int to = (int) ((span + 1L) * targets.blocks() / spans);
        for (int block = (int) ((long) span * targets.blocks() / spans); block < to; block++) {
            if (mayAccept(block)) {
                offer(block, targets.sums(block, sums), q, finite, found);
            }
        }
        return found;
    }

    private boolean mayAccept(int block) {
        int next = accepted == null ? targets.first(block) : accepted.nextSetBit(targets.first(block));
        return next >= 0 && next < targets.first(block + 1);
    }

    /** The queries whose sums are finite whatever the target. */
    private BitSet finite(float[] queries, int d) {
        BitSet finite = new BitSet();
        for (int i = 0; i < queries.length / d; i++) {
            finite.set(i, targets.sumsAreFinite(queries, i * d));
        }
        return finite;
    }

    private void offer(int block, float[][] sums, float[] queries, BitSet finite, TopTargets[] found) {
        int d = queries.length / found.length;
        for (int i = 0; i < found.length; i++) {
            if (finite.get(i)) {
                offerAbove(block, sums[i], queries, i * d, found[i]);
            } else {
                offerAll(block, sums[i], queries, i * d, found[i]);
            }
        }
    }

    /** Nearly all targets end at the first comparison. */
    private void offerAbove(int block, float[] sums, float[] queries, int at, TopTargets found) {
        float floor = found.floor();
        int width = targets.width(block);
        for (int j = 0; j < width; j++) {
            if (sums[j] > floor) {
                offer(targets.first(block) + j, sums[j], queries, at, found);
                floor = found.floor();
            }
        }
    }

    /** A sum that is not finite is finished in another way, and may be anything. */
    private void offerAll(int block, float[] sums, float[] queries, int at, TopTargets found) {
        for (int j = 0; j < targets.width(block); j++) {
            offer(targets.first(block) + j, sums[j], queries, at, found);
        }
    }

    private void offer(int target, float sum, float[] queries, int at, TopTargets found) {
        if (accepted == null || accepted.get(target)) {
            found.offer(target, targets.finish(sum, queries, at, target));
        }
    }
}
