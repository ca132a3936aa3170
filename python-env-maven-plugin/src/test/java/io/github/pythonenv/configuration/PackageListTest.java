package io.github.pythonenv.configuration;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PackageListTest {

    @Test
    void joinsTheBoundsThatMavenTookApart() {
        assertThat(PackageList.of(List.of("numpy>=2", "<3", " !=2.1", "pandas")))
                .containsExactly("numpy>=2,<3,!=2.1", "pandas");
    }

    @ParameterizedTest
    @ValueSource(strings = {"rich[jupyter,extra]>=1", "rich[a,b,c]", "a[x,y]==1", "a [x,y]"})
    void joinsExtrasThatMavenTookApart(String requirement) {
        assertThat(PackageList.of(List.of(requirement.split(",")))).containsExactly(requirement);
    }

    @Test
    void leavesWholeRequirementsAlone() {
        List<String> requirements =
                List.of("numpy>=2,<3", "rich[jupyter]", "lib @ file:///lib", "a==1 ; python_version < '3.14'", "b===1");

        assertThat(PackageList.of(requirements)).isEqualTo(requirements);
    }

    @Test
    void forgetsBlanks() {
        assertThat(PackageList.of(List.of("", " numpy ", "  "))).containsExactly("numpy");
    }

    @Property
    void givesBackWhatMavenSplitAtCommas(@ForAll("requirements") List<String> requirements) {
        assertThat(PackageList.of(List.of(String.join(",", requirements).split(","))))
                .isEqualTo(requirements);
    }

    @Provide
    Arbitrary<List<String>> requirements() {
        Arbitrary<String> bounds = Arbitraries.of("", "==1", ">=1,<2", "~=1.4", ">=1,!=1.5,<2");
        Arbitrary<String> extras = Arbitraries.of("", "[cli]", "[cli,http2]");
        return Arbitraries.of("numpy", "ruamel.yaml", "a-b")
                .flatMap(name -> extras.flatMap(extra -> bounds.map(bound -> name + extra + bound)))
                .list()
                .ofMinSize(1)
                .ofMaxSize(5);
    }
}
