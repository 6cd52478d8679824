package io.github.zsl4j.data.folder;

import io.github.zsl4j.data.DataException;
import io.github.zsl4j.dataset.Splits;
import io.github.zsl4j.dataset.ZeroShotData;
import io.github.zsl4j.dataset.ZeroShotData.Examples;
import io.github.zsl4j.embedding.EmbeddingMatrix;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The layout of CSV files. */
final class CsvLayout {

    private static final Set<String> WORDS = Set.of("trainval", "validation", "testSeen", "testUnseen", "");

    private CsvLayout() {}

    static ZeroShotData read(Path folder) {
        SpacesFile spaces = new SpacesFile(folder);
        Path features = folder.resolve("features.csv");
        Path semantics = folder.resolve("semantics.csv");
        CsvTable pictures = CsvTable.read(features, "split");
        CsvTable classes = CsvTable.read(semantics, null);
        EmbeddingMatrix x = spaces.matrix("features", pictures.columns(), pictures.values(), features);
        EmbeddingMatrix s = spaces.matrix("semantics", classes.columns(), classes.values(), semantics);
        int[] labels = labels(features, pictures.names(), classes.names());
        Examples examples = Blame.on(semantics, () -> new Examples(x, labels, s, classes.names()));
        boolean inColumn = !pictures.words().isEmpty();
        Path file = inColumn ? features : folder.resolve("splits.json");
        Splits splits = inColumn ? splits(features, pictures) : SplitsFile.read(file);
        return Blame.on(file, () -> ZeroShotData.of(examples, splits));
    }

    private static int[] labels(Path file, List<String> names, List<String> classes) {
        Map<String, Integer> index = new HashMap<>();
        for (int c = 0; c < classes.size(); c++) {
            index.put(classes.get(c), c);
        }
        return names.stream()
                .mapToInt(name -> {
                    if (!index.containsKey(name)) {
                        throw new DataException(
                                file + ": the class '" + name + "' is not one of those in semantics.csv");
                    }
                    return index.get(name);
                })
                .toArray();
    }

    private static Splits splits(Path file, CsvTable pictures) {
        Map<String, List<Integer>> rows = new HashMap<>();
        WORDS.forEach(word -> rows.put(word, new ArrayList<>()));
        Set<String> validation = new LinkedHashSet<>();
        for (int i = 0; i < pictures.words().size(); i++) {
            String word = pictures.words().get(i);
            if (!WORDS.contains(word)) {
                throw new DataException(file + ": the split '" + word + "' of picture " + i
                        + " is not known; it is one of" + " trainval, validation, testSeen, testUnseen, or empty");
            }
            rows.get(word.equals("validation") ? "trainval" : word).add(i);
            if (word.equals("validation")) {
                validation.add(pictures.names().get(i));
            }
        }
        return new Splits(rows.get("trainval"), rows.get("testSeen"), rows.get("testUnseen"), List.copyOf(validation));
    }
}
