package io.github.zsl4j.retrieve;

import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Which items a search may find, by their metadata. Immutable and thread-safe. */
public sealed interface Filter {

    /** Whether an item with this metadata may be found. */
    boolean accepts(Map<String, String> fields);

    /** Every item may be found. */
    static Filter all() {
        return new Every(List.of());
    }

    /** Items whose field has exactly this value; an item without the field has none. */
    static Filter equal(String field, String value) {
        return new Equal(field, value);
    }

    /** Items that all of the filters accept. */
    static Filter every(Filter... filters) {
        return new Every(List.of(filters));
    }

    /** Items that at least one of the filters accepts. */
    static Filter any(Filter... filters) {
        return new Any(List.of(filters));
    }

    /** Items that the filter does not accept. */
    static Filter not(Filter filter) {
        return new Not(filter);
    }

    /** @see #equal */
    record Equal(String field, String value) implements Filter {

        public Equal {
            Objects.requireNonNull(field, "field");
            Objects.requireNonNull(value, "value");
        }

        @Override
        public boolean accepts(Map<String, String> fields) {
            return value.equals(fields.get(field));
        }
    }

    /** @see #every */
    record Every(List<Filter> filters) implements Filter {

        public Every {
            filters = List.copyOf(filters);
        }

        @Override
        public boolean accepts(Map<String, String> fields) {
            return filters.stream().allMatch(filter -> filter.accepts(fields));
        }
    }

    /** @see #any */
    record Any(List<Filter> filters) implements Filter {

        public Any {
            filters = List.copyOf(filters);
        }

        @Override
        public boolean accepts(Map<String, String> fields) {
            return filters.stream().anyMatch(filter -> filter.accepts(fields));
        }
    }

    /** @see #not */
    record Not(Filter filter) implements Filter {

        public Not {
            Objects.requireNonNull(filter, "filter");
        }

        @Override
        public boolean accepts(Map<String, String> fields) {
            return !filter.accepts(fields);
        }
    }
}
