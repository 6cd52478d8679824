package io.github.zsl4j.hub;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Several threads and processes at once, and processes that die. */
@Timeout(60)
class SideBySideTest extends HubTest {

    private final List<Process> processes = new ArrayList<>();

    /** Pulls in a JVM of its own: endpoint, cache. */
    static final class Main {
        public static void main(String[] args) {
            HubOptions options = HubOptions.fromEnvironment();
            Path folder = ModelHub.of(options, new TestMachine(Path.of(args[0])))
                    .pull(FakeHub.MODEL, FileSelection.defaults(), DownloadListener.NONE);
            System.out.println(folder);
        }
    }

    private Process jvm() throws IOException {
        ProcessBuilder builder = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Main.class.getName(),
                        machine.ownFolder().toString())
                .redirectErrorStream(true)
                .redirectOutput(
                        folder.resolve("process" + processes.size() + ".txt").toFile());
        builder.environment().put("HF_ENDPOINT", hub.endpoint().toString());
        builder.environment().put("HF_HUB_CACHE", cache.toString());
        builder.environment().remove("HF_HUB_OFFLINE");
        Process process = builder.start();
        processes.add(process);
        return process;
    }

    /** Sends a part and waits for a word of the test's before the rest. */
    private static FakeHub.Fault pausing(CountDownLatch begun, CountDownLatch goOn) {
        return (exchange, content) -> {
            exchange.sendResponseHeaders(200, content.length);
            exchange.getResponseBody().write(content, 0, 100_000);
            exchange.getResponseBody().flush();
            begun.countDown();
            try {
                goOn.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            exchange.getResponseBody().write(content, 100_000, content.length - 100_000);
        };
    }

    @Test
    void threadsThatPullAtOnceDownloadOnce() throws IOException, InterruptedException, ExecutionException {
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            List<Future<Path>> pulls = new ArrayList<>();
            for (int i = 0; i < 4; i++) {
                pulls.add(threads.submit(this::pull));
            }
            for (Future<Path> pull : pulls) {
                assertComplete(pull.get());
            }
        } finally {
            threads.shutdownNow();
        }
        assertThat(hub.downloads(VISION)).hasSize(1);
        assertThat(hub.downloads("config.json")).hasSize(1);
    }

    @Test
    void processesThatPullAtOnceDownloadOnce() throws IOException, InterruptedException {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        hub.fault("GET", FakeHub.sha256(hub.content(VISION)), pausing(begun, goOn));
        Process first = jvm();
        assertThat(begun.await(20, TimeUnit.SECONDS)).isTrue();
        Thread second = new Thread(this::pull);
        second.start();
        while (hub.requests().stream().filter(r -> r.method().equals("HEAD")).count() < 8) {
            Thread.onSpinWait(); // until the second knows what it wants
        }
        goOn.countDown();
        assertThat(first.waitFor()).isZero();
        second.join();
        assertComplete(pull());
        assertThat(hub.downloads(VISION)).hasSize(1);
    }

    @Test
    void aProcessThatWasKilledIsContinued() throws IOException, InterruptedException {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch never = new CountDownLatch(1);
        hub.fault("GET", FakeHub.sha256(hub.content(VISION)), pausing(begun, never));
        Process killed = jvm();
        assertThat(begun.await(20, TimeUnit.SECONDS)).isTrue();
        while (!partial(VISION).toFile().exists() || partial(VISION).toFile().length() < 100_000) {
            Thread.onSpinWait();
        }
        killed.destroyForcibly().waitFor();
        assertComplete(pull());
        assertThat(hub.downloads(VISION)).hasSize(2);
        assertThat(hub.downloads(VISION).get(1).header("Range")).isEqualTo("bytes=100000-");
        never.countDown();
    }

    @Test
    void anInterruptedThreadStopsAndSaysSo() throws IOException {
        Thread.currentThread().interrupt();
        assertThat(failure()).contains("interrupted");
        assertThat(Thread.interrupted()).isTrue();
        assertComplete(pull());
    }
}
