package io.github.zsl4j.cli;

import io.github.zsl4j.embedding.Embedding;

/** Vectors as JSON, one object a line. */
final class JsonEmbeddings implements Sink<Embedding> {

    private final Output output;

    JsonEmbeddings(Output output) {
        this.output = output;
    }

    @Override
    public void success(String image, Embedding embedding) {
        output.data(line("image", image, embedding));
    }

    void text(String text, Embedding embedding) {
        output.data(line("text", text, embedding));
    }

    private static String line(String kind, String of, Embedding embedding) {
        return Json.line(json -> {
            json.name(kind).value(of);
            json.name("embedding").beginArray();
            for (float value : embedding.toArray()) {
                json.value(value);
            }
            json.endArray();
        });
    }

    @Override
    public void failure(String image, String problem) {
        output.data(Json.failure(image, problem));
    }
}
