package io.github.zsl4j.vision.encoder;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import io.github.zsl4j.embedding.EmbeddingMatrix;
import io.github.zsl4j.engine.NetworkOptions;
import io.github.zsl4j.engine.layout.ModelFolder;
import io.github.zsl4j.testkit.Golden;
import io.github.zsl4j.testkit.Npy;
import io.github.zsl4j.vision.image.RgbImage;
import io.github.zsl4j.vision.image.TestImages;
import java.nio.file.Files;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A golden model with the vectors that its own library gives under one pooling.
 *
 * @param model the golden folder
 * @param pooling as the reference was pooled
 * @param vectors row i belongs to picture i
 * @param pictures encoded files
 * @param pixels the same pictures as the reference decoded them
 */
record Family(String model, ImagePooling pooling, Npy vectors, List<String> pictures, List<String> pixels) {

    private static final String OPEN_CLIP = "tiny-openclip";

    /** The models over all golden pictures, and the families over some. */
    static Stream<Family> all() {
        return Stream.concat(
                Stream.of(
                        common("tiny-clip", ImagePooling.OUTPUT, ""),
                        common(OPEN_CLIP, ImagePooling.OUTPUT, ""),
                        common("tiny-siglip", ImagePooling.OUTPUT, ""),
                        common("tiny-resnet", ImagePooling.OUTPUT, ""),
                        common("tiny-vit", ImagePooling.CLS, ".cls"),
                        common("tiny-vit", ImagePooling.MEAN, ".mean"),
                        common("tiny-vit", ImagePooling.MEAN_PATCHES, ".mean_patches")),
                families().filter(family -> !family.model().equals(OPEN_CLIP)));
    }

    /** The same open_clip model with its own library's crop, which rounds as torchvision does. */
    static Family openClipRoundedAsTorchvision() {
        return families()
                .filter(family -> family.model().equals(OPEN_CLIP))
                .findFirst()
                .orElseThrow();
    }

    private static Family common(String model, ImagePooling pooling, String suffix) {
        List<JsonObject> images = Golden.images("ok").stream()
                .sorted(Comparator.comparingInt(p -> p.get("row").getAsInt()))
                .toList();
        return new Family(
                model,
                pooling,
                Golden.npy("golden/img_" + model + suffix + ".npy"),
                texts(images, "file"),
                texts(images, "rgb"));
    }

    private static List<String> texts(List<JsonObject> images, String key) {
        return images.stream().map(image -> image.get(key).getAsString()).toList();
    }

    private static Stream<Family> families() {
        JsonObject json = Golden.json("vision/families.json").getAsJsonObject();
        List<String> pictures = json.getAsJsonArray("pictures").asList().stream()
                .map(JsonElement::getAsString)
                .map(id -> "golden/rgb/" + id + ".png")
                .toList();
        return json.getAsJsonObject("models").asMap().entrySet().stream()
                .flatMap(model -> model.getValue().getAsJsonObject().asMap().entrySet().stream()
                        .map(pooled -> new Family(
                                model.getKey(),
                                ImagePooling.valueOf(pooled.getKey().toUpperCase(Locale.ROOT)),
                                Golden.npy(pooled.getValue().getAsString()),
                                pictures,
                                pictures)));
    }

    /** The first of that name. */
    static Family of(String model) {
        return all().filter(f -> f.model.equals(model)).findFirst().orElseThrow();
    }

    ModelFolder folder() {
        return ModelFolder.of(Golden.folder(model));
    }

    boolean hasTorchScript() {
        return Stream.of("model.pt", "vision.pt", "visual.pt")
                .anyMatch(file -> Files.exists(Golden.folder(model).resolve(file)));
    }

    ImageEncoder open(ImageEncoderOptions options) {
        return ImageEncoder.load(folder(), options);
    }

    static ImageEncoderOptions on(String engine) {
        return ImageEncoderOptions.defaults()
                .withNetwork(NetworkOptions.defaults().withEngine(engine));
    }

    /** From the encoded files, with the decoder of this library. */
    List<RgbImage> decoded() {
        return pictures.stream()
                .map(file -> TestImages.decode(Golden.bytes(file)))
                .toList();
    }

    /** The smallest cosine of any picture's vector and the reference, from the reference's pixels. */
    double worst(ImageEncoder encoder) {
        return worst(encoder.encodeAll(pixels.stream().map(TestImages::golden).toList()));
    }

    double worst(EmbeddingMatrix found) {
        return IntStream.range(0, pictures.size())
                .mapToDouble(i -> Golden.cosine(found.row(i).toArray(), vectors.row(i)))
                .min()
                .orElseThrow();
    }

    @Override
    public String toString() {
        return model + " " + pooling;
    }
}
