package io.github.zsl4j.engine.layout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WeightVariantTest {

    @Test
    void isASuffixOfTheFilesName() {
        assertThat(WeightVariant.FULL.of("model")).isEqualTo("model");
        assertThat(WeightVariant.FP16.of("vision_model")).isEqualTo("vision_model_fp16");
        assertThat(WeightVariant.QUANTISED.of("model")).isEqualTo("model_quantized");
    }

    /** Suffixes that are found on the Hugging Face hub. */
    @ParameterizedTest
    @ValueSource(strings = {"", "int8", "uint8", "q4f16", "bnb4", "O4", "qint8_avx512_vnni", "quint8_avx2", "q-4"})
    void mayBeAnyThatIsInUse(String suffix) {
        assertThat(new WeightVariant(suffix).suffix()).isEqualTo(suffix);
    }

    @ParameterizedTest
    @ValueSource(strings = {" ", "a b", "../secret", "a/b", "a\\b", "fp16.onnx", "_fp16", "-x", "é", "a\n"})
    void mustNotLeadElsewhere(String suffix) {
        assertThatThrownBy(() -> new WeightVariant(suffix))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("A variant is a suffix such as fp16, quantized or q4, not '" + suffix + "'");
    }

    @Test
    void mustBeThere() {
        assertThatThrownBy(() -> new WeightVariant(null)).isInstanceOf(NullPointerException.class);
    }
}
