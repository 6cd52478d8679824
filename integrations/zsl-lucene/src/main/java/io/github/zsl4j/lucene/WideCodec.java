package io.github.zsl4j.lucene;

import java.io.IOException;
import org.apache.lucene.codecs.KnnVectorsFormat;
import org.apache.lucene.codecs.KnnVectorsReader;
import org.apache.lucene.codecs.KnnVectorsWriter;
import org.apache.lucene.codecs.lucene912.Lucene912Codec;
import org.apache.lucene.codecs.lucene99.Lucene99HnswVectorsFormat;
import org.apache.lucene.index.SegmentReadState;
import org.apache.lucene.index.SegmentWriteState;

/**
 * Lucene's own codec with graphs of the given options and vectors of any length. Files are those of Lucene's codec, so that
 * every Lucene of this line reads them: the limit of 1024 dimensions is one of its writer alone.
 */
final class WideCodec extends Lucene912Codec {

    private final KnnVectorsFormat vectors;

    WideCodec(LuceneOptions options) {
        this.vectors = new Wide(new Lucene99HnswVectorsFormat(options.connections(), options.beamWidth()));
    }

    @Override
    public KnnVectorsFormat getKnnVectorsFormatForField(String field) {
        return vectors;
    }

    private static final class Wide extends KnnVectorsFormat {

        private final KnnVectorsFormat format;

        Wide(KnnVectorsFormat format) {
            super(format.getName());
            this.format = format;
        }

        @Override
        public int getMaxDimensions(String field) {
            return Integer.MAX_VALUE;
        }

        @Override
        public KnnVectorsWriter fieldsWriter(SegmentWriteState state) throws IOException {
            return format.fieldsWriter(state);
        }

        @Override
        public KnnVectorsReader fieldsReader(SegmentReadState state) throws IOException {
            return format.fieldsReader(state);
        }
    }
}
