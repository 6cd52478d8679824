package io.github.zsl4j.hub;

import io.github.zsl4j.error.ModelException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The Hugging Face hub, and the cache of what was downloaded from it. The cache is huggingface_hub's own: what Python has
 * fetched is not fetched again, and the other way round. Thread-safe; several threads and processes may pull into one cache.
 *
 * <p>A request is sent by {@link #pull} only. It carries the token, if there is one, to the endpoint alone, and names this
 * library and its version.
 */
public final class ModelHub {

    private static final Logger LOG = LoggerFactory.getLogger(ModelHub.class);

    private final HubOptions options;
    private final Machine machine;

    private ModelHub(HubOptions options, Machine machine) {
        this.options = options;
        this.machine = machine;
    }

    /** @throws ModelException if a variable makes no sense; see {@link HubOptions#fromEnvironment()} */
    public static ModelHub fromEnvironment() {
        return of(HubOptions.fromEnvironment());
    }

    public static ModelHub of(HubOptions options) {
        return of(options, new Machine());
    }

    static ModelHub of(HubOptions options, Machine machine) {
        return new ModelHub(options, machine);
    }

    public HubOptions options() {
        return options;
    }

    /**
     * Downloads what is missing in the cache. An interrupted download goes on where it left off; every file is verified
     * before it is used. If the hub cannot be reached and the cache has the model, that is taken.
     *
     * @param listener hears of the bytes that are downloaded
     * @return the model's folder in the cache
     * @throws ModelException if the model is not there, may not be had, has no files of this selection, arrives damaged, or
     *     there is no room for it; also if the options say offline and the cache has it not
     */
    public Path pull(ModelReference model, FileSelection selection, DownloadListener listener) {
        Optional<Path> cached = find(model, selection);
        if (options.offline()) {
            return cached.orElseThrow(() -> new ModelException(model + ": not in the cache " + options.cache()
                    + ", and the hub may not be asked (HF_HUB_OFFLINE is set)"));
        }
        HubClient client = new HubClient(options, machine);
        Repository repository;
        try {
            repository = client.repository(model, cached.isPresent() ? 1 : Attempts.MOST);
        } catch (UnavailableException e) {
            Path folder = cached.orElseThrow(() -> notHere(model, e));
            LOG.warn("{}; the model in the cache is used", e.getMessage());
            return folder;
        }
        try {
            return new Pull(client, machine, cache(model), model).run(repository, selection, listener);
        } catch (UnavailableException e) {
            throw notHere(model, e);
        }
    }

    private static ModelException notHere(ModelReference model, UnavailableException e) {
        return new ModelException(model + ": cannot be downloaded: " + e.getMessage(), e);
    }

    private RepositoryCache cache(ModelReference model) {
        return new RepositoryCache(options.cache(), model.repository(), machine);
    }

    /**
     * The model's folder in the cache, whatever files it holds. No request is sent: a branch is what it was when last
     * asked.
     */
    public Optional<Path> find(ModelReference model) {
        RepositoryCache cache = cache(model);
        return cache.commit(model.revision())
                .map(commit -> cache.snapshot(commit).resolve(model.folder()))
                .filter(Files::isDirectory);
    }

    /** As {@link #find(ModelReference)}, if it holds the networks of a selection. */
    public Optional<Path> find(ModelReference model, FileSelection selection) {
        return find(model).filter(folder -> selection.isSatisfiedBy(model, CacheListing.names(folder)));
    }

    /** The models in the cache, sorted by name and commit. */
    public List<CachedModel> cached() {
        return new CacheListing(options.cache(), machine).models();
    }

    /** Reads all files of a model through and compares them with the checksums that they are named by. */
    public List<FileCheck> verify(CachedModel model) {
        return CacheListing.verify(model.folder());
    }

    /**
     * The scale and the bias of a model that was pulled without its {@code model.safetensors}: a safetensors file that
     * holds {@code logit_scale} and {@code logit_bias} only, as far as the model has them.
     *
     * @param folder as {@link #pull} gave it
     * @return empty if the repository has no such weights, or the folder is none of a cache
     */
    public static Optional<Path> scalarWeights(Path folder) {
        return ScalarWeights.find(new Machine().ownFolder(), folder);
    }
}
