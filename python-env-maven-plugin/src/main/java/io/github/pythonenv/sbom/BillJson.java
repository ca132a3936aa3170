package io.github.pythonenv.sbom;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A bill as JSON. Source: CycloneDX 1.6, {@code bom-1.6.schema.json}. */
public final class BillJson {

    private BillJson() {}

    /** What becomes JSON. */
    public static Map<String, ?> data(Bill bill) {
        Map<String, Object> metadata = new LinkedHashMap<>();
        metadata.put("tools", Map.of("components", List.of(component(bill.tool()))));
        metadata.put("component", component(bill.subject()));
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("bomFormat", "CycloneDX");
        data.put("specVersion", "1.6");
        data.put("version", 1);
        data.put("metadata", metadata);
        data.put("components", bill.parts().stream().map(BillJson::component).toList());
        data.put(
                "dependencies",
                bill.needs().entrySet().stream()
                        .map(entry -> pair("ref", entry.getKey(), "dependsOn", List.copyOf(entry.getValue())))
                        .toList());
        return data;
    }

    private static Map<String, ?> component(Component part) {
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("type", part.type());
        data.put("bom-ref", part.purl());
        put(data, "group", part.group());
        data.put("name", part.name());
        data.put("version", part.version());
        put(data, "description", part.description());
        part.sha256().ifPresent(hash -> data.put("hashes", List.of(pair("alg", "SHA-256", "content", hash))));
        if (!part.license().isEmpty()) {
            data.put(
                    "licenses",
                    List.of(
                            part.spdx()
                                    ? Map.of("expression", part.license())
                                    : Map.of("license", Map.of("name", part.license()))));
        }
        data.put("purl", part.purl());
        part.url().ifPresent(url -> data.put("externalReferences", List.of(pair("type", "distribution", "url", url))));
        return data;
    }

    /** In this order: that of {@code Map.of} differs from one JVM to the next, and the bytes with it. */
    private static Map<String, ?> pair(String key, Object value, String secondKey, Object secondValue) {
        Map<String, Object> pair = new LinkedHashMap<>();
        pair.put(key, value);
        pair.put(secondKey, secondValue);
        return pair;
    }

    private static void put(Map<String, Object> data, String key, String value) {
        if (!value.isEmpty()) {
            data.put(key, value);
        }
    }
}
