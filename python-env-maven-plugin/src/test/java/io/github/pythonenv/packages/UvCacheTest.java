package io.github.pythonenv.packages;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.pythonenv.platform.Architecture;
import io.github.pythonenv.platform.Host;
import io.github.pythonenv.platform.Libc;
import io.github.pythonenv.platform.OperatingSystem;
import io.github.pythonenv.platform.Platform;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UvCacheTest {

    @TempDir
    Path folder;

    @Test
    void thereIsNoneWhereUvIsToldSo() {
        assertThat(cache("1")).isEmpty();
        assertThat(cache("true")).isEmpty();
        Path usual = folder.resolve(".cache").resolve("uv");
        assertThat(cache("false")).contains(usual);
        assertThat(cache("0")).contains(usual);
        assertThat(cache("")).contains(usual);
    }

    private Optional<Path> cache(String noCache) {
        Platform linux = new Platform(OperatingSystem.LINUX, Architecture.X86_64, new Libc.Glibc(2, 36));
        Map<String, String> variables = Map.of("UV_NO_CACHE", noCache, "UV_NO_CONFIG", "1", "HOME", folder.toString());
        return UvCache.folder(folder, new Host(linux, "6.1.0", variables, folder));
    }
}
