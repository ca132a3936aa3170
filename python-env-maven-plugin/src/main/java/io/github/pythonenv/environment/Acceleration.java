package io.github.pythonenv.environment;

import io.github.pythonenv.packages.AcceleratedInputs;
import io.github.pythonenv.packages.InstallSettings;
import io.github.pythonenv.packages.LockedInputs;
import io.github.pythonenv.packages.NoPackages;
import io.github.pythonenv.packages.PackageInputs;
import io.github.pythonenv.packages.Packed;
import io.github.pythonenv.packages.TorchAddresses;
import io.github.pythonenv.packages.TorchWheels;
import io.github.pythonenv.packages.UnlockedInputs;
import io.github.pythonenv.platform.OperatingSystem;
import io.github.pythonenv.tuning.AcceleratorRequest;
import io.github.pythonenv.tuning.Detection;
import io.github.pythonenv.tuning.TorchIndexRequest;
import io.github.pythonenv.tuning.TorchIndexTable;
import io.github.pythonenv.tuning.WheelChoice;
import io.github.pythonenv.tuning.Wheels;
import java.util.function.Supplier;

/**
 * Makes of an accelerator that is asked for what is installed: the indexes of requirements, the part of a lock. What that
 * comes to is part of the request from then on, and so of the fingerprint: on a machine with another GPU the environment
 * is another one.
 *
 * @param os the system
 * @param detection what this machine has; asked only where an accelerator is asked for
 */
record Acceleration(OperatingSystem os, Supplier<Detection> detection) {

    /**
     * The request with the wheels in it.
     *
     * @throws io.github.pythonenv.UserFailure where the accelerator is not to be had, or the lock is for others
     */
    EnvironmentRequest of(EnvironmentRequest asked) {
        AcceleratorRequest accelerator = asked.tuning().accelerator();
        if (!accelerator.set() || asked.inputs() instanceof NoPackages || asked.inputs() instanceof Packed) {
            return asked;
        }
        TorchIndexTable table = TorchIndexTable.builtIn();
        TorchIndexRequest addresses = asked.tuning().indexes();
        Wheels wheels = new WheelChoice(table, addresses.indexes().keySet(), os).choose(accelerator, detection);
        TorchWheels fitting = new TorchWheels(
                wheels.indexes(),
                wheels.backend(),
                wheels.variables(),
                new TorchAddresses(table.base(), addresses.mirror(), addresses.indexes()),
                table.packages(),
                wheels.reason(),
                wheels.warning());
        // Another accelerator has another lock.
        PackageInputs source = asked.inputs() instanceof LockedInputs locked ? locked.source() : asked.inputs();
        AcceleratedInputs chosen = AcceleratedInputs.of(source, wheels.indexes(), accelerator.toString());
        InstallSettings settings =
                asked.settings().with(source instanceof UnlockedInputs ? fitting : fitting.chosen(chosen.index()));
        return asked.with(chosen.inputs(), settings).byLock();
    }
}
