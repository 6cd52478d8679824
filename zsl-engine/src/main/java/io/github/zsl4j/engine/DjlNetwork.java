package io.github.zsl4j.engine;

import ai.djl.MalformedModelException;
import ai.djl.Model;
import ai.djl.engine.Engine;
import ai.djl.engine.EngineException;
import ai.djl.inference.Predictor;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.translate.NoopTranslator;
import ai.djl.translate.TranslateException;
import io.github.zsl4j.error.ModelException;
import java.io.IOException;
import java.nio.FloatBuffer;
import java.nio.LongBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;

/** A network on a DJL engine. */
final class DjlNetwork implements Network {

    private final Path file;
    private final Model model;
    private final Set<String> inputs;
    private final Queue<Predictor<NDList, NDList>> idle = new ConcurrentLinkedQueue<>();
    private final DirectBuffers buffers = new DirectBuffers();

    /** Held for reading by calls in progress, for writing by close: freeing a running network crashes the JVM. */
    private final ReadWriteLock lock = new ReentrantReadWriteLock();

    private boolean closed;

    private DjlNetwork(Path file, Model model) {
        this.file = file;
        this.model = model;
        this.inputs = Collections.unmodifiableSet(
                new LinkedHashSet<>(model.describeInput().keys()));
    }

    static Network load(Path file, NetworkOptions options) {
        if (!Files.isReadable(file) || Files.isDirectory(file)) {
            throw new ModelException(file + ": there is no readable model file of this name");
        }
        return Offline.call(() -> loadOffline(file, options));
    }

    private static Network loadOffline(Path file, NetworkOptions options) {
        requireEngine(options.engine());
        Model model = Model.newInstance(file.getFileName().toString(), options.engine());
        try {
            model.load(file, null, Map.of("intraOpNumThreads", Integer.toString(options.threads())));
            return new DjlNetwork(file, model);
        } catch (IOException | MalformedModelException | RuntimeException e) {
            model.close();
            throw new ModelException(
                    file + ": " + options.engine() + " cannot load this model; the file is damaged or of another kind ("
                            + firstLine(e) + ")",
                    e);
        }
    }

    private static void requireEngine(String engine) {
        try {
            Engine.getEngine(engine);
        } catch (RuntimeException | LinkageError e) {
            throw new ModelException(
                    "The engine '" + engine + "' is not on the class path or cannot start here; add " + remedy(engine),
                    e);
        }
    }

    private static String remedy(String engine) {
        return switch (engine) {
            case NetworkOptions.ONNX_RUNTIME -> "ai.djl.onnxruntime:onnxruntime-engine";
            case "PyTorch" -> "ai.djl.pytorch:pytorch-engine";
            default -> "the dependency that brings it, or use OnnxRuntime or PyTorch";
        };
    }

    private static String firstLine(Throwable e) {
        Throwable root = e.getCause() != null ? e.getCause() : e;
        return String.valueOf(root.getMessage()).lines().findFirst().orElse(root.toString());
    }

    @Override
    public Set<String> inputs() {
        return inputs;
    }

    @Override
    public Map<String, Tensor> run(Map<String, Tensor> tensors) {
        lock.readLock().lock();
        try {
            if (closed) {
                throw new IllegalStateException("The model " + file.getFileName() + " is closed");
            }
            requireFit(tensors.keySet());
            return predict(tensors);
        } finally {
            lock.readLock().unlock();
        }
    }

    private void requireFit(Set<String> names) {
        if (!inputs.isEmpty() && !inputs.equals(names)) {
            throw new ModelException(file + ": the network reads " + inputs + ", not " + names);
        }
    }

    private Map<String, Tensor> predict(Map<String, Tensor> tensors) {
        Predictor<NDList, NDList> predictor = idle.poll();
        if (predictor == null) {
            predictor = model.newPredictor(new NoopTranslator(null));
        }
        try (DirectBuffers.Loan loan = buffers.open();
                NDManager manager = model.getNDManager().newSubManager()) {
            NDList in = new NDList(tensors.size());
            tensors.forEach((name, tensor) -> in.add(toArray(manager, loan, name, tensor)));
            try (NDList out = predictor.predict(in)) {
                return toTensors(out);
            }
        } catch (TranslateException | EngineException e) {
            throw new ModelException(file + ": the network failed on " + tensors + " (" + firstLine(e) + ")", e);
        } finally {
            idle.add(predictor);
        }
    }

    private static NDArray toArray(NDManager manager, DirectBuffers.Loan loan, String name, Tensor tensor) {
        Shape shape = new Shape(tensor.shape());
        NDArray array;
        if (tensor.isFloat()) {
            FloatBuffer buffer = loan.floats(tensor.floats());
            array = manager.create(buffer, shape, DataType.FLOAT32);
        } else {
            LongBuffer buffer = loan.longs(tensor.longs());
            array = manager.create(buffer, shape, DataType.INT64);
        }
        array.setName(name);
        return array;
    }

    private Map<String, Tensor> toTensors(NDList out) {
        Map<String, Tensor> tensors = new LinkedHashMap<>();
        for (int i = 0; i < out.size(); i++) {
            NDArray array = out.get(i);
            String name = array.getName() == null ? Integer.toString(i) : array.getName();
            tensors.put(name, toTensor(name, array));
        }
        return tensors;
    }

    private Tensor toTensor(String name, NDArray array) {
        long[] shape = array.getShape().getShape();
        return switch (array.getDataType()) {
            case FLOAT32 -> Tensor.of(array.toFloatArray(), shape);
            case INT64 -> Tensor.of(array.toLongArray(), shape);
            default ->
                throw new ModelException(file + ": the output '" + name + "' is of type "
                        + array.getDataType().toString().toLowerCase(Locale.ROOT)
                        + "; only float32 and int64 are read, so export the model with one of them");
        };
    }

    @Override
    public void close() {
        lock.writeLock().lock();
        try {
            if (!closed) {
                closed = true;
                idle.forEach(Predictor::close);
                model.close();
            }
        } finally {
            lock.writeLock().unlock();
        }
    }
}
