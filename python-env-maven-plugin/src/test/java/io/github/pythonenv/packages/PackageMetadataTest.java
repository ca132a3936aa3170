package io.github.pythonenv.packages;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PackageMetadataTest {

    @Test
    void licenseWithLinesOfWhiteSpaceIsNotTheEndOfTheHeaders() {
        PackageMetadata metadata = PackageMetadata.parse("lab", """
                Metadata-Version: 2.5
                Name: lab
                License: Copyright (c) the project
                        All rights reserved.
                       \s
                        Redistribution is permitted.
                Requires-Python: >=3.10
                Requires-Dist: async-lru>=1.0.0

                Requires-Dist: text-of-the-description
                """);

        assertThat(metadata.license()).isEqualTo("Copyright (c) the project");
        assertThat(metadata.requiresPython()).isEqualTo(">=3.10");
        assertThat(metadata.requires()).extracting(Requirement::name).containsExactly("async-lru");
    }
}
