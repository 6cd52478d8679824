package io.github.zsl4j.examples;

import io.github.zsl4j.Outcome;
import io.github.zsl4j.ZeroShot;
import io.github.zsl4j.classify.Ranking;
import io.github.zsl4j.vision.image.ImageSource;
import io.github.zsl4j.vision.image.Pictures;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Iterator;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/**
 * Classifies every picture of a folder on all processors and writes a table: {@code FolderToCsv photos cat dog > table.csv}.
 * A broken picture gets its own row and does not stop the others; memory does not grow with the folder.
 */
public final class FolderToCsv {

    private FolderToCsv() {}

    /**
     * @param args the folder, then the labels
     * @throws IOException if the table cannot be written
     */
    public static void main(String[] args) throws IOException {
        String[] labels = Arrays.copyOfRange(args, 1, args.length);
        try (var model = ZeroShot.load();
                Stream<ImageSource> pictures =
                        Pictures.in(Path.of(args[0])).stream().map(ImageSource::of);
                Stream<Outcome<Ranking>> outcomes =
                        model.classifier(labels).classifyEach(pictures, FolderToCsv::report)) {
            CSVPrinter table = new CSVPrinter(System.out, CSVFormat.DEFAULT);
            table.printRecord("image", "label", "probability", "error");
            for (Iterator<Outcome<Ranking>> i = outcomes.iterator(); i.hasNext(); ) {
                print(i.next(), table);
            }
            table.flush();
        }
    }

    private static void report(long done, long failed) {
        if (done % 100 == 0) {
            System.err.println(done + " done, " + failed + " failed");
        }
    }

    private static void print(Outcome<Ranking> outcome, CSVPrinter table) throws IOException {
        String image = outcome.image().name();
        if (outcome.isSuccess()) {
            Ranking.Entry best = outcome.value().best();
            table.printRecord(image, best.label(), best.probability(), "");
        } else {
            table.printRecord(image, "", "", outcome.failure().orElseThrow().getMessage());
        }
    }
}
