package io.github.pythonenv.maven;

import io.github.pythonenv.Amounts;
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
        List<String> lines = new ArrayList<>();
        lines.add(prefix + report.file() + ": " + Amounts.bytes(report.bytes()) + ", image "
                + report.images().reference());
        for (Image image : report.images().all()) {
            lines.add(prefix + "  " + image.platform() + ": "
                    + image.layers().stream()
                            .map(layer -> layer.label() + " " + Amounts.bytes(layer.bytes()))
                            .collect(Collectors.joining(", "))
                    + ", ID " + image.id());
        }
        return lines;
    }

    Map<String, Object> data() {
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("environment", environment);
        data.put("name", report.images().reference().toString());
        data.put("file", report.file().toString());
        data.put("format", report.format().word());
        data.put("bytes", report.bytes());
        data.put("digest", report.images().digest().toString());
        data.put(
                "platforms", report.images().all().stream().map(ImageText::data).toList());
        return data;
    }

    private static Map<String, Object> data(Image image) {
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("platform", image.platform().toString());
        data.put("id", image.id().toString());
        data.put("digest", image.digest().toString());
        data.put("layers", image.layers().stream().map(ImageText::data).toList());
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
