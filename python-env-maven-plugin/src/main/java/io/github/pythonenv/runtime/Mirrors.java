package io.github.pythonenv.runtime;

import java.net.URI;
import java.util.Optional;

/**
 * Other places for the same bytes.
 *
 * @param standalone what takes the place of the releases' address of python-build-standalone: everything before the
 *     release's date, without a slash at its end
 * @param groupId the group that {@code mirror} put runtimes and uv under in a Maven repository
 */
public record Mirrors(Optional<URI> standalone, Optional<String> groupId) {

    /** Where the bytes of a candidate are asked for: what an organisation's mirror has is there under its own names. */
    public Origin origin(Candidate candidate) {
        if (candidate instanceof Distribution known && groupId.isPresent()) {
            return new MirrorGroup(groupId.get()).archive(known);
        }
        return candidate.origin() instanceof RemoteFile
                ? new RemoteFile(StandaloneMirror.address(candidate, this))
                : candidate.origin();
    }

    /** The same, for a person. */
    public String place(Candidate candidate) {
        return origin(candidate).toString();
    }

    /** None. */
    public static final Mirrors NONE = new Mirrors(Optional.empty(), Optional.empty());
}
