package io.github.zsl4j.train.picture.shapes;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/**
 * What a drawing shows.
 *
 * @param form what is drawn
 * @param colour of it
 * @param texture on it
 * @param size of it
 */
public record Combination(Form form, Colour colour, Texture texture, Size size) {

    public Combination {
        Objects.requireNonNull(form, "form");
        Objects.requireNonNull(colour, "colour");
        Objects.requireNonNull(texture, "texture");
        Objects.requireNonNull(size, "size");
    }

    /** All 180, always in the same order. */
    public static List<Combination> all() {
        List<Combination> all = new ArrayList<>();
        for (Form form : Form.values()) {
            for (Colour colour : Colour.values()) {
                for (Texture texture : Texture.values()) {
                    for (Size size : Size.values()) {
                        all.add(new Combination(form, colour, texture, size));
                    }
                }
            }
        }
        return List.copyOf(all);
    }

    /** The description in words, such as "small blue striped triangle". */
    public String text() {
        return String.join(" ", size.name(), colour.name(), texture.name(), form.name())
                .toLowerCase(Locale.ROOT);
    }

    /** The four attributes. */
    List<Enum<?>> values() {
        return List.of(form, colour, texture, size);
    }

    /** How many of two of the four attributes are the same in the other; used to count what pairs there are. */
    boolean shares(Combination other, int first, int second) {
        return values().get(first) == other.values().get(first)
                && values().get(second) == other.values().get(second);
    }
}
