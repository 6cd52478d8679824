package io.github.zsl4j.cli.report;

import io.github.zsl4j.evaluate.ConfusionMatrix;
import io.github.zsl4j.evaluate.ReliabilityDiagram;
import io.github.zsl4j.evaluate.SeenUnseenCurve;
import io.github.zsl4j.protocol.MethodResult;
import java.awt.Color;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.knowm.xchart.BitmapEncoder;
import org.knowm.xchart.HeatMapChart;
import org.knowm.xchart.HeatMapChartBuilder;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYChartBuilder;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.internal.chartpart.Chart;
import org.knowm.xchart.style.Styler;
import org.knowm.xchart.style.markers.SeriesMarkers;

/** Draws plots as PNG. */
final class Charts {

    private static final int SIDE = 480;
    private static final int BINS = 15;

    /** Curves of more points look the same. */
    private static final int POINTS = 400;

    private Charts() {}

    /** Seen against unseen accuracy, a line a method. */
    static byte[] seenUnseen(List<MethodResult> results) {
        XYChart chart = square("Seen and unseen accuracy", "unseen u", "seen s").build();
        limits(chart);
        chart.getStyler().setLegendPosition(Styler.LegendPosition.OutsideE);
        for (MethodResult result : results) {
            List<SeenUnseenCurve.Point> points = thinned(result.test().curve().points());
            line(
                    chart,
                    result.method(),
                    points.stream().mapToDouble(p -> p.accuracy().unseen()).toArray(),
                    points.stream().mapToDouble(p -> p.accuracy().seen()).toArray());
        }
        return png(chart);
    }

    private static <T> List<T> thinned(List<T> points) {
        int step = Math.max(1, points.size() / POINTS);
        return IntStream.range(0, points.size())
                .filter(i -> i % step == 0 || i == points.size() - 1)
                .mapToObj(points::get)
                .toList();
    }

    /** How often answers of a certain confidence are right, beside the diagonal of perfect calibration. */
    static byte[] reliability(MethodResult result) {
        ReliabilityDiagram diagram = ReliabilityDiagram.equalWidth(result.probabilities(), BINS);
        XYChart chart = square(
                        "Reliability of " + result.method() + ", ECE "
                                + String.format(Locale.ROOT, "%.3f", diagram.expectedCalibrationError()),
                        "confidence",
                        "accuracy")
                .build();
        limits(chart);
        chart.getStyler().setLegendVisible(false);
        line(chart, "perfect", new double[] {0, 1}, new double[] {0, 1});
        XYSeries series = chart.addSeries(
                result.method(),
                diagram.bins().stream()
                        .mapToDouble(ReliabilityDiagram.Bin::confidence)
                        .toArray(),
                diagram.bins().stream()
                        .mapToDouble(ReliabilityDiagram.Bin::accuracy)
                        .toArray());
        series.setMarker(SeriesMarkers.CIRCLE);
        return png(chart);
    }

    /** Right classes as rows, answers as columns, each row's shares in colour; seen classes first. */
    static byte[] confusion(MethodResult result) {
        ConfusionMatrix matrix =
                ConfusionMatrix.of(result.test().stacked(result.calibration().constant()));
        int[] order = seenFirst(result.test().seen());
        HeatMapChart chart = new HeatMapChartBuilder()
                .width(SIDE + 80)
                .height(SIDE)
                .title("Confusion of " + result.method() + ": seen, then unseen classes")
                .xAxisTitle("answer")
                .yAxisTitle("class")
                .build();
        chart.getStyler().setAxisTicksVisible(false).setChartBackgroundColor(Color.WHITE);
        chart.getStyler().setMin(0).setMax(1).setRangeColors(new Color[] {Color.WHITE, new Color(0x08306b)});
        List<Integer> ticks = IntStream.range(0, order.length).boxed().toList();
        chart.addSeries("share", ticks, ticks, cells(matrix, order));
        return png(chart);
    }

    /** [column from the left, row from below, share] of each cell. */
    private static List<Number[]> cells(ConfusionMatrix matrix, int[] order) {
        List<Number[]> cells = new ArrayList<>();
        for (int i = 0; i < order.length; i++) {
            double examples = Math.max(1, matrix.examples(order[i]));
            for (int j = 0; j < order.length; j++) {
                cells.add(new Number[] {j, order.length - 1 - i, matrix.count(order[i], order[j]) / examples});
            }
        }
        return cells;
    }

    private static int[] seenFirst(boolean[] seen) {
        return IntStream.concat(
                        IntStream.range(0, seen.length).filter(c -> seen[c]),
                        IntStream.range(0, seen.length).filter(c -> !seen[c]))
                .toArray();
    }

    private static XYChartBuilder square(String title, String x, String y) {
        return new XYChartBuilder()
                .width(SIDE)
                .height(SIDE)
                .title(title)
                .xAxisTitle(x)
                .yAxisTitle(y);
    }

    private static void limits(XYChart chart) {
        chart.getStyler()
                .setXAxisMin(0.0)
                .setXAxisMax(1.0)
                .setYAxisMin(0.0)
                .setYAxisMax(1.0)
                .setChartBackgroundColor(Color.WHITE);
    }

    private static void line(XYChart chart, String name, double[] x, double[] y) {
        chart.addSeries(name, x, y).setMarker(SeriesMarkers.NONE);
    }

    private static byte[] png(Chart<?, ?> chart) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            BitmapEncoder.saveBitmap(chart, bytes, BitmapEncoder.BitmapFormat.PNG);
        } catch (IOException e) {
            throw new UncheckedIOException("A plot in memory can always be written", e);
        }
        return bytes.toByteArray();
    }
}
