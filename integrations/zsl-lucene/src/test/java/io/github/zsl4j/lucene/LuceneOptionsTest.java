package io.github.zsl4j.lucene;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class LuceneOptionsTest {

    @Test
    void eachIsSetByItself() {
        LuceneOptions options = LuceneOptions.defaults()
                .withConnections(8)
                .withBeamWidth(9)
                .withCandidates(10)
                .withExactUpTo(11)
                .withBufferMegabytes(12);
        assertThat(options).isEqualTo(new LuceneOptions(8, 9, 10, 11, 12));
    }

    @Test
    void whatLuceneCannotDoIsRefused() {
        LuceneOptions options = LuceneOptions.defaults();
        assertThatThrownBy(() -> options.withConnections(1)).hasMessageContaining("connections");
        assertThatThrownBy(() -> options.withConnections(513)).hasMessageContaining("512");
        assertThatThrownBy(() -> options.withBeamWidth(3201)).hasMessageContaining("beamWidth");
        assertThatThrownBy(() -> options.withCandidates(0)).hasMessageContaining("candidates");
        assertThatThrownBy(() -> options.withExactUpTo(-1)).hasMessageContaining("exactUpTo");
        assertThatThrownBy(() -> options.withBufferMegabytes(2048)).hasMessageContaining("2047");
    }
}
