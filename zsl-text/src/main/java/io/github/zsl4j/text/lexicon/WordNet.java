package io.github.zsl4j.text.lexicon;

import io.github.zsl4j.error.ModelException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * The nouns of WordNet: which meanings a word has, and how meanings are kinds of each other.
 *
 * <p>Immutable and thread-safe. Loading takes about a tenth of a second and some 15 MB.
 *
 * <p><b>References:</b> Miller, "WordNet: a lexical database for English", Communications of the ACM 38(11), 1995.
 */
public final class WordNet {

    /** Regular plurals: an ending and what it stands for. */
    private static final String[][] ENDINGS = {
        {"s", ""},
        {"ses", "s"},
        {"xes", "x"},
        {"zes", "z"},
        {"ches", "ch"},
        {"shes", "sh"},
        {"men", "man"},
        {"ies", "y"},
    };

    private static final int LARGEST_REGULAR_SHRINK = 2;

    private final SynsetTable table;
    private final LemmaIndex lemmas;
    private final NounExceptions exceptions;
    private final double logSize;

    private WordNet(SynsetTable table, NounExceptions exceptions) {
        this.table = table;
        this.lemmas = table.lemmas();
        this.exceptions = exceptions;
        this.logSize = Math.log(Math.max(2, table.rows()));
    }

    /**
     * Reads the two data files and closes them.
     *
     * @param nouns the noun table, gzip-packed: offset, hypernyms, size, lemmas and gloss of each synset, separated by
     *     tabs, by ascending offset; lines that start with {@code #} are comments
     * @param nounExceptions irregular forms, {@code inflected base [base …]} a line
     * @throws ModelException if the data is damaged; the message has the line
     */
    public static WordNet load(InputStream nouns, InputStream nounExceptions) {
        Objects.requireNonNull(nounExceptions, "nounExceptions");
        return new WordNet(
                SynsetParser.read(Objects.requireNonNull(nouns, "nouns")), NounExceptions.read(nounExceptions));
    }

    /** The number of synsets. */
    public int size() {
        return table.rows();
    }

    /** The synset of an offset, if there is one. */
    public Optional<Synset> synset(int offset) {
        int row = table.row(offset);
        return row < 0 ? Optional.empty() : Optional.of(table.synset(row));
    }

    /** Whether a word is listed in exactly this form: lower case, {@code _} for a space. */
    public boolean contains(String form) {
        return lemmas.first(bytes(form)) >= 0;
    }

    /**
     * What a word can mean, in any of its forms: the word as it stands, then its base forms (irregular plurals first,
     * then regular ones). Within a form the order is WordNet's own, which follows frequency; a meaning that several
     * forms share comes once, with the largest count.
     *
     * @param form lower case, {@code _} for a space; singular or plural
     * @return empty if WordNet does not know the word
     */
    public List<Sense> senses(String form) {
        Map<Integer, Integer> counts = new LinkedHashMap<>();
        for (String base : forms(form)) {
            addSenses(base, counts);
        }
        List<Sense> senses = new ArrayList<>(counts.size());
        counts.forEach((row, count) -> senses.add(new Sense(table.synset(row), count)));
        return List.copyOf(senses);
    }

    private Set<String> forms(String form) {
        Set<String> forms = new LinkedHashSet<>();
        forms.add(form);
        forms.addAll(exceptions.of(form));
        int cut = form.lastIndexOf('_') + 1;
        String head = form.substring(0, cut);
        String last = form.substring(cut);
        exceptions.of(last).forEach(base -> forms.add(head + base));
        for (String[] ending : ENDINGS) {
            if (isInflected(last, ending[0])) {
                forms.add(head + last.substring(0, last.length() - ending[0].length()) + ending[1]);
            }
        }
        return forms;
    }

    private static boolean isInflected(String word, String ending) {
        return word.length() > ending.length() + 1
                && word.endsWith(ending)
                && !(ending.equals("s") && word.endsWith("ss"));
    }

    private void addSenses(String lemma, Map<Integer, Integer> counts) {
        byte[] bytes = bytes(lemma);
        List<int[]> found = new ArrayList<>();
        for (int entry = lemmas.first(bytes); entry >= 0; entry = lemmas.after(entry, bytes)) {
            int number = lemmas.end(entry) + 1;
            int count = table.numberAt(table.afterBar(number));
            found.add(new int[] {table.numberAt(number), lemmas.row(entry), count});
        }
        found.sort(Arrays::compare);
        found.forEach(sense -> counts.merge(sense[1], sense[2], Math::max));
    }

    /** No word of more characters than this is known in any form. */
    int longestForm() {
        int shrink = Math.max(LARGEST_REGULAR_SHRINK, exceptions.largestShrink());
        return Math.max(lemmas.longest() + shrink, exceptions.longestForm());
    }

    /** No word of more parts than this, cut at spaces and hyphens, is known in any form. */
    int mostParts() {
        return Math.max(lemmas.mostParts(), exceptions.mostParts());
    }

    /**
     * A synset and everything above it.
     *
     * @return offsets, each once, the synset itself first and nearer ones before farther ones
     * @throws IllegalArgumentException if there is no such synset
     */
    public int[] ancestors(int offset) {
        int[] found = {row(offset)};
        for (int i = 0; i < found.length; i++) {
            for (int above : table.hypernyms(found[i])) {
                found = with(found, table.row(above));
            }
        }
        return Arrays.stream(found).map(table::offset).toArray();
    }

    /** A set of a dozen, for which a linear search is the fastest. */
    private static int[] with(int[] set, int element) {
        for (int e : set) {
            if (e == element) {
                return set;
            }
        }
        int[] larger = Arrays.copyOf(set, set.length + 1);
        larger[set.length] = element;
        return larger;
    }

    /**
     * How specific a meaning is.
     *
     * <pre>IC(s) = 1 - ln n(s) / ln N</pre>
     *
     * with n(s) the number of synsets at or below s and N the number of all.
     *
     * <p><b>References:</b> Seco, Veale and Hayes, "An intrinsic information content metric for semantic similarity in
     * WordNet", ECAI 2004.
     *
     * @return from 0 at the root of everything to 1 for what has no kinds below it
     * @throws IllegalArgumentException if there is no such synset
     */
    public double informationContent(int offset) {
        return 1 - Math.log(table.size(row(offset))) / logSize;
    }

    private int row(int offset) {
        int row = table.row(offset);
        if (row < 0) {
            throw new IllegalArgumentException("WordNet has no noun synset " + offset);
        }
        return row;
    }

    private static byte[] bytes(String form) {
        return form.getBytes(StandardCharsets.UTF_8);
    }
}
