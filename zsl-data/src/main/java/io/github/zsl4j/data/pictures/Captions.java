package io.github.zsl4j.data.pictures;

import io.github.zsl4j.data.DataException;
import io.github.zsl4j.data.pictures.LabelledPictures.Broken;
import io.github.zsl4j.embedding.Encoder;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * Pictures and what people say of them. A picture with several captions comes several times.
 *
 * @param pairs in the order of the file
 */
public record Captions(List<Pair> pairs) {

    /**
     * A picture and one of its captions.
     *
     * @param picture a file
     * @param caption not blank
     */
    public record Pair(Path picture, String caption) {}

    /** @throws IllegalArgumentException if there is no pair */
    public Captions {
        pairs = List.copyOf(pairs);
        if (pairs.isEmpty()) {
            throw new IllegalArgumentException("At least one picture with a caption is needed");
        }
    }

    /**
     * Reads a CSV file in UTF-8 whose first line is {@code image,caption}, perhaps with further columns, which are ignored.
     *
     * @param file pictures are named relative to its folder, or absolutely
     * @throws DataException if the file cannot be read, has other headings, or a field is blank; the message names the line
     */
    public static Captions read(Path file) {
        CSVFormat format = CSVFormat.RFC4180
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .setIgnoreEmptyLines(true)
                .get();
        try (Reader reader = Files.newBufferedReader(file);
                CSVParser parser = CSVParser.parse(reader, format)) {
            if (!parser.getHeaderNames().containsAll(List.of("image", "caption"))) {
                throw new DataException(file + ": the headings image and caption are expected, not "
                        + String.join(", ", parser.getHeaderNames()));
            }
            List<Pair> pairs = new ArrayList<>();
            for (CSVRecord line : parser) {
                pairs.add(pair(file, line, parser.getCurrentLineNumber()));
            }
            if (pairs.isEmpty()) {
                throw new DataException(file + ": at least one line with a picture and a caption is expected");
            }
            return new Captions(pairs);
        } catch (NoSuchFileException e) {
            throw new DataException(file + ": there is no such file", e);
        } catch (IOException | UncheckedIOException | IllegalStateException | IllegalArgumentException e) {
            throw new DataException(file + ": the file cannot be read as CSV in UTF-8 (" + e.getMessage() + ")", e);
        }
    }

    private static Pair pair(Path file, CSVRecord line, long number) {
        if (!line.isConsistent()
                || line.get("image").isBlank()
                || line.get("caption").isBlank()) {
            throw new DataException(file + ", line " + number + ": an image and a caption are expected in each line");
        }
        try {
            Path picture = file.resolveSibling(line.get("image").strip());
            return new Pair(picture, line.get("caption").strip());
        } catch (InvalidPathException e) {
            throw new DataException(file + ", line " + number + ": '" + line.get("image") + "' names no file", e);
        }
    }

    /** The captions without repetition, in the order in which they first come. */
    public List<String> texts() {
        return pairs.stream().map(Pair::caption).distinct().toList();
    }

    /**
     * Encodes both sides; a picture or a text that comes several times is encoded once.
     *
     * @param pictures stays the caller's to close; a {@link CachedEncoder} keeps its work
     * @param texts stays the caller's to close
     * @throws DataException if no picture can be encoded
     */
    public CaptionedPictures encode(Encoder<Path> pictures, Encoder<String> texts) {
        List<Broken> broken = new ArrayList<>();
        Set<Path> failed = new HashSet<>();
        EncodedFiles encoded =
                EncodedFiles.of(pairs.stream().map(Pair::picture).distinct().toList(), pictures, file -> {
                    broken.add(file);
                    failed.add(file.file());
                });
        List<Pair> kept =
                pairs.stream().filter(pair -> !failed.contains(pair.picture())).toList();
        if (kept.isEmpty()) {
            throw new DataException(
                    "No picture can be encoded; the first: " + broken.get(0).reason());
        }
        return CaptionedPictures.of(new Captions(kept), encoded, texts, broken);
    }
}
