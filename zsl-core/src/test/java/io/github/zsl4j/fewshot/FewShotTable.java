package io.github.zsl4j.fewshot;

import io.github.zsl4j.embedding.EmbeddingMatrix;
import io.github.zsl4j.embedding.EmbeddingSpace;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Vectors of the reference data, with their classes as labels "0" to "4". */
record FewShotTable(List<String> labels, EmbeddingMatrix vectors) {

    private static final EmbeddingSpace SPACE = EmbeddingSpace.of("reference", 12);

    static FewShotTable read(String name) {
        try (InputStream in = FewShotTable.class.getResourceAsStream(name)) {
            List<String> labels = new ArrayList<>();
            List<String> numbers = new ArrayList<>();
            new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .map(l -> l.split(","))
                    .forEach(line -> {
                        labels.add(line[0]);
                        numbers.addAll(List.of(line).subList(1, line.length));
                    });
            float[] values = new float[numbers.size()];
            for (int i = 0; i < values.length; i++) {
                values[i] = Float.parseFloat(numbers.get(i));
            }
            return new FewShotTable(labels, EmbeddingMatrix.wrap(SPACE, values));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    SupportSet set() {
        return SupportSet.of(labels, vectors);
    }
}
