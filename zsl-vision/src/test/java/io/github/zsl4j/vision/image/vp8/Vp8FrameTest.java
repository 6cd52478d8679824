package io.github.zsl4j.vision.image.vp8;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whole frames; that their pixels are libwebp's, WebpGoldenTest shows. */
class Vp8FrameTest {

    private static final int CHUNK = 20;

    @ParameterizedTest
    @ValueSource(strings = {"q30_m6_97x61", "filter0_60_0", "filter1_100_2"})
    void wouldBeWrongWithoutTheLoopFilter(String name) throws IOException {
        byte[] frame = frame(name);
        FrameHeader header = new FrameHeader(frame, 0, frame.length);
        Planes planes = Planes.of(header);
        new Reconstruction(header, planes, new EdgeMap(header)).run();
        byte[] unfiltered = Upsampling.toRgb(planes, header.width(), header.height());

        assertThat(unfiltered).isNotEqualTo(Vp8Frame.toRgb(frame, 0, frame.length));
    }

    @ParameterizedTest
    @ValueSource(strings = {"filter0_0_0", "filter1_0_0"})
    void doesWithoutTheLoopFilterWhereTheFrameDoes(String name) throws IOException {
        byte[] frame = frame(name);
        FrameHeader header = new FrameHeader(frame, 0, frame.length);

        assertThat(header.filter().enabled()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"filter0_60_0, true", "filter1_60_0, false"})
    void tellsTheSimpleFilter(String name, boolean simple) throws IOException {
        byte[] frame = frame(name);

        assertThat(new FrameHeader(frame, 0, frame.length).filter().simple()).isEqualTo(simple);
    }

    @ParameterizedTest
    @CsvSource({"q30_m6_97x61, 1", "partitions2, 2", "partitions4, 4", "partitions8, 8"})
    void spreadsRowsOverPartitions(String name, int partitions) throws IOException {
        byte[] frame = frame(name);
        FrameHeader header = new FrameHeader(frame, 0, frame.length);

        assertThat(IntStream.range(0, 16).mapToObj(header::coefficients).distinct())
                .hasSize(partitions);
    }

    @Test
    void givesSegmentsFactorsOfTheirOwn() throws IOException {
        byte[] frame = frame("segments4");
        FrameHeader header = new FrameHeader(frame, 0, frame.length);
        int[] first = header.quantizers().factors(header.segmentation(), 0);
        int[] last = header.quantizers().factors(header.segmentation(), 3);

        assertThat(first).isNotEqualTo(last).hasSize(8);
    }

    @Test
    void decodesAFrameInTheMiddleOfOtherBytes() throws IOException {
        byte[] frame = frame("q75_m0_33x47");
        byte[] within = new byte[frame.length + 50];
        Arrays.fill(within, (byte) 0xff);
        System.arraycopy(frame, 0, within, 25, frame.length);

        assertThat(Vp8Frame.toRgb(within, 25, 25 + frame.length)).isEqualTo(Vp8Frame.toRgb(frame, 0, frame.length));
        assertThatThrownBy(() -> Vp8Frame.toRgb(frame, 1, frame.length + 1))
                .isInstanceOf(IndexOutOfBoundsException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"q1_m0_16x16", "q100_m6_33x47", "partitions8"})
    void saysThatAFrameEndsTooEarlyWhereverItIsCut(String name) {
        byte[] frame = frame(name);

        // An encoder's last bytes may hold nothing but the end of its arithmetic.
        for (int length = 0; length < frame.length - 4; length++) {
            int end = length;
            assertThatThrownBy(() -> Vp8Frame.toRgb(frame, 0, end))
                    .as("%d of %d bytes", length, frame.length)
                    .isInstanceOf(EOFException.class)
                    .hasMessageContaining("the frame ends");
        }
    }

    @Test
    void refusesWhatIsNoKeyFrame() {
        assertRefused(0, 1, "not a picture of its own");
    }

    @Test
    void refusesAHiddenFrame() {
        assertRefused(0, 0x10, "not a picture of its own");
    }

    @Test
    void refusesAnUnknownProfile() {
        assertRefused(0, 8, "unknown profile");
    }

    @Test
    void refusesAFrameWithoutItsStartCode() {
        assertRefused(4, 1, "no start code");
    }

    @Test
    void refusesAnEmptyFrame() {
        assertRefused(6, 33, "empty: 0 x 47");
        assertRefused(8, 47, "empty: 33 x 0");
    }

    private static void assertRefused(int at, int change, String message) {
        byte[] frame = frame("q75_m0_33x47");
        frame[at] ^= (byte) change;

        assertThatThrownBy(() -> Vp8Frame.toRgb(frame, 0, frame.length))
                .isInstanceOf(IOException.class)
                .hasMessageContaining(message);
    }

    /** The frame of a file that holds nothing else. */
    private static byte[] frame(String name) {
        try (InputStream in = Vp8FrameTest.class.getResourceAsStream("/pictures/webp/" + name + ".webp")) {
            byte[] file = in.readAllBytes();
            int length = file[16] & 0xff | (file[17] & 0xff) << 8;
            return Arrays.copyOfRange(file, CHUNK, CHUNK + length);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
