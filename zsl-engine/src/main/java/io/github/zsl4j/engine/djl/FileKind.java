package io.github.zsl4j.engine.djl;

import io.github.zsl4j.engine.NetworkOptions;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.zip.ZipFile;

/** Knows by their first bytes the files that are often taken for networks and are none, or belong to another engine. */
final class FileKind {

    private static final int START = 256;

    private FileKind() {}

    /** What is wrong with the file and what to do; empty if the engine is to judge. */
    static Optional<String> misfit(Path file, String engine) throws IOException {
        String start = start(file);
        if (start.isEmpty()) {
            return Optional.of("the file is empty; fetch it again");
        }
        if (start.startsWith("version https://git-lfs")) {
            return Optional.of(
                    "this is a Git LFS pointer, the real file was not fetched; run 'git lfs pull' where it was"
                            + " cloned, or download the file itself");
        }
        if (isMarkup(start)) {
            return Optional.of("this is a web page or another text and no network; fetch the file again");
        }
        if (start.length() > 8 && start.startsWith("{\"", 8)) {
            return Optional.of("these are weights without a network (safetensors); export the network");
        }
        return switch (engine) {
            case NetworkOptions.ONNX_RUNTIME -> forOnnxRuntime(start);
            case NetworkOptions.PYTORCH -> forPyTorch(file, start);
            default -> Optional.empty();
        };
    }

    private static String start(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return new String(in.readNBytes(START), StandardCharsets.ISO_8859_1);
        }
    }

    private static boolean isMarkup(String start) {
        String text = start.stripLeading().toLowerCase(Locale.ROOT);
        return text.startsWith("<!doctype") || text.startsWith("<html") || text.startsWith("<?xml");
    }

    private static boolean isZip(String start) {
        return start.startsWith("PK\3\4");
    }

    private static Optional<String> forOnnxRuntime(String start) {
        return isZip(start)
                ? Optional.of("this is an archive of PyTorch and no ONNX file; if it is TorchScript, choose the engine "
                        + NetworkOptions.PYTORCH)
                : Optional.empty();
    }

    private static Optional<String> forPyTorch(Path file, String start) {
        if (isZip(start)) {
            return holdsNoCode(file)
                    ? Optional.of(
                            "this archive holds weights and no network; trace the network with torch.jit.trace and"
                                    + " save that")
                    : Optional.empty();
        }
        return Optional.of(
                isOnnx(file)
                        ? "this is an ONNX file and no TorchScript; choose the engine " + NetworkOptions.ONNX_RUNTIME
                        : "this is no TorchScript file; PyTorch reads what torch.jit.save has written");
    }

    private static boolean holdsNoCode(Path file) {
        try (ZipFile zip = new ZipFile(file.toFile())) {
            return zip.stream().noneMatch(entry -> entry.getName().matches("[^/]+/code/.*"));
        } catch (IOException | RuntimeException e) {
            return false; // damaged; the engine says how
        }
    }

    private static boolean isOnnx(Path file) {
        try {
            return !OnnxHeader.read(file).outputs().isEmpty();
        } catch (IOException e) {
            return false;
        }
    }
}
