package io.github.zsl4j.dataset;

import java.util.BitSet;
import java.util.List;

/** Derives the classes of the splits, and refuses splits that would make a result worthless. */
final class SplitChecks {

    private final int[] labels;
    private final List<String> names;
    private final Splits splits;
    private final BitSet used = new BitSet();
    private final BitSet seen = new BitSet();
    private final BitSet unseen = new BitSet();
    private final BitSet validation = new BitSet();

    SplitChecks(ZeroShotData.Examples examples, Splits splits) {
        this.labels = examples.labels();
        this.names = examples.classes();
        this.splits = splits;
    }

    void run() {
        collect("trainval", splits.trainval(), seen);
        collect("testUnseen", splits.testUnseen(), unseen);
        BitSet seenInTest = new BitSet();
        collect("testSeen", splits.testSeen(), seenInTest);
        if (unseen.intersects(seen)) {
            BitSet both = (BitSet) unseen.clone();
            both.and(seen);
            throw new IllegalArgumentException("The unseen class '" + name(both)
                    + "' occurs in trainval; a zero-shot result" + " would not be one");
        }
        seenInTest.andNot(seen);
        if (!seenInTest.isEmpty()) {
            throw new IllegalArgumentException(
                    "testSeen has pictures of '" + name(seenInTest) + "', which trainval has none of");
        }
        splits.validationClasses().forEach(this::addValidation);
    }

    private String name(BitSet classes) {
        return names.get(classes.nextSetBit(0));
    }

    private void collect(String what, List<Integer> rows, BitSet classes) {
        for (int row : rows) {
            if (row < 0 || row >= labels.length) {
                throw new IllegalArgumentException(
                        what + " names row " + row + "; the rows of the features are 0 to " + (labels.length - 1));
            }
            if (used.get(row)) {
                throw new IllegalArgumentException(what + " names row " + row + ", which has been named before");
            }
            used.set(row);
            classes.set(labels[row]);
        }
    }

    private void addValidation(String name) {
        int index = names.indexOf(name);
        if (index < 0 || !seen.get(index)) {
            throw new IllegalArgumentException("The validation class '" + name + "' is not one of the seen classes");
        }
        validation.set(index);
    }

    int[] seen() {
        return seen.stream().toArray();
    }

    int[] unseen() {
        return unseen.stream().toArray();
    }

    int[] validation() {
        return validation.stream().toArray();
    }
}
