package io.github.zsl4j.cli;

import io.github.zsl4j.embedding.EmbeddingMatrix;
import io.github.zsl4j.engine.NetworkOptions;
import io.github.zsl4j.error.ModelException;
import io.github.zsl4j.text.MiniLm;
import io.github.zsl4j.text.TextEncoder;
import io.github.zsl4j.train.picture.ContactSheet;
import io.github.zsl4j.train.picture.PictureGenerator;
import io.github.zsl4j.train.picture.PictureGeneratorFile;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Draws small pictures of what texts describe, and trains what draws them. */
@Command(
        name = "pictures",
        description =
                "Draws small pictures of texts, such as \"small blue striped triangle\", each in a row of a contact"
                        + " sheet; or trains the generator that does, on drawn shapes of which a fifth of all combinations of"
                        + " form, colour, texture and size is held out.",
        customSynopsis = {
            "zsl generate pictures TEXT... --model FILE --out SHEET.png",
            "         [--count N] [--temperature T] [--zoom N] [--seed N]",
            "zsl generate pictures --train --out FILE [--method vae|gan] [--epochs N]",
            "         [--pictures N] [--sheet PNG [--every N]] [--checkpoint FILE]",
            "         [--judge] [--seed N]"
        })
final class GeneratePicturesCommand implements Callable<Integer> {

    private final Program program;

    @Parameters(arity = "0..*", paramLabel = "TEXT", description = "What to draw, in English.")
    private List<String> texts = List.of();

    @Option(names = "--model", paramLabel = "FILE", description = "A generator that --train has written.")
    private Path model;

    @Option(
            names = "--out",
            required = true,
            paramLabel = "FILE",
            description = "The file to write: the contact sheet (.png), or with --train the generator (.safetensors).")
    private Path out;

    @Option(names = "--count", paramLabel = "N", description = "Pictures of each text (default: 8).")
    private Integer count;

    @Option(
            names = "--temperature",
            paramLabel = "T",
            description = "How much pictures of a text differ, from 0 (default: 1).")
    private Double temperature;

    @Option(
            names = "--zoom",
            paramLabel = "N",
            description = "Pixels of the sheet for one of a picture, either way (default: 2).")
    private int zoom = 2;

    @Option(names = "--seed", paramLabel = "N", description = "For what is drawn, and for training (default: 1).")
    private long seed = 1;

    @Mixin
    private PictureTraining training;

    GeneratePicturesCommand(Program program) {
        this.program = program;
    }

    @Override
    public Integer call() {
        requireSense();
        if (training.wanted()) {
            try (TextEncoder encoder = encoder()) {
                training.run(new PictureTraining.Order(encoder, out, seed, zoom), program.output());
            }
        } else {
            draw();
        }
        return ExitCode.OK;
    }

    private void requireSense() {
        training.requireSense();
        if (training.wanted() && (!texts.isEmpty() || model != null || count != null || temperature != null)) {
            throw new UsageException("TEXT, --model, --count and --temperature are for drawing, without --train");
        }
        if (!training.wanted() && (texts.isEmpty() || model == null)) {
            throw new UsageException("Say what to draw and with which --model, or --train one");
        }
        if (texts.stream().anyMatch(String::isBlank)) {
            throw new UsageException("A text must not be blank");
        }
        if (zoom < 1 || zoom > 32 || count != null && (count < 1 || count > 1000)) {
            throw new UsageException("--zoom is from 1 to 32 and --count from 1 to 1000");
        }
        if (temperature != null && !(temperature >= 0 && temperature <= 10)) {
            throw new UsageException("--temperature is from 0 to 10, not " + temperature);
        }
    }

    private static TextEncoder encoder() {
        return MiniLm.load(NetworkOptions.defaults(), 1);
    }

    private void draw() {
        PictureGenerator generator =
                PictureGeneratorFile.read(model).withTemperature(temperature == null ? 1 : temperature);
        int each = count == null ? 8 : count;
        try (TextEncoder encoder = encoder()) {
            requireSpace(generator, encoder);
            EmbeddingMatrix conditions = encoder.encodeAll(texts);
            ContactSheet.write(out, generator.draw(conditions, each, seed), each, zoom);
        }
        for (int i = 0; i < texts.size(); i++) {
            program.output().text("row " + (i + 1) + ": " + texts.get(i) + System.lineSeparator());
        }
    }

    private void requireSpace(PictureGenerator generator, TextEncoder encoder) {
        if (!generator.space().equals(encoder.space())) {
            throw new ModelException(model + ": this generator draws vectors of " + generator.space()
                    + ", and texts become vectors of " + encoder.space() + " here");
        }
    }
}
