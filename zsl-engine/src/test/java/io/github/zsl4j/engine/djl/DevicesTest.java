package io.github.zsl4j.engine.djl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import ai.djl.Device;
import ai.djl.engine.Engine;
import io.github.zsl4j.engine.ComputeDevice;
import io.github.zsl4j.engine.Network;
import io.github.zsl4j.engine.NetworkOptions;
import io.github.zsl4j.engine.Networks;
import io.github.zsl4j.engine.Offline;
import io.github.zsl4j.error.ModelException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DevicesTest {

    private static final ComputeDevice FIRST = ComputeDevice.parse("gpu");
    private static final ComputeDevice THIRD = ComputeDevice.parse("gpu:2");

    @Test
    void areDjlsByNumber() {
        assertThat(Devices.of(FIRST, "PyTorch", true, 1)).isEqualTo(Device.gpu(0));
        assertThat(Devices.of(THIRD, "OnnxRuntime", true, 3)).isEqualTo(Device.gpu(2));
    }

    @Test
    void areTheProcessorEvenWhereThereIsAGpu() {
        Engine engine = Offline.call(() -> Engine.getEngine(NetworkOptions.ONNX_RUNTIME));
        assertThat(Devices.of(ComputeDevice.CPU, engine)).isEqualTo(Device.cpu());
    }

    @Test
    void mustBeThere() {
        assertThatThrownBy(() -> Devices.of(FIRST, "PyTorch", true, 0))
                .isInstanceOf(ModelException.class)
                .hasMessage("gpu:0: no NVIDIA GPU is found here; check its driver and CUDA, or choose the device cpu");
        assertThatThrownBy(() -> Devices.of(THIRD, "PyTorch", true, 2))
                .isInstanceOf(ModelException.class)
                .hasMessage("gpu:2: there are only 2 GPUs here; they are numbered from 0");
    }

    /** With the libraries for the processor, which the tests run on, a GPU is an error and not a slow surprise. */
    @ParameterizedTest
    @CsvSource({
        "OnnxRuntime, sum_diff.onnx, com.microsoft.onnxruntime:onnxruntime_gpu",
        "PyTorch, sum_diff.pt, ai.djl.pytorch:pytorch-native-cu128"
    })
    void nameTheDependencyForGpus(String engine, String file, String dependency) {
        boolean cuda = Offline.call(() -> Engine.getEngine(engine).hasCapability("CUDA"));
        assumeThat(cuda).isFalse();
        NetworkOptions options = NetworkOptions.defaults().withEngine(engine).withDevice(FIRST);
        assertThatThrownBy(() -> Network.load(Networks.file(file), options))
                .isInstanceOf(ModelException.class)
                .hasMessageStartingWith("gpu:0: " + engine + " cannot compute on a GPU here; put " + dependency)
                .hasMessageEndingWith("or choose the device cpu");
    }
}
