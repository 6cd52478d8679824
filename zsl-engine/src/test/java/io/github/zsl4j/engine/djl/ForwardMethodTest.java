package io.github.zsl4j.engine.djl;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.zsl4j.engine.djl.ForwardMethod.Parameter;
import java.util.List;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.Chars;
import net.jqwik.api.constraints.StringLength;

class ForwardMethodTest {

    private static final String OTHER =
            "class Other(Module):\n  def forward(self: Other,\n    no: Tensor) -> Tensor:\n";

    private static String code(String head) {
        return "class Net(Module):\n  training : bool\n  def forward(" + head + ":\n    return x\n";
    }

    private static ForwardMethod parse(String head) {
        return ForwardMethod.parse(code(head), "Net").orElseThrow();
    }

    private static List<String> names(String head) {
        return parse(head).parameters().stream().map(Parameter::name).toList();
    }

    @Example
    void hasItsParametersInOrder() {
        assertThat(names("self: __torch__.Net,\n    input_ids: Tensor,\n    input: Tensor) -> Tensor"))
                .containsExactly("input_ids", "input");
    }

    @Example
    void mayHaveNoParameters() {
        assertThat(names("self: __torch__.Net) -> Tensor")).isEmpty();
    }

    @Example
    void isThatOfTheClassAskedFor() {
        String mine = code("self: Net,\n    x: Tensor) -> Tensor");
        for (String both : List.of(OTHER + mine, mine + OTHER)) {
            assertThat(ForwardMethod.parse(both, "Net").orElseThrow().parameters())
                    .containsExactly(new Parameter("x", false));
            assertThat(ForwardMethod.parse(both, "Other").orElseThrow().parameters())
                    .containsExactly(new Parameter("no", false));
        }
    }

    @Example
    void isMissingWithoutItsClassOrIn() {
        assertThat(ForwardMethod.parse(OTHER, "Net")).isEmpty();
        assertThat(ForwardMethod.parse("class Net(Module):\n  training : bool\n" + OTHER, "Net"))
                .isEmpty();
        assertThat(ForwardMethod.parse("", "Net")).isEmpty();
        assertThat(ForwardMethod.parse("class Network(Module):\n  def forward(self: N) -> Tensor:\n", "Net"))
                .isEmpty();
    }

    @Example
    void isNotUnderstoodWhenCut() {
        String whole = code("self: Net,\n    x: Tensor) -> Tensor");
        int head = whole.indexOf(":\n    return");
        for (int length = 0; length <= head; length++) {
            assertThat(ForwardMethod.parse(whole.substring(0, length), "Net")).isEmpty();
        }
        assertThat(ForwardMethod.parse(whole.substring(0, head + 2), "Net")).isPresent();
    }

    @Example
    void keepsTypesWithCommasTogether() {
        assertThat(names("self: Net,\n    a: Dict[str, Tensor],\n    b: Tuple[Tensor, List[Tensor]]) -> Tensor"))
                .containsExactly("a", "b");
    }

    @Example
    void knowsDefaults() {
        assertThat(parse("self: Net,\n    x: Tensor,\n    m: Optional[Tensor]=None) -> Tensor")
                        .parameters())
                .containsExactly(new Parameter("x", false), new Parameter("m", true));
    }

    @Example
    void isNotUnderstoodWithParametersByNameOnly() {
        assertThat(ForwardMethod.parse(code("self: Net,\n    *,\n    x: Tensor) -> Tensor"), "Net"))
                .isEmpty();
    }

    @Example
    void tellsOutputsByPosition() {
        assertThat(parse("self: Net) -> Tensor").outputs()).containsExactly("0");
        assertThat(parse("self: Net) -> Tuple[Tensor, Tensor, Tensor]").outputs())
                .containsExactly("0", "1", "2");
    }

    @Example
    void doesNotTellOutputsThatItCannotCount() {
        for (String type : List.of(
                "List[Tensor]", "Dict[str, Tensor]", "Tuple[Tensor, List[Tensor]]", "Optional[Tensor]", "Tuple[]")) {
            assertThat(parse("self: Net) -> " + type).outputs()).as(type).isEmpty();
        }
    }

    @Property
    void isParsedOrNotWhateverTheCode(
            @ForAll
                    @StringLength(max = 60)
                    @Chars({'(', ')', '[', ']', ',', ':', '=', '-', '>', '\n', ' '})
                    @CharRange(from = 'a', to = 'e')
                    String head) {
        assertThat(ForwardMethod.parse(code(head), "Net")).isNotNull();
        assertThat(ForwardMethod.parse("class Net(Module):\n  def forward(" + head, "Net"))
                .isNotNull();
    }
}
