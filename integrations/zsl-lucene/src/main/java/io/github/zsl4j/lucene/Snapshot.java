package io.github.zsl4j.lucene;

import io.github.zsl4j.embedding.EmbeddingMatrix;
import io.github.zsl4j.retrieve.Filter;
import io.github.zsl4j.retrieve.Hit;
import io.github.zsl4j.retrieve.Item;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.index.StoredFields;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.KnnFloatVectorQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Scorer;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.TopDocs;
import org.apache.lucene.search.Weight;
import org.apache.lucene.util.Bits;

/** One commit of an index, searched. */
record Snapshot(IndexSearcher searcher, Header header, LuceneOptions options) {

    /** Where more than this part of all vectors is asked for, comparing them one by one is no slower than the graph. */
    private static final long SHARE = 20;

    DirectoryReader reader() {
        return (DirectoryReader) searcher.getIndexReader();
    }

    Optional<Item<String>> get(String key) throws IOException {
        TopDocs found = searcher.search(new ConstantScoreQuery(new TermQuery(Terms.key(key))), 1);
        if (found.scoreDocs.length == 0) {
            return Optional.empty();
        }
        int document = found.scoreDocs[0].doc;
        LeafReaderContext leaf = leaf(document);
        EmbeddingMatrix vector = part(leaf).vectors(new int[] {document - leaf.docBase}, 1);
        return Optional.of(new Item<>(key, vector.row(0), Documents.fields(searcher.storedFields(), document)));
    }

    List<List<Hit<String>>> search(EmbeddingMatrix queries, int k, Filter filter) throws IOException {
        Query accepted = Filters.query(filter);
        int count = searcher.count(accepted);
        if (count <= Math.max(options.exactUpTo(), SHARE * k)) {
            return hits(exact(queries, k, accepted));
        }
        List<List<Hit<String>>> hits = new ArrayList<>(queries.rows());
        for (int i = 0; i < queries.rows(); i++) {
            EmbeddingMatrix query = queries.select(i);
            List<List<Best.Candidate>> found = approximate(query, k, Filters.acceptsAll(filter) ? null : accepted);
            // A graph that is not connected may lead to fewer than there are.
            hits.addAll(hits(found.get(0).size() < k ? exact(query, k, accepted) : found));
        }
        return hits;
    }

    /** Compares with everything that the filter accepts. */
    private List<List<Best.Candidate>> exact(EmbeddingMatrix queries, int k, Query accepted) throws IOException {
        Comparer comparer = new Comparer(header.similarity(), queries, k);
        Weight weight = searcher.createWeight(searcher.rewrite(accepted), ScoreMode.COMPLETE_NO_SCORES, 1);
        for (LeafReaderContext leaf : reader().leaves()) {
            Scorer scorer = weight.scorer(leaf);
            if (scorer != null) {
                comparer.enter(part(leaf));
                compareAll(scorer.iterator(), leaf.reader().getLiveDocs(), comparer);
            }
        }
        return comparer.results();
    }

    private static void compareAll(DocIdSetIterator documents, Bits live, Comparer comparer) throws IOException {
        for (int i = documents.nextDoc(); i != DocIdSetIterator.NO_MORE_DOCS; i = documents.nextDoc()) {
            if (live == null || live.get(i)) {
                comparer.compare(i);
            }
        }
    }

    /** Compares with what the graph leads to. */
    private List<List<Best.Candidate>> approximate(EmbeddingMatrix query, int k, Query accepted) throws IOException {
        float[] target = Vectors.forGraph(query.row(0), header.similarity());
        int candidates = Math.max(k, options.candidates());
        TopDocs top = searcher.search(new KnnFloatVectorQuery(Vectors.GRAPH, target, candidates, accepted), candidates);
        int[] documents = Arrays.stream(top.scoreDocs)
                .mapToInt((ScoreDoc found) -> found.doc)
                .sorted()
                .toArray();
        Comparer comparer = new Comparer(header.similarity(), query, k);
        LeafReaderContext leaf = null;
        for (int document : documents) {
            LeafReaderContext of = leaf(document);
            if (of != leaf) {
                leaf = of;
                comparer.enter(part(leaf));
            }
            comparer.compare(document - leaf.docBase);
        }
        return comparer.results();
    }

    private LeafReaderContext leaf(int document) {
        List<LeafReaderContext> leaves = reader().leaves();
        return leaves.get(ReaderUtil.subIndex(document, leaves));
    }

    private Part part(LeafReaderContext leaf) throws IOException {
        return new Part(header.space(), leaf);
    }

    private List<List<Hit<String>>> hits(List<List<Best.Candidate>> found) throws IOException {
        StoredFields stored = searcher.storedFields();
        List<List<Hit<String>>> all = new ArrayList<>(found.size());
        for (List<Best.Candidate> candidates : found) {
            List<Hit<String>> hits = new ArrayList<>(candidates.size());
            for (Best.Candidate one : candidates) {
                hits.add(new Hit<>(one.key(), one.score(), Documents.fields(stored, one.document())));
            }
            all.add(List.copyOf(hits));
        }
        return List.copyOf(all);
    }
}
