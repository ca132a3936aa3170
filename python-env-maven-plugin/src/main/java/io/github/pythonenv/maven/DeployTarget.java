package io.github.pythonenv.maven;

import io.github.pythonenv.UserFailure;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.aether.repository.RemoteRepository;
import org.eclipse.aether.repository.RepositoryPolicy;

/** Reads what Maven's own deploy goal takes as {@code altDeploymentRepository}. */
final class DeployTarget {

    /** With the layout between both, as versions of that goal before 3 wanted it. */
    private static final Pattern TEXT = Pattern.compile("(?<id>[^:]+)::(?:default::)?(?<url>.+)");

    private DeployTarget() {}

    /**
     * The repository that it means, without its credentials.
     *
     * @throws UserFailure if it has another form
     */
    static RemoteRepository parse(String text) {
        Matcher matcher = TEXT.matcher(text.strip());
        if (!matcher.matches()) {
            throw new UserFailure(
                    "-DaltDeploymentRepository=" + text + " is not of the form id::url.",
                    "Write for example -DaltDeploymentRepository=releases::https://repository.example/releases: the id"
                            + " is that of a server in settings.xml, with its credentials.");
        }
        return new RemoteRepository.Builder(matcher.group("id"), "default", matcher.group("url"))
                .setPolicy(new RepositoryPolicy(
                        true, RepositoryPolicy.UPDATE_POLICY_ALWAYS, RepositoryPolicy.CHECKSUM_POLICY_FAIL))
                .build();
    }
}
