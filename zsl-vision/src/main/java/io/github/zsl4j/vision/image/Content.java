package io.github.zsl4j.vision.image;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** Says in words what bytes that are not a picture look like. */
final class Content {

    private static final Map<String, String> KNOWN = Map.of(
            "%PDF", "a PDF",
            "PK\u0003\u0004", "a ZIP archive",
            "\u001f\u008b", "a gzip archive",
            "<svg", "an SVG drawing",
            "<?xml", "XML",
            "<!DOCTYPE", "HTML",
            "<html", "HTML",
            "8BPS", "a Photoshop document",
            "\u0000\u0000\u0001\u0000", "an icon");

    private Content() {}

    static String describe(byte[] data) {
        int length = Math.min(data.length, 64);
        String start = new String(data, 0, length, StandardCharsets.ISO_8859_1);
        if (start.startsWith("ftyp", 4)) {
            return "an HEIF, AVIF or MP4 file";
        }
        for (Map.Entry<String, String> known : KNOWN.entrySet()) {
            if (start.startsWith(known.getKey())) {
                return known.getValue();
            }
        }
        return isText(ByteBuffer.wrap(data, 0, length)) ? "text" : "of an unknown kind";
    }

    /** Whether this is the beginning of UTF-8 without control characters; the last character may be cut. */
    private static boolean isText(ByteBuffer start) {
        CharBuffer text = CharBuffer.allocate(start.remaining());
        CoderResult result = StandardCharsets.UTF_8.newDecoder().decode(start, text, false);
        return !result.isError()
                && text.position() > 0
                && text.flip().chars().allMatch(c -> c == '\n' || c == '\r' || c == '\t' || !Character.isISOControl(c));
    }
}
