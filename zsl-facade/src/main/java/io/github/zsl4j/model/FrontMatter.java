package io.github.zsl4j.model;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The lines between {@code ---} at the head of a model card, which are YAML; of that only what a licence needs is read. */
public final class FrontMatter {

    /** Cards are short, and their heads shorter. */
    private static final int LONGEST = 1 << 16;

    private static final Pattern ITEM = Pattern.compile("\\s*-\\s+(.+)");

    private FrontMatter() {}

    /** The licence, or several with commas between them. */
    public static Optional<String> licence(Path card) {
        List<String> lines = head(card);
        return value(lines, "license")
                .filter(licence -> !licence.equals("other"))
                .or(() -> value(lines, "license_name"))
                .or(() -> value(lines, "license"));
    }

    private static List<String> head(Path card) {
        try (var in = Files.newInputStream(card)) {
            List<String> lines = new String(in.readNBytes(LONGEST), StandardCharsets.UTF_8)
                    .lines()
                    .dropWhile(String::isBlank)
                    .toList();
            boolean hasHead = !lines.isEmpty() && lines.get(0).strip().equals("---");
            return hasHead
                    ? lines.stream()
                            .skip(1)
                            .takeWhile(line -> !line.strip().equals("---"))
                            .toList()
                    : List.of();
        } catch (IOException e) {
            return List.of(); // a card that cannot be read says nothing
        }
    }

    private static Optional<String> value(List<String> lines, String key) {
        for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i).startsWith(key + ":")) {
                String value = unquoted(lines.get(i).substring(key.length() + 1));
                return Optional.of(value.isEmpty() ? list(lines.subList(i + 1, lines.size())) : value)
                        .filter(text -> !text.isEmpty());
            }
        }
        return Optional.empty();
    }

    private static String list(List<String> lines) {
        return lines.stream()
                .map(ITEM::matcher)
                .takeWhile(Matcher::matches)
                .map(item -> unquoted(item.group(1)))
                .collect(Collectors.joining(", "));
    }

    private static String unquoted(String value) {
        return value.replaceAll("\\s#.*", "").strip().replaceAll("^([\"'])(.*)\\1$", "$2");
    }
}
