package io.github.zsl4j.text;

import io.github.zsl4j.embedding.Encoder;
import io.github.zsl4j.engine.NetworkOptions;
import io.github.zsl4j.testkit.EncoderContract;
import java.util.List;

class MiniLmContractTest extends EncoderContract<String> {

    @Override
    protected Encoder<String> open() {
        return MiniLm.load(NetworkOptions.defaults(), 2);
    }

    @Override
    protected List<String> items() {
        return List.of(
                "a cat", "", "a photograph of a dog on a sofa in front of a window", "猫 🐱", "word ".repeat(300));
    }
}
