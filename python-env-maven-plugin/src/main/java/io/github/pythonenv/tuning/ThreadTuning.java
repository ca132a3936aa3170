package io.github.pythonenv.tuning;

import io.github.pythonenv.platform.OperatingSystem;

/**
 * Threads of numeric libraries. They count the CPUs they may run on, and know neither of time quotas nor, for the most
 * part, of cores that are two CPUs. So they are told where their own number would be another. Sources: OpenMP 5.2,
 * "OMP_NUM_THREADS"; OpenBLAS, oneMKL, NumExpr, numba, polars, loky, TensorFlow and rayon, each one's documentation;
 * {@code NPROC} as XLA reads it (seen with jaxlib 0.10.2); Python's "PYTHON_CPU_COUNT", since 3.13.
 */
record ThreadTuning(Surroundings surroundings, Settings settings) {

    private static final Version CPU_COUNT = Version.of("3.13");
    private static final String OMP = "OMP_NUM_THREADS";

    void add(ThreadSettings asked) {
        boolean auto = asked.maxWorkers() == ThreadSettings.AUTO;
        int threads = auto ? surroundings.cpus().threads() : asked.maxWorkers();
        String reason = auto ? surroundings.cpus().reason() : "threading.max_workers";
        if (auto && threads >= surroundings.cpus().allowed()) {
            settings.withhold(OMP, String.valueOf(threads), "libraries count as many by themselves");
        } else {
            numbers(threads, reason);
        }
        if (surroundings.cpus().limited() && surroundings.python().atLeast(CPU_COUNT)) {
            settings.variable(
                    "PYTHON_CPU_COUNT",
                    surroundings.cpus().timeFor(),
                    surroundings.cpus().reason() + ": pools of workers are as large as os.cpu_count() says");
        }
        affinity(asked.affinity());
        if (!auto && threads > surroundings.cpus().allowed()) {
            settings.contradiction(
                    "threading.max_workers is " + threads + ", and there are "
                            + surroundings.cpus().allowed() + " CPUs to run on: the threads wait for each other.",
                    "Take auto, or at most " + surroundings.cpus().threads() + ".");
        }
    }

    private void numbers(int threads, String reason) {
        settings.variable(OMP, threads, reason);
        variable("numpy scipy", "OPENBLAS_NUM_THREADS", threads, reason);
        variable("mkl numpy scipy torch", "MKL_NUM_THREADS", threads, reason);
        variable("numexpr", "NUMEXPR_NUM_THREADS", threads, reason);
        variable("numexpr", "NUMEXPR_MAX_THREADS", threads, reason);
        variable("numba", "NUMBA_NUM_THREADS", threads, reason);
        variable("polars", "POLARS_MAX_THREADS", threads, reason);
        variable("tokenizers", "RAYON_NUM_THREADS", threads, reason);
        variable("joblib loky scikit-learn", "LOKY_MAX_CPU_COUNT", threads, reason);
        variable("tensorflow tensorflow-cpu", "TF_NUM_INTRAOP_THREADS", threads, reason);
        variable("jaxlib", "NPROC", threads, reason);
        if (surroundings.platform().os() == OperatingSystem.MACOS) {
            variable("numpy scipy torch", "VECLIB_MAXIMUM_THREADS", threads, reason);
        }
    }

    /** A variable that only some packages read. */
    private void variable(String packages, String name, int threads, String reason) {
        if (surroundings.hasAny(packages.split(" ", -1))) {
            settings.variable(name, threads, reason, OMP);
        }
    }

    private void affinity(ThreadSettings.Affinity affinity) {
        switch (affinity) {
            case UNSET -> {
                // As the system does.
            }
            case OFF -> settings.variable("OMP_PROC_BIND", "false", "threading.thread_affinity");
            case CLOSE, SPREAD -> {
                settings.variable(
                        "OMP_PROC_BIND",
                        affinity == ThreadSettings.Affinity.CLOSE ? "close" : "spread",
                        "threading.thread_affinity");
                settings.variable("OMP_PLACES", "cores", "threading.thread_affinity: one thread for each core");
                if (surroundings.cpus().limited()) {
                    settings.contradiction(
                            "threading.thread_affinity keeps threads on the same cores, while the quota gives time for "
                                    + surroundings.cpus().timeFor() + " of "
                                    + surroundings.cpus().allowed()
                                    + " CPUs: programs that are started side by side are all put on the first cores.",
                            "Leave it away where a quota limits the container.");
                }
            }
        }
    }
}
