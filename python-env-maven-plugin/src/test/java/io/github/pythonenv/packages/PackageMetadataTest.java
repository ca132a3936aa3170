package io.github.pythonenv.packages;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class PackageMetadataTest {

    @Test
    void licenseWithLinesOfWhiteSpaceIsNotTheEndOfTheHeaders() {
        String text = String.join(
                "\n",
                List.of(
                        "Metadata-Version: 2.5",
                        "Name: lab",
                        "License: Copyright (c) the project",
                        "        All rights reserved.",
                        "        ",
                        "        Redistribution is permitted.",
                        "Requires-Python: >=3.10",
                        "Requires-Dist: async-lru>=1.0.0",
                        "",
                        "Requires-Dist: text-of-the-description"));

        PackageMetadata metadata = PackageMetadata.parse("lab", text);

        assertThat(metadata.license()).isEqualTo("Copyright (c) the project");
        assertThat(metadata.requiresPython()).isEqualTo(">=3.10");
        assertThat(metadata.requires()).extracting(Requirement::name).containsExactly("async-lru");
    }
}
