package io.github.zsl4j.collection;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What tells one state of a file from another at a glance. The time is as fine as the file system has it.
 *
 * @param bytes the file's size
 * @param modified when it was last written, in ISO 8601
 */
record FileStamp(long bytes, String modified) {

    static final String BYTES = "bytes";
    static final String MODIFIED = "modified";
    static final String SHA256 = "sha256";
    static final String FOLDER = "folder";
    static final String NAME = "name";

    static FileStamp of(Path file) throws IOException {
        BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
        return new FileStamp(attributes.size(), attributes.lastModifiedTime().toString());
    }

    /** Whether the metadata of an item was made from a file that looked the same. */
    boolean isOf(Map<String, String> fields) {
        return Long.toString(bytes).equals(fields.get(BYTES)) && modified.equals(fields.get(MODIFIED));
    }

    /** The metadata of a picture. Where the names are the same, the file's own win. */
    Map<String, String> fields(Path file, String sha256, Map<String, String> own) {
        Map<String, String> fields = new LinkedHashMap<>(own);
        Path folder = file.getParent();
        fields.put(FOLDER, folder == null ? "" : folder.toString());
        fields.put(NAME, String.valueOf(file.getFileName()));
        fields.put(BYTES, Long.toString(bytes));
        fields.put(MODIFIED, modified);
        fields.put(SHA256, sha256);
        return fields;
    }
}
