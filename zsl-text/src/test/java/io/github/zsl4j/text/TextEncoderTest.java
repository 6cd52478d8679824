package io.github.zsl4j.text;

import static io.github.zsl4j.text.Encoders.encoder;
import static io.github.zsl4j.text.Encoders.recipe;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.zsl4j.embedding.EmbeddingMatrix;
import io.github.zsl4j.engine.Tensor;
import io.github.zsl4j.error.ModelException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

/** How texts pass through the encoder, seen with a network whose answers can be counted by hand. */
class TextEncoderTest {

    private final FakeNetwork network = new FakeNetwork("input_ids", "attention_mask", "token_type_ids");

    private float[] encode(TextRecipe recipe, String text) {
        try (TextEncoder encoder = encoder(network, recipe)) {
            return encoder.encode(text).toArray();
        }
    }

    @Test
    void poolsTheMeanOverAllTokensWithTheSpecialOnes() {
        // [CLS] one two [SEP]: ids 2, 10, 20, 3 at places 0 to 3
        assertThat(encode(recipe(), "one two")).containsExactly(8.75f, 1.5f);
    }

    @Test
    void poolsTheFirstTokenOnRequest() {
        assertThat(encode(recipe(Pooling.CLS, Head.NONE), "one two")).containsExactly(2, 0);
    }

    @Test
    void scalesToUnitLengthOnRequest() {
        float[] unit = encode(recipe(Pooling.MEAN, Head.UNIT_LENGTH), "one two");
        assertThat(Math.hypot(unit[0], unit[1])).isCloseTo(1, within(1e-6));
        assertThat(unit[0] / unit[1]).isCloseTo(8.75f / 1.5f, within(1e-5f));
    }

    @Test
    void leavesPaddingOutOfTheMean() {
        try (TextEncoder encoder = encoder(network, recipe())) {
            EmbeddingMatrix both = encoder.encodeAll(List.of("one two three one", "one"));
            assertThat(both.row(1).toArray()).containsExactly(5, 1);
            assertThat(network.calls).hasSize(1);
            Map<String, Tensor> inputs = network.calls.get(0);
            assertThat(inputs.get("input_ids").shape()).containsExactly(2, 6);
            assertThat(inputs.get("input_ids").longs()).containsExactly(2, 10, 3, 0, 0, 0, 2, 10, 20, 30, 10, 3);
            assertThat(inputs.get("attention_mask").longs()).containsExactly(1, 1, 1, 0, 0, 0, 1, 1, 1, 1, 1, 1);
            assertThat(inputs.get("token_type_ids").longs()).containsOnly(0);
        }
    }

    @Test
    void padsToTheLongestTextAndNotToTheTokenizersLength() {
        encode(recipe(), "one");
        assertThat(network.calls.get(0).get("input_ids").shape()).containsExactly(1, 3);
    }

    @Test
    void givesTokenTypesOnlyToNetworksThatReadThem() {
        FakeNetwork plain = new FakeNetwork("input_ids", "attention_mask");
        FakeNetwork unknown = new FakeNetwork();
        encoder(plain, recipe()).encode("one");
        encoder(unknown, recipe()).encode("one");
        assertThat(plain.calls.get(0)).containsOnlyKeys("input_ids", "attention_mask");
        assertThat(unknown.calls.get(0)).containsOnlyKeys("input_ids", "attention_mask", "token_type_ids");
    }

    @Test
    void cutsLongTextsAndSaysSo() {
        try (TextEncoder encoder = encoder(network, recipe())) {
            String fits = "one ".repeat(6);
            String tooLong = "one ".repeat(7);
            assertThat(encoder.isTruncated(fits)).isFalse();
            assertThat(encoder.isTruncated(tooLong)).isTrue();
            assertThat(encoder.tokenIds(tooLong)).containsExactly(2, 10, 10, 10, 10, 10, 10, 3);
            assertThat(encoder.encode(tooLong)).isEqualTo(encoder.encode(fits));
        }
    }

    @Test
    void encodesBlankTextsAsSpecialTokens() {
        for (String blank : List.of("", " ", "\t\n", "\u3000")) {
            assertThat(encode(recipe(), blank)).as("'%s'", blank).containsExactly(2.5f, 0.5f);
        }
    }

    @Test
    void readsLoneSurrogatesAsReplacementCharacters() {
        try (TextEncoder encoder = encoder(network, recipe())) {
            assertThat(encoder.tokenIds("one \ud83d two")).containsExactly(2, 10, 40, 20, 3);
            assertThat(encoder.tokenIds("\udc31")).containsExactly(2, 40, 3);
            assertThat(encoder.tokenIds("one 🐱")).containsExactly(2, 10, 1, 3);
        }
    }

    @Test
    void keepsTheOrderOfTextsOfManyLengths() {
        try (TextEncoder encoder = encoder(network, recipe(), new Batching(3, 20, 1))) {
            List<String> texts = new ArrayList<>();
            for (int i = 0; i < 50; i++) {
                texts.add("one ".repeat(i * 7 % 6) + "two");
            }
            EmbeddingMatrix all = encoder.encodeAll(texts);
            for (int i = 0; i < texts.size(); i++) {
                assertThat(all.row(i)).isEqualTo(encoder.encode(texts.get(i)));
            }
        }
    }

    @Test
    void padsToAFixedWidthWhereTheModelWasTrainedSo() {
        OutputChoice mean = recipe().output();
        try (TextEncoder encoder = encoder(network, recipe(new Padding(7, 9, false, true), mean, Head.NONE))) {
            assertThat(encoder.encode("one two").toArray()).containsExactly(8.75f, 1.5f);
            Map<String, Tensor> inputs = network.calls.get(0);
            assertThat(inputs.get("input_ids").longs()).containsExactly(2, 10, 20, 3, 9, 9, 9);
            assertThat(inputs.get("attention_mask").longs()).containsExactly(1, 1, 1, 1, 1, 1, 1);
        }
    }

    @Test
    void padsOnTheLeftWhereTheTokenizerDoes() {
        OutputChoice mean = recipe().output();
        try (TextEncoder encoder = encoder(network, recipe(new Padding(6, 9, true, false), mean, Head.NONE))) {
            assertThat(encoder.encode("one two").toArray()).containsExactly(8.75f, 3.5f);
            Map<String, Tensor> inputs = network.calls.get(0);
            assertThat(inputs.get("input_ids").longs()).containsExactly(9, 9, 2, 10, 20, 3);
            assertThat(inputs.get("attention_mask").longs()).containsExactly(0, 0, 1, 1, 1, 1);
        }
    }

    @Test
    void neverPadsForANetworkWithoutAMask() {
        Padding none = new Padding(Padding.NONE, 0, false, false);
        try (TextEncoder encoder = encoder(network, recipe(none, recipe().output(), Head.NONE))) {
            encoder.encodeAll(List.of("one", "one two", "two", "three two"));
            assertThat(network.calls.stream().map(call -> call.get("input_ids").shape()))
                    .containsExactly(new long[] {2, 3}, new long[] {2, 4});
        }
    }

    @Test
    void refusesAnOutputThatChangesItsShape() {
        FakeNetwork fickle = new FakeNetwork() {
            private int runs;

            @Override
            public Map<String, Tensor> run(Map<String, Tensor> tensors) {
                return runs++ == 0 ? super.run(tensors) : Map.of("last_hidden_state", Tensor.of(new float[2], 1, 2));
            }
        };
        assertThatThrownBy(() -> encoder(fickle, recipe()).encode("one"))
                .isInstanceOf(ModelException.class)
                .hasMessageContaining("float[1, 2]")
                .hasMessageContaining("float[1, 3, 2]");
    }

    @Test
    void refusesVectorsThatAreNotFinite() {
        FakeNetwork broken = new FakeNetwork() {
            @Override
            public Map<String, Tensor> run(Map<String, Tensor> tensors) {
                long[] shape = tensors.get("input_ids").shape();
                float[] states = new float[(int) (shape[0] * shape[1] * 2)];
                states[0] = Float.NaN;
                return Map.of("last_hidden_state", Tensor.of(states, shape[0], shape[1], 2));
            }
        };
        assertThatThrownBy(() -> encoder(broken, recipe()).encode("one"))
                .isInstanceOf(ModelException.class)
                .hasMessageContaining("finite");
    }

    @Test
    void refusesNullTextsBeforeAnyWork() {
        try (TextEncoder encoder = encoder(network, recipe())) {
            assertThatThrownBy(() -> encoder.encodeAll(Arrays.asList("one", null)))
                    .isInstanceOf(NullPointerException.class);
            assertThatThrownBy(() -> encoder.tokenIds(null)).isInstanceOf(NullPointerException.class);
            assertThat(network.calls).isEmpty();
        }
    }

    @Test
    void closesTheNetworkWithIt() {
        TextEncoder encoder = encoder(network, recipe());
        encoder.close();
        encoder.close();
        assertThat(network.closed).isTrue();
        assertThatThrownBy(() -> encoder.tokenIds("one"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("plane is closed");
        assertThatThrownBy(() -> encoder.isTruncated("one")).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> encoder.encode("one")).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void letsACallInProgressFinishBeforeClosing() throws Exception {
        CountDownLatch running = new CountDownLatch(1);
        CountDownLatch mayFinish = new CountDownLatch(1);
        AtomicBoolean probed = new AtomicBoolean();
        FakeNetwork slow = new FakeNetwork() {
            @Override
            public Map<String, Tensor> run(Map<String, Tensor> tensors) {
                if (!probed.getAndSet(true)) {
                    return super.run(tensors);
                }
                running.countDown();
                await(mayFinish);
                assertThat(closed).isFalse();
                return super.run(tensors);
            }
        };
        TextEncoder encoder = encoder(slow, recipe());
        List<float[]> results = new ArrayList<>();
        Thread call = new Thread(() -> results.add(encoder.encode("one").toArray()));
        Thread close = new Thread(encoder::close);
        call.start();
        await(running);
        close.start();
        close.join(50);
        assertThat(close.isAlive()).isTrue();
        mayFinish.countDown();
        call.join(5000);
        close.join(5000);
        assertThat(results).hasSize(1);
        assertThat(slow.closed).isTrue();
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(5, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
