package io.github.pythonenv.runtime;

import io.github.pythonenv.progress.ProgressEvent;
import io.github.pythonenv.progress.ProgressListener;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Leaves out, where it does not matter which source a runtime comes from, those that cannot be reached now. */
final class Reach {
    private final RuntimeRequest request;
    private final UnreachableHosts unreachable;
    private final ProgressListener listener;

    Reach(RuntimeRequest request, UnreachableHosts unreachable, ProgressListener listener) {
        this.request = request;
        this.unreachable = unreachable;
        this.listener = listener;
    }

    /** Those of these that there is hope for; all of them where there is none for any. */
    List<Distribution> within(List<Distribution> candidates) {
        if (!(request.source() instanceof SourceRequest.Auto)) {
            return candidates;
        }
        List<Distribution> reached =
                candidates.stream().filter(one -> outOfReach(one).isEmpty()).toList();
        if (reached.isEmpty() || reached.size() == candidates.size()) {
            return candidates;
        }
        String why = candidates.stream()
                .flatMap(one -> outOfReach(one).stream())
                .distinct()
                .collect(Collectors.joining("; "));
        String text =
                reached.get(0).title() + " from " + reached.get(0).source().word() + " and not "
                        + candidates.get(0).title() + " from "
                        + candidates.get(0).source().word() + ": " + why + ".";
        listener.on(
                candidates.get(0).version().equals(reached.get(0).version())
                        ? new ProgressEvent.Detail(text)
                        : new ProgressEvent.Notice(text));
        return reached;
    }

    private Optional<String> outOfReach(Distribution distribution) {
        if (!(distribution.origin() instanceof RemoteFile)
                || request.mirrors().groupId().isPresent()) {
            return Optional.empty();
        }
        URI uri = StandaloneMirror.address(distribution, request.mirrors());
        if ("file".equalsIgnoreCase(uri.getScheme())) {
            return Optional.empty();
        }
        if (request.offline()) {
            return Optional.of("this build is offline");
        }
        return !request.newest() && unreachable.contains(String.valueOf(uri.getHost()))
                ? Optional.of(uri.getHost() + " could not be reached lately, and is tried again a day later or with -U")
                : Optional.empty();
    }
}
