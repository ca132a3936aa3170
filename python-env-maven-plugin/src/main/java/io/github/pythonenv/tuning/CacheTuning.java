package io.github.pythonenv.tuning;

import java.nio.file.Path;

/**
 * Where downloads of libraries are kept. Sources: huggingface_hub, "Environment variables" (HF_HOME; the older
 * TRANSFORMERS_CACHE is gone); torch.hub (TORCH_HOME); kagglehub (KAGGLEHUB_CACHE); uv (UV_CACHE_DIR).
 */
record CacheTuning(Surroundings surroundings, Settings settings) {

    void add(CacheSettings asked) {
        asked.in(surroundings.project()).ifPresent(folder -> add(folder, asked.place() == CacheSettings.Place.SHARED));
    }

    private void add(Path folder, boolean shared) {
        if (surroundings.hasAny("huggingface-hub", "transformers", "datasets", "tokenizers", "diffusers")) {
            cache("HF_HOME", folder.resolve("huggingface"), shared);
        }
        if (surroundings.hasAny("torch")) {
            cache("TORCH_HOME", folder.resolve("torch"), shared);
        }
        if (surroundings.hasAny("kagglehub")) {
            cache("KAGGLEHUB_CACHE", folder.resolve("kaggle"), shared);
        }
        cache("UV_CACHE_DIR", folder.resolve("uv"), shared);
    }

    private void cache(String variable, Path folder, boolean shared) {
        settings.variable(variable, folder, "caches");
        if (surroundings.set(variable).isEmpty()) {
            settings.folder(folder, shared);
        }
    }
}
