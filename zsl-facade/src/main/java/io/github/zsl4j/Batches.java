package io.github.zsl4j;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** Groups neighbours of a stream. */
final class Batches {

    private Batches() {}

    /** Lists of {@code size} items, the last one shorter; lazy, and closed with the stream of items. */
    static <T> Stream<List<T>> of(Stream<T> items, int size) {
        if (size == 1) {
            return items.map(List::of);
        }
        Iterator<T> source = items.iterator();
        Iterator<List<T>> batches = new Iterator<>() {
            @Override
            public boolean hasNext() {
                return source.hasNext();
            }

            @Override
            public List<T> next() {
                List<T> batch = new ArrayList<>(size);
                do {
                    batch.add(source.next());
                } while (batch.size() < size && source.hasNext());
                return batch;
            }
        };
        return StreamSupport.stream(Spliterators.spliteratorUnknownSize(batches, Spliterator.ORDERED), false)
                .onClose(items::close);
    }
}
