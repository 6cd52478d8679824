package io.github.zsl4j.hub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ModelReferenceTest {

    @ParameterizedTest
    @CsvSource({
        "owner/name, owner/name, main, ''",
        "hf:owner/name, owner/name, main, ''",
        "hf://owner/name, owner/name, main, ''",
        "hf:owner/name@v1.0, owner/name, v1.0, ''",
        "hf:owner/name@refs/pr/1, owner/name, refs/pr/1, ''",
        "owner/name/onnx/fp16@main, owner/name, main, onnx/fp16",
        "Xenova/clip-vit_base.patch32, Xenova/clip-vit_base.patch32, main, ''"
    })
    void readsNameRevisionAndFolder(String text, String repository, String revision, String folder) {
        assertThat(ModelReference.parse(text)).isEqualTo(new ModelReference(repository, revision, folder));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "name",
                "hf:",
                "hf:name",
                "owner/",
                "/name",
                "owner/name@",
                "owner//name",
                "../name",
                "owner/..",
                "owner/na--me",
                "owner/name.git",
                "owner/-name",
                "owner/name-",
                "owner/na me",
                "owner/naïve",
                "owner/name/../../etc",
                "owner/name/a//b",
                "owner/name/",
                "owner/name@../../etc",
                "owner/name@a..b",
                "owner/name@a b",
                "owner/name@/main",
                "owner/name@main/",
                "owner/name@a\nb",
                "owner/name@a\\b",
                "owner/name@a:b",
                "https://huggingface.co/owner/name",
                "s3:owner/name"
            })
    void refusesWhatTheHubDoesNotHave(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ModelReference.parse(text))
                .withMessageContaining("expected")
                .satisfies(e -> assertThat(e.getMessage()).isNotBlank());
    }

    @Property
    void saysEitherWhatItIsOrThatItIsWrong(@ForAll String text) {
        try {
            ModelReference reference = ModelReference.parse(text);
            assertThat(ModelReference.parse(reference.toString())).isEqualTo(reference);
        } catch (IllegalArgumentException e) {
            assertThat(e.getMessage()).isNotBlank();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"owner/name", "owner/name@v1", "owner/name/folder", "owner/name/folder@refs/pr/2"})
    void isWrittenAsItIsRead(String text) {
        assertThat(ModelReference.parse("hf:" + text)).hasToString(text);
    }
}
