package io.github.pythonenv.packages;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The machine that uv installs for. */
sealed interface InstallTarget {

    /** What uv is told besides, in a call that installs. */
    List<String> arguments(List<String> call);

    /** This one. */
    record Here() implements InstallTarget {
        @Override
        public List<String> arguments(List<String> call) {
            return List.of();
        }
    }

    /**
     * Another one.
     *
     * @param platform as uv names it
     */
    record Other(String platform) implements InstallTarget {
        @Override
        public List<String> arguments(List<String> call) {
            return List.of("--python-platform", platform);
        }
    }

    /**
     * Another one, and what is installed has to run there: of what an index has, wheels only. A project of one's own is
     * built here all the same; uv refuses the outcome where it is for this machine alone.
     *
     * @param platform as uv names it
     * @param own the projects that are built
     */
    record WheelsForOther(String platform, List<LocalProject> own) implements InstallTarget {
        @Override
        public List<String> arguments(List<String> call) {
            List<String> arguments = new ArrayList<>(new Other(platform).arguments(call));
            if (call.contains("--no-build")) {
                return arguments;
            }
            boolean project = call.get(0).equals("sync");
            arguments.addAll(project ? List.of("--no-build") : List.of("--only-binary", ":all:"));
            own.stream()
                    .map(LocalProject::name)
                    .flatMap(Optional::stream)
                    .forEach(name -> arguments.addAll(List.of(project ? "--no-binary-package" : "--no-binary", name)));
            return arguments;
        }
    }
}
