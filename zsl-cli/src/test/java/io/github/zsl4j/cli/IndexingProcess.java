package io.github.zsl4j.cli;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;

/** A run of 'zsl index' in a process of its own, which may be killed. */
final class IndexingProcess {

    private final Process process;
    private final BufferedReader lines;
    private final Set<String> told = new HashSet<>();

    private IndexingProcess(Process process) {
        this.process = process;
        this.lines = process.inputReader();
    }

    static IndexingProcess start(Path pictures, Path out) throws IOException {
        String classes = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        ProcessBuilder builder = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Xmx512m",
                "-Dzsl4j.cache=" + System.getProperty("zsl4j.cache", ""),
                Zsl.class.getName());
        builder.command().addAll(List.of("index", pictures.toString(), "--out", out.toString()));
        builder.command().addAll(List.of("--json", "--commit-every", "3"));
        builder.environment().put("CLASSPATH", classes);
        return new IndexingProcess(
                builder.redirectError(ProcessBuilder.Redirect.INHERIT).start());
    }

    /** Waits for so many pictures, or the end, and a moment more; then kills the process, as the system would. */
    void killAfter(int pictures, Random moment) throws IOException, InterruptedException {
        for (int i = 0; i < pictures && readLine(); i++) {
            Thread.onSpinWait();
        }
        Thread.sleep(moment.nextInt(150));
        // Process.destroyForcibly would close the pipe before it has been read to its end.
        process.toHandle().destroyForcibly();
        finish();
    }

    /** Reads to the end. */
    int finish() throws IOException, InterruptedException {
        while (readLine()) {
            Thread.onSpinWait();
        }
        return process.waitFor();
    }

    private boolean readLine() throws IOException {
        String line = lines.readLine();
        // What a killed process was in the middle of telling does not count.
        if (line == null || !line.endsWith("}")) {
            return false;
        }
        JsonObject picture = JsonParser.parseString(line).getAsJsonObject();
        told.add(picture.get("image").getAsString());
        return true;
    }

    /** The pictures that the index was said to have. */
    Set<String> told() {
        return told;
    }
}
