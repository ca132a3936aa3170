package io.github.pythonenv.progress;

/** The stages of one {@code ensure}, in their order. The last two are ends: one of them is always the last event. */
public enum Stage {
    INITIALIZING("Initializing", 0),
    INITIALIZING_REGISTRY("InitializingRegistry", 5),
    LOADING_PROFILES("LoadingProfiles", 10),
    CHECKING_RUNTIME("CheckingRuntime", 15),
    PROVISIONING_PYTHON("ProvisioningPython", 20),
    REGISTERING_RUNTIME("RegisteringRuntime", 40),
    CREATING_VIRTUAL_ENV("CreatingVirtualEnv", 45),
    INSTALLING_PACKAGES("InstallingPackages", 50),
    VERIFYING("Verifying", 90),
    COMPLETE("Complete", 100),
    FAILED("Failed", 100);

    private final String label;
    private final int percent;

    Stage(String label, int percent) {
        this.label = label;
        this.percent = percent;
    }

    /** The name as it is shown to people and written to reports, for example {@code CheckingRuntime}. */
    public String label() {
        return label;
    }

    /** How much of the whole is done when this stage starts: 0 to 100. */
    public int percent() {
        return percent;
    }
}
