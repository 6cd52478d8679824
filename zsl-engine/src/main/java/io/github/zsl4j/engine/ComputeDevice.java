package io.github.zsl4j.engine;

/**
 * Where a network computes.
 *
 * @param gpu the number of the GPU, from 0; -1 for the processor
 */
public record ComputeDevice(int gpu) {

    /** The processor. */
    public static final ComputeDevice CPU = new ComputeDevice(-1);

    /** @throws IllegalArgumentException if the number is below -1 */
    public ComputeDevice {
        if (gpu < -1) {
            throw new IllegalArgumentException("GPUs are numbered from 0, not " + gpu);
        }
    }

    /**
     * @param name {@code cpu}, {@code gpu} (the first), or {@code gpu:1} and so on
     * @throws IllegalArgumentException if it is none of these
     */
    public static ComputeDevice parse(String name) {
        if (name.equals("cpu")) {
            return CPU;
        }
        if (name.equals("gpu")) {
            return new ComputeDevice(0);
        }
        if (name.matches("gpu:\\d{1,4}")) {
            return new ComputeDevice(Integer.parseInt(name.substring(4)));
        }
        throw new IllegalArgumentException("A device is cpu, gpu, or gpu:N with a number from 0, not '" + name + "'");
    }

    public boolean isGpu() {
        return gpu >= 0;
    }

    /** The name that {@link #parse} reads. */
    @Override
    public String toString() {
        return isGpu() ? "gpu:" + gpu : "cpu";
    }
}
