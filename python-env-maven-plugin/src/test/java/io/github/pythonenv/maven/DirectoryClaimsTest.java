package io.github.pythonenv.maven;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.pythonenv.UserFailure;
import io.github.pythonenv.environment.Asked;
import io.github.pythonenv.environment.EnvironmentRequest;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.eclipse.aether.DefaultSessionData;
import org.eclipse.aether.SessionData;
import org.junit.jupiter.api.Test;

class DirectoryClaimsTest {

    private static final Path PROJECT = Path.of("/p");

    private final SessionData data = new DefaultSessionData();

    @Test
    void letsModulesShareWhatTheyAskAlike() {
        claim("a", "env", packages("numpy"));

        assertThatCode(() -> claim("b", "env", packages("numpy"))).doesNotThrowAnyException();
    }

    @Test
    void letsEachHaveItsOwn() {
        claim("a", "env", packages("numpy"));

        assertThatCode(() -> claim(
                        "b", "env", Asked.in(Path.of("/q")).packages("pandas").request()))
                .doesNotThrowAnyException();
    }

    @Test
    void refusesOtherPackages() {
        claim("a", "env", packages("numpy"));

        assertThatThrownBy(() -> claim("b", "env", packages("pandas")))
                .isInstanceOf(UserFailure.class)
                .hasMessageContaining(PROJECT.resolve(".venv").toString())
                .hasMessageContaining("a and b");
    }

    @Test
    void refusesAnotherPython() {
        claim("a", "env", packages("numpy"));

        assertThatThrownBy(() -> claim(
                        "b",
                        "env",
                        Asked.in(PROJECT).packages("numpy").python("3.13").request()))
                .isInstanceOf(UserFailure.class);
    }

    @Test
    void refusesExecutionsOfOneModuleThatWouldReplaceEachOthersWork() {
        claim("a", "env", packages("numpy"));

        assertThatThrownBy(() -> claim("a", "default-cli", packages("pandas")))
                .isInstanceOfSatisfying(UserFailure.class, failure -> {
                    assertThat(failure).hasMessageContaining("env and default-cli");
                    assertThat(failure.hint()).contains("<configuration>");
                });
    }

    @Test
    void knowsNothingOfAnotherBuild() {
        claim("a", "env", packages("numpy"));

        assertThatCode(() -> new DirectoryClaims(new DefaultSessionData()).claim("b", "env", packages("pandas")))
                .doesNotThrowAnyException();
    }

    /** With -T and with extensions, Maven may load the plugin twice. */
    @Test
    void seesWhatAnotherClassLoaderClaimed() throws Exception {
        claim("a", "env", packages("numpy"));
        URL[] classes = Stream.of(DirectoryClaims.class, Asked.class)
                .map(type -> type.getProtectionDomain().getCodeSource().getLocation())
                .toArray(URL[]::new);
        try (URLClassLoader other = new OurClassesAnew(classes)) {
            Class<?> claims = other.loadClass(DirectoryClaims.class.getName());
            Class<?> request = other.loadClass(EnvironmentRequest.class.getName());
            assertThat(claims).isNotSameAs(DirectoryClaims.class);
            Constructor<?> constructor = claims.getDeclaredConstructor(SessionData.class);
            constructor.setAccessible(true);
            Method claim = claims.getDeclaredMethod("claim", String.class, String.class, request);
            claim.setAccessible(true);
            Object theirs = constructor.newInstance(data);

            claim.invoke(theirs, "b", "env", packages(other, "numpy"));
            assertThatThrownBy(() -> claim.invoke(theirs, "b", "env", packages(other, "pandas")))
                    .isInstanceOf(InvocationTargetException.class)
                    .cause()
                    .hasMessageContaining("a and b");
        }
    }

    /** The request for packages, of the classes that a loader has. */
    private static Object packages(ClassLoader loader, String name) throws ReflectiveOperationException {
        Class<?> asked = loader.loadClass(Asked.class.getName());
        Object one = asked.getMethod("in", Path.class).invoke(null, PROJECT);
        Object two = asked.getMethod("packages", String[].class).invoke(one, (Object) new String[] {name});
        return asked.getMethod("request").invoke(two);
    }

    private static EnvironmentRequest packages(String... names) {
        return Asked.in(PROJECT).packages(names).request();
    }

    private void claim(String module, String execution, EnvironmentRequest request) {
        new DirectoryClaims(data).claim(module, execution, request);
    }

    /** Loads the plugin's classes itself and leaves all others to the loader of the tests, as Maven's realms do. */
    private static final class OurClassesAnew extends URLClassLoader {

        OurClassesAnew(URL[] classes) {
            super(classes, DirectoryClaims.class.getClassLoader());
        }

        @Override
        protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
            if (!name.startsWith("io.github.pythonenv.")) {
                return super.loadClass(name, resolve);
            }
            synchronized (getClassLoadingLock(name)) {
                Class<?> loaded = findLoadedClass(name);
                return loaded != null ? loaded : findClass(name);
            }
        }
    }
}
