package io.github.zsl4j.text;

import io.github.zsl4j.engine.layout.ConfigFile;
import io.github.zsl4j.engine.layout.ModelFolder;
import io.github.zsl4j.error.ModelException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The steps of a model in the layout of sentence-transformers: {@code modules.json} lists a Transformer, a Pooling, and
 * then maybe Dense and Normalize.
 *
 * @param pooling how the vectors of tokens become one
 * @param head what follows
 */
record SentenceModules(Pooling pooling, Head head) {

    static final String FILE = "modules.json";

    /**
     * @return empty if the folder has another layout
     * @throws ModelException if a module is unknown, out of its order or badly described
     */
    static Optional<SentenceModules> read(ModelFolder folder) {
        return folder.config(FILE).map(modules -> read(folder, modules));
    }

    private static SentenceModules read(ModelFolder folder, ConfigFile modules) {
        List<ConfigFile> items = modules.items();
        requireOrder(modules, items.stream().map(SentenceModules::kind).toList());
        ConfigFile pooling = folder.requireConfig(directory(items.get(1)) + "/config.json");
        List<Dense> layers = new ArrayList<>();
        boolean unitLength = false;
        for (ConfigFile item : items.subList(2, items.size())) {
            switch (kind(item)) {
                case "Dense" -> layers.add(Dense.read(folder, directory(item)));
                case "Normalize" -> unitLength = true;
                default -> {} // Dropout, which is for training
            }
        }
        return new SentenceModules(
                PoolingConfig.pooling(pooling), new Head(PoolingConfig.dimension(pooling), layers, unitLength));
    }

    private static void requireOrder(ConfigFile modules, List<String> kinds) {
        String order = String.join(" ", kinds);
        if (!order.matches("Transformer Pooling( Dense| Dropout)*( Normalize)?")) {
            throw new ModelException(modules + ": the modules are " + kinds
                    + "; Transformer, Pooling, any number of Dense or Dropout, and maybe Normalize are understood, in"
                    + " this order");
        }
    }

    /** The class name without its package, which has moved between versions. */
    private static String kind(ConfigFile module) {
        String type = module.text("type").orElseThrow(() -> module.wrong("type", "the name of a module"));
        return type.substring(type.lastIndexOf('.') + 1);
    }

    private static String directory(ConfigFile module) {
        return module.text("path")
                .filter(path -> path.matches("\\w[\\w.-]*"))
                .orElseThrow(() -> module.wrong("path", "a directory in the model's folder"));
    }
}
