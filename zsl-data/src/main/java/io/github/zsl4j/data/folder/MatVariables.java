package io.github.zsl4j.data.folder;

import io.github.zsl4j.data.DataException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import us.hebi.matlab.mat.format.BufferAllocator;
import us.hebi.matlab.mat.format.Mat5;
import us.hebi.matlab.mat.types.Array;
import us.hebi.matlab.mat.types.Cell;
import us.hebi.matlab.mat.types.Char;
import us.hebi.matlab.mat.types.MatFile;
import us.hebi.matlab.mat.types.MatlabType;
import us.hebi.matlab.mat.types.Matrix;
import us.hebi.matlab.mat.types.Source;
import us.hebi.matlab.mat.types.Sources;

/** Some variables of a MATLAB file of version 5 (also called 6 and 7), by name and type. */
final class MatVariables {

    private static final int HEADER = 128;

    /** An HDF5 file, which MATLAB's version 7.3 is, has its mark behind MATLAB's header. */
    private static final byte[] HDF5 = {(byte) 0x89, 'H', 'D', 'F'};

    private static final int HDF5_AT = 512;

    /** What a compressed variable may expand to, as in archives of NumPy. */
    private static final long MAX_EXPANSION = 100;

    private static final long ALWAYS_ALLOWED = 64L << 20;

    private final Path file;
    private final MatFile content;

    private MatVariables(Path file, MatFile content) {
        this.file = file;
        this.content = content;
    }

    /** Reads the wanted variables and leaves all others out. */
    static MatVariables read(Path file, Set<String> wanted) {
        requireVersion5(file);
        try (Source source = Sources.openStreamingFile(file.toFile())) {
            long limit = Math.max(ALWAYS_ALLOWED, MAX_EXPANSION * Files.size(file));
            MatFile content = Mat5.newReader(source)
                    .setEntryFilter(entry -> wanted.contains(entry.getName()))
                    .setBufferAllocator(new Limited(limit))
                    .disableSubsystemProcessing()
                    .readMat();
            return new MatVariables(file, content);
        } catch (OutOfMemoryError e) {
            throw new DataException(
                    file + ": the MATLAB file is damaged, or has more than fits into the memory that Java"
                            + " may use; give it more with -Xmx",
                    e);
        } catch (IOException | RuntimeException | StackOverflowError e) {
            // The library fails in many ways on damaged files; whichever it is, the file is at fault.
            throw new DataException(file + ": the MATLAB file is damaged or not of version 5 to 7 (" + e + ")", e);
        }
    }

    private static void requireVersion5(Path file) {
        byte[] start;
        try (InputStream in = Files.newInputStream(file)) {
            start = in.readNBytes(HDF5_AT + HDF5.length);
        } catch (NoSuchFileException e) {
            throw new DataException(file + ": there is no such file", e);
        } catch (IOException e) {
            throw new DataException(file + ": the file cannot be read (" + e + ")", e);
        }
        String text = new String(start, StandardCharsets.ISO_8859_1);
        String hdf5 = new String(HDF5, StandardCharsets.ISO_8859_1);
        if (text.startsWith(hdf5) || text.startsWith("MATLAB 7.3") || text.startsWith(hdf5, HDF5_AT)) {
            throw new DataException(
                    file + ": this is a MATLAB file of version 7.3 (HDF5), which is not read here; save it"
                            + " again with -v7 in MATLAB, or with scipy.io.savemat in Python");
        }
        if (start.length < HEADER || !text.startsWith("MATLAB 5.0")) {
            throw new DataException(file + ": this is not a MATLAB file, which begins with 'MATLAB 5.0 MAT-file'");
        }
    }

    boolean has(String name) {
        return find(name) != null;
    }

    private Array find(String name) {
        for (MatFile.Entry entry : content.getEntries()) {
            if (entry.getName().equals(name)) {
                return entry.getValue();
            }
        }
        return null;
    }

    private DataException wrong(String name, String expected) {
        Array found = find(name);
        return new DataException(
                file + ": '" + name + "' is " + (found == null ? "missing" : found) + "; " + expected + " is expected");
    }

    /** A matrix of real numbers with two axes. */
    Matrix matrix(String name) {
        Array found = find(name);
        boolean plain = found instanceof Matrix m && !m.isComplex() && m.getType() != MatlabType.Sparse;
        if (!plain || found.getNumDimensions() != 2) {
            throw wrong(name, "a full matrix of real numbers");
        }
        return (Matrix) found;
    }

    /** The columns of a matrix one after another, which are the rows of its transpose. */
    float[] columns(String name) {
        Matrix matrix = matrix(name);
        float[] values = new float[matrix.getNumElements()];
        for (int i = 0; i < values.length; i++) {
            values[i] = matrix.getFloat(i);
        }
        return values;
    }

    /**
     * Positions that count from 1, as positions that count from 0.
     *
     * @param count how many there are to point at
     */
    int[] positions(String name, int count) {
        Matrix matrix = matrix(name);
        if (matrix.getNumElements() > 0 && matrix.getNumRows() > 1 && matrix.getNumCols() > 1) {
            throw wrong(name, "a vector");
        }
        return IntStream.range(0, matrix.getNumElements())
                .map(i -> position(name, matrix.getDouble(i), count))
                .toArray();
    }

    private int position(String name, double value, int count) {
        if (value != Math.rint(value) || value < 1 || value > count) {
            throw new DataException(file + ": '" + name + "' has the value " + value + "; a whole number from 1 to "
                    + count + " is expected");
        }
        return (int) value - 1;
    }

    /** The texts of a cell array. */
    List<String> texts(String name) {
        if (!(find(name) instanceof Cell cells)) {
            throw wrong(name, "a cell array of texts");
        }
        return IntStream.range(0, cells.getNumElements())
                .mapToObj(i -> text(name, cells.get(i)))
                .toList();
    }

    private String text(String name, Array cell) {
        if (!(cell instanceof Char text)) {
            throw wrong(name, "a cell array of texts");
        }
        return text.getNumElements() == 0 ? "" : text.getString();
    }

    /** Refuses to expand a file beyond measure. */
    private static final class Limited implements BufferAllocator {

        private long left;

        Limited(long limit) {
            this.left = limit;
        }

        @Override
        public ByteBuffer allocate(int bytes) {
            left -= bytes;
            if (bytes < 0 || left < 0) {
                throw new IllegalArgumentException("its variables are more than " + MAX_EXPANSION + " times its size");
            }
            return ByteBuffer.allocate(bytes);
        }

        @Override
        public void release(ByteBuffer buffer) {}
    }
}
