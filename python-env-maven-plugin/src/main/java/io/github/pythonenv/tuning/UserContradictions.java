package io.github.pythonenv.tuning;

import java.util.List;

/** What the user has set in variables, and does not do what it looks like. */
record UserContradictions(Surroundings surroundings, Settings settings) {

    private static final List<String> THREADS =
            List.of("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS", "NUMEXPR_NUM_THREADS");

    void add() {
        String visible = surroundings.set("CUDA_VISIBLE_DEVICES");
        if (visible.equalsIgnoreCase("all")) {
            settings.contradiction(
                    "CUDA_VISIBLE_DEVICES is 'all', which is no list of GPUs: programs see none.",
                    "Unset it: then they see all. NVIDIA_VISIBLE_DEVICES=all is for containers.");
        }
        both(
                TorchAllocator.OLD_VARIABLE,
                TorchAllocator.NEW_VARIABLE,
                "torch reads the second from version 2.11 on, and the first before.");
        both("XLA_CLIENT_MEM_FRACTION", "XLA_PYTHON_CLIENT_MEM_FRACTION", "JAX does not use a GPU then.");
        for (String name : THREADS) {
            String threads = surroundings.set(name);
            if (threads.matches("[0-9]{1,6}")
                    && Integer.parseInt(threads) > surroundings.cpus().allowed()) {
                settings.contradiction(
                        name + " is " + threads + ", and there "
                                + (surroundings.cpus().allowed() == 1
                                        ? "is one CPU"
                                        : "are " + surroundings.cpus().allowed() + " CPUs")
                                + " to run on: the threads wait for each other.",
                        "Unset it, or take at most " + surroundings.cpus().threads() + ".");
            }
        }
    }

    private void both(String one, String other, String effect) {
        if (!surroundings.set(one).isEmpty() && !surroundings.set(other).isEmpty()) {
            settings.contradiction(one + " and " + other + " are both set: " + effect, "Keep one of them.");
        }
    }
}
