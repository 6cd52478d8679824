package io.github.zsl4j.engine.djl;

import ai.djl.Device;
import ai.djl.engine.Engine;
import ai.djl.engine.StandardCapabilities;
import io.github.zsl4j.engine.ComputeDevice;
import io.github.zsl4j.engine.NetworkOptions;
import io.github.zsl4j.error.ModelException;

/** DJL's devices for ours. A GPU that is not there is an error: on the processor, a program would only be slow. */
final class Devices {

    private Devices() {}

    /** @throws ModelException if there is no such GPU, or the engine on the class path does not compute on GPUs */
    static Device of(ComputeDevice device, Engine engine) {
        if (!device.isGpu()) {
            return Device.cpu(); // named, because DJL prefers a GPU where there is one
        }
        return of(
                device, engine.getEngineName(), engine.hasCapability(StandardCapabilities.CUDA), engine.getGpuCount());
    }

    static Device of(ComputeDevice device, String engine, boolean cuda, int gpus) {
        if (!cuda) {
            throw new ModelException(device + ": " + engine + " cannot compute on a GPU here; " + remedy(engine)
                    + ", or choose the device cpu");
        }
        if (device.gpu() >= gpus) {
            throw new ModelException(device + ": "
                    + (gpus <= 0
                            ? "no NVIDIA GPU is found here; check its driver and CUDA, or choose the device cpu"
                            : "there are only " + gpus + " GPUs here; they are numbered from 0"));
        }
        return Device.gpu(device.gpu());
    }

    private static String remedy(String engine) {
        return switch (engine) {
            case NetworkOptions.ONNX_RUNTIME ->
                "put com.microsoft.onnxruntime:onnxruntime_gpu in place of onnxruntime on"
                        + " the class path, and check the GPU's driver and CUDA";
            case NetworkOptions.PYTORCH ->
                "put ai.djl.pytorch:pytorch-native-cu128 in place of pytorch-native-cpu on the"
                        + " class path, and check the GPU's driver";
            default -> "use the dependency that brings its CUDA version";
        };
    }
}
