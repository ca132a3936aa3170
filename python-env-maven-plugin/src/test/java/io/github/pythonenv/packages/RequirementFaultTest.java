package io.github.pythonenv.packages;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RequirementFaultTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "rich",
                "zope.interface",
                "A_b-c.d9",
                "rich==13.9.4",
                "rich >= 13, <15",
                "numpy>=2,!=2.1.*,<3",
                "requests (>=2.8.1, ==2.8.*)",
                "torch==2.5.0+cpu",
                "tool===whatever-you-like",
                "rich[jupyter]~=13.1",
                "rich[ jupyter , svg ]",
                "pip @ https://example.test/pip-1.3.1.zip",
                "pip @ file:///localbuilds/pip-1.3.1.zip ; sys_platform == 'win32'",
                "tool[one] @ git+https://example.test/tool.git@main",
                "colorama; os_name == \"nt\" and (python_version < '3.13' or extra == 'x')",
                "pytz>=2024.1; platform_system != 'Windows'"
            })
    void whatIsARequirement(String text) {
        assertThat(RequirementFault.of(text)).isEmpty();
    }

    /** That uv 0.13.8 and packaging 25 refuse each of them was tried. */
    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '#',
            value = {
                "rich==|7|a version has to stand behind ==",
                "rich>=13,|10|a comparison has to stand",
                "requests=2|9|a comparison has to stand",
                "rich 13|6|a comparison has to stand",
                "a/b|2|a comparison has to stand",
                "-rich|1|the name of a package",
                "##|1|the name of a package",
                "rich>>13|6|a version has to stand that > can be asked of",
                "rich==thirteen|7|a version has to stand that == can be asked of",
                "rich>=13.*|7|a version has to stand that >= can be asked of",
                "rich~=13|7|a version has to stand that ~= can be asked of",
                "rich[jupyter|5|names of extras",
                "rich[jupyter==13|5|names of extras",
                "rich @ here|6|an address has to stand",
                "rich (>=13|11|the parenthesis is not closed",
                "rich==13 extra|10|the end or a ';'",
                "rich; sys_platform|6|a condition has to stand",
                "rich;|6|a condition has to stand"
            },
            delimiter = '|')
    void whatIsNone(String text, int position, String why) {
        assertThat(RequirementFault.of(text)).hasValueSatisfying(fault -> {
            assertThat(fault.why()).startsWith(why);
            assertThat(fault.position()).isEqualTo(position);
        });
    }

    @Test
    void saysWhatToWrite() {
        assertThat(RequirementFault.of("rich==").orElseThrow().failure())
                .hasMessage("'rich==' is no requirement: at character 7, a version has to stand behind ==.")
                .satisfies(failure -> assertThat(failure.hint()).contains("rich>=13,<15"));
    }
}
