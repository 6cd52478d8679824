package io.github.zsl4j.cli;

import io.github.zsl4j.dataset.ZeroShotData;
import io.github.zsl4j.protocol.MethodResult;

/** Shows how methods did, as soon as each is done. */
interface EvaluationSink {

    void start(ZeroShotData data);

    void result(MethodResult result);
}
