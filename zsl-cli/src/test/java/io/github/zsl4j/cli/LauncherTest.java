package io.github.zsl4j.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** What the launcher says when it cannot start the program; that it can is seen whenever it is used. */
@DisabledOnOs(OS.WINDOWS)
class LauncherTest {

    private static final Path LAUNCHER = Path.of("..", "zsl").toAbsolutePath().normalize();

    private static String failsWith(Path launcher, String javaHome) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(launcher.toString(), "--version").redirectErrorStream(true);
        builder.environment().put("JAVA_HOME", javaHome);
        Process process = builder.start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).isEqualTo(70);
        return said;
    }

    private static Path fakeJava(Path home, String version) throws IOException {
        Path java = Files.createDirectories(home.resolve("bin")).resolve("java");
        Files.writeString(java, "#!/bin/sh\nexit 1\n");
        assertThat(java.toFile().setExecutable(true)).isTrue();
        Files.writeString(home.resolve("release"), "IMPLEMENTOR=\"x\"\nJAVA_VERSION=\"" + version + "\"\n");
        return home;
    }

    @Test
    void aWrongJavaHomeIsNamed(@TempDir Path folder) throws Exception {
        assertThat(failsWith(LAUNCHER, folder.toString()))
                .contains("JAVA_HOME")
                .contains(folder.toString())
                .hasLineCount(1);
    }

    @Test
    void anOldJavaIsRefused(@TempDir Path folder) throws Exception {
        assertThat(failsWith(LAUNCHER, fakeJava(folder, "11.0.2").toString()))
                .contains("Java 17 or later")
                .contains("11.0.2")
                .hasLineCount(1);
    }

    @Test
    void aJavaNamedLikeOldOnesIsRefused(@TempDir Path folder) throws Exception {
        assertThat(failsWith(LAUNCHER, fakeJava(folder, "1.8.0_402").toString()))
                .contains("1.8.0_402")
                .hasLineCount(1);
    }

    @Test
    void isFoundThroughLinks(@TempDir Path folder) throws Exception {
        Path link = Files.createSymbolicLink(folder.resolve("zsl"), LAUNCHER);
        Path second = Files.createSymbolicLink(folder.resolve("again"), Path.of("zsl"));
        try {
            assertThat(failsWith(second, folder.resolve("none").toString())).contains("JAVA_HOME");
        } finally {
            Files.delete(second);
            Files.delete(link);
        }
    }
}
