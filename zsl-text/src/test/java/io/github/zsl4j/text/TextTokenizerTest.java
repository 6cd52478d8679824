package io.github.zsl4j.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TextTokenizerTest {

    @Test
    void leavesTheProgramsOfflineSettingAsItWas() {
        String before = System.getProperty("ai.djl.offline");
        Encoders.tokenizer(8).close();
        assertThat(System.getProperty("ai.djl.offline")).isEqualTo(before);
        System.setProperty("ai.djl.offline", "false");
        try {
            Encoders.tokenizer(8).close();
            assertThat(System.getProperty("ai.djl.offline")).isEqualTo("false");
        } finally {
            System.clearProperty("ai.djl.offline");
        }
    }

    @Test
    void replacesOnlyLoneSurrogates() {
        assertThat(TextTokenizer.wellFormed("a🐱猫\u0000")).isEqualTo("a🐱猫\u0000");
        assertThat(TextTokenizer.wellFormed("\udc31\ud83d\ud83d\udc31\ud83d")).isEqualTo("\ufffd\ufffd🐱\ufffd");
    }
}
