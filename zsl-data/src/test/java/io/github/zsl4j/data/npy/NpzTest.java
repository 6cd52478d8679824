package io.github.zsl4j.data.npy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.zsl4j.data.DataException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NpzTest {

    @TempDir
    Path folder;

    private static final NpyArray ARRAY = NpyArray.of(new float[] {1, 2, 3, 4}, 2, 2);

    private Path write(boolean compressed) throws Exception {
        Path file = folder.resolve("a" + compressed + ".npz");
        try (NpzWriter npz = NpzWriter.create(file, compressed)) {
            npz.array("a", ARRAY).array("b", NpyArray.of(new int[] {7})).bytes("note.txt", new byte[] {'h', 'i'});
        }
        return file;
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void givesBackWhatWasWritten(boolean compressed) throws Exception {
        try (NpzReader npz = NpzReader.open(write(compressed))) {
            assertThat(npz.arrays()).containsExactly("a", "b");
            assertThat(npz.array("a")).isEqualTo(ARRAY);
            assertThat(npz.array("b").toInts()).containsExactly(7);
            assertThat(npz.bytes("note.txt", 2)).containsExactly('h', 'i');
        }
    }

    @Test
    void writesEqualBytesForEqualContent() throws Exception {
        byte[] first = Files.readAllBytes(write(false));
        assertThat(Files.readAllBytes(write(false))).isEqualTo(first);
    }

    @Test
    void refusesWhatIsNotThere() throws Exception {
        Path file = write(false);
        try (NpzReader npz = NpzReader.open(file)) {
            assertThatThrownBy(() -> npz.array("c"))
                    .isInstanceOf(DataException.class)
                    .hasMessageStartingWith(file + ": ")
                    .hasMessageContainingAll("'c.npy'", "a.npy");
            assertThatThrownBy(() -> npz.bytes("note.txt", 1))
                    .isInstanceOf(DataException.class)
                    .hasMessageContaining("at most 1");
        }
        Path missing = folder.resolve("missing.npz");
        assertThatThrownBy(() -> NpzReader.open(missing)).hasMessage(missing + ": there is no such file");
        Path text = Files.writeString(folder.resolve("text.npz"), "no zip");
        assertThatThrownBy(() -> NpzReader.open(text))
                .isInstanceOf(DataException.class)
                .hasMessageStartingWith(text + ": this is not a .npz file");
    }

    @Test
    void seesAFlippedByteInAnArray() throws Exception {
        Path file = write(false);
        byte[] bytes = Files.readAllBytes(file);
        int data = new String(bytes, java.nio.charset.StandardCharsets.ISO_8859_1).indexOf("}") + 60;
        while (bytes[data] == ' ' || bytes[data] == '\n') {
            data++;
        }
        bytes[data] ^= 1;
        Files.write(file, bytes);
        try (NpzReader npz = NpzReader.open(file)) {
            assertThatThrownBy(() -> npz.array("a"))
                    .isInstanceOf(DataException.class)
                    .hasMessageContaining("checksum");
            assertThat(npz.array("b").toInts()).containsExactly(7);
        }
    }

    /** 70 MB of zeros are 70 kB when deflated. */
    @Test
    void refusesArchivesThatExpandBeyondMeasure() throws Exception {
        Path file = folder.resolve("bomb.npz");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
            zip.putNextEntry(new ZipEntry("a.npy"));
            byte[] zeros = new byte[1 << 20];
            for (int i = 0; i < 70; i++) {
                zip.write(zeros);
            }
        }
        assertThatThrownBy(() -> NpzReader.open(file))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("would expand to 73400320 bytes");
    }

    /** The size in the directory is changed to a smaller one, as a bomb would do it. */
    @Test
    void refusesEntriesThatHaveMoreThanTheyDeclare() throws Exception {
        Path file = write(true);
        byte[] bytes = Files.readAllBytes(file);
        for (int i = 0; i < bytes.length - 4; i++) {
            if (bytes[i] == 'P' && bytes[i + 1] == 'K' && bytes[i + 2] == 1 && bytes[i + 3] == 2) {
                bytes[i + 24]--;
            }
        }
        Files.write(file, bytes);
        try (NpzReader npz = NpzReader.open(file)) {
            for (String name : npz.arrays()) {
                assertThatThrownBy(() -> npz.array(name)).isInstanceOf(DataException.class);
            }
            assertThatThrownBy(() -> npz.bytes("note.txt", 10)).isInstanceOf(DataException.class);
        }
    }
}
