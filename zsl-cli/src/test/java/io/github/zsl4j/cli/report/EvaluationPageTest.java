package io.github.zsl4j.cli.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.zsl4j.align.closedform.Ridge;
import io.github.zsl4j.cli.SmallBenchmark;
import io.github.zsl4j.data.folder.DataFolder;
import io.github.zsl4j.protocol.Method;
import io.github.zsl4j.protocol.MethodResult;
import io.github.zsl4j.protocol.ZeroShotProtocol;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EvaluationPageTest {

    @TempDir
    static Path folder;

    private static ZeroShotProtocol protocol;

    @BeforeAll
    static void read() throws IOException {
        protocol = ZeroShotProtocol.of(DataFolder.read(SmallBenchmark.write(folder)), 1, 2);
    }

    private static MethodResult result(String name) {
        return protocol.run(new Method(name, List.of(new Ridge(1))));
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
