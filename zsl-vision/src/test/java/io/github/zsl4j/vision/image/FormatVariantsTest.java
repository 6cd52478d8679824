package io.github.zsl4j.vision.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.zsl4j.vision.image.ImageException.Reason;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The unusual variants of each format, one small picture each, against what Pillow makes of it. */
class FormatVariantsTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "png_g1.png",
                "png_g1_trns.png",
                "png_g2.png",
                "png_g4.png",
                "png_g8.png",
                "png_g8_trns.png",
                "png_p1.png",
                "png_p2_short.png",
                "png_p2_trns.png",
                "png_p4.png",
                "png_p8_trns.png",
                "png_rgb_trns.png",
                "png_16_ct4.png",
                "png_16_ct6.png",
                "png_exif.png"
            })
    void decodesPngAsPillowDoes(String name) {
        assertExact(name);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "jpg_420_nojfif.jpg",
                "jpg_444_nojfif.jpg",
                "jpg_444_adobe0.jpg",
                "jpg_444_adobe1.jpg",
                "jpg_444_adobe2.jpg",
                "jpg_444_jfif_adobe0.jpg",
                "jpg_cmyk_noadobe.jpg",
                "jpg_ids_rgb.jpg",
                "jpg_ids_012.jpg",
                "jpg_ids_jfif_rgb.jpg",
                "jpg_keeprgb.jpg",
                "jpg_exif3.jpg",
                "jpg_xmp.jpg"
            })
    void readsTheColoursOfJpegAsLibjpegDoes(String name) {
        assertExact(name);
    }

    @ParameterizedTest
    @ValueSource(strings = {"jpg_rst.jpg", "jpg_garbage.jpg", "jpg_cut_eoi0.6.jpg", "jpg_corrupt.jpg"})
    void takesWhatPillowTakesOfOddJpegs(String name) {
        assertExact(name);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "gif_off.gif",
                "gif_off_bg2.gif",
                "gif_off_trans.gif",
                "gif_local.gif",
                "gif_bigger.gif",
                "gif_il.gif",
                "gif_off_local.gif",
                "gif_l.gif"
            })
    void putsTheFirstGifFrameOnItsCanvas(String name) {
        assertExact(name);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "tif_cmyk.tif",
                "tif_exif.tif",
                "tif_g16.tif",
                "tif_g4.tif",
                "tif_jpeg.tif",
                "tif_la_raw.tif",
                "tif_rgba_tiff_lzw.tif",
                "tif_p16_packbits.tif",
                "tif_one_raw.tif",
                "tif_predictor.tif",
                "tif_multi.tif",
                "tif_l_w.tif"
            })
    void decodesTiffAsPillowDoes(String name) {
        assertExact(name);
    }

    @ParameterizedTest
    @ValueSource(strings = {"bmp_l.bmp", "bmp_one.bmp", "bmp_p16.bmp", "bmp_rgba.bmp"})
    void decodesBmpAsPillowDoes(String name) {
        assertExact(name);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "webp_anim.webp",
                "webp_exif.webp",
                "webp_la.webp",
                "webp_pal.webp",
                "webp_l.webp",
                "webp_q80.webp"
            })
    void decodesWebpAsPillowDoes(String name) {
        assertExact(name);
    }

    @ParameterizedTest
    @CsvSource({
        "jpg_noeoi.jpg, TRUNCATED",
        "jpg_half_eoi.jpg, TRUNCATED",
        "jpg_noeoi_prog.jpg, TRUNCATED",
        "jpg_noeoi_garbage.jpg, TRUNCATED",
        "jpg_cut0.9.jpg, TRUNCATED",
        "jpg_progcut0.6.jpg, TRUNCATED",
        "gif_cut.gif, TRUNCATED",
        "tif_lab.tif, UNSUPPORTED",
        "tif_f.tif, UNSUPPORTED"
    })
    void refusesWhatIsIncompleteOrNotDecoded(String name, Reason reason) {
        assertThatThrownBy(() -> TestImages.decode(TestImages.resource("refused/" + name)))
                .isInstanceOfSatisfying(
                        ImageException.class, e -> assertThat(e.reason()).isEqualTo(reason));
    }

    private static void assertExact(String name) {
        RgbImage expected = TestImages.reference(TestImages.resource(name + ".expected.png"));

        assertThat(TestImages.largestDifference(TestImages.decode(TestImages.resource(name)), expected))
                .isZero();
    }
}
