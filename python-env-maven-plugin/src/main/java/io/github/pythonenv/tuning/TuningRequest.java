package io.github.pythonenv.tuning;

/**
 * What was asked of the hardware's use, for one environment.
 *
 * @param accelerator which accelerator the packages are for
 * @param gpus which GPUs programs may see
 * @param optimization how libraries use what is there
 * @param indexes where PyTorch's wheels come from
 */
public record TuningRequest(
        AcceleratorRequest accelerator, GpuSelection gpus, Optimization optimization, TorchIndexRequest indexes) {

    /** Nothing was asked. */
    public static final TuningRequest NONE = new TuningRequest(
            AcceleratorRequest.UNSET, GpuSelection.UNSET, Optimization.DEFAULT, TorchIndexRequest.DEFAULT);

    /**
     * The canonical text of what decides how an environment is built: empty where nothing was asked. The accelerator and
     * the indexes are not in it: what they come to is among the settings of the installation.
     */
    public String describe() {
        return asksNothing() ? "" : "gpus " + gpus + " " + optimization;
    }

    /** Whether neither GPUs nor the use of the hardware were asked for: an up-to-date build compares no records. */
    @SuppressWarnings("ReferenceEquality")
    private boolean asksNothing() {
        return gpus == GpuSelection.UNSET && optimization == Optimization.DEFAULT;
    }
}
