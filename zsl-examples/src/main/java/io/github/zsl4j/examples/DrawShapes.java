package io.github.zsl4j.examples;

import io.github.zsl4j.engine.NetworkOptions;
import io.github.zsl4j.text.MiniLm;
import io.github.zsl4j.text.TextEncoder;
import io.github.zsl4j.train.TrainingOptions;
import io.github.zsl4j.train.picture.ConditionalVae;
import io.github.zsl4j.train.picture.ContactSheet;
import io.github.zsl4j.train.picture.PictureGenerator;
import io.github.zsl4j.train.picture.PictureRun;
import io.github.zsl4j.train.picture.shapes.Combination;
import io.github.zsl4j.train.picture.shapes.ShapesData;
import java.nio.file.Path;

/**
 * Learns to draw from descriptions, and draws combinations that it has never seen: {@code DrawShapes sheet.png}. Needs
 * PyTorch and some minutes; {@code DrawShapes sheet.png 1 2} is over sooner, after 1 epoch of 2 drawings of each combination,
 * and shows a blur.
 */
public final class DrawShapes {

    private DrawShapes() {}

    /** @param args the picture to write; perhaps epochs, and drawings of each combination */
    public static void main(String[] args) {
        ConditionalVae method = ConditionalVae.ofShapes(1);
        TrainingOptions options = method.options();
        int epochs = args.length > 1 ? Integer.parseInt(args[1]) : options.epochs();
        int each = args.length > 2 ? Integer.parseInt(args[2]) : ShapesData.EACH;
        try (TextEncoder encoder = MiniLm.load(NetworkOptions.defaults(), 1)) {
            ShapesData data = ShapesData.of(encoder, each, 1);
            PictureGenerator generator = method.withOptions(options.withEpochs(epochs))
                    .fit(
                            data.examples(),
                            PictureRun.silent()
                                    .withListener(progress -> System.out.println(
                                            "epoch " + progress.epoch() + ": " + progress.losses())));
            ContactSheet.write(Path.of(args[0]), generator.draw(data.heldOut(), 8, 1), 16, 2);
            for (Combination combination : data.split().heldOut()) {
                System.out.println("drawn, never seen: " + combination.text());
            }
        }
    }
}
