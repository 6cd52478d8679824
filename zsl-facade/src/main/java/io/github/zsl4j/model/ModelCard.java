package io.github.zsl4j.model;

import java.util.List;

/**
 * Where a model comes from and what it may be used for.
 *
 * @param name of the model
 * @param version of its files
 * @param kind what sort of model it is, in words
 * @param preprocessing how pictures are prepared, in words
 * @param sources what it was made from
 * @param files what it consists of
 * @param limits what it cannot do
 */
public record ModelCard(
        String name,
        String version,
        String kind,
        String preprocessing,
        List<Source> sources,
        List<ModelFile> files,
        List<String> limits) {

    public ModelCard {
        sources = List.copyOf(sources);
        files = List.copyOf(files);
        limits = List.copyOf(limits);
    }

    /**
     * @param what it gave to the model
     * @param name of the work
     * @param licence under which it is used
     */
    public record Source(String what, String name, String licence) {}

    /**
     * @param name of the file
     * @param sha256 its digest in lower-case hexadecimal
     */
    public record ModelFile(String name, String sha256) {}
}
