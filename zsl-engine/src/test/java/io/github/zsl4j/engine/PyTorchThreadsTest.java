package io.github.zsl4j.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

/** Native threads have the name of the thread that started them, on Linux. */
@EnabledOnOs(OS.LINUX)
class PyTorchThreadsTest {

    private static final Path TASKS = Path.of("/proc/self/task");

    /** Large enough for oneDNN, which computes the GELU, to divide among threads if it may. */
    private static final Tensor LARGE = Tensor.of(new float[1 << 20], 1024, 1024);

    private static boolean isNamed(Path task, String name) {
        try {
            return Files.readString(task.resolve("comm")).strip().equals(name);
        } catch (IOException e) {
            return false; // it has ended
        }
    }

    private static long named(String name) {
        try (Stream<Path> tasks = Files.list(TASKS)) {
            return tasks.filter(task -> isNamed(task, name)).count();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** How many threads a thread of this name has become when it has run {@code work}. */
    private static long threads(String name, Runnable work) {
        CompletableFuture<Long> found = new CompletableFuture<>();
        Thread thread = new Thread(
                () -> {
                    try {
                        work.run();
                        found.complete(named(name));
                    } catch (Throwable e) {
                        found.completeExceptionally(e);
                    }
                },
                name);
        thread.start();
        return found.join();
    }

    @Test
    void oneThreadIsOneThreadWhoeverCalls() {
        NetworkOptions one =
                NetworkOptions.defaults().withEngine(NetworkOptions.PYTORCH).withThreads(1);
        try (Network network = Network.load(Networks.file("gelu.pt"), one)) {
            for (int i = 0; i < 3; i++) {
                assertThat(threads("caller-" + i, () -> network.run(Map.of("x", LARGE))))
                        .isEqualTo(1);
            }
        }
    }

    /** Negative control. */
    @Test
    void seesFurtherThreads() throws InterruptedException {
        CountDownLatch started = new CountDownLatch(1);
        CountDownLatch counted = new CountDownLatch(1);
        Thread child = new Thread(
                () -> {
                    started.countDown();
                    await(counted);
                },
                "parent");
        long found = threads("parent", () -> {
            child.start();
            await(started);
        });
        counted.countDown();
        child.join();
        assertThat(found).isEqualTo(2);
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
