package io.github.zsl4j.bench;

import ai.djl.huggingface.translator.ZeroShotImageClassificationTranslatorFactory;
import ai.djl.modality.Classifications;
import ai.djl.modality.cv.ImageFactory;
import ai.djl.modality.cv.VisionLanguageInput;
import ai.djl.repository.zoo.Criteria;
import io.github.zsl4j.vision.image.Pictures;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * The peer of {@link ClipThroughput}: DJL's own zero-shot translator on a TorchScript model, one picture after the other as
 * its example has it. {@code DjlTranslatorThroughput MODEL FOLDER LABELS THREADS PASSES}; MODEL holds {@code model.pt},
 * which reads ids, mask and pixels in this order and returns a dictionary, and {@code tokenizer.json}.
 */
public final class DjlTranslatorThroughput {

    private DjlTranslatorThroughput() {}

    /** @param args see above; the first pass warms up and is not counted */
    public static void main(String[] args) throws Exception {
        System.setProperty("ai.djl.offline", "true");
        System.setProperty("ai.djl.pytorch.num_threads", args[3]);
        List<Path> files = Pictures.in(Path.of(args[1]));
        String[] labels = Files.readAllLines(Path.of(args[2])).toArray(String[]::new);
        Criteria<VisionLanguageInput, Classifications> criteria = Criteria.builder()
                .setTypes(VisionLanguageInput.class, Classifications.class)
                .optModelPath(Path.of(args[0]))
                .optModelName("model")
                .optEngine("PyTorch")
                .optTranslatorFactory(new ZeroShotImageClassificationTranslatorFactory())
                .optArgument("width", 224)
                .optArgument("height", 224)
                .optArgument("resize", true)
                .optArgument("toTensor", true)
                .optArgument("normalize", true)
                .optArgument("padding", true)
                .build();
        try (var model = criteria.loadModel();
                var predictor = model.newPredictor()) {
            for (int pass = 0; pass < Integer.parseInt(args[4]); pass++) {
                long start = System.nanoTime();
                for (Path file : files) {
                    predictor.predict(new VisionLanguageInput(
                            ImageFactory.getInstance().fromFile(file), null, labels, "a photo of a {}."));
                }
                if (pass > 0) {
                    System.out.println(files.size() / ((System.nanoTime() - start) / 1e9));
                }
            }
        }
    }
}
