package io.github.zsl4j.text.prompt;

import io.github.zsl4j.error.ZslException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Reads templates line by line. */
final class TemplateFile {

    private static final int MAX_BYTES = 1 << 24;

    /** Some editors start a file with it. */
    private static final String BYTE_ORDER_MARK = "\ufeff";

    private TemplateFile() {}

    static PromptTemplates read(InputStream in, String name) throws IOException {
        byte[] bytes = in.readNBytes(MAX_BYTES + 1);
        if (bytes.length > MAX_BYTES) {
            throw new ZslException(name + ": more than " + MAX_BYTES + " bytes; this is no file of templates");
        }
        List<String> templates = new ArrayList<>();
        int number = 0;
        for (int at = 0; at < bytes.length; ) {
            int end = lineEnd(bytes, at);
            number++;
            String line = line(ByteBuffer.wrap(bytes, at, end - at), name, number);
            if (!line.isEmpty() && !line.startsWith("#")) {
                templates.add(template(line, name, number));
            }
            at = end + 1;
        }
        if (templates.isEmpty()) {
            throw new ZslException(
                    name + ": there is no template in the file; write one a line, such as a photo of a {}.");
        }
        return new PromptTemplates(templates);
    }

    private static int lineEnd(byte[] bytes, int from) {
        int end = from;
        while (end < bytes.length && bytes[end] != '\n') {
            end++;
        }
        return end;
    }

    private static String line(ByteBuffer bytes, String name, int number) {
        try {
            String line = StandardCharsets.UTF_8.newDecoder().decode(bytes).toString();
            boolean marked = number == 1 && line.startsWith(BYTE_ORDER_MARK);
            return (marked ? line.substring(BYTE_ORDER_MARK.length()) : line).strip();
        } catch (CharacterCodingException e) {
            throw new ZslException(name + ", line " + number + ": the text is not in UTF-8", e);
        }
    }

    private static String template(String line, String name, int number) {
        try {
            return PromptTemplates.of(line).templates().get(0);
        } catch (IllegalArgumentException e) {
            throw new ZslException(name + ", line " + number + ": " + e.getMessage(), e);
        }
    }
}
