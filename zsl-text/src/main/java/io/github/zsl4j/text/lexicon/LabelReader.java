package io.github.zsl4j.text.lexicon;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * Reads what labels mean: finds the nouns in them and the senses these can have.
 *
 * <p>A label is first looked up as a whole, so that "hot dog" is not a dog. If WordNet does not know it, it is cut at
 * words such as "of" and "with", and in each piece the longest ending that WordNet knows is its head ("old fishing boat"
 * is read as a fishing boat).
 *
 * <p>The sense can be given: {@code crane#bird} is the crane that is a bird, {@code crane#n02012849} the synset of this
 * id; see {@link #read}. Immutable and thread-safe; never fails on any label but a wrong notation.
 */
public final class LabelReader {

    /** Words that separate the things a label speaks of. */
    private static final Set<String> STOP =
            Set.of(("a an the of in on at with and or for to by from is are its his her some any this that "
                            + "photo picture image side front back part top view close up one two three")
                    .split(" "));

    private static final String[] JOINTS = {"_", "-", ""};
    private static final String[] TIGHT = {""};

    private final WordNet wordNet;
    private final int longestForm;
    private final int mostParts;

    /** @param wordNet where words are looked up */
    public LabelReader(WordNet wordNet) {
        this.wordNet = wordNet;
        this.longestForm = wordNet.longestForm();
        this.mostParts = wordNet.mostParts();
    }

    /** A text with {@code _} as spaces, single spaces, and none at the ends. */
    public static String clean(String text) {
        StringBuilder clean = new StringBuilder(text.length());
        boolean space = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '_' || Characters.isSpace(c)) {
                space = true;
            } else {
                if (space && clean.length() > 0) {
                    clean.append(' ');
                }
                space = false;
                clean.append(c);
            }
        }
        return clean.toString();
    }

    /**
     * Reads a label that may give its sense, as {@code name#hint}:
     *
     * <ul>
     *   <li>{@code crane#n02012849}: the synset with this id ({@code n} and eight digits), for any name, also one that
     *       WordNet does not know;
     *   <li>{@code crane#2012849}: the same without {@code n} and zeros, for a name that WordNet knows;
     *   <li>{@code crane#bird}: the name's sense that is a kind of the hint or shares a word with it; if several are,
     *       the one that goes with the hint's most usual sense, and of these the name's most usual.
     * </ul>
     *
     * <p>{@code #} is this notation only if it stands once, without white space beside it, behind a name that WordNet
     * knows as a whole (or before an id): "C#" and "#1 fan" mean themselves.
     *
     * @throws IllegalArgumentException if the hint fits no sense of the name; the message lists those there are
     */
    public LabelReading read(String label) {
        Objects.requireNonNull(label, "label");
        return SenseNotation.parse(label).flatMap(this::readNotation).orElseGet(() -> {
            return new LabelReading(clean(label), spans(label));
        });
    }

    private Optional<LabelReading> readNotation(SenseNotation notation) {
        LabelWords name = LabelWords.of(notation.name());
        List<Sense> senses = whole(name);
        if (senses.isEmpty() && !notation.isFullId()) {
            return Optional.empty();
        }
        Sense sense = notation.choose(senses, wordNet, whole(LabelWords.of(notation.hint())));
        String part = String.join(" ", name.words());
        return Optional.of(new LabelReading(clean(notation.name()), List.of(new Span(part, List.of(sense)))));
    }

    /**
     * The parts of a label that WordNet knows, with all senses that they can have; {@code #} has no meaning here.
     *
     * @return in the order of the label; empty if WordNet knows nothing in it
     */
    public List<Span> spans(String label) {
        LabelWords words = LabelWords.of(label);
        if (words.parts().isEmpty()) {
            return List.of();
        }
        List<Sense> senses = whole(words);
        if (!senses.isEmpty()) {
            return List.of(new Span(String.join(" ", words.words()), senses));
        }
        List<Span> spans = new ArrayList<>();
        for (List<String> piece : pieces(words.parts())) {
            head(piece).ifPresent(spans::add);
        }
        return List.copyOf(spans);
    }

    private List<Sense> whole(LabelWords label) {
        List<Sense> senses = lookup(label.words());
        return senses.isEmpty() ? lookup(label.parts()) : senses;
    }

    /** The senses of some words as one noun, however it is written: "ice cream", "ice-cream", "icecream". */
    private List<Sense> lookup(List<String> tokens) {
        if (tokens.isEmpty() || letters(tokens) > longestForm) {
            return List.of();
        }
        for (String joint : tokens.size() > mostParts ? TIGHT : JOINTS) {
            List<Sense> senses = wordNet.senses(String.join(joint, tokens));
            if (!senses.isEmpty() || tokens.size() == 1) {
                return senses;
            }
        }
        return List.of();
    }

    private static int letters(List<String> tokens) {
        int sum = 0;
        for (String token : tokens) {
            sum += token.length();
        }
        return sum;
    }

    /** Cuts at stop words and at what looks like a verb: a word in -ing that is not itself a noun. */
    private List<List<String>> pieces(List<String> parts) {
        List<List<String>> pieces = new ArrayList<>();
        int start = 0;
        for (int i = 0; i <= parts.size(); i++) {
            if (i == parts.size() || separates(parts.get(i))) {
                if (i > start) {
                    pieces.add(parts.subList(start, i));
                }
                start = i + 1;
            }
        }
        return pieces;
    }

    private boolean separates(String word) {
        return STOP.contains(word) || word.endsWith("ing") && !wordNet.contains(word);
    }

    /** The head is last: the longest known ending, after dropping as few unknown last words as possible. */
    private Optional<Span> head(List<String> piece) {
        for (int end = piece.size(); end > 0; end--) {
            for (int start = firstStart(piece, end); start < end; start++) {
                List<String> tokens = piece.subList(start, end);
                List<Sense> senses = lookup(tokens);
                if (!senses.isEmpty()) {
                    return Optional.of(new Span(String.join(" ", tokens), senses));
                }
            }
        }
        return Optional.empty();
    }

    /** The first word from which on the words to {@code end} are not too long for any noun. */
    private int firstStart(List<String> piece, int end) {
        int start = end;
        int sum = 0;
        while (start > 0 && sum + piece.get(start - 1).length() <= longestForm) {
            sum += piece.get(--start).length();
        }
        return start;
    }
}
