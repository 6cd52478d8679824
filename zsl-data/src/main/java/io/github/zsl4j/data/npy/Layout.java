package io.github.zsl4j.data.npy;

/** Moves the bytes of elements between a file's layout and ours: little-endian, last axis fastest. */
final class Layout {

    private Layout() {}

    /** A file's bytes in our layout. */
    static byte[] toOurs(byte[] data, NpyHeader header) {
        boolean plain = !swaps(header) && !header.format().columnsFirst();
        return plain ? data : moved(data, header, true);
    }

    /** Our bytes in a file's layout. */
    static byte[] toFile(byte[] data, NpyHeader header) {
        boolean plain = !swaps(header) && !header.format().columnsFirst();
        return plain ? data : moved(data, header, false);
    }

    private static boolean swaps(NpyHeader header) {
        return header.format().order() == java.nio.ByteOrder.BIG_ENDIAN
                && header.type().size() > 1;
    }

    private static byte[] moved(byte[] data, NpyHeader header, boolean toOurs) {
        byte[] result = new byte[data.length];
        int size = header.type().size();
        int flip = swaps(header) ? size - 1 : 0;
        int[] index = new int[header.shape().length];
        for (int ours = 0; ours < data.length / size; ours++) {
            int file = header.format().columnsFirst() ? columnOffset(index, header.shape()) : ours;
            int from = (toOurs ? file : ours) * size;
            int to = (toOurs ? ours : file) * size;
            for (int b = 0; b < size; b++) {
                result[to + b] = data[from + (b ^ flip)];
            }
            advance(index, header.shape());
        }
        return result;
    }

    private static int columnOffset(int[] index, int[] shape) {
        int offset = 0;
        for (int axis = shape.length - 1; axis >= 0; axis--) {
            offset = offset * shape[axis] + index[axis];
        }
        return offset;
    }

    private static void advance(int[] index, int[] shape) {
        for (int axis = shape.length - 1; axis >= 0; axis--) {
            if (++index[axis] < shape[axis]) {
                return;
            }
            index[axis] = 0;
        }
    }
}
