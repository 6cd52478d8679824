package io.github.zsl4j.cli;

import io.github.zsl4j.engine.NetworkOptions;

/** The engines by the names that people use. */
enum EngineName {
    onnx(NetworkOptions.ONNX_RUNTIME),
    pytorch(NetworkOptions.PYTORCH);

    private final String djlName;

    EngineName(String djlName) {
        this.djlName = djlName;
    }

    String djlName() {
        return djlName;
    }
}
