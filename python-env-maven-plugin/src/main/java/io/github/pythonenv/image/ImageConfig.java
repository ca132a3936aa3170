package io.github.pythonenv.image;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Writes the configuration of an image: that of its base, with what is said of this one in its place. Names: OCI image
 * specification, "OCI Image Configuration".
 */
record ImageConfig(Base base, ProcessSettings process, ImagePlatform platform, Instant created) {

    /** What Docker has where an image says nothing. */
    private static final String PATH = "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin";

    private static final String MAKER = "python-env";

    /** @param added the layers that this image has above those of its base */
    String text(List<Layer> added) {
        ObjectNode document = Json.object()
                .put("created", time())
                .put("architecture", platform.architecture())
                .put("os", platform.os());
        for (String kept : List.of("variant", "os.version", "os.features")) {
            if (base.config().has(kept)) {
                document.set(kept, base.config().get(kept));
            }
        }
        document.set("config", config());
        ObjectNode rootfs = document.putObject("rootfs").put("type", "layers");
        ArrayNode diffIds = rootfs.putArray("diff_ids");
        base.layers().forEach(layer -> diffIds.add(layer.diffId().toString()));
        added.forEach(layer -> diffIds.add(layer.diffId().toString()));
        document.set("history", history(added));
        return document.toString();
    }

    private ObjectNode config() {
        ObjectNode config = base.config().path("config") instanceof ObjectNode of ? of.deepCopy() : Json.object();
        config.put("User", process.user());
        config.set("Env", environment(config.path("Env")));
        if (!process.entrypoint().isEmpty()) {
            config.set("Entrypoint", texts(process.entrypoint()));
            config.remove("Cmd");
        }
        if (!process.command().isEmpty()) {
            config.set("Cmd", texts(process.command()));
        }
        process.workingDirectory().ifPresent(folder -> config.put("WorkingDir", folder));
        if (config.path("WorkingDir").asString("").isEmpty()) {
            config.put("WorkingDir", "/");
        }
        if (!process.ports().isEmpty()) {
            ObjectNode ports = inner(config, "ExposedPorts");
            process.ports().forEach(port -> ports.putObject(port.contains("/") ? port : port + "/tcp"));
        }
        if (!process.labels().isEmpty()) {
            ObjectNode labels = inner(config, "Labels");
            process.labels().forEach(labels::put);
        }
        return config;
    }

    private static ObjectNode inner(ObjectNode config, String name) {
        return config.path(name) instanceof ObjectNode found ? found : config.putObject(name);
    }

    /** The base's variables keep their places; the folder of programs stands before those of the base. */
    private ArrayNode environment(JsonNode ofBase) {
        Map<String, String> all = new LinkedHashMap<>();
        all.put("PATH", PATH);
        for (JsonNode one : ofBase) {
            String[] parts = one.asString("").split("=", 2);
            all.put(parts[0], parts.length == 2 ? parts[1] : "");
        }
        all.put("PATH", process.path() + ":" + all.get("PATH"));
        all.putAll(process.variables());
        return texts(all.entrySet().stream()
                .map(one -> one.getKey() + "=" + one.getValue())
                .toList());
    }

    /** Tools want an entry for each layer, and some more where nothing was added. */
    private ArrayNode history(List<Layer> added) {
        ArrayNode history = Json.object().arrayNode();
        JsonNode ofBase = base.config().path("history");
        long layers = ofBase.valueStream()
                .filter(entry -> !entry.path("empty_layer").asBoolean(false))
                .count();
        if (layers == base.layers().size()) {
            ofBase.forEach(history::add);
        } else {
            base.layers().forEach(layer -> history.addObject().put("created_by", "base"));
        }
        for (Layer layer : added) {
            history.addObject().put("created", time()).put("created_by", MAKER).put("comment", layer.label());
        }
        return history;
    }

    private String time() {
        return created.truncatedTo(ChronoUnit.SECONDS).toString();
    }

    private static ArrayNode texts(List<String> texts) {
        ArrayNode array = Json.object().arrayNode();
        texts.forEach(array::add);
        return array;
    }
}
