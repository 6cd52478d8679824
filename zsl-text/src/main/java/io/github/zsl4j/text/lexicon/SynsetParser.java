package io.github.zsl4j.text.lexicon;

import io.github.zsl4j.error.ModelException;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.GZIPInputStream;

/**
 * Reads the noun table in one pass over its bytes, making no object per line: it is on the way to the first answer of a
 * command-line program.
 *
 * <p>Lines are {@code offset TAB hypernym-offsets TAB size TAB lemma|sense|count … TAB gloss}, by ascending offset;
 * {@code #} starts a comment line.
 */
final class SynsetParser {

    /** No noun table is larger; a file that unpacks to more is not one. */
    private static final int MAX_BYTES = 1 << 28;

    private final byte[] text;
    private final SynsetTable table;
    private int at;
    private int line;
    private int previous = -1;

    private SynsetParser(byte[] text) {
        this.text = text;
        this.table = new SynsetTable(text);
    }

    static SynsetTable read(InputStream gzip) {
        byte[] text;
        try (InputStream in = new GZIPInputStream(gzip, 1 << 16)) {
            text = in.readNBytes(MAX_BYTES);
        } catch (IOException e) {
            throw new ModelException(
                    "WordNet nouns: the data is not a complete gzip file (" + e.getMessage() + "); get it anew", e);
        }
        return new SynsetParser(text).parse();
    }

    private SynsetTable parse() {
        while (at < text.length) {
            line++;
            if (text[at] == '#') {
                skipLine();
            } else {
                synset();
            }
        }
        if (table.rows() == 0) {
            throw new ModelException("WordNet nouns: there is no synset in the data");
        }
        requireKnownHypernyms();
        table.finish();
        return table;
    }

    private void synset() {
        int offset = number("the synset offset");
        if (offset <= previous) {
            throw malformed("synset offset " + offset + " does not come after " + previous);
        }
        previous = offset;
        hypernyms();
        int size = number("the number of synsets");
        if (size < 1) {
            throw malformed("a synset of size " + size);
        }
        expect('\t', "the number of synsets");
        int lemmaStart = at;
        lemmas();
        table.addRow(offset, size, lemmaStart, at);
        skipLine();
    }

    private void hypernyms() {
        expect('\t', "the synset offset");
        while (at < text.length && text[at] != '\t') {
            table.addHypernym(number("a hypernym"));
            if (at >= text.length || text[at] != ' ') {
                break;
            }
            at++;
        }
        expect('\t', "the hypernyms");
    }

    /** Entries {@code lemma|sense|count}, separated by spaces and ended by a tab. */
    private void lemmas() {
        byte end;
        do {
            lemma();
            end = at < text.length ? text[at] : 0;
            at++;
        } while (end == ' ');
        if (end != '\t') {
            throw malformed("no tab after the lemmas");
        }
    }

    /** A lemma may contain bars itself: the last two of the entry count. */
    private void lemma() {
        int start = at;
        int bar = -1;
        int lastBar = -1;
        while (at < text.length && (text[at] > ' ' || text[at] < 0)) {
            if (text[at] == '|') {
                bar = lastBar;
                lastBar = at;
            }
            at++;
        }
        if (bar <= start || !digits(bar + 1, lastBar) || !digits(lastBar + 1, at)) {
            throw malformed("a lemma that is not word|sense|count");
        }
        table.lemmas().add(start, bar, table.rows());
    }

    private boolean digits(int from, int to) {
        for (int i = from; i < to; i++) {
            if (text[i] < '0' || text[i] > '9') {
                return false;
            }
        }
        return to > from && to - from < 10;
    }

    private int number(String what) {
        int start = at;
        while (at < text.length && text[at] >= '0' && text[at] <= '9') {
            at++;
        }
        if (!digits(start, at)) {
            throw malformed(what + " is not a number of at most nine digits");
        }
        return table.numberAt(start);
    }

    private void expect(char c, String after) {
        if (at >= text.length || text[at] != c) {
            throw malformed("no tab after " + after);
        }
        at++;
    }

    private void skipLine() {
        while (at < text.length && text[at] != '\n') {
            at++;
        }
        at++;
    }

    private void requireKnownHypernyms() {
        for (int row = 0; row < table.rows(); row++) {
            for (int above : table.hypernyms(row)) {
                if (table.row(above) < 0) {
                    throw new ModelException("WordNet nouns: synset " + table.offset(row) + " has a hypernym " + above
                            + " that is not in the data");
                }
            }
        }
    }

    private ModelException malformed(String what) {
        return new ModelException("WordNet nouns, line " + line + ": " + what);
    }
}
