package io.github.zsl4j.cli.report;

import io.github.zsl4j.evaluate.SeenUnseenAccuracy;
import io.github.zsl4j.protocol.MethodResult;
import java.util.Base64;
import java.util.List;
import java.util.Locale;

/** Writes the page. */
public final class EvaluationPage {

    private static final String HEAD = """
            <!DOCTYPE html>
            <html lang="en"><head><meta charset="utf-8"><title>Zero-shot evaluation</title><style>
            body { font-family: sans-serif; margin: 2em auto; max-width: 75em; color: #222 }
            table { border-collapse: collapse } th, td { padding: .3em .8em; text-align: right; border-bottom: 1px solid #ccc }
            th:first-child, td:first-child, td:last-child { text-align: left } td:last-child { font-size: smaller }
            section { display: flex; flex-wrap: wrap } h2 { margin-top: 2em } img { max-width: 100% }
            </style></head><body><h1>Zero-shot evaluation</h1>
            """;

    private static final String LEGEND = """
            <p>T1: unseen classes' pictures among unseen classes. u, s: unseen and seen classes' pictures among all classes,
            with the constant of calibrated stacking fitted on validation classes; H: their harmonic mean. H plain: without
            the constant. H oracle: with the constant that is best for the test pictures, an upper bound. AUSUC: the area under
            the curve below. All but AUSUC are means over classes.</p>
            """;

    private EvaluationPage() {}

    /**
     * @param data what was evaluated on, in words
     * @param results at least one
     * @return HTML, complete in itself
     */
    public static String of(String data, List<MethodResult> results) {
        StringBuilder page = new StringBuilder(HEAD);
        page.append("<p>").append(Html.escape(data)).append("</p>\n");
        table(page, results);
        page.append(LEGEND).append(picture("Seen against unseen accuracy", Charts.seenUnseen(results)));
        for (MethodResult result : results) {
            page.append("<h2>").append(Html.escape(result.method())).append("</h2>\n<section>");
            page.append(picture("Confusion matrix of " + result.method(), Charts.confusion(result)));
            page.append(picture("Reliability diagram of " + result.method(), Charts.reliability(result)));
            page.append("</section>\n");
        }
        return page.append("</body></html>\n").toString();
    }

    private static void table(StringBuilder page, List<MethodResult> results) {
        page.append(
                "<table><tr><th>method<th>T1<th>u<th>s<th>H<th>H plain<th>H oracle<th>AUSUC<th>seconds<th>options</tr>\n");
        for (MethodResult result : results) {
            SeenUnseenAccuracy calibrated = result.calibrated();
            page.append(String.format(
                    Locale.ROOT,
                    "<tr><td>%s<td>%.3f<td>%.3f<td>%.3f<td>%.3f<td>%.3f<td>%.3f<td>%.3f<td>%.2f<td>%s</tr>%n",
                    Html.escape(result.method()),
                    result.test().unseenAccuracy(),
                    calibrated.unseen(),
                    calibrated.seen(),
                    calibrated.harmonicMean(),
                    result.plain().harmonicMean(),
                    result.oracle().harmonicMean(),
                    result.test().curve().area(),
                    result.test().seconds(),
                    Html.escape(result.trainer().toString())));
        }
        page.append("</table>\n");
    }

    private static String picture(String words, byte[] png) {
        return "<img alt=\"" + Html.escape(words) + "\" src=\"data:image/png;base64,"
                + Base64.getEncoder().encodeToString(png) + "\">\n";
    }
}
