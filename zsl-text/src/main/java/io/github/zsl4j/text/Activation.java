package io.github.zsl4j.text;

import io.github.zsl4j.engine.layout.ConfigFile;

/** The functions that follow a {@link Dense} layer, by their PyTorch names. */
enum Activation {
    IDENTITY("Identity") {
        @Override
        double apply(double x) {
            return x;
        }
    },
    TANH("Tanh") {
        @Override
        double apply(double x) {
            return Math.tanh(x);
        }
    },
    RELU("ReLU") {
        @Override
        double apply(double x) {
            return Math.max(0, x);
        }
    },
    SIGMOID("Sigmoid") {
        @Override
        double apply(double x) {
            return 1 / (1 + Math.exp(-x));
        }
    };

    private static final String KEY = "activation_function";

    private final String name;

    Activation(String name) {
        this.name = name;
    }

    abstract double apply(double x);

    /**
     * @param config of the layer; {@code activation_function} is a class name such as
     *     {@code torch.nn.modules.activation.Tanh}, which is also the default
     */
    static Activation of(ConfigFile config) {
        String full = config.text(KEY).orElse(TANH.name);
        String wanted = full.substring(full.lastIndexOf('.') + 1);
        for (Activation activation : values()) {
            if (activation.name.equals(wanted)) {
                return activation;
            }
        }
        throw config.wrong(KEY, "Identity, Tanh, ReLU or Sigmoid of torch.nn.modules");
    }
}
