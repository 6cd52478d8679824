package io.github.zsl4j.vision.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.zsl4j.testkit.Golden;
import java.awt.AlphaComposite;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.awt.image.DataBuffer;
import java.awt.image.Raster;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ImageDecoderTest {

    private final ImageDecoder decoder = new ImageDecoder();

    @Test
    void givesTheSamePixelsFromManyThreads() throws Exception {
        List<byte[]> files = Golden.images("ok").stream()
                .map(i -> Golden.bytes(i.get("file").getAsString()))
                .toList();
        List<RgbImage> alone = files.stream().map(this::decode).toList();
        ExecutorService pool = Executors.newFixedThreadPool(8);
        try {
            List<Callable<RgbImage>> work = IntStream.range(0, 8 * files.size())
                    .mapToObj(i -> (Callable<RgbImage>) () -> decode(files.get(i % files.size())))
                    .toList();
            List<Future<RgbImage>> done = pool.invokeAll(work);
            for (int i = 0; i < done.size(); i++) {
                assertThat(done.get(i).get()).isEqualTo(alone.get(i % files.size()));
            }
        } finally {
            pool.shutdownNow();
        }
    }

    @ParameterizedTest
    @ValueSource(
            ints = {
                BufferedImage.TYPE_INT_RGB,
                BufferedImage.TYPE_INT_BGR,
                BufferedImage.TYPE_3BYTE_BGR,
                BufferedImage.TYPE_INT_ARGB,
                BufferedImage.TYPE_INT_ARGB_PRE,
                BufferedImage.TYPE_4BYTE_ABGR
            })
    void readsImagesInMemoryInEveryOrderOfBytes(int type) {
        BufferedImage image = new BufferedImage(3, 2, type);
        image.setRGB(2, 1, 0xff123456);
        image.setRGB(0, 0, 0xffff8000);

        RgbImage rgb = RgbImage.of(image);

        assertThat(rgb.pixel(2, 1)).isEqualTo(0x123456);
        assertThat(rgb.pixel(0, 0)).isEqualTo(0xff8000);
    }

    @Test
    void compositesImagesInMemoryOnWhite() {
        BufferedImage image = new BufferedImage(2, 1, BufferedImage.TYPE_INT_ARGB);
        image.setRGB(1, 0, 0x80000000);

        assertThat(RgbImage.of(image).pixel(0, 0)).isEqualTo(0xffffff);
        assertThat(RgbImage.of(image).pixel(1, 0)).isEqualTo(0x7f7f7f);
    }

    @Test
    void keepsTheValuesOfGreyImagesInMemory() {
        BufferedImage image = new BufferedImage(1, 1, BufferedImage.TYPE_BYTE_GRAY);
        image.getRaster().setSample(0, 0, 0, 100);
        BufferedImage deep = new BufferedImage(1, 1, BufferedImage.TYPE_USHORT_GRAY);
        deep.getRaster().setSample(0, 0, 0, 100 << 8 | 255);

        assertThat(RgbImage.of(image).pixel(0, 0)).isEqualTo(0x646464);
        assertThat(RgbImage.of(deep).pixel(0, 0)).isEqualTo(0x646464);
    }

    @Test
    void spreadsFiveBitsOverEight() {
        BufferedImage image = new BufferedImage(1, 1, BufferedImage.TYPE_USHORT_565_RGB);
        image.getRaster().setPixel(0, 0, new int[] {31, 63, 16});

        assertThat(RgbImage.of(image).pixel(0, 0)).isEqualTo(0xff_ff_83);
    }

    @Test
    void readsAPartOfAnImageInMemory() {
        BufferedImage image = new BufferedImage(10, 10, BufferedImage.TYPE_3BYTE_BGR);
        image.setRGB(4, 5, 0xffabcdef);

        RgbImage part = RgbImage.of(image.getSubimage(3, 4, 5, 5));

        assertThat(part.width()).isEqualTo(5);
        assertThat(part.pixel(1, 1)).isEqualTo(0xabcdef);
    }

    @Test
    void doesNotShareTheArrayOfAnImageInMemory() {
        BufferedImage image = Rasters.rgbTarget(4, 4);
        RgbImage before = RgbImage.of(image);

        image.setRGB(0, 0, 0xffffffff);

        assertThat(before.pixel(0, 0)).isZero();
    }

    @Test
    void compositesPremultipliedColours() {
        BufferedImage image = new BufferedImage(4, 4, BufferedImage.TYPE_INT_ARGB_PRE);
        Graphics2D g = image.createGraphics();
        g.setComposite(AlphaComposite.getInstance(AlphaComposite.SRC, 0.5f));
        g.setColor(Color.RED);
        g.fillRect(0, 0, 4, 4);
        g.dispose();

        assertThat(RgbImage.of(image).pixel(1, 1)).isEqualTo(0xff7f7f);
    }

    @Test
    void refusesSamplesOfFloats() {
        Raster raster = Raster.createBandedRaster(DataBuffer.TYPE_INT, 1, 1, 1, null);

        assertThat(raster.getNumBands()).isEqualTo(1);
        assertThatThrownBy(() -> TestImages.decode(TestImages.resource("refused/tif_f.tif")))
                .hasMessageContaining("32 bits");
    }

    @Test
    void saysWhatItsLimitsAre() {
        ImageLimits limits = new ImageLimits(10, 1000);

        assertThat(new ImageDecoder(limits).limits()).isEqualTo(limits);
        assertThat(decoder.limits()).isEqualTo(ImageLimits.defaults());
    }

    private RgbImage decode(byte[] bytes) {
        return decoder.decode(ImageSource.of(bytes, "x"));
    }
}
