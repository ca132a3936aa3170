package io.github.pythonenv.runtime;

import io.github.pythonenv.FileFault;
import io.github.pythonenv.UserFailure;
import io.github.pythonenv.platform.Host;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The runtimes that an organisation has in its Maven repository, as their notes there tell. What the catalogue knows as
 * well must have the catalogue's digest; for the rest the repository is believed, as it is for plugins and libraries.
 */
final class MirrorListing {
    private static final Pattern FULL = Pattern.compile("\\d{1,4}\\.\\d{1,4}\\.\\d{1,4}");

    private final MirrorGroup group;
    private final ArtifactResolver resolver;
    private final Catalogue catalogue;

    MirrorListing(MirrorGroup group, ArtifactResolver resolver, Catalogue catalogue) {
        this.group = group;
        this.resolver = resolver;
        this.catalogue = catalogue;
    }

    /**
     * Looks from the newest version downwards, until one starts on the machine.
     *
     * @return those that were looked at, in that order: the last one starts here, if any does
     * @throws UserFailure if the repository cannot be asked, or has another archive than the catalogue knows
     */
    List<Distribution> newestFirst(VersionRequest request, Host host) {
        List<PythonVersion> versions = resolver.versions(group.groupId(), MirrorGroup.RUNTIMES).stream()
                .filter(version -> FULL.matcher(version).matches())
                .map(PythonVersion::parse)
                .filter(request::accepts)
                .sorted(Comparator.reverseOrder())
                .toList();
        List<Distribution> found = new ArrayList<>();
        for (PythonVersion version : versions) {
            for (String platform : PlatformOffers.fullPlatforms(host)) {
                Optional<Distribution> here = distribution(version, platform);
                here.ifPresent(found::add);
                if (here.filter(one -> one.obstacle(host).isEmpty()).isPresent()) {
                    return found;
                }
            }
        }
        return found;
    }

    private Optional<Distribution> distribution(PythonVersion version, String platform) {
        Optional<Path> file = resolver.find(group.note(version, platform));
        if (file.isEmpty()) {
            return Optional.empty();
        }
        try {
            Distribution noted = RuntimeRecord.readFile(file.get())
                    .orElseThrow(() -> new UserFailure(
                            "The note " + group.note(version, platform) + " of the mirror cannot be understood.",
                            "A later version of this plugin may have written it: use that one here, too."));
            refuseOtherThanCatalogued(noted);
            return Optional.of(noted);
        } catch (IOException e) {
            throw new UserFailure(
                    file.get() + " cannot be read: " + FileFault.why(e) + ".",
                    "Delete it, and run the build again.",
                    e);
        }
    }

    private void refuseOtherThanCatalogued(Distribution noted) {
        catalogue.contradicting(noted).ifPresent(known -> {
            throw new UserFailure(
                    "The mirror says that " + group.archive(noted) + " comes from " + noted.origin()
                            + ", but its SHA-256 is " + noted.sha256() + " and not " + known.sha256() + ".",
                    "Somebody altered it on the way: tell those who fill the mirror.");
        });
    }
}
