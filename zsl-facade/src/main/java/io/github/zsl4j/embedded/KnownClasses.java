package io.github.zsl4j.embedded;

import io.github.zsl4j.error.ModelException;
import java.util.ArrayList;
import java.util.List;

/**
 * The 1,000 classes that the image network was trained on.
 *
 * @param names in the order of the tables
 * @param synsets WordNet offset of each
 */
record KnownClasses(List<String> names, int[] synsets) {

    /** @param lines of {@code classes.tsv}: a header, then index, wnid, name, gloss */
    static KnownClasses parse(List<String> lines) {
        List<String> names = new ArrayList<>();
        int[] synsets = new int[lines.size() - 1];
        for (int i = 1; i < lines.size(); i++) {
            String[] columns = lines.get(i).split("\t");
            if (columns.length < 3 || !columns[1].matches("n\\d{8}")) {
                throw new ModelException("classes.tsv, line " + (i + 1) + ": not index, wnid, name, gloss");
            }
            synsets[i - 1] = Integer.parseInt(columns[1].substring(1));
            names.add(columns[2]);
        }
        return new KnownClasses(names, synsets);
    }

    int size() {
        return synsets.length;
    }
}
