package io.github.zsl4j.data.folder;

import io.github.zsl4j.data.DataException;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * A CSV file with a line of headings, whose first column is a name and whose others are numbers, one perhaps a word.
 *
 * @param names the first column
 * @param words the column with the heading that was asked for, empty if there is none
 * @param values the numbers, row by row
 * @param columns how many numbers a row has
 */
record CsvTable(List<String> names, List<String> words, float[] values, int columns) {

    private static final CSVFormat FORMAT = CSVFormat.RFC4180
            .builder()
            .setIgnoreSurroundingSpaces(true)
            .setIgnoreEmptyLines(true)
            .get();

    /** @param wordColumn the heading of the column of words, if there is one */
    static CsvTable read(Path file, String wordColumn) {
        try (Reader reader = Files.newBufferedReader(file);
                CSVParser parser = CSVParser.parse(reader, FORMAT)) {
            return new Parsing(file, wordColumn).parse(parser);
        } catch (NoSuchFileException e) {
            throw new DataException(file + ": there is no such file", e);
        } catch (IOException | UncheckedIOException | IllegalStateException e) {
            throw new DataException(file + ": the file cannot be read as CSV in UTF-8 (" + e.getMessage() + ")", e);
        }
    }

    /** Reads one file. */
    private static final class Parsing {

        private final Path file;
        private final String wordColumn;
        private final List<String> names = new ArrayList<>();
        private final List<String> words = new ArrayList<>();
        private final List<float[]> rows = new ArrayList<>();
        private int width;
        private int wordAt = -1;

        Parsing(Path file, String wordColumn) {
            this.file = file;
            this.wordColumn = wordColumn;
        }

        CsvTable parse(CSVParser parser) {
            for (CSVRecord line : parser) {
                if (width == 0) {
                    headings(line);
                } else {
                    row(line, parser.getCurrentLineNumber());
                }
            }
            if (rows.isEmpty()) {
                throw new DataException(file + ": a line of headings and at least one line of values are expected");
            }
            int columns = rows.get(0).length;
            float[] values = new float[Math.multiplyExact(rows.size(), columns)];
            for (int i = 0; i < rows.size(); i++) {
                System.arraycopy(rows.get(i), 0, values, i * columns, columns);
            }
            return new CsvTable(names, words, values, columns);
        }

        private void headings(CSVRecord line) {
            width = line.size();
            for (int i = 1; i < width; i++) {
                if (line.get(i).equalsIgnoreCase(wordColumn)) {
                    wordAt = i;
                }
            }
            if (width < (wordAt < 0 ? 2 : 3)) {
                throw new DataException(file + ": a column of names and at least one of numbers are expected");
            }
            if (isNumber(line.get(width - 1)) && wordAt != width - 1) {
                throw new DataException(file + ": the first line has numbers; it must be one of headings");
            }
        }

        private void row(CSVRecord line, long number) {
            if (line.size() != width) {
                throw new DataException(
                        file + ", line " + number + ": " + line.size() + " columns, but " + width + " headings");
            }
            names.add(line.get(0));
            float[] values = new float[width - (wordAt < 0 ? 1 : 2)];
            int at = 0;
            for (int i = 1; i < width; i++) {
                if (i == wordAt) {
                    words.add(line.get(i));
                } else {
                    values[at++] = value(line.get(i), number, i + 1);
                }
            }
            rows.add(values);
        }

        private float value(String text, long line, int column) {
            float value = isNumber(text) ? Float.parseFloat(text) : Float.NaN;
            if (!Float.isFinite(value)) {
                throw new DataException(file + ", line " + line + ", column " + column + ": '" + text
                        + "' is not a finite number such as 0.25");
            }
            return value;
        }

        private static boolean isNumber(String text) {
            return text.matches("[-+]?(\\d+\\.?\\d*|\\.\\d+)([eE][-+]?\\d+)?");
        }
    }
}
