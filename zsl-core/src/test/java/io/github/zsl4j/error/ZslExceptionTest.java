package io.github.zsl4j.error;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;

class ZslExceptionTest {

    @Test
    void aModelsFailureIsCaughtAsTheLibrarys() {
        IOException cause = new IOException("disk");
        ZslException failure = new ModelException("model.onnx: damaged", cause);
        assertThat(failure).hasMessage("model.onnx: damaged").hasCause(cause);
        assertThat(new ModelException("x")).hasMessage("x").hasNoCause();
        assertThat(new ZslException("y")).hasMessage("y").hasNoCause();
    }
}
