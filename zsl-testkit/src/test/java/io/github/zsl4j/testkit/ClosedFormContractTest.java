package io.github.zsl4j.testkit;

import io.github.zsl4j.align.AlignmentTrainer;
import io.github.zsl4j.align.closedform.Ridge;

class RidgeContractTest extends AlignmentTrainerContract {

    @Override
    protected AlignmentTrainer trainer() {
        return new Ridge(0.1);
    }
}
