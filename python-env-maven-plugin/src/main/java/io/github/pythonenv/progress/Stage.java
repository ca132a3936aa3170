package io.github.pythonenv.progress;

/**
 * The stages of one {@code ensure}, in their order, and after them that of {@code package} and {@code image}. Complete and
 * Failed are ends: one of them is always the last event of an {@code ensure}.
 */
public enum Stage {
    INITIALIZING("Initializing", 0, 5),
    INITIALIZING_REGISTRY("InitializingRegistry", 5, 10),
    LOADING_PROFILES("LoadingProfiles", 10, 15),
    CHECKING_RUNTIME("CheckingRuntime", 15, 20),
    PROVISIONING_PYTHON("ProvisioningPython", 20, 40),
    REGISTERING_RUNTIME("RegisteringRuntime", 40, 45),
    CREATING_VIRTUAL_ENV("CreatingVirtualEnv", 45, 50),
    INSTALLING_PACKAGES("InstallingPackages", 50, 90),
    VERIFYING("Verifying", 90, 100),
    COMPLETE("Complete", 100, 100),
    FAILED("Failed", 100, 100),
    PACKING("Packing", 0, 100);

    private final String label;
    private final int percent;
    private final int percentAfter;

    Stage(String label, int percent, int percentAfter) {
        this.label = label;
        this.percent = percent;
        this.percentAfter = percentAfter;
    }

    /** The name as it is shown to people and written to reports, for example {@code CheckingRuntime}. */
    public String label() {
        return label;
    }

    /** How much of the whole is done when this stage starts: 0 to 100. */
    public int percent() {
        return percent;
    }

    /** How much of the whole is done when this stage is finished: 0 to 100. */
    public int percentAfter() {
        return percentAfter;
    }
}
