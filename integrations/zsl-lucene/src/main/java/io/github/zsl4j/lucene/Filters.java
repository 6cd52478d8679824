package io.github.zsl4j.lucene;

import io.github.zsl4j.retrieve.Filter;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.BytesRef;

/** Filters as queries of Lucene. */
final class Filters {

    private Filters() {}

    static boolean acceptsAll(Filter filter) {
        return filter instanceof Filter.Every every && every.filters().stream().allMatch(Filters::acceptsAll);
    }

    static Query query(Filter filter) {
        if (acceptsAll(filter)) {
            return new MatchAllDocsQuery();
        }
        if (filter instanceof Filter.Equal equal) {
            return new TermQuery(new Term(Terms.FIELD, term(equal)));
        }
        if (filter instanceof Filter.Every every) {
            return every(every);
        }
        if (filter instanceof Filter.Any any) {
            return any(any);
        }
        return not((Filter.Not) filter);
    }

    private static BytesRef term(Filter.Equal equal) {
        return Terms.field(equal.field(), equal.value());
    }

    private static Query every(Filter.Every every) {
        BooleanQuery.Builder all = new BooleanQuery.Builder();
        every.filters().forEach(part -> all.add(query(part), Occur.FILTER));
        return all.build();
    }

    /** Values are one set, since Lucene limits the number of clauses. */
    private static Query any(Filter.Any any) {
        List<BytesRef> values = new ArrayList<>();
        BooleanQuery.Builder one = new BooleanQuery.Builder();
        for (Filter part : any.filters()) {
            if (part instanceof Filter.Equal equal) {
                values.add(term(equal));
            } else {
                one.add(query(part), Occur.SHOULD);
            }
        }
        if (any.filters().isEmpty()) {
            return new MatchNoDocsQuery("No filter accepts anything");
        }
        if (!values.isEmpty()) {
            one.add(new TermInSetQuery(Terms.FIELD, values), Occur.SHOULD);
        }
        return one.build();
    }

    private static Query not(Filter.Not not) {
        return new BooleanQuery.Builder()
                .add(new MatchAllDocsQuery(), Occur.FILTER)
                .add(query(not.filter()), Occur.MUST_NOT)
                .build();
    }
}
