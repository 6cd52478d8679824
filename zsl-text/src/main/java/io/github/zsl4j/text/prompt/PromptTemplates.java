package io.github.zsl4j.text.prompt;

import io.github.zsl4j.error.ZslException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Sentences with a gap for a class's name, such as {@code a photo of a {}.}
 *
 * <p>The gap is written {@code {}}, once a template; other braces, such as those of {@code {label}}, are an error. The name
 * is put in as it stands. A template that comes twice counts twice. Immutable and thread-safe.
 *
 * @param templates at least one
 */
public record PromptTemplates(List<String> templates) {

    /**
     * The 80 templates of CLIP for ImageNet: better by 3.5 points of accuracy than {@link #CLIP_PHOTO}, for 80 times the
     * work. Source: notebook {@code Prompt_Engineering_for_ImageNet} of openai/CLIP (MIT).
     */
    public static final PromptTemplates CLIP_IMAGENET = resource("clip-imagenet.txt");

    /**
     * The 7 of {@link #CLIP_IMAGENET} that a forward selection found; open_clip's {@code SIMPLE_IMAGENET_TEMPLATES}. Source:
     * the same notebook of openai/CLIP (MIT).
     */
    public static final PromptTemplates CLIP_IMAGENET_BEST = resource("clip-imagenet-best.txt");

    /** The 18 templates of CLIP for CIFAR10 and CIFAR100. Source: {@code data/prompts.md} of openai/CLIP (MIT). */
    public static final PromptTemplates CLIP_CIFAR = resource("clip-cifar.txt");

    /** The 34 templates of CLIP for Caltech101. Source: {@code data/prompts.md} of openai/CLIP (MIT). */
    public static final PromptTemplates CLIP_CALTECH101 = resource("clip-caltech101.txt");

    /** {@code a photo of a {}.}, the one template that CLIP's paper calls a good default. */
    public static final PromptTemplates CLIP_PHOTO = of("a photo of a {}.");

    /** {@code This is a photo of {}.}, which Hugging Face's documentation recommends for SigLIP. */
    public static final PromptTemplates SIGLIP = of("This is a photo of {}.");

    /** The name alone. */
    public static final PromptTemplates NAME = of("{}");

    /** Where the name goes. */
    public static final String GAP = "{}";

    /** The sets that have a name; those that are not constants are CLIP's for single kinds of pictures. */
    private static final List<String> NAMES = List.of(
            "clip-photo",
            "clip-imagenet",
            "clip-imagenet-best",
            "clip-cifar",
            "clip-caltech101",
            "clip-textures",
            "clip-satellite",
            "clip-birds",
            "clip-flowers",
            "clip-food",
            "clip-aircraft",
            "siglip",
            "name");

    /** @throws IllegalArgumentException if there is no template, or one does not have exactly one gap; the message has it */
    public PromptTemplates {
        templates = List.copyOf(templates);
        if (templates.isEmpty()) {
            throw new IllegalArgumentException("At least one template is needed");
        }
        for (String template : templates) {
            requireOneGap(template);
        }
    }

    private static void requireOneGap(String template) {
        int gap = template.indexOf(GAP);
        String rest = gap < 0 ? template : template.substring(0, gap) + template.substring(gap + GAP.length());
        if (gap < 0 || rest.indexOf('{') >= 0 || rest.indexOf('}') >= 0) {
            throw new IllegalArgumentException(
                    "The template '" + template + "' must have exactly one {} for the class's name and no other brace");
        }
    }

    /** @throws IllegalArgumentException if there is no template, or one does not have exactly one gap; the message has it */
    public static PromptTemplates of(String... templates) {
        return new PromptTemplates(List.of(templates));
    }

    /**
     * A published set by its name, one of {@link #names()}; each file of templates says where it is from.
     *
     * @throws IllegalArgumentException if there is no set of this name
     */
    public static PromptTemplates named(String name) {
        if (!NAMES.contains(name)) {
            throw new IllegalArgumentException(
                    "No templates are called '" + name + "'; there are " + String.join(", ", NAMES));
        }
        return switch (name) {
            case "clip-photo" -> CLIP_PHOTO;
            case "siglip" -> SIGLIP;
            case "name" -> NAME;
            default -> resource(name + ".txt");
        };
    }

    /** The names that {@link #named} knows. */
    public static List<String> names() {
        return NAMES;
    }

    /**
     * Reads a file in UTF-8 with a template per line. Spaces around a line do not count; empty lines and those that start
     * with {@code #} are passed over.
     *
     * @throws ZslException if the file cannot be read or has no template, or a line is not UTF-8 or not a template; the
     *     message has its number
     */
    public static PromptTemplates load(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            return TemplateFile.read(in, file.toString());
        } catch (IOException e) {
            throw new ZslException(file + ": the templates cannot be read (" + e + ")", e);
        }
    }

    private static PromptTemplates resource(String name) {
        try (InputStream in = PromptTemplates.class.getResourceAsStream(name)) {
            return TemplateFile.read(in, name);
        } catch (IOException e) {
            throw new ZslException(name + ": the templates cannot be read (" + e + ")", e);
        }
    }

    /** The number of templates. */
    public int size() {
        return templates.size();
    }

    /** Every template with a name in its gap, in order. */
    public List<String> fill(String name) {
        return templates.stream().map(template -> template.replace(GAP, name)).toList();
    }
}
