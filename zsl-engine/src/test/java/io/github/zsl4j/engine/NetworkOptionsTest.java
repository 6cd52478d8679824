package io.github.zsl4j.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NetworkOptionsTest {

    @Test
    void areOnnxRuntimeOnOneThreadUnlessTold() {
        assertThat(NetworkOptions.defaults()).isEqualTo(new NetworkOptions("OnnxRuntime", ComputeDevice.CPU, 1));
        assertThat(NetworkOptions.defaults().withThreads(4))
                .isEqualTo(new NetworkOptions("OnnxRuntime", ComputeDevice.CPU, 4));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -1})
    void refuseNoThread(int threads) {
        assertThatThrownBy(() -> NetworkOptions.defaults().withThreads(threads))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("A network needs at least 1 thread, not " + threads);
    }

    @Test
    void refuseNoEngine() {
        assertThatThrownBy(() -> new NetworkOptions(null, ComputeDevice.CPU, 1))
                .isInstanceOf(NullPointerException.class);
    }
}
