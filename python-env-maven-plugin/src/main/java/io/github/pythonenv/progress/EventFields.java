package io.github.pythonenv.progress;

import java.util.LinkedHashMap;
import java.util.Map;

/** Events as names and values, for formats that other programs read. */
final class EventFields {
    private EventFields() {}

    /** What an event holds; {@code event} says which kind it is. */
    static Map<String, Object> of(ProgressEvent event) {
        Map<String, Object> fields = new LinkedHashMap<>();
        if (event instanceof ProgressEvent.Started started) {
            fields.put("event", "started");
            fields.putAll(stage(started.stage(), started.stage().percent()));
            fields.put("detail", started.detail());
        } else if (event instanceof ProgressEvent.Finished finished) {
            fields.put("event", "finished");
            fields.putAll(stage(finished.stage(), finished.stage().percentAfter()));
            fields.put("detail", finished.detail());
            fields.put("milliseconds", finished.milliseconds());
        } else if (event instanceof ProgressEvent.Bytes bytes) {
            fields.put("event", "bytes");
            fields.putAll(stage(bytes.stage(), bytes.percent()));
            fields.put("done", bytes.done());
            if (bytes.total() != ProgressEvent.Bytes.UNKNOWN) {
                fields.put("total", bytes.total());
            }
        } else if (event instanceof ProgressEvent.Installed installed) {
            fields.put("event", "installed");
            fields.put("packages", installed.packages());
            fields.put("fetched", installed.fetched());
        } else if (event instanceof ProgressEvent.ProgramEnded ended) {
            fields.put("event", "program");
            fields.put("program", ended.program());
            fields.put("milliseconds", ended.milliseconds());
            fields.put("cpuMilliseconds", ended.cpuMilliseconds());
            fields.put("peakBytes", ended.peakBytes());
        } else if (event instanceof ProgressEvent.Notice notice) {
            fields.put("event", "notice");
            fields.put("text", notice.text());
        } else if (event instanceof ProgressEvent.Warning warning) {
            fields.put("event", "warning");
            fields.put("text", warning.text());
        } else if (event instanceof ProgressEvent.Detail detail) {
            fields.put("event", "detail");
            fields.put("text", detail.text());
        }
        return fields;
    }

    private static Map<String, Object> stage(Stage stage, int percent) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("stage", stage.label());
        fields.put("percent", percent);
        return fields;
    }
}
