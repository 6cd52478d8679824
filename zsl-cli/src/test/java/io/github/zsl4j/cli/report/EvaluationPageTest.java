package io.github.zsl4j.cli.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.zsl4j.align.closedform.Ridge;
import io.github.zsl4j.dataset.Splits;
import io.github.zsl4j.dataset.ZeroShotData;
import io.github.zsl4j.embedding.EmbeddingMatrix;
import io.github.zsl4j.embedding.EmbeddingSpace;
import io.github.zsl4j.protocol.Method;
import io.github.zsl4j.protocol.MethodResult;
import io.github.zsl4j.protocol.ZeroShotProtocol;
import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

class EvaluationPageTest {

    /** 12 classes of 10 pictures whose features are their semantics and noise. */
    private static MethodResult result(String name) {
        Random random = new Random(1);
        float[] semantics = new float[12 * 6];
        float[] features = new float[120 * 6];
        int[] labels = new int[120];
        for (int i = 0; i < semantics.length; i++) {
            semantics[i] = (float) random.nextGaussian();
        }
        List<Integer> trainval = new ArrayList<>();
        List<Integer> testSeen = new ArrayList<>();
        List<Integer> testUnseen = new ArrayList<>();
        for (int i = 0; i < 120; i++) {
            labels[i] = i / 10;
            for (int j = 0; j < 6; j++) {
                features[i * 6 + j] = semantics[labels[i] * 6 + j] + (float) random.nextGaussian();
            }
            (labels[i] >= 8 ? testUnseen : i % 10 < 7 ? trainval : testSeen).add(i);
        }
        ZeroShotData.Examples examples = new ZeroShotData.Examples(
                EmbeddingMatrix.of(EmbeddingSpace.of("features", 6), features),
                labels,
                EmbeddingMatrix.of(EmbeddingSpace.of("semantics", 6), semantics),
                IntStream.range(0, 12).mapToObj(c -> "class " + c).toList());
        ZeroShotData data = ZeroShotData.of(examples, new Splits(trainval, testSeen, testUnseen, List.of()));
        return ZeroShotProtocol.of(data, 1, 2).run(new Method(name, List.of(new Ridge(1))));
    }

    @Test
    void holdsATableAndReadablePlots() throws Exception {
        String page = EvaluationPage.of("A small <world>", List.of(result("ridge"), result("again")));
        assertThat(page)
                .contains("A small &lt;world&gt;", "<tr><td>ridge<td>", "<tr><td>again<td>", "Ridge[lambda=1.0]");
        Matcher pictures = Pattern.compile("base64,([^\"]+)\"").matcher(page);
        int count = 0;
        while (pictures.find()) {
            byte[] png = Base64.getDecoder().decode(pictures.group(1));
            assertThat(ImageIO.read(new ByteArrayInputStream(png)).getWidth()).isGreaterThan(400);
            count++;
        }
        assertThat(count).isEqualTo(5);
    }

    @Test
    void needsNothingElse() {
        assertThat(EvaluationPage.of("data", List.of(result("ridge")))).doesNotContain("http", "<script", "<link");
    }
}
