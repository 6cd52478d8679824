package io.github.zsl4j.lucene;

import io.github.zsl4j.embedding.Similarity;
import io.github.zsl4j.retrieve.Item;
import java.io.IOException;
import java.util.Map;
import org.apache.lucene.document.BinaryDocValuesField;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.StoredFields;
import org.apache.lucene.store.ByteArrayDataInput;
import org.apache.lucene.store.ByteBuffersDataOutput;
import org.apache.lucene.util.BytesRef;

/** Items as documents. */
final class Documents {

    /** The key as it is, for ties and hits. */
    static final String KEY_VALUE = "name";

    private static final String METADATA = "metadata";

    private Documents() {}

    static Document of(Item<String> item, Similarity similarity) throws IOException {
        Document document = new Document();
        document.add(new StringField(Terms.KEY, Terms.key(item.key()).bytes(), Field.Store.NO));
        document.add(new BinaryDocValuesField(KEY_VALUE, new BytesRef(item.key())));
        item.fields()
                .forEach((name, value) ->
                        document.add(new StringField(Terms.FIELD, Terms.field(name, value), Field.Store.NO)));
        ByteBuffersDataOutput metadata = new ByteBuffersDataOutput();
        metadata.writeMapOfStrings(item.fields());
        document.add(new StoredField(METADATA, metadata.toArrayCopy()));
        Vectors.add(document, item.vector(), similarity);
        return document;
    }

    static Map<String, String> fields(StoredFields stored, int document) throws IOException {
        BytesRef bytes = stored.document(document).getBinaryValue(METADATA);
        return new ByteArrayDataInput(bytes.bytes, bytes.offset, bytes.length).readMapOfStrings();
    }
}
