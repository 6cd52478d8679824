package io.github.zsl4j.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import io.github.zsl4j.ModelOptions;
import io.github.zsl4j.vision.image.ImageSource;
import org.junit.jupiter.api.Test;

class EmbedTest {

    private static float[] vector(JsonObject object) {
        var values = object.getAsJsonArray("embedding");
        float[] vector = new float[values.size()];
        for (int i = 0; i < vector.length; i++) {
            vector[i] = values.get(i).getAsFloat();
        }
        return vector;
    }

    @Test
    void aPicturesVectorIsTheModelsToTheBit() {
        Cli.Result result = Cli.run("embed", Cli.picture("cat.jpg"), "--json");
        assertThat(result.code()).isZero();
        assertThat(result.objects().get(0).get("image").getAsString()).isEqualTo(Cli.picture("cat.jpg"));
        float[] expected = Cli.model(ModelOptions.defaults())
                .embed(ImageSource.of(Cli.PICTURES.resolve("cat.jpg")))
                .toArray();
        assertThat(vector(result.objects().get(0))).containsExactly(expected);
    }

    @Test
    void aTextsVectorIsTheModelsToTheBit() {
        Cli.Result result = Cli.run("embed", "--text", "cat", "--json");
        assertThat(result.objects().get(0).get("text").getAsString()).isEqualTo("cat");
        float[] expected = Cli.model(ModelOptions.defaults()).embed("cat").toArray();
        assertThat(vector(result.objects().get(0))).containsExactly(expected);
    }

    @Test
    void vectorsAreNotNormalised() {
        float[] vector = vector(
                Cli.run("embed", Cli.picture("cat.jpg"), "--json").objects().get(0));
        double squares = 0;
        for (float v : vector) {
            squares += (double) v * v;
        }
        assertThat(Math.sqrt(squares)).isGreaterThan(1.5);
    }

    @Test
    void textsComeBeforePicturesAndFailuresStayInTheirPlace() {
        Cli.Result result = Cli.run("embed", "missing.jpg", Cli.picture("cat.jpg"), "--text", "a", "--text", "b");
        assertThat(result.code()).isEqualTo(1);
        assertThat(result.objects())
                .extracting(o -> o.keySet().toString())
                .containsExactly("[text, embedding]", "[text, embedding]", "[image, error]", "[image, embedding]");
    }

    @Test
    void nothingToEmbedIsWrongUsage() {
        Cli.Result result = Cli.run(Cli::none, "embed", "--json");
        assertThat(result.code()).isEqualTo(2);
        assertThat(result.err()).contains("--text").hasLineCount(1);
    }

    @Test
    void aBlankTextIsWrongUsage() {
        assertThat(Cli.run(Cli::none, "embed", "--text", " ").code()).isEqualTo(2);
    }
}
