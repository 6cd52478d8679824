package io.github.zsl4j.cli.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.zsl4j.retrieve.Hit;
import io.github.zsl4j.vision.image.ImageDecoder;
import io.github.zsl4j.vision.image.RgbImage;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

class GalleryPageTest {

    private static final Path CAT = Path.of("..", "docs", "pictures", "cat.jpg").toAbsolutePath();

    private static BufferedImage picture(String html) throws IOException {
        Matcher matcher = Pattern.compile("data:image/jpeg;base64,([^\"]+)").matcher(html);
        assertThat(matcher.find()).isTrue();
        return ImageIO.read(new ByteArrayInputStream(Base64.getDecoder().decode(matcher.group(1))));
    }

    private static String page(String query, Path... files) {
        List<Hit<String>> hits = List.of(files).stream()
                .map(file -> new Hit<>(file.toString(), 0.5, Map.of()))
                .toList();
        return GalleryPage.of(query, hits, new ImageDecoder());
    }

    @Test
    void holdsSmallPictures() throws IOException {
        BufferedImage small = picture(page("cat", CAT));
        assertThat(Math.max(small.getWidth(), small.getHeight())).isEqualTo(240);
    }

    @Test
    void theirColoursAreThoseOfThePictures() throws IOException {
        byte[] orange = new byte[300 * 400 * 3];
        for (int i = 0; i < orange.length; i += 3) {
            orange[i] = (byte) 255;
            orange[i + 1] = (byte) 128;
        }
        BufferedImage small = picture(Thumbnail.of(RgbImage.of(300, 400, orange)));
        assertThat(small.getHeight()).isEqualTo(240);
        assertThat(small.getWidth()).isEqualTo(180);
        int rgb = small.getRGB(90, 120);
        assertThat(rgb >> 16 & 255).isBetween(245, 255);
        assertThat(rgb >> 8 & 255).isBetween(118, 138);
        assertThat(rgb & 255).isBetween(0, 10);
    }

    @Test
    void namesAndQueriesCannotBecomeMarkup() {
        String html = page("<script>alert(\"x\")</script>", Path.of("/a\"b/<img onerror=x>.jpg"));
        assertThat(html).doesNotContain("<script", "<img", "\"b/").contains("&lt;img onerror=x&gt;.jpg");
        assertThat(html).contains("no such file");
    }

    @Test
    void nothingFoundIsAPageToo() {
        assertThat(page("cat")).contains("<h1>cat</h1>").doesNotContain("<figure>");
    }
}
