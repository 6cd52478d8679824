package io.github.zsl4j.engine.djl;

import ai.djl.Model;
import ai.djl.engine.EngineException;
import ai.djl.inference.Predictor;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.translate.TranslateException;
import io.github.zsl4j.engine.Network;
import io.github.zsl4j.engine.Tensor;
import io.github.zsl4j.error.ModelException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** A network on a DJL engine. */
final class DjlNetwork implements Network {

    private final Path file;
    private final Model model;
    private final Description description;
    private final Supplier<Predictor<NDList, NDList>> predictors;
    private final Runnable preparation;
    private final Queue<Predictor<NDList, NDList>> idle = new ConcurrentLinkedQueue<>();
    private final DirectBuffers buffers = new DirectBuffers();

    /** Held for reading by calls in progress, for writing by close: freeing a running network crashes the JVM. */
    private final ReadWriteLock lock = new ReentrantReadWriteLock();

    private boolean closed;

    /** Until the first run has ended, runs wait for each other: in it, DJL sets PyTorch's networks to inference. */
    private volatile boolean warm;

    /**
     * @param file for messages
     * @param model closed with the network
     */
    DjlNetwork(Path file, Model model, Description description, Supplier<Predictor<NDList, NDList>> predictors) {
        this.file = file;
        this.model = model;
        this.description = description;
        this.predictors = predictors;
        this.preparation = Engines.preparation(model.getNDManager().getEngine());
    }

    @Override
    public Set<String> inputs() {
        return description.signature().inputs().keySet();
    }

    @Override
    public Set<String> outputs() {
        return description.signature().outputs().keySet();
    }

    @Override
    public Optional<long[]> shape(String name) {
        Signature signature = description.signature();
        return Stream.of(signature.inputs(), signature.outputs())
                .flatMap(ports -> Stream.ofNullable(ports.get(name)))
                .findFirst()
                .flatMap(Port::shape)
                .map(long[]::clone);
    }

    @Override
    public Map<String, Tensor> run(Map<String, Tensor> inputs) {
        return run(inputs, outputs -> {
            Map<String, Tensor> tensors = new LinkedHashMap<>();
            named(outputs).forEach((name, array) -> tensors.put(name, TensorReader.read(name, array)));
            return tensors;
        });
    }

    /** Leaves the other outputs in native memory. */
    @Override
    public Tensor run(Map<String, Tensor> inputs, String output) {
        return run(inputs, outputs -> {
            Map<String, NDArray> arrays = named(outputs);
            NDArray array = arrays.get(output);
            if (array == null) {
                throw new ModelException("the network has no output '" + output + "'; it has " + arrays.keySet());
            }
            return TensorReader.read(output, array);
        });
    }

    private static Map<String, NDArray> named(NDList outputs) {
        Map<String, NDArray> arrays = new LinkedHashMap<>();
        for (int i = 0; i < outputs.size(); i++) {
            String name = outputs.get(i).getName();
            arrays.put(name == null ? Integer.toString(i) : name, outputs.get(i));
        }
        return arrays;
    }

    private <R> R run(Map<String, Tensor> inputs, Function<NDList, R> reader) {
        lock.readLock().lock();
        try {
            if (closed) {
                throw new IllegalStateException("The model " + file.getFileName() + " is closed");
            }
            return predict(inputs, reader);
        } catch (TranslateException | EngineException e) {
            throw new ModelException(file + ": the network failed on " + inputs + " (" + Failures.words(e) + ")", e);
        } catch (ModelException e) {
            throw new ModelException(file + ": " + e.getMessage(), e);
        } finally {
            lock.readLock().unlock();
        }
    }

    private <R> R predict(Map<String, Tensor> inputs, Function<NDList, R> reader) throws TranslateException {
        List<Argument> arguments = description.binding().bind(inputs);
        preparation.run();
        Predictor<NDList, NDList> idling = idle.poll();
        Predictor<NDList, NDList> predictor = idling == null ? predictors.get() : idling;
        try (DirectBuffers.Loan loan = buffers.open();
                NDManager manager = model.getNDManager().newSubManager()) {
            TensorWriter writer = new TensorWriter(manager, loan);
            NDList in = new NDList(arguments.size());
            arguments.forEach(argument -> in.add(writer.write(argument)));
            try (NDList out = predict(predictor, in)) {
                return reader.apply(out);
            }
        } finally {
            idle.add(predictor);
        }
    }

    private NDList predict(Predictor<NDList, NDList> predictor, NDList in) throws TranslateException {
        if (warm) {
            return predictor.predict(in);
        }
        synchronized (this) {
            NDList out = predictor.predict(in);
            warm = true;
            return out;
        }
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
