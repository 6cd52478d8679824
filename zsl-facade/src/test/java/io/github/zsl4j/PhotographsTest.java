package io.github.zsl4j;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import io.github.zsl4j.classify.Ranking;
import io.github.zsl4j.testkit.Golden;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** From a file on disk to probabilities, against the reference implementation. */
class PhotographsTest {

    /** Two runtimes and two JPEG decoders; the reference's own rounding is far below. */
    private static final double TOLERANCE = 0.01;

    static Stream<JsonObject> lists() {
        return Golden.json("default/pictures.json").getAsJsonObject().getAsJsonArray("cases").asList().stream()
                .map(JsonElement::getAsJsonObject);
    }

    @ParameterizedTest
    @MethodSource("lists")
    void getsTheProbabilitiesOfTheReference(JsonObject list) {
        List<String> labels = new ArrayList<>();
        list.getAsJsonArray("labels").forEach(label -> labels.add(label.getAsString()));
        ImageClassifier classifier = Models.shared().classifier(labels.toArray(String[]::new));
        JsonObject expected = list.getAsJsonObject("probabilities");
        for (var photo : Models.photos()) {
            Ranking ranking = classifier.classify(photo);
            var reference = expected.getAsJsonArray(photo.getFileName().toString());
            for (Ranking.Entry entry : ranking.entries()) {
                double p = reference.get(labels.indexOf(entry.label())).getAsDouble();
                assertThat(entry.probability())
                        .as("%s, %s", photo.getFileName(), entry.label())
                        .isBetween(p - TOLERANCE, p + TOLERANCE);
            }
        }
    }
}
