package io.github.zsl4j.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ComputeDeviceTest {

    @Example
    void isTheProcessorOrAGpuByNumber() {
        assertThat(ComputeDevice.parse("cpu")).isEqualTo(ComputeDevice.CPU);
        assertThat(ComputeDevice.CPU.isGpu()).isFalse();
        assertThat(ComputeDevice.parse("gpu")).isEqualTo(new ComputeDevice(0));
        assertThat(ComputeDevice.parse("gpu:3")).isEqualTo(new ComputeDevice(3));
        assertThat(ComputeDevice.parse("gpu:3").isGpu()).isTrue();
    }

    @Property(tries = 100)
    void readsTheNameThatItWrites(@ForAll @IntRange(min = -1, max = 9999) int gpu) {
        ComputeDevice device = new ComputeDevice(gpu);
        assertThat(ComputeDevice.parse(device.toString())).isEqualTo(device);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "GPU", "gpu:", "gpu:-1", "gpu:x", "gpu:1 ", "gpu1", "cuda:0", "gpu:99999", "gpu:١"})
    void refusesOtherNames(String name) {
        assertThatThrownBy(() -> ComputeDevice.parse(name))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("A device is cpu, gpu, or gpu:N with a number from 0, not '" + name + "'");
    }

    @Example
    void refusesNegativeNumbers() {
        assertThatThrownBy(() -> new ComputeDevice(-2))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("GPUs are numbered from 0, not -2");
    }
}
