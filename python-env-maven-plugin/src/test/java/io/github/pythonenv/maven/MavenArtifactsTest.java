package io.github.pythonenv.maven;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.pythonenv.UserFailure;
import java.io.File;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.maven.repository.internal.MavenRepositorySystemUtils;
import org.eclipse.aether.DefaultRepositorySystemSession;
import org.eclipse.aether.RepositorySystem;
import org.eclipse.aether.repository.RemoteRepository;
import org.eclipse.aether.resolution.ArtifactRequest;
import org.eclipse.aether.resolution.ArtifactResolutionException;
import org.eclipse.aether.resolution.ArtifactResult;
import org.eclipse.aether.transfer.ArtifactNotFoundException;
import org.junit.jupiter.api.Test;

class MavenArtifactsTest {

    private static final RemoteRepository REPOSITORY =
            new RemoteRepository.Builder("mine", "default", "file:///repository").build();

    private final DefaultRepositorySystemSession session = MavenRepositorySystemUtils.newSession();
    private final List<ArtifactRequest> asked = new ArrayList<>();

    @Test
    void asksMavenForTheArtifactInItsRepositories() {
        File file = new File("cpython.jar").getAbsoluteFile();

        Path found = artifacts(request -> new ArtifactResult(request)
                        .setArtifact(request.getArtifact().setFile(file)))
                .resolve("org.example", "cpython", "3.14.3-1", "jar", "linux-x86_64");

        assertThat(found).isEqualTo(file.toPath());
        assertThat(asked).singleElement().satisfies(request -> {
            assertThat(request.getArtifact()).hasToString("org.example:cpython:jar:linux-x86_64:3.14.3-1");
            assertThat(request.getRepositories()).containsExactly(REPOSITORY);
        });
    }

    @Test
    void saysWhatWasNotFoundAndWhereToLook() {
        assertThatThrownBy(() -> artifacts(MavenArtifactsTest::notFound)
                        .resolve("org.example", "cpython", "3.14.3-1", "jar", "linux-x86_64"))
                .isInstanceOfSatisfying(UserFailure.class, failure -> {
                    assertThat(failure).hasMessageContaining("org.example:cpython:jar:linux-x86_64:3.14.3-1");
                    assertThat(failure).hasCauseInstanceOf(ArtifactResolutionException.class);
                    assertThat(failure.hint()).contains("settings.xml").doesNotContain("-o");
                });
    }

    @Test
    void saysThatTheBuildIsOffline() {
        session.setOffline(true);

        assertThatThrownBy(() -> artifacts(MavenArtifactsTest::notFound)
                        .resolve("org.example", "cpython", "3.14.3-1", "jar", "linux-x86_64"))
                .isInstanceOfSatisfying(
                        UserFailure.class, failure -> assertThat(failure.hint()).contains("without -o"));
    }

    private static ArtifactResult notFound(ArtifactRequest request) throws ArtifactResolutionException {
        ArtifactResult result = new ArtifactResult(request);
        result.addException(new ArtifactNotFoundException(request.getArtifact(), REPOSITORY));
        throw new ArtifactResolutionException(List.of(result));
    }

    private MavenArtifacts artifacts(Resolution resolution) {
        RepositorySystem system = (RepositorySystem) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {RepositorySystem.class}, (proxy, method, arguments) -> {
                    assertThat(method.getName()).isEqualTo("resolveArtifact");
                    assertThat(arguments[0]).isSameAs(session);
                    asked.add((ArtifactRequest) arguments[1]);
                    return resolution.of((ArtifactRequest) arguments[1]);
                });
        return new MavenArtifacts(system, session, List.of(REPOSITORY));
    }

    /** What Maven's resolver does in a test. */
    private interface Resolution {
        ArtifactResult of(ArtifactRequest request) throws ArtifactResolutionException;
    }
}
