package io.github.zsl4j.dataset;

import java.util.List;
import java.util.Objects;

/**
 * Which pictures are for training and which for testing, as rows of the features. Immutable.
 *
 * @param trainval pictures of seen classes, to train and to validate with
 * @param testSeen further pictures of seen classes
 * @param testUnseen pictures of classes that occur nowhere else
 * @param validationClasses seen classes that stand in for unseen ones when options are chosen; may be empty
 */
public record Splits(
        List<Integer> trainval, List<Integer> testSeen, List<Integer> testUnseen, List<String> validationClasses) {

    public Splits {
        trainval = List.copyOf(trainval);
        testSeen = List.copyOf(testSeen);
        testUnseen = List.copyOf(testUnseen);
        validationClasses = List.copyOf(Objects.requireNonNull(validationClasses, "validationClasses"));
    }
}
