package io.github.zsl4j.bench;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.nio.FloatBuffer;
import java.util.Map;

/** The least that a JVM must do to look at a picture: load ONNX Runtime, run the image network once. */
public final class BareStart {

    private BareStart() {}

    /**
     * @param args the network's file
     * @throws OrtException if it cannot be run
     */
    public static void main(String[] args) throws OrtException {
        OrtEnvironment environment = OrtEnvironment.getEnvironment();
        try (OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
            options.setIntraOpNumThreads(1);
            try (OrtSession session = environment.createSession(args[0], options);
                    OnnxTensor input = OnnxTensor.createTensor(
                            environment, FloatBuffer.allocate(3 * 260 * 260), new long[] {1, 3, 260, 260});
                    OrtSession.Result result = session.run(Map.of("pixel_values", input))) {
                System.out.println(result.size());
            }
        }
    }
}
