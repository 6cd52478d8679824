package io.github.zsl4j.engine.djl;

import io.github.zsl4j.engine.Tensor;
import io.github.zsl4j.error.ModelException;
import java.util.List;
import java.util.Map;

/** Which of a caller's tensors goes where in a network. Thread-safe. */
interface InputBinding {

    /**
     * @param tensors by the caller's names
     * @return in the network's order
     * @throws ModelException if the tensors do not fit the network; the message names both lists
     */
    List<Argument> bind(Map<String, Tensor> tensors);
}
