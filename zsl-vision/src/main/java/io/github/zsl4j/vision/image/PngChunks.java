package io.github.zsl4j.vision.image;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** The chunks of a PNG that decide its pixels, and its metadata; of several of a kind the last one counts. */
final class PngChunks {

    private static final int SIGNATURE = 8;
    private static final int FRAMING = 12;

    private final byte[] data;
    private final ByteBuffer buffer;
    private final ByteArrayOutputStream plain = new ByteArrayOutputStream();

    /** The palette's first byte and length, or -1 and 0. */
    int palette = -1;

    int paletteLength;
    byte[] transparency;
    long imageBytes;
    /** How many of the image bytes announced are not there. */
    long missingBytes;

    private byte[] exif;
    private PngText profile;
    private PngText xmp;

    PngChunks(byte[] data) {
        this.data = data;
        this.buffer = ByteBuffer.wrap(data);
        plain.write(data, 0, SIGNATURE);
        int at = SIGNATURE;
        while (at >= 0 && at <= data.length - FRAMING + 4) {
            at = chunk(at);
        }
        plain.writeBytes(new byte[] {0, 0, 0, 0, 'I', 'E', 'N', 'D', (byte) 0xae, 0x42, 0x60, (byte) 0x82});
    }

    /** Reads one chunk; returns where the next one starts, or -1 after the last. */
    private int chunk(int at) {
        long length = buffer.getInt(at) & 0xffffffffL;
        String type = new String(data, at + 4, 4, StandardCharsets.ISO_8859_1);
        long end = at + FRAMING + length;
        if (end > data.length) {
            missingBytes = type.equals("IDAT") ? end - data.length : 0;
            imageBytes += type.equals("IDAT") ? length : 0;
            return -1;
        }
        read(type, at, (int) length);
        return type.equals("IEND") ? -1 : (int) end;
    }

    private void read(String type, int at, int length) {
        int content = at + 8;
        switch (type) {
            case "IHDR" -> plain.write(data, at, FRAMING + length);
            case "PLTE" -> {
                palette = content;
                paletteLength = length;
                plain.write(data, at, FRAMING + length);
            }
            case "IDAT" -> {
                imageBytes += length;
                plain.write(data, at, FRAMING + length);
            }
            case "tRNS" -> transparency = Arrays.copyOfRange(data, content, content + length);
            case "eXIf" -> exif = Arrays.copyOfRange(data, content, content + length);
            case "tEXt", "zTXt", "iTXt" -> text(new PngText(type, data, content, content + length));
            default -> {
                // Nothing else changes a pixel.
            }
        }
    }

    private void text(PngText text) {
        switch (text.keyword()) {
            case "XML:com.adobe.xmp" -> xmp = text;
            case "Raw profile type exif" -> profile = text;
            case "exif" -> exif = text.isPlain() ? text.value() : exif;
            default -> {
                // Nothing else says how the picture stands.
            }
        }
    }

    /** A TIFF structure, possibly after "Exif\0\0"; null if there is none. */
    byte[] exif() {
        return exif != null || profile == null ? exif : profile.hexValue();
    }

    /** An XMP packet, or null. */
    byte[] xmp() {
        return xmp == null ? null : xmp.value();
    }

    Palette paletteOf(byte[] alpha) {
        return Palette.of(data, palette, paletteLength / 3, alpha);
    }

    /** The same PNG with only what decides the stored samples: a reader has no text, profile or gamma to trip over. */
    byte[] plain() {
        return plain.toByteArray();
    }
}
