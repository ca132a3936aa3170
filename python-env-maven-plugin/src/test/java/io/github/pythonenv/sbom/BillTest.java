package io.github.pythonenv.sbom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import io.github.pythonenv.packages.DependencyGraph;
import io.github.pythonenv.packages.DependencyGraph.Need;
import io.github.pythonenv.packages.DependencyGraph.Node;
import io.github.pythonenv.packages.LockedArtifact;
import java.io.IOException;
import java.io.StringReader;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import javax.xml.XMLConstants;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.SchemaFactory;
import org.junit.jupiter.api.Test;
import org.xml.sax.SAXException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Bills are what CycloneDX's own schemas say. */
class BillTest {

    private static final Component SUBJECT =
            part("application", "com.example", "shop", "1", "", "pkg:maven/com.example/shop@1");
    private static final Component TOOL = part("application", "", "tool", "1", "", "pkg:maven/x/tool@1");
    private static final Component RUNTIME =
            part("platform", "", "cpython", "3.14.3", "Python-2.0", "pkg:generic/cpython@3.14.3");

    private static final Bill BILL = Bill.of(
            SUBJECT,
            TOOL,
            RUNTIME,
            new DependencyGraph(List.of(
                    node("app", "1.0", "An \u0001 app <&>", "MIT OR Apache-2.0", true, "base"),
                    node("base", "2.0+cpu", "", "Some words of ours", false))),
            List.of(new LockedArtifact(
                    "app", "1.0", "https://index.example.org/app-1.0-py3-none-any.whl", "ab".repeat(32))));

    @Test
    void theJsonIsValid() throws IOException {
        assertThat(problems(json(BILL))).isEmpty();
        assertThat(problems(json(BILL).replace("\"library\"", "\"nothing known\"")))
                .isNotEmpty();
    }

    @Test
    void theXmlIsValid() throws Exception {
        validate(BillXml.text(BILL));
        assertThatThrownBy(() -> validate(BillXml.text(BILL).replace("\"library\"", "\"nothing known\"")))
                .isInstanceOf(SAXException.class);
    }

    @Test
    void saysWhatIsInIt() {
        JsonNode bill = JsonMapper.shared().readTree(json(BILL));

        assertThat(bill.at("/components/0/name").asString()).isEqualTo("cpython");
        assertThat(bill.at("/components/1/licenses/0/expression").asString()).isEqualTo("MIT OR Apache-2.0");
        assertThat(bill.at("/components/1/hashes/0/content").asString()).isEqualTo("ab".repeat(32));
        assertThat(bill.at("/components/2/licenses/0/license/name").asString()).isEqualTo("Some words of ours");
        assertThat(bill.path("dependencies").valueStream().map(JsonNode::toString))
                .anyMatch(one -> one.contains("\"pkg:pypi/app@1.0\"") && one.contains("[\"pkg:pypi/base@2.0%2Bcpu\"]"));
        assertThat(BillXml.text(BILL)).contains("An  app &lt;&amp;&gt;");
    }

    private static Node node(
            String name, String version, String summary, String license, boolean direct, String... needs) {
        List<Need> requires =
                List.of(needs).stream().map(one -> new Need(one, "", "", true)).toList();
        return new Node(name, version, summary, license, 1, 1, direct, List.of(), requires);
    }

    private static Component part(String type, String group, String name, String version, String license, String purl) {
        return new Component(type, group, name, version, "", license, Optional.empty(), Optional.empty(), purl);
    }

    private static String json(Bill bill) {
        return JsonMapper.shared().writeValueAsString(BillJson.data(bill));
    }

    private static List<String> problems(String json) throws IOException {
        return JsonSchemaFactory.getInstance(
                        SpecVersion.VersionFlag.V7,
                        builder -> builder.schemaMappers(
                                mappers -> mappers.mapPrefix("http://cyclonedx.org/schema/", "classpath:")))
                .getSchema(
                        new String(resource("bom-1.6.schema.json").openStream().readAllBytes(), StandardCharsets.UTF_8))
                .validate(json, InputFormat.JSON)
                .stream()
                .map(Object::toString)
                .toList();
    }

    private static void validate(String xml) throws Exception {
        SchemaFactory factory = SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI);
        factory.setResourceResolver((type, namespace, publicId, systemId, base) ->
                systemId != null && systemId.endsWith("/spdx") ? new SpdxInput(resource("spdx.xsd")) : null);
        factory.newSchema(new StreamSource(resource("bom-1.6.xsd").openStream()))
                .newValidator()
                .validate(new StreamSource(new StringReader(xml)));
    }

    static URL resource(String name) {
        return Objects.requireNonNull(BillTest.class.getResource("/" + name), name);
    }
}
