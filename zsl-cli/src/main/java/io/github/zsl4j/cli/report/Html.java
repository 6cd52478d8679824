package io.github.zsl4j.cli.report;

/** Text in HTML. */
final class Html {

    private Html() {}

    /** The text itself, whatever characters it has; in an attribute too. */
    static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
