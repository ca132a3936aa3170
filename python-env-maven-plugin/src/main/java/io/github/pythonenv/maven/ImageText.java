package io.github.pythonenv.maven;

import io.github.pythonenv.image.Image;
import io.github.pythonenv.image.Layer;
import io.github.pythonenv.packaging.ImageReport;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What image was made, for a person and for scripts. */
record ImageText(String prefix, String environment, ImageReport report) {

    List<String> lines() {
        Image image = report.image();
        List<String> lines = new ArrayList<>();
        lines.add(prefix + report.file() + ": " + ConsoleProgress.size(report.bytes()) + ", image " + image.reference()
                + " for " + image.platform() + ", ID " + image.id());
        lines.add(prefix + "  layers: "
                + image.layers().stream()
                        .map(layer -> layer.label() + " " + ConsoleProgress.size(layer.bytes()))
                        .collect(Collectors.joining(", ")));
        return lines;
    }

    Map<String, Object> data() {
        Image image = report.image();
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("environment", environment);
        data.put("name", image.reference().toString());
        data.put("file", report.file().toString());
        data.put("format", report.format().word());
        data.put("bytes", report.bytes());
        data.put("platform", image.platform().toString());
        data.put("id", image.id().toString());
        data.put("digest", image.digest().toString());
        data.put("layers", image.layers().stream().map(ImageText::data).toList());
        data.put("leftOut", report.leftOut());
        return data;
    }

    private static Map<String, Object> data(Layer layer) {
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("part", layer.label());
        data.put("mediaType", layer.packing().mediaType());
        data.put("digest", layer.digest().toString());
        data.put("diffId", layer.diffId().toString());
        data.put("bytes", layer.bytes());
        return data;
    }

    List<String> warnings() {
        return PackageText.traces(prefix, report.traces());
    }
}
