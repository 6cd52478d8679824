package io.github.zsl4j.hub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.zsl4j.error.ModelException;
import java.nio.file.Path;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SafeNameTest {

    @ParameterizedTest
    @ValueSource(strings = {"config.json", "onnx/model.onnx", "1_Pooling/config.json", ".gitattributes", "a b/ü.txt"})
    void acceptsNamesOfFiles(String name) {
        assertThat(SafeName.isSafe(name)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                ".",
                "..",
                "/",
                "/etc/passwd",
                "../x",
                "a/../b",
                "a/./b",
                "a//b",
                "a/",
                "C:x",
                "C:\\x",
                "\\\\host\\x",
                "a\\..\\b",
                "a\nb",
                "a\u0000b",
                "a\u007fb",
                "a/... ",
                "a/b.",
                "x?",
                "x*",
                "x|y",
                "x\"y",
                "<x>"
            })
    void refusesNamesThatLeadElsewhere(String name) {
        assertThat(SafeName.isSafe(name)).isFalse();
        RepositoryCache cache = new RepositoryCache(Path.of("cache"), "owner/name", new Machine());
        assertThatThrownBy(() -> cache.pointer(FakeHub.COMMIT, name))
                .isInstanceOf(ModelException.class)
                .message()
                .hasLineCount(1);
    }

    @Provide
    static Arbitrary<String> paths() {
        return Arbitraries.strings().withChars("./\\:a \n").ofMaxLength(12);
    }

    @Property
    void aSafeNameStaysBelowItsFolder(@ForAll("paths") String name) {
        Path folder = Path.of("/cache/snapshots/commit");
        if (SafeName.isSafe(name)) {
            Path file = folder.resolve(name).normalize();
            assertThat(file).startsWithRaw(folder).isNotEqualTo(folder);
        }
    }
}
