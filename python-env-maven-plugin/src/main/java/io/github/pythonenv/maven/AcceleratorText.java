package io.github.pythonenv.maven;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What an accelerator that is asked for comes to on this machine.
 *
 * @param asked as it was written
 * @param wheels PyTorch's index for it; nothing where there is none
 * @param reason why, a phrase; where there is none, what happened and what to do
 */
record AcceleratorText(String asked, Optional<String> wheels, String reason) {

    Map<String, Object> data() {
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("asked", asked);
        wheels.ifPresent(index -> data.put("wheels", index));
        data.put("reason", reason);
        return data;
    }

    String line() {
        return "  accelerator " + asked + ": "
                + wheels.map(index -> "wheels for " + index + ": ").orElse("") + reason;
    }
}
