package io.github.pythonenv.download;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProxiesTest {
    private static final URI HTTPS = URI.create("https://files.example.com/a");
    private static final URI HTTP = URI.create("http://files.example.com/a");

    private static Optional<Proxy> of(Map<String, String> environment, URI uri) {
        return Proxies.of(List.of(), environment).forUri(uri);
    }

    @ParameterizedTest
    @CsvSource({
        "HTTPS_PROXY, http://proxy:3128, proxy:3128",
        "https_proxy, http://proxy:3128/, proxy:3128",
        "ALL_PROXY, http://proxy, proxy:8080",
        "all_proxy, proxy:81, proxy:81",
        "HTTPS_PROXY, http://[::1]:3128, [::1]:3128",
    })
    void variables(String name, String value, String proxy) {
        assertThat(of(Map.of(name, value), HTTPS)).hasToString("Optional[" + proxy + "]");
    }

    @Test
    void eachSchemeHasItsOwn() {
        Map<String, String> environment =
                Map.of("HTTP_PROXY", "http://one:1", "https_proxy", "http://two:2", "HTTPS_PROXY", "http://three:3");

        assertThat(of(environment, HTTP)).hasToString("Optional[one:1]");
        assertThat(of(environment, HTTPS)).hasToString("Optional[two:2]");
        assertThat(of(Map.of("HTTP_PROXY", "http://one:1"), HTTPS)).isEmpty();
        assertThat(of(Map.of("HTTPS_PROXY", " ", "https_proxy", ""), HTTPS)).isEmpty();
    }

    @Test
    void credentials() {
        assertThat(of(Map.of("HTTPS_PROXY", "http://ann:p%40ss:w@proxy:1"), HTTPS)
                        .orElseThrow()
                        .credentials())
                .contains(new Credentials("ann", "p@ss:w"));
        // What people write who know of no encoding.
        assertThat(of(Map.of("HTTPS_PROXY", "ann:p@ss%w+@proxy:1"), HTTPS)
                        .orElseThrow()
                        .credentials())
                .contains(new Credentials("ann", "p@ss%w+"));
    }

    @ParameterizedTest
    @CsvSource({
        "socks5://ann:secret@proxy:1080, it speaks SOCKS (socks5://)",
        "SOCKS5H://ann:secret@proxy:1080, it speaks SOCKS (socks5h://)",
        "https://ann:secret@proxy, it is reached over TLS",
        "http://ann:secret@, it is no HTTP proxy",
        "http://ann:secret@a b, it is no HTTP proxy",
    })
    void whatCannotBeUsed(String value, String why) {
        assertThatThrownBy(() -> of(Map.of("ALL_PROXY", value), HTTPS))
                .isInstanceOfSatisfying(
                        UnusableProxy.class,
                        failure -> assertThat(failure.hint()).contains("NO_PROXY"))
                .hasMessageContaining("ALL_PROXY")
                .hasMessageContaining("cannot be used for files.example.com: " + why)
                .hasMessageNotContaining("secret");
    }

    @ParameterizedTest
    @ValueSource(strings = {"socks", "socks4", "SOCKS5"})
    void aListedSocksProxyIsNotGoneAround(String protocol) {
        ListedProxy socks = new ListedProxy(protocol, new Proxy("office", 1080, Optional.empty()), "*.inside");
        ListedProxy http = new ListedProxy("http", new Proxy("one", 1, Optional.empty()), "");

        assertThatThrownBy(() -> Proxies.of(List.of(socks), Map.of()).forUri(HTTPS))
                .isInstanceOf(UnusableProxy.class)
                .hasMessageContaining("The proxy office:1080 that Maven's settings.xml lists")
                .hasMessageContaining(protocol);
        assertThat(Proxies.of(List.of(socks), Map.of()).forUri(URI.create("https://files.inside/a")))
                .isEmpty();
        assertThat(Proxies.of(List.of(socks, http), Map.of()).forUri(HTTPS)).hasToString("Optional[one:1]");
        assertThat(Proxies.of(List.of(socks), Map.of("HTTPS_PROXY", "two:2")).forUri(HTTPS))
                .hasToString("Optional[two:2]");
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '"',
            value = {
                "files.example.com, true",
                "FILES.example.com, true",
                "example.com, true",
                ".example.com, true",
                "*.example.com, true",
                "*, true",
                "\"other, example.com\", true",
                "other example.com, true",
                "example.com:443, true",
                "example.com:8443, false",
                "ample.com, false",
                "files.example.com.evil, false",
                "\"\", false",
                "\",\", false",
            })
    void hostsThatAreReachedDirectly(String list, boolean direct) {
        Map<String, String> environment = Map.of("HTTPS_PROXY", "http://proxy:1", "NO_PROXY", list);

        assertThat(of(environment, HTTPS).isEmpty()).isEqualTo(direct);
    }

    @Test
    void addressesThatAreReachedDirectly() {
        Map<String, String> environment = Map.of("HTTP_PROXY", "http://proxy:1", "no_proxy", "::1,127.0.0.1");

        assertThat(of(environment, URI.create("http://[::1]:8080/"))).isEmpty();
        assertThat(of(environment, URI.create("http://127.0.0.1/"))).isEmpty();
        assertThat(of(environment, URI.create("http://127.0.0.2/"))).isPresent();
    }

    @ParameterizedTest
    @CsvSource({
        "files.example.com, true",
        "*.example.com, true",
        "localhost|*.EXAMPLE.com, true",
        "'localhost, files.*', true",
        "example.com, false",
        "files.example?com, false",
        "'', false",
    })
    void listedProxiesPassHostsOver(String nonProxyHosts, boolean direct) {
        ListedProxy listed = new ListedProxy("https", new Proxy("listed", 1, Optional.empty()), nonProxyHosts);
        Map<String, String> environment = Map.of("HTTPS_PROXY", "http://variable:1");

        assertThat(Proxies.of(List.of(listed), environment).forUri(HTTPS))
                .hasToString(direct ? "Optional.empty" : "Optional[listed:1]");
    }

    @Test
    void theListedOneOfTheSchemeIsNearest() {
        ListedProxy http = new ListedProxy("http", new Proxy("one", 1, Optional.empty()), "");
        ListedProxy https = new ListedProxy("HTTPS", new Proxy("two", 2, Optional.empty()), "");

        assertThat(Proxies.of(List.of(http, https), Map.of()).forUri(HTTPS)).hasToString("Optional[two:2]");
        assertThat(Proxies.of(List.of(http), Map.of()).forUri(HTTPS)).hasToString("Optional[one:1]");
        assertThat(Proxies.of(List.of(https), Map.of("HTTP_PROXY", "http://three:3"))
                        .forUri(HTTP))
                .hasToString("Optional[three:3]");
    }
}
