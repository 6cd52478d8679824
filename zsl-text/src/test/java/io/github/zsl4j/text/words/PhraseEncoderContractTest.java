package io.github.zsl4j.text.words;

import io.github.zsl4j.embedding.Encoder;
import io.github.zsl4j.testkit.EncoderContract;
import java.util.List;

class PhraseEncoderContractTest extends EncoderContract<String> {

    @Override
    protected Encoder<String> open() {
        return new PhraseEncoder(
                WordFiles.golden("tiny.bin"), PhraseOptions.defaults().withSif(Sif.defaults()));
    }

    @Override
    protected List<String> items() {
        return List.of("cat", "the hot dog of New York", "ice cream", "café");
    }
}
