package io.github.zsl4j.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import io.github.zsl4j.Models;
import io.github.zsl4j.testkit.Golden;
import io.github.zsl4j.testkit.Npy;
import io.github.zsl4j.vision.image.ImageDecoder;
import io.github.zsl4j.vision.image.ImageLimits;
import io.github.zsl4j.vision.image.ImageSource;
import io.github.zsl4j.vision.image.RgbImage;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The image network's features of every valid reference picture, from the encoded file on. */
class FeatureGoldenTest {

    /** The reference ran fp32 weights; the file stores fp16. */
    private static final double COSINE = 0.9998;

    private static final Npy FEATURES = Golden.npy("golden/img_lite2.npy");

    private final ImageDecoder decoder = new ImageDecoder(ImageLimits.defaults());
    private final CentredImages encoder =
            (CentredImages) Models.shared().parts().images();

    static Stream<JsonObject> pictures() {
        return Golden.images("ok").stream();
    }

    @ParameterizedTest
    @MethodSource("pictures")
    void equalTheReference(JsonObject image) {
        RgbImage picture = decode(image);
        float[] features = encoder.features().encode(picture).toArray();
        assertThat(Golden.cosine(features, FEATURES.row(image.get("row").getAsInt())))
                .isGreaterThanOrEqualTo(COSINE);
    }

    /** Negative control: red and blue swapped fail the same check. */
    @Test
    void wouldNoticeSwappedChannels() {
        JsonObject image = Golden.images("ok").get(0);
        RgbImage picture = decode(image);
        byte[] rgb = picture.toBytes();
        for (int i = 0; i < rgb.length; i += 3) {
            byte red = rgb[i];
            rgb[i] = rgb[i + 2];
            rgb[i + 2] = red;
        }
        RgbImage swapped = RgbImage.of(picture.width(), picture.height(), rgb);
        float[] features = encoder.features().encode(swapped).toArray();
        assertThat(Golden.cosine(features, FEATURES.row(image.get("row").getAsInt())))
                .isLessThan(COSINE);
    }

    private RgbImage decode(JsonObject image) {
        String file = image.get("file").getAsString();
        return decoder.decode(ImageSource.of(Golden.bytes(file), file));
    }
}
