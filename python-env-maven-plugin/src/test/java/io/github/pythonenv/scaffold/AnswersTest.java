package io.github.pythonenv.scaffold;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.pythonenv.UserFailure;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AnswersTest {

    @Test
    void takesDefaults() {
        Answers answers = answers(Map.of());

        assertThat(answers.template()).isEqualTo(ProjectTemplate.MINIMAL);
        assertThat(answers.pythonVersion()).isEqualTo("3.14");
        assertThat(answers.parts()).containsOnly(ProjectPart.CONTAINER, ProjectPart.CI, ProjectPart.QUALITY);
        assertThat(answers.coordinates().groupId()).isEqualTo("com.example");
    }

    @ParameterizedTest
    @CsvSource({
        "template,kitchen-sink,'minimal, data-science, machine-learning, web, full-stack'",
        "pythonVersion,2.7,3.12",
        "pythonVersion,'3.14; rm',3.12",
        "java,maybe,true or false",
        "artifactId,'my project',no spaces",
        "artifactId,../up,no spaces",
        "groupId,com/example,no spaces",
        "version,1 0,1.0-SNAPSHOT",
        "accelerator,quantum,cuda-12.6",
        "accelerator,cuda,machine-learning",
    })
    void saysWhatIsWrongAndWhatToTake(String key, String value, String hint) {
        assertThatThrownBy(() -> answers(Map.of(key, value)))
                .isInstanceOfSatisfying(
                        UserFailure.class, failure -> assertThat(failure.hint()).contains(hint))
                .hasMessageContaining(key)
                .hasMessageContaining(value);
    }

    @ParameterizedTest
    @CsvSource({
        "rainfall,rainfall,rainfall",
        "3d-rainfall.v2,p3d_rainfall_v2,p3d-rainfall-v2",
        "My-Project,my_project,my-project",
        "-x-,x,x",
        "json,json_app,json-app",
        "class,class_app,class-app",
        "numpy,numpy_app,numpy-app",
        "test,test_app,test-app",
    })
    void findsNamesForPython(String artifactId, String module, String distribution) {
        Coordinates coordinates = answers(Map.of("artifactId", artifactId)).coordinates();

        assertThat(coordinates.module()).isEqualTo(module);
        assertThat(coordinates.distribution()).isEqualTo(distribution);
    }

    @ParameterizedTest
    @CsvSource({
        "com.my-company.3d,com.my_company._3d",
        "org.new.class,org.new_.class_",
        "'my package.Data Science',my_package.data_science",
        "com..example.,com.example",
    })
    void findsAPackageForJava(String asked, String taken) {
        assertThat(answers(Map.of("package", asked)).coordinates().javaPackage())
                .isEqualTo(taken);
    }

    @ParameterizedTest
    @CsvSource({"1.0-SNAPSHOT,1.0.dev0", "2,2", "1.2.3.Final,1.2.3", "main,0.1.0"})
    void findsAVersionForPython(String maven, String python) {
        assertThat(answers(Map.of("version", maven)).coordinates().pythonVersion())
                .isEqualTo(python);
    }

    @ParameterizedTest
    @CsvSource({
        "DataScience,data-science",
        "WebDevelopment,web",
        "FullStack,full-stack",
        "Machine-Learning,machine-learning"
    })
    void knowsTemplatesByTheNamesOfPackageTemplatesToo(String name, String label) {
        assertThat(answers(Map.of("template", name)).template().label()).isEqualTo(label);
    }

    static Answers answers(Map<String, String> given) {
        Map<String, String> all = new HashMap<>(Map.of("artifactId", "rainfall", "pythonEnvVersion", "1.0"));
        all.putAll(given);
        return Answers.of(all);
    }
}
