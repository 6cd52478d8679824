package io.github.zsl4j.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.google.gson.JsonObject;
import java.util.List;
import org.junit.jupiter.api.Test;

class GoldenTest {

    @Test
    void hasEveryPictureOfTheManifest() {
        List<JsonObject> good = Golden.images("ok");
        List<JsonObject> bad = Golden.images("error");
        assertThat(good.size() + bad.size())
                .isEqualTo(Golden.manifest().getAsJsonArray("images").size());
        assertThat(good).isNotEmpty().allSatisfy(GoldenTest::assertThere);
        assertThat(bad).isNotEmpty().allSatisfy(GoldenTest::assertThere);
    }

    private static void assertThere(JsonObject image) {
        assertThat(Golden.bytes(image.get("file").getAsString())).isNotNull();
    }

    @Test
    void readsReferenceArrays() {
        Npy npy = Golden.npy("golden/pre_clip32.npy");
        int size = 1;
        for (int length : npy.shape()) {
            size *= length;
        }
        assertThat(npy.values()).hasSize(size);
        assertThat(npy.row(0)).hasSize(size / npy.shape()[0]);
    }

    @Test
    void namesAMissingFile() {
        assertThatThrownBy(() -> Golden.bytes("nothing.npy"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("No golden file nothing.npy");
    }

    /** By hand: (3, 4) and (4, 3) have the cosine 24 / 25, whatever their lengths. The tolerance is double rounding. */
    @Test
    void cosineIsThatOfTheAngle() {
        assertThat(Golden.cosine(new float[] {3, 4}, new float[] {400, 300})).isCloseTo(0.96, within(1e-15));
        assertThat(Golden.cosine(new float[] {1, 0}, new float[] {0, 1})).isZero();
        assertThat(Golden.cosine(new float[] {1, 2}, new float[] {-2, -4})).isCloseTo(-1, within(1e-15));
        assertThat(Golden.cosine(new float[] {3e30f, 0}, new float[] {2e30f, 0}))
                .isCloseTo(1, within(1e-15));
    }
}
