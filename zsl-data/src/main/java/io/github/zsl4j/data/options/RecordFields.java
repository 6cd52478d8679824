package io.github.zsl4j.data.options;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;

/** Takes records apart and puts them together. */
final class RecordFields {

    private RecordFields() {}

    static RecordComponent[] of(Object value) {
        if (!(value instanceof Record)) {
            throw new IllegalArgumentException("Options are the components of a record; "
                    + value.getClass().getName() + " is none");
        }
        return value.getClass().getRecordComponents();
    }

    static Object get(Object value, RecordComponent component) {
        Method accessor = component.getAccessor();
        accessor.trySetAccessible(); // a public component of a record that is not
        try {
            return accessor.invoke(value);
        } catch (ReflectiveOperationException e) {
            throw new IllegalArgumentException("The option '" + component.getName() + "' cannot be read: " + e, e);
        }
    }

    /** @throws IllegalArgumentException as the record's constructor throws it */
    static Object create(Class<?> type, Object[] values) {
        Class<?>[] types = Arrays.stream(type.getRecordComponents())
                .map(RecordComponent::getType)
                .toArray(Class<?>[]::new);
        try {
            Constructor<?> constructor = type.getDeclaredConstructor(types);
            constructor.trySetAccessible();
            return constructor.newInstance(values);
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof RuntimeException failure) {
                throw failure;
            }
            throw new IllegalArgumentException(e.getCause());
        } catch (ReflectiveOperationException e) {
            throw new IllegalArgumentException(type.getName() + " cannot be made: " + e, e);
        }
    }
}
