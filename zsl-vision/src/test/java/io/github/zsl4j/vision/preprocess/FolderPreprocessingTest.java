package io.github.zsl4j.vision.preprocess;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.zsl4j.engine.layout.ModelFolder;
import io.github.zsl4j.error.ModelException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which file of a folder counts, and what is said of configurations that cannot be followed. */
class FolderPreprocessingTest {

    private static final String PROCESSOR = "preprocessor_config.json";
    private static final String OPEN_CLIP = "open_clip_config.json";
    private static final String TIMM = "config.json";

    @TempDir
    Path folder;

    @Test
    void readsTheFilesInTheOrderOfTheirMeaning() throws IOException {
        write(TIMM, "{\"architecture\":\"x\",\"input_size\":[3,10,10]}");
        assertThat(side()).isEqualTo(10);
        write(OPEN_CLIP, "{\"model_cfg\":{\"vision_cfg\":{\"image_size\":20}}}");
        assertThat(side()).isEqualTo(20);
        write(PROCESSOR, "{\"image_processor_type\":\"ViTImageProcessor\",\"size\":30}");
        assertThat(side()).isEqualTo(30);
        write("processor_config.json", "{\"processor_class\":\"CLIPProcessor\"}");
        assertThat(side()).isEqualTo(30);
        write(
                "processor_config.json",
                "{\"image_processor\":{\"image_processor_type\":\"ViTImageProcessor\",\"size\":40}}");
        assertThat(side()).isEqualTo(40);
    }

    @Test
    void followsTheProcessorOfTimmToConfigJson() throws IOException {
        write(TIMM, "{\"pretrained_cfg\":{\"input_size\":[3,10,10]}}");
        write(PROCESSOR, "{\"image_processor_type\":\"TimmWrapperImageProcessor\"}");

        assertThat(side()).isEqualTo(10);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"processor_class\":\"CLIPProcessor\"}",
                "{\"feature_extractor_type\":\"CLIPFeatureExtractor\"}",
                "{\"image_processor_type\":\"CLIPImageProcessorFast\",\"processor_class\":\"SiglipProcessor\"}",
                "{\"image_processor_type\":\"CLIPImageProcessorPil\",\"do_resize\":null,\"do_pad\":false}"
            })
    void knowsAProcessorByAllItsNames(String config) throws IOException {
        write(PROCESSOR, config);

        assertThat(read().crop()).contains(CentreCrop.of(Size.square(224)));
        assertThat(read().resize()).isEqualTo(Resize.shortestEdge(224));
    }

    @Test
    void saysWhichFilesItLookedFor() throws IOException {
        write(TIMM, "{\"model_type\":\"vit\",\"image_size\":224}");

        assertThatThrownBy(this::read)
                .isInstanceOf(ModelException.class)
                .hasMessageContainingAll(folder.toString(), PROCESSOR, OPEN_CLIP, TIMM, "pass a Preprocessing");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{}|image_processor_type",
                "[]|image_processor_type",
                "{\"image_processor_type\":\"DINOv3ViTImageProcessor\"}|DINOv3ViT",
                "{\"image_processor_type\":\"Siglip2ImageProcessor\"}|Siglip2",
                "{\"image_processor_type\":\"LevitImageProcessor\"}|Levit",
                "{\"image_processor_type\":7}|a text",
                "{\"auto_map\":{\"AutoImageProcessor\":\"x.Y\"}}|auto_map",
                "{\"do_pad\":true}|do_pad",
                "{\"use_square_size\":true}|use_square_size",
                "{\"data_format\":\"channels_last\"}|channels_first",
                "{\"do_resize\":false,\"do_center_crop\":false}|do_resize",
                "{\"do_center_crop\":false}|size",
                "{\"do_center_crop\":\"yes\"}|true or false",
                "{\"size\":{\"shortest_edge\":224,\"longest_edge\":448}}|shortest_edge alone",
                "{\"size\":{\"longest_edge\":448}}|shortest_edge alone",
                "{\"size\":{\"max_height\":4,\"max_width\":4}}|shortest_edge alone",
                "{\"size\":{\"height\":224}}|shortest_edge alone",
                "{\"size\":{}}|shortest_edge alone",
                "{\"size\":[]}|height and width",
                "{\"size\":[1,2,3]}|height and width",
                "{\"size\":\"224\"}|a number or a list",
                "{\"size\":0}|from 1 to 4096",
                "{\"size\":-224}|from 1 to 4096",
                "{\"size\":224.5}|from 1 to 4096",
                "{\"size\":1e9}|from 1 to 4096",
                "{\"size\":NaN}|a number or a list",
                "{\"size\":{\"height\":1e300,\"width\":4}}|from 1 to 4096",
                "{\"crop_size\":{\"height\":224}}|crop_size.width",
                "{\"crop_size\":0}|from 1 to 4096",
                "{\"crop_size\":true}|a number or a list",
                "{\"resample\":6}|0 to 5",
                "{\"resample\":-1}|0 to 5",
                "{\"resample\":\"bicubic\"}|a whole number",
                "{\"rescale_factor\":\"x\"}|a number",
                "{\"rescale_factor\":1e300}|finite",
                "{\"image_mean\":[0.5,0.5]}|three",
                "{\"image_mean\":[0.5,null,0.5]}|a number or a list",
                "{\"image_mean\":{}}|a number or a list",
                "{\"image_std\":[0.5,0,0.5]}|above 0",
                "{\"image_std\":-1}|above 0",
                "{\"image_std\":1e-300}|above 0"
            })
    void refusesWhatAProcessorCannotMean(String config, String message) throws IOException {
        String named = config.startsWith("{") && !config.contains("_type") && config.length() > 2
                ? "{\"image_processor_type\":\"CLIPImageProcessor\"," + config.substring(1)
                : config;
        assertRefused(PROCESSOR, named, message);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"crop_pct\":0|a part of the side",
                "\"crop_pct\":-0.9|a part of the side",
                "\"crop_pct\":1e-9|a part of the side",
                "\"crop_pct\":1e9|a part of the side",
                "\"do_center_crop\":true|do_center_crop",
                "\"do_resize\":false|do_resize",
                "\"size\":{\"height\":64,\"width\":64}|shortest_edge",
                "\"size\":[64,64]|shortest_edge"
            })
    void refusesWhatConvNextCannotMean(String setting, String message) throws IOException {
        String size = setting.contains("size") ? "" : ",\"size\":64";
        assertRefused(
                PROCESSOR, "{\"image_processor_type\":\"ConvNextImageProcessor\"," + setting + size + "}", message);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"resize_mode\":\"stretch\"|shortest, longest or squash",
                "\"interpolation\":\"lanczos\"|bicubic or bilinear",
                "\"mode\":\"L\"|RGB",
                "\"resize_mode\":\"longest\",\"fill_color\":256|0 to 255",
                "\"resize_mode\":\"longest\",\"fill_color\":-1|0 to 255",
                "\"resize_mode\":\"longest\",\"fill_color\":[0,0,0]|a whole number",
                "\"size\":0|from 1 to 4096",
                "\"size\":[224,\"x\"]|a number or a list",
                "\"mean\":[1,2]|three",
                "\"std\":0|above 0"
            })
    void refusesWhatOpenClipCannotMean(String setting, String message) throws IOException {
        assertRefused(OPEN_CLIP, "{\"preprocess_cfg\":{" + setting + "}}", message);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"input_size\":[1,224,224]|3 channels",
                "\"input_size\":[3,224]|3 channels",
                "\"input_size\":224|a list of numbers",
                "\"input_size\":[3,0,224]|from 1 to 4096",
                "\"interpolation\":\"random\"|nearest",
                "\"interpolation\":\"BICUBIC\"|nearest",
                "\"crop_mode\":\"corner\"|center, squash or border",
                "\"crop_pct\":0|a part of the side",
                "\"mean\":\"imagenet\"|a number or a list",
                "\"std\":[1,1,-1]|above 0"
            })
    void refusesWhatTimmCannotMean(String setting, String message) throws IOException {
        assertRefused(TIMM, "{\"pretrained_cfg\":{" + setting + "}}", message);
        Files.delete(folder.resolve(TIMM));
        assertRefused(TIMM, "{\"architecture\":\"x\"," + setting + "}", message);
    }

    @ParameterizedTest
    @ValueSource(strings = {PROCESSOR, OPEN_CLIP, TIMM, "processor_config.json"})
    void refusesWhatIsNoJson(String file) throws IOException {
        assertRefused(file, "{\"size\": 224", file);
    }

    @Test
    void refusesAProcessorThatIsNoObject() throws IOException {
        assertRefused("processor_config.json", "{\"image_processor\":[1]}", "an object");
    }

    private void assertRefused(String file, String config, String message) throws IOException {
        write(file, config);
        assertThatThrownBy(this::read)
                .isInstanceOf(ModelException.class)
                .hasMessageContainingAll(folder.resolve(file).toString(), message);
    }

    private int side() {
        return read().outputSize().width();
    }

    private Preprocessing read() {
        return Preprocessing.of(ModelFolder.of(folder));
    }

    private void write(String file, String text) throws IOException {
        Files.writeString(folder.resolve(file), text);
    }
}
