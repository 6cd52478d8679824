package io.github.zsl4j;

import io.github.zsl4j.error.ZslException;
import io.github.zsl4j.vision.image.ImageDecoder;
import io.github.zsl4j.vision.image.ImageSource;
import io.github.zsl4j.vision.image.RgbImage;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * Takes a batch of pictures from their sources to their results; a picture that cannot be read is a failure of its own.
 *
 * @param decoder of the pictures
 * @param step from decoded pictures to one result each
 */
record BatchStep<T>(ImageDecoder decoder, Function<List<RgbImage>, List<T>> step)
        implements Function<List<ImageSource>, List<Outcome<T>>> {

    @Override
    public List<Outcome<T>> apply(List<ImageSource> sources) {
        Map<Integer, ZslException> failures = new LinkedHashMap<>();
        List<RgbImage> pictures = decode(sources, failures);
        try {
            List<T> results = pictures.isEmpty() ? List.of() : step.apply(pictures);
            return outcomes(sources, failures, results);
        } catch (ZslException e) {
            return sources.stream().map(source -> Outcome.<T>failure(source, e)).toList();
        }
    }

    private List<RgbImage> decode(List<ImageSource> sources, Map<Integer, ZslException> failures) {
        List<RgbImage> pictures = new ArrayList<>(sources.size());
        for (int i = 0; i < sources.size(); i++) {
            try {
                pictures.add(decoder.decode(sources.get(i)));
            } catch (ZslException e) {
                failures.put(i, e);
            }
        }
        return pictures;
    }

    private static <T> List<Outcome<T>> outcomes(
            List<ImageSource> sources, Map<Integer, ZslException> failures, List<T> results) {
        List<Outcome<T>> outcomes = new ArrayList<>(sources.size());
        int next = 0;
        for (int i = 0; i < sources.size(); i++) {
            ZslException failure = failures.get(i);
            outcomes.add(
                    failure == null
                            ? Outcome.success(sources.get(i), results.get(next++))
                            : Outcome.failure(sources.get(i), failure));
        }
        return outcomes;
    }
}
