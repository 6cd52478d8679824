package io.github.zsl4j.vision.image.vp8l;

import java.io.IOException;
import java.util.HexFormat;

/** Reads the pixels of a picture, or of the small pictures that steer its decoding: literal colours and repetitions. */
final class ImageReader {

    /** Short distances by their codes: rows up in the upper half of a byte, 8 less columns to the left in the lower. */
    private static final byte[] NEAR = HexFormat.of().parseHex("""
            18 07 17 19 28 06 27 29 16 1a 26 2a 38 05 37 39 15 1b 36 3a
            25 2b 48 04 47 49 14 1c 35 3b 46 4a 24 2c 58 45 4b 34 3c 03
            57 59 13 1d 56 5a 23 2d 44 4c 55 5b 33 3d 68 02 67 69 12 1e
            66 6a 22 2e 54 5c 43 4d 65 6b 32 3e 78 01 77 79 53 5d 11 1f
            64 6c 42 4e 76 7a 21 2f 75 7b 31 3f 63 6d 52 5e 00 74 7c 41
            4f 10 20 62 6e 30 73 7d 51 5f 40 72 7e 61 6f 50 71 7f 60 70
            """.replaceAll("\\s", ""));

    private final BitReader in;
    private final int width;
    private final int[] pixels;
    private ColourCache cache;

    private ImageReader(BitReader in, int width, int height) {
        this.in = in;
        this.width = width;
        this.pixels = new int[width * height];
    }

    /** One of the small pictures, which have one set of codes. */
    static int[] read(BitReader in, int width, int height) throws IOException {
        ImageReader reader = new ImageReader(in, width, height);
        reader.cache = ColourCache.read(in);
        reader.readPixels(CodeMap.single(PrefixCodes.read(in, reader.cache.size())));
        return reader.pixels;
    }

    /** The picture itself, whose parts may have codes of their own. */
    static int[] readMain(BitReader in, int width, int height) throws IOException {
        ImageReader reader = new ImageReader(in, width, height);
        reader.cache = ColourCache.read(in);
        reader.readPixels(CodeMap.read(in, width, height, reader.cache.size()));
        return reader.pixels;
    }

    private void readPixels(CodeMap map) throws IOException {
        int at = 0;
        while (at < pixels.length) {
            int x = at % width;
            PrefixCodes codes = map.at(x, at / width);
            int end = Math.min(pixels.length, at + map.run(x, width));
            while (at < end) {
                at = readNext(codes, at);
            }
            in.check();
        }
    }

    /** Reads one symbol and the pixels it stands for, and returns the index after them. */
    private int readNext(PrefixCodes codes, int at) throws IOException {
        int symbol = codes.green().read(in);
        if (symbol >= PrefixCodes.LITERALS && symbol < PrefixCodes.LITERALS + PrefixCodes.LENGTHS) {
            return repeat(codes, number(symbol - PrefixCodes.LITERALS), at);
        }
        int argb = symbol < PrefixCodes.LITERALS
                ? literal(codes, symbol)
                : cache.get(symbol - PrefixCodes.LITERALS - PrefixCodes.LENGTHS);
        pixels[at] = argb;
        cache.add(argb);
        return at + 1;
    }

    private int literal(PrefixCodes codes, int green) {
        int red = codes.red().read(in);
        int blue = codes.blue().read(in);
        return codes.alpha().read(in) << 24 | red << 16 | green << 8 | blue;
    }

    private int repeat(PrefixCodes codes, int length, int at) throws IOException {
        int distance = distance(number(codes.distance().read(in)));
        in.check();
        if (distance > at || length > pixels.length - at) {
            throw new IOException("a repetition reaches out of the picture");
        }
        for (int i = at; i < at + length; i++) {
            pixels[i] = pixels[i - distance];
            cache.add(pixels[i]);
        }
        return at + length;
    }

    /** A length or distance, of which the symbol gives the magnitude. */
    private int number(int symbol) {
        if (symbol < 4) {
            return symbol + 1;
        }
        int extra = symbol - 2 >> 1;
        return (2 + (symbol & 1) << extra) + in.number(extra) + 1;
    }

    private int distance(int code) {
        if (code > NEAR.length) {
            return code - NEAR.length;
        }
        int near = NEAR[code - 1];
        return Math.max(1, (near >> 4) * width + 8 - (near & 0xf));
    }
}
