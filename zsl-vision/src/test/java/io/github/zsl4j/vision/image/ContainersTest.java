package io.github.zsl4j.vision.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.zsl4j.testkit.Golden;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The parts of files that are read here and not by a reader: markers, chunks, directories. */
class ContainersTest {

    private final byte[] jpeg = Golden.bytes("images/icc_p3.jpg");
    private final byte[] png = Golden.bytes("images/rgb_trns.png");

    @Test
    void takesTheApplicationDataOutOfAJpegAndKeepsItsPicture() {
        byte[] plain = new JpegSegments(jpeg).plain(1);

        assertThat(indexOf(jpeg, "ICC_PROFILE")).isPositive();
        assertThat(indexOf(plain, "ICC_PROFILE")).isNegative();
        assertThat(TestImages.decode(plain)).isEqualTo(TestImages.decode(jpeg));
    }

    @Test
    void findsTheEndOfAJpegAndNotThatOfItsThumbnail() {
        byte[] end = {(byte) 0xff, (byte) 0xd9};
        byte[] cut = Arrays.copyOf(jpeg, jpeg.length - 2);
        byte[] withThumbnail = insert(cut, 2, segment(0xe1, end));

        assertThat(new JpegSegments(jpeg).ended).isTrue();
        assertThat(new JpegSegments(withThumbnail).ended).isFalse();
    }

    @Test
    void ignoresAFrameHeaderInsideApplicationData() {
        byte[] frame = Arrays.copyOfRange(jpeg, 0, 40);
        byte[] nested = insert(jpeg, 2, segment(0xe5, frame));

        assertThat(TestImages.decode(nested)).isEqualTo(TestImages.decode(jpeg));
    }

    @Test
    void takesTheFirstExifOfSeveral() {
        byte[] turned = exifSegment(new JpegSegments(Golden.bytes("images/exif_6.jpg")).exif());
        byte[] upright = exifSegment(new JpegSegments(Golden.bytes("images/exif_1.jpg")).exif());
        byte[] both = insert(insert(jpeg, 2, upright), 2, turned);

        assertThat(TestImages.decode(both).width())
                .isEqualTo(TestImages.decode(jpeg).height());
    }

    @Test
    void putsExifThatIsSplitOverSegmentsTogether() {
        byte[] whole = new JpegSegments(Golden.bytes("images/exif_6.jpg")).exif();
        byte[] head = exifSegment(Arrays.copyOf(whole, 9));
        byte[] tail = exifSegment(Arrays.copyOfRange(whole, 9, whole.length));

        assertThat(new JpegSegments(insert(insert(jpeg, 2, tail), 2, head)).exif())
                .isEqualTo(whole);
        assertThat(new JpegSegments(jpeg).exif()).isEmpty();
    }

    @Test
    void leavesOutThePngChunksThatChangeNoSample() {
        byte[] withGamma = insert(png, 33, chunk("gAMA", new byte[] {0, 0, 0, 1}));
        byte[] withProfile = insert(withGamma, 33, chunk("iCCP", "damaged".getBytes(StandardCharsets.US_ASCII)));

        assertThat(TestImages.decode(withProfile)).isEqualTo(TestImages.decode(png));
        assertThat(new PngChunks(withProfile).plain()).isEqualTo(new PngChunks(png).plain());
    }

    @Test
    void needsNoEndChunkWhereAllPixelsAreThere() {
        byte[] cut = Arrays.copyOf(png, png.length - 12);

        assertThat(TestImages.decode(cut)).isEqualTo(TestImages.decode(png));
    }

    @Test
    void readsPalettesThatAreTooShortAsBlack() {
        Palette palette = Palette.of(new byte[] {1, 2, 3}, 0, 1);
        byte[] rgb = new byte[6];

        palette.toRgb(new int[] {0, 7}, 2, rgb, 0);

        assertThat(rgb).containsExactly(1, 2, 3, 0, 0, 0);
    }

    @Test
    void readsDirectoryEntriesInlineAndByReference() {
        ByteBuffer tiff = ByteBuffer.allocate(64).order(ByteOrder.LITTLE_ENDIAN);
        tiff.putShort((short) 0x4949).putShort((short) 42).putInt(8).putShort((short) 2);
        tiff.putShort((short) 256).putShort((short) 3).putInt(1).putInt(70);
        tiff.putShort((short) 273).putShort((short) 4).putInt(2).putInt(40);
        tiff.position(40);
        tiff.putInt(1000).putInt(-1);
        TiffDirectory directory = new TiffDirectory(tiff.array(), 0);

        assertThat(directory.value(256, 0)).isEqualTo(70);
        assertThat(directory.values(273)).containsExactly(1000, 0xffffffffL);
        assertThat(directory.value(273, -7)).isEqualTo(1000);
        assertThat(directory.values(999)).isEmpty();
    }

    @Test
    void readsADirectoryToItsFirstDamagedEntryAndTakesTheLastOfTwo() {
        ByteBuffer tiff = ByteBuffer.allocate(64).order(ByteOrder.BIG_ENDIAN);
        tiff.putShort((short) 0x4d4d).putShort((short) 42).putInt(8).putShort((short) 4);
        tiff.putShort((short) 256).putShort((short) 3).putInt(1).putInt(70 << 16);
        tiff.putShort((short) 256).putShort((short) 3).putInt(1).putInt(71 << 16);
        tiff.putShort((short) 270).putShort((short) 2).putInt(60).putInt(8);
        tiff.putShort((short) 257).putShort((short) 3).putInt(1).putInt(72 << 16);

        assertThat(new TiffDirectory(tiff.array(), 0).value(256, 0)).isEqualTo(71);
        assertThat(new TiffDirectory(tiff.array(), 0).has(257)).isFalse();
        tiff.putShort(36, (short) 99);
        assertThat(new TiffDirectory(tiff.array(), 0).value(257, 0)).isEqualTo(72);
    }

    @Test
    void tellsBytesFromNumbers() {
        ByteBuffer tiff = ByteBuffer.allocate(64).order(ByteOrder.LITTLE_ENDIAN);
        tiff.putShort((short) 0x4949).putShort((short) 42).putInt(8).putShort((short) 2);
        tiff.putShort((short) 700).putShort((short) 1).putInt(3).put("abc\0".getBytes(StandardCharsets.US_ASCII));
        tiff.putShort((short) 256).putShort((short) 4).putInt(1).putInt(-1);
        TiffDirectory directory = new TiffDirectory(tiff.array(), 0);

        assertThat(directory.bytes(700)).containsExactly('a', 'b', 'c');
        assertThat(directory.value(700, -7)).isEqualTo(-7);
        assertThat(directory.values(700)).isEmpty();
        assertThat(directory.bytes(256)).isNull();
        assertThat(directory.bytes(999)).isNull();
        assertThat(directory.value(256, 0)).isEqualTo(Integer.MAX_VALUE);
    }

    @Test
    void doesNotAllocateWhatADirectoryOnlyClaims() {
        ByteBuffer tiff = ByteBuffer.allocate(32).order(ByteOrder.BIG_ENDIAN);
        tiff.putShort((short) 0x4d4d).putShort((short) 42).putInt(8).putShort((short) 1);
        tiff.putShort((short) 273).putShort((short) 4).putInt(Integer.MAX_VALUE).putInt(8);

        assertThat(new TiffDirectory(tiff.array(), 0).values(273)).isEmpty();
    }

    @Test
    void findsTheFirstFrameOfAWebpAnimation() throws PictureFault {
        WebpChunks chunks = new WebpChunks(TestImages.resource("webp/animation_alpha_lossy_alpha.webp"));

        assertThat(List.of(chunks.width, chunks.height)).containsExactly(64, 60);
        assertThat(List.of(chunks.left, chunks.top)).containsExactly(30, 12);
        assertThat(List.of(chunks.frameWidth, chunks.frameHeight)).containsExactly(33, 47);
        assertThat(chunks.lossy()).isTrue();
        assertThat(chunks.alpha()).isNotNull();
    }

    @Test
    void ignoresAlphaThatAWebpDoesNotAnnounce() throws PictureFault {
        assertThat(new WebpChunks(TestImages.resource("webp/alpha_without_flag.webp")).alpha())
                .isNull();
    }

    @Test
    void refusesAWebpWhoseFrameDoesNotFillOrFitItsCanvas() {
        byte[] still = TestImages.resource("webp/alpha_raw_0.webp");
        byte[] animation = TestImages.resource("webp/animation_opaque_lossy.webp");
        still[24]++;
        animation[24] = 40;

        assertThatThrownBy(() -> TestImages.decode(still)).hasMessageContaining("33 x 47 pixels does not fit");
        assertThatThrownBy(() -> TestImages.decode(animation)).hasMessageContaining("its canvas of 41 x 60");
    }

    @Test
    void refusesAWebpThatStartsWithAnythingButAPicture() {
        byte[] webp = Golden.bytes("images/lossless.webp");
        webp[12] = 'X';

        assertThatThrownBy(() -> TestImages.decode(webp)).hasMessageContaining("starts with none");
    }

    @Test
    void refusesAWebpWithoutALosslessHeader() {
        byte[] signature = Golden.bytes("images/lossless.webp");
        byte[] version = signature.clone();
        signature[20] = 0;
        version[24] |= (byte) 0x80;

        assertThatThrownBy(() -> TestImages.decode(signature)).hasMessageContaining("no lossless header");
        assertThatThrownBy(() -> TestImages.decode(version)).hasMessageContaining("no lossless header");
    }

    @Test
    void saysHowMuchOfAWebpIsMissing() {
        byte[] webp = Golden.bytes("images/lossless.webp");

        assertThatThrownBy(() -> TestImages.decode(Arrays.copyOf(webp, webp.length - 100)))
                .hasMessageContaining("last 100 bytes are missing");
    }

    @Test
    void readsAnArrayLikeAFile() throws IOException {
        ArrayInput input = new ArrayInput(new byte[] {1, 2, 3, (byte) 200});

        assertThat(input.length()).isEqualTo(4);
        assertThat(input.readUnsignedShort()).isEqualTo(0x0102);
        input.seek(3);
        assertThat(input.read()).isEqualTo(200);
        assertThat(input.read()).isEqualTo(-1);
        assertThatThrownBy(() -> input.readFully(new byte[1])).isInstanceOf(EOFException.class);
    }

    @Test
    void stopsAReaderThatGoesInCircles() {
        ArrayInput input = new ArrayInput(new byte[10]);

        assertThatThrownBy(() -> {
                    while (true) {
                        input.seek(0);
                        input.read(new byte[10], 0, 10);
                    }
                })
                .hasMessageContaining("in circles");
    }

    private static byte[] exifSegment(byte[] tiff) {
        return segment(0xe1, insert(tiff, 0, "Exif\0\0".getBytes(StandardCharsets.US_ASCII)));
    }

    private static byte[] segment(int marker, byte[] content) {
        ByteBuffer b = ByteBuffer.allocate(4 + content.length);
        b.put((byte) 0xff).put((byte) marker).putShort((short) (2 + content.length));
        return b.put(content).array();
    }

    private static byte[] chunk(String type, byte[] content) {
        ByteBuffer b = ByteBuffer.allocate(12 + content.length).putInt(content.length);
        return b.put(type.getBytes(StandardCharsets.US_ASCII)).put(content).array();
    }

    private static byte[] insert(byte[] into, int at, byte[] what) {
        ByteBuffer b = ByteBuffer.allocate(into.length + what.length);
        return b.put(into, 0, at).put(what).put(into, at, into.length - at).array();
    }

    private static int indexOf(byte[] bytes, String text) {
        return new String(bytes, StandardCharsets.ISO_8859_1).indexOf(text);
    }
}
