package io.github.zsl4j.vision.image;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.Iterator;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.spi.IIORegistry;
import javax.imageio.spi.ImageReaderSpi;

/**
 * The JDK's own picture readers, each by its class: what other libraries register, reorder or switch off in ImageIO
 * changes nothing here after a format's first use.
 */
final class Readers {

    private static final String PACKAGE = "com.sun.imageio.plugins.";
    private static final Map<String, ImageReaderSpi> FOUND = new ConcurrentHashMap<>();

    private Readers() {}

    /** What to do with a reader; whatever the outcome, the reader is disposed of after. */
    interface Use<T> {
        T with(ImageReader reader) throws IOException;
    }

    /**
     * @param spi the provider's class name below {@code com.sun.imageio.plugins}
     * @param data a whole file
     */
    static <T> T read(String spi, byte[] data, Use<T> use) throws IOException {
        ImageReader reader = FOUND.computeIfAbsent(PACKAGE + spi, Readers::find).createReaderInstance();
        try {
            reader.setInput(new ArrayInput(data), false, true);
            return use.with(reader);
        } finally {
            reader.dispose();
        }
    }

    /** Decodes the first picture into {@code target}, which has the stored picture's size. */
    static void readInto(ImageReader reader, BufferedImage target) throws IOException {
        ImageReadParam param = reader.getDefaultReadParam();
        param.setDestination(target);
        reader.read(0, param);
    }

    private static ImageReaderSpi find(String className) {
        Iterator<ImageReaderSpi> all =
                IIORegistry.getDefaultInstance().getServiceProviders(ImageReaderSpi.class, false);
        while (all.hasNext()) {
            ImageReaderSpi spi = all.next();
            if (spi.getClass().getName().equals(className)) {
                return spi;
            }
        }
        throw new IllegalStateException("this Java has no " + className + "; run on a complete JDK 17 or later");
    }
}
