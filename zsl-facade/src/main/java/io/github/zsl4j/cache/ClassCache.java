package io.github.zsl4j.cache;

import io.github.zsl4j.prototype.ClassDescription;
import io.github.zsl4j.prototype.ClassEncoder;
import io.github.zsl4j.prototype.Prototypes;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps the prototypes of lists of classes, so that a list is encoded once. The latest lists are kept in memory; a folder
 * keeps every list for later starts. A file that is damaged, or of something else, is noticed and made anew; a folder that
 * cannot be written to costs a warning, not the result.
 *
 * <p>Thread-safe; several processes may share a folder.
 */
public final class ClassCache {

    private static final Logger LOG = LoggerFactory.getLogger(ClassCache.class);

    /** Lists kept in memory: enough for a service with a few label sets, few enough for lists of thousands. */
    private static final int LISTS = 16;

    private final Optional<Path> folder;
    private final Map<ClassKey, Prototypes> latest = new LinkedHashMap<>(LISTS, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<ClassKey, Prototypes> eldest) {
            return size() > LISTS;
        }
    };

    private ClassCache(Optional<Path> folder) {
        this.folder = folder;
    }

    /** Keeps prototypes until it is garbage. */
    public static ClassCache inMemory() {
        return new ClassCache(Optional.empty());
    }

    /** @param folder made when it is first written to */
    public static ClassCache in(Path folder) {
        return new ClassCache(Optional.of(Objects.requireNonNull(folder, "folder")));
    }

    /**
     * The prototypes of {@code classes}: what is kept, or what {@code encoder} makes.
     *
     * @throws IllegalArgumentException what {@code encoder} throws for classes that it cannot read
     */
    public Prototypes prototypes(ClassEncoder encoder, List<ClassDescription> classes) {
        ClassKey key = ClassKey.of(encoder.space(), encoder.recipe(), classes);
        Prototypes found = lookUp(key);
        if (found == null) {
            found = readFile(key, encoder).orElseGet(() -> make(key, encoder, classes));
            keep(key, found);
        }
        return found;
    }

    private Prototypes lookUp(ClassKey key) {
        synchronized (latest) {
            return latest.get(key);
        }
    }

    private void keep(ClassKey key, Prototypes prototypes) {
        synchronized (latest) {
            latest.put(key, prototypes);
        }
    }

    private Optional<Prototypes> readFile(ClassKey key, ClassEncoder encoder) {
        return folder.flatMap(f -> PrototypesFile.in(f, key).read(encoder.space()));
    }

    private Prototypes make(ClassKey key, ClassEncoder encoder, List<ClassDescription> classes) {
        Prototypes made = encoder.prototypes(classes);
        folder.ifPresent(f -> {
            LOG.debug("{}: keeping the prototypes of {} classes", f, classes.size());
            PrototypesFile.in(f, key).write(made);
        });
        return made;
    }
}
