package io.github.zsl4j.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.zsl4j.engine.Tensor;
import io.github.zsl4j.error.ModelException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Which output a vector is read from. */
class OutputChoiceTest {

    private static final Tensor STATES = Tensor.of(new float[6], 1, 3, 2);
    private static final Tensor VECTOR = Tensor.of(new float[2], 1, 2);

    private static final OutputChoice CLIP =
            new OutputChoice(Optional.empty(), List.of("text_embeds"), Optional.empty());
    private static final OutputChoice BERT =
            new OutputChoice(Optional.empty(), List.of("sentence_embedding"), Optional.of(Pooling.MEAN));
    private static final OutputChoice MODULES = new OutputChoice(Optional.empty(), List.of(), Optional.of(Pooling.CLS));

    private static OutputChoice asked(Pooling pooling) {
        return new OutputChoice(Optional.of(pooling), List.of("text_embeds"), Optional.empty());
    }

    private static Map<String, Tensor> outputs(Object... namesAndTensors) {
        Map<String, Tensor> outputs = new LinkedHashMap<>();
        for (int i = 0; i < namesAndTensors.length; i += 2) {
            outputs.put((String) namesAndTensors[i], (Tensor) namesAndTensors[i + 1]);
        }
        return outputs;
    }

    @Test
    void takesAnOutputByItsName() {
        Map<String, Tensor> both = outputs("last_hidden_state", STATES, "text_embeds", VECTOR, "logits", VECTOR);
        assertThat(CLIP.choose(both)).isEqualTo(Readout.pooled("text_embeds"));
        assertThat(BERT.choose(outputs("token_embeddings", STATES, "sentence_embedding", VECTOR)))
                .isEqualTo(Readout.pooled("sentence_embedding"));
    }

    @Test
    void poolsByItselfWhereTheFilesSayHow() {
        Map<String, Tensor> both = outputs("sentence_embedding", VECTOR, "token_embeddings", STATES);
        assertThat(MODULES.choose(both)).isEqualTo(new Readout("token_embeddings", Optional.of(Pooling.CLS)));
        assertThat(MODULES.choose(outputs("sentence_embedding", VECTOR)))
                .isEqualTo(Readout.pooled("sentence_embedding"));
    }

    @Test
    void takesTheOnlyOutputOfItsRankWhereNamesTellNothing() {
        assertThat(CLIP.choose(outputs("0", VECTOR))).isEqualTo(Readout.pooled("0"));
        assertThat(BERT.choose(outputs("0", STATES, "1", VECTOR)))
                .isEqualTo(new Readout("0", Optional.of(Pooling.MEAN)));
        assertThat(BERT.choose(outputs("0", VECTOR))).isEqualTo(Readout.pooled("0"));
    }

    @Test
    void poolsAsAskedEvenWhereThereIsAVector() {
        Map<String, Tensor> both = outputs("last_hidden_state", STATES, "text_embeds", VECTOR, "pooler_output", VECTOR);
        assertThat(asked(Pooling.MAX).choose(both))
                .isEqualTo(new Readout("last_hidden_state", Optional.of(Pooling.MAX)));
        assertThat(asked(Pooling.POOLER).choose(both)).isEqualTo(Readout.pooled("pooler_output"));
    }

    @Test
    void refusesToGuess() {
        for (Map<String, Tensor> outputs : List.of(
                outputs("a", VECTOR, "b", VECTOR),
                outputs("last_hidden_state", STATES, "pooler_output", VECTOR),
                outputs("text_embeds", Tensor.of(new long[2], 1, 2)),
                outputs())) {
            assertThatThrownBy(() -> CLIP.choose(outputs))
                    .isInstanceOf(ModelException.class)
                    .hasMessageContaining(outputs.toString())
                    .hasMessageContaining("text_embeds")
                    .hasMessageContaining("projection");
        }
        assertThatThrownBy(() -> MODULES.choose(outputs("a", STATES, "b", STATES)))
                .isInstanceOf(ModelException.class)
                .hasMessageContaining("last_hidden_state");
    }
}
