package io.github.zsl4j.cli.report;

import io.github.zsl4j.retrieve.Hit;
import io.github.zsl4j.vision.image.ImageDecoder;
import io.github.zsl4j.vision.image.ImageException;
import io.github.zsl4j.vision.image.ImageSource;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** The page that shows what a search found. */
public final class GalleryPage {

    private static final String HEAD = """
            <!DOCTYPE html>
            <html lang="en"><head><meta charset="utf-8"><title>%1$s</title><style>
            body { font-family: sans-serif; margin: 2em; color: #222 }
            main { display: flex; flex-wrap: wrap; gap: 1em }
            figure { margin: 0; width: 240px } figcaption { font-size: smaller; overflow-wrap: anywhere }
            img, .missing { display: block; max-width: 240px } .missing { height: 6em; background: #eee; padding: .5em }
            </style></head><body><h1>%1$s</h1>
            <main>
            """;

    private GalleryPage() {}

    /**
     * @param query what was searched for, in words
     * @param hits whose keys are the paths of pictures
     * @param decoder of the pictures; one that cannot be read is shown as its problem
     * @return HTML, complete in itself
     */
    public static String of(String query, List<Hit<String>> hits, ImageDecoder decoder) {
        StringBuilder page = new StringBuilder(HEAD.formatted(Html.escape(query)));
        for (Hit<String> hit : hits) {
            Path file = Path.of(hit.key());
            page.append("<figure><a href=\"")
                    .append(Html.escape(file.toUri().toASCIIString()))
                    .append("\">")
                    .append(picture(file, decoder))
                    .append(String.format(Locale.ROOT, "</a><figcaption>%.4f ", hit.score()))
                    .append(Html.escape(hit.key()))
                    .append("</figcaption></figure>\n");
        }
        return page.append("</main></body></html>\n").toString();
    }

    private static String picture(Path file, ImageDecoder decoder) {
        try {
            String data = Thumbnail.of(decoder.decode(ImageSource.of(file)));
            return "<img alt=\"" + Html.escape(String.valueOf(file.getFileName())) + "\" src=\"" + data + "\">";
        } catch (ImageException e) {
            return "<span class=\"missing\">" + Html.escape(e.getMessage()) + "</span>";
        }
    }
}
