package io.github.zsl4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.zsl4j.error.ZslException;
import io.github.zsl4j.vision.image.ImageSource;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class OutcomeTest {

    private final ImageSource image = ImageSource.of(new byte[] {1}, "x");

    @Test
    void isEitherAValueOrAFailure() {
        ZslException problem = new ZslException("bad");
        assertThat(Outcome.success(image, 1).value()).isEqualTo(1);
        assertThatThrownBy(() -> Outcome.failure(image, problem).value()).isSameAs(problem);
        assertThatThrownBy(() -> new Outcome<>(image, Optional.of(1), Optional.of(problem)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Outcome<>(image, Optional.empty(), Optional.empty()))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
