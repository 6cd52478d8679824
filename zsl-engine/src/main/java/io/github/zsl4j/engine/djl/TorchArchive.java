package io.github.zsl4j.engine.djl;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * Reads the head of the method {@code forward} out of a TorchScript file, because neither PyTorch's Java interface nor DJL
 * tells what a network reads. The file is a zip archive: {@code data.pkl} begins with the name of the network's class, and
 * {@code code/} holds its source. Weights are not touched.
 *
 * <p><b>Reference:</b>
 * <a href="https://github.com/pytorch/pytorch/blob/main/torch/csrc/jit/docs/serialization.md">TorchScript serialization</a>.
 */
final class TorchArchive {

    /** A pickle of protocol 2 whose first operation names a class: {@code c}, module, class, each ended by a line break. */
    private static final Pattern CLASS = Pattern.compile("\\x80\\x02c(__torch__[\\w.]*)\n(\\w+)\n");

    private static final int LONGEST_NAME = 4096;
    private static final int LONGEST_CODE = 1 << 24;

    private TorchArchive() {}

    /** @return empty if the file is no such archive, or is damaged or of a form that is not understood */
    static Optional<ForwardMethod> read(Path file) {
        try (ZipFile zip = new ZipFile(file.toFile())) {
            Optional<? extends ZipEntry> data = zip.stream()
                    .filter(entry -> entry.getName().matches("[^/]+/data\\.pkl"))
                    .findFirst();
            return data.isEmpty() ? Optional.empty() : read(zip, data.get());
        } catch (IOException | RuntimeException e) { // ZipFile has several for damaged archives
            return Optional.empty();
        }
    }

    private static Optional<ForwardMethod> read(ZipFile zip, ZipEntry data) throws IOException {
        Matcher type = CLASS.matcher(text(zip, data, LONGEST_NAME));
        if (!type.lookingAt()) {
            return Optional.empty();
        }
        String root = data.getName().substring(0, data.getName().indexOf('/'));
        ZipEntry code = zip.getEntry(root + "/code/" + type.group(1).replace('.', '/') + ".py");
        return code == null ? Optional.empty() : ForwardMethod.parse(text(zip, code, LONGEST_CODE), type.group(2));
    }

    private static String text(ZipFile zip, ZipEntry entry, int limit) throws IOException {
        try (InputStream in = zip.getInputStream(entry)) {
            return new String(in.readNBytes(limit), StandardCharsets.ISO_8859_1);
        }
    }
}
