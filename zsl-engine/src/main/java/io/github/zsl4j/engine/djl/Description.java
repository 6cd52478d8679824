package io.github.zsl4j.engine.djl;

import ai.djl.Model;
import ai.djl.ndarray.types.Shape;
import ai.djl.util.PairList;
import io.github.zsl4j.engine.NetworkOptions;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What is known of a loaded network.
 *
 * @param signature its inputs and outputs, as far as engine and file tell them
 * @param binding how a caller's tensors are given to it
 */
record Description(Signature signature, InputBinding binding) {

    /** Of a network that tells nothing, and may read any names. */
    static final Description UNKNOWN = named(Signature.UNKNOWN);

    /** @param file that the model was loaded from */
    static Description of(Path file, Model model) {
        return switch (model.getNDManager().getEngine().getEngineName()) {
            case NetworkOptions.PYTORCH -> ofTorchScript(TorchArchive.read(file));
            case NetworkOptions.ONNX_RUNTIME ->
                named(ofOnnx(file, model.describeInput().keys()));
            default -> named(ofEngine(model.describeInput()));
        };
    }

    private static Signature ofEngine(PairList<String, Shape> inputs) {
        return inputs == null ? Signature.UNKNOWN : Signature.UNKNOWN.withInputs(inputs.keys());
    }

    private static Description named(Signature signature) {
        return new Description(signature, new NamedInputs(signature.inputs()));
    }

    /** The engine knows the inputs that are no weights, the file the rest; one that cannot be read again hides the rest. */
    private static Signature ofOnnx(Path file, List<String> inputs) {
        try {
            return OnnxHeader.read(file).withInputs(inputs);
        } catch (IOException e) {
            return Signature.UNKNOWN.withInputs(inputs);
        }
    }

    private static Description ofTorchScript(Optional<ForwardMethod> method) {
        List<ForwardMethod.Parameter> parameters =
                method.map(ForwardMethod::parameters).orElse(List.of());
        List<String> outputs = method.map(ForwardMethod::outputs).orElse(List.of());
        Signature signature = new Signature(
                parameters.stream().map(p -> Port.named(p.name())).toList(),
                outputs.stream().map(Port::named).toList());
        return new Description(signature, new OrderedInputs(parameters));
    }
}
