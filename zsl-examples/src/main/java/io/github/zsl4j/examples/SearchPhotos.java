package io.github.zsl4j.examples;

import io.github.zsl4j.ZeroShot;
import io.github.zsl4j.collection.CollectionQuery;
import io.github.zsl4j.collection.CollectionSearch;
import io.github.zsl4j.collection.IndexedPicture.Change;
import io.github.zsl4j.collection.IndexingListener;
import io.github.zsl4j.collection.IndexingOptions;
import io.github.zsl4j.collection.IndexingReport;
import io.github.zsl4j.collection.PictureIndexer;
import io.github.zsl4j.lucene.LuceneIndex;
import io.github.zsl4j.retrieve.Filter;
import io.github.zsl4j.vision.image.ImageSource;
import io.github.zsl4j.vision.image.Pictures;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Searches your photos: {@code SearchPhotos PHOTOS INDEX QUERY}, where PHOTOS is a folder of pictures, INDEX the folder in which
 * their index is kept from one run to the next, and QUERY a text or a picture.
 */
public final class SearchPhotos {

    private SearchPhotos() {}

    /** @param args a folder of pictures, the folder of the index, what to search for */
    public static void main(String[] args) {
        try (var model = ZeroShot.load();
                var index = LuceneIndex.open(
                        Path.of(args[1]), model.parts().space(), model.parts().similarity())) {
            PictureIndexer indexer = new PictureIndexer(model, index, IndexingOptions.defaults());
            IndexingReport report = indexer.index(Pictures.in(Path.of(args[0])), IndexingListener.NONE);
            report.failures()
                    .forEach(failure -> System.out.println(failure.problem().orElseThrow()));
            System.out.println(report.progress().count(Change.ADDED) + " new of "
                    + report.progress().done());

            CollectionQuery query = Files.exists(Path.of(args[2]))
                    ? CollectionQuery.of(ImageSource.of(Path.of(args[2])))
                    : CollectionQuery.of(args[2]);
            new CollectionSearch(model, index)
                    .search(query, 5, Filter.all())
                    .forEach(hit -> System.out.printf("%.3f %s%n", hit.score(), hit.key()));
        }
    }
}
