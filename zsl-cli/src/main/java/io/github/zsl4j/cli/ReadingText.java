package io.github.zsl4j.cli;

import io.github.zsl4j.explain.ClassReading;
import java.util.List;
import java.util.Locale;
import java.util.StringJoiner;
import java.util.stream.Collectors;

/** How labels were understood, for a person. */
final class ReadingText {

    /** Rarer senses of a label are counted, not listed. */
    private static final int SENSES = 4;

    private static final String INDENT = " ".repeat(11);

    private final Look look;

    ReadingText(Look look) {
        this.look = look;
    }

    String of(List<ClassReading> readings) {
        String text = readings.stream().map(this::one).collect(Collectors.joining("\n"));
        boolean ambiguous = readings.stream().anyMatch(r -> r.senses().size() > 1);
        return ambiguous ? text + "\n" + hint(readings) : text;
    }

    private static String hint(List<ClassReading> readings) {
        ClassReading.Sense sense =
                readings.stream().flatMap(r -> r.senses().stream()).findFirst().orElseThrow();
        return "To choose a sense, put its id or a kind of thing behind the label: " + sense.part() + "#" + sense.id()
                + ", crane#bird\n";
    }

    private String one(ClassReading reading) {
        StringJoiner lines = new StringJoiner("\n", "", "\n");
        lines.add(line("", reading.label()));
        lines.add(line("  reads    ", String.join("; ", reading.texts())));
        senses(lines, reading);
        if (!reading.relatives().isEmpty()) {
            lines.add(line("  near     ", relatives(reading.relatives())));
        }
        if (reading.members() > 0) {
            lines.add(line("  covers   ", reading.members() + " known classes"));
        }
        return lines.toString();
    }

    private void senses(StringJoiner lines, ClassReading reading) {
        boolean parts = reading.senses().stream()
                        .map(ClassReading.Sense::part)
                        .distinct()
                        .count()
                > 1;
        int shown = Math.min(SENSES, reading.senses().size());
        for (int i = 0; i < shown; i++) {
            lines.add(
                    line(i == 0 ? "  senses   " : INDENT, sense(reading.senses().get(i), parts)));
        }
        if (shown == 0) {
            lines.add(line("  senses   ", "none known; only the words themselves are compared"));
        } else if (reading.senses().size() > shown) {
            lines.add(line(INDENT, look.more() + " and " + (reading.senses().size() - shown) + " more"));
        }
    }

    private static String sense(ClassReading.Sense sense, boolean withPart) {
        return String.format(Locale.ROOT, "%.2f %s  ", sense.weight(), sense.id())
                + (withPart ? "[" + sense.part() + "] " : "")
                + String.join(", ", sense.words())
                + ": "
                + sense.gloss();
    }

    private static String relatives(List<ClassReading.Relative> relatives) {
        return relatives.stream()
                .map(r -> String.format(Locale.ROOT, "%s %.2f", r.name(), r.strength()))
                .collect(Collectors.joining(", "));
    }

    private String line(String head, String text) {
        return head + look.cell(text, look.columns() - head.length()).stripTrailing();
    }
}
