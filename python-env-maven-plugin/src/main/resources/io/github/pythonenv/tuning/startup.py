"""Settings for this environment, made by python-env. PYTHON_ENV_TUNING=off switches them off."""
import os
import sys

VARIABLES = (
    # @VARIABLES@
)

ACTIONS = {
    # @ACTIONS@
}

THREADS = "_NUM_THREADS", "_MAX_THREADS", "_THREADS", "LOKY_MAX_CPU_COUNT", "NPROC"


def set_variables():
    """Only where the user has set nothing."""
    try:
        most = len(os.sched_getaffinity(0))
    except AttributeError:
        most = os.cpu_count() or 1
    users = set(os.environ)
    for name, value, *weaker in VARIABLES:
        # What the user chose for others that follow, such as OMP_NUM_THREADS, holds, too.
        if users.isdisjoint((name, *weaker)):
            os.environ[name] = str(min(int(value), most)) if name.endswith(THREADS) else value


def limit_torch(torch):
    if torch.cuda.is_available():
        for device in range(torch.cuda.device_count()):
            torch.cuda.set_per_process_memory_fraction(*ACTIONS["TORCH_MEMORY_FRACTION"], device)


def limit_tensorflow(tensorflow):
    limit = tensorflow.config.LogicalDeviceConfiguration(memory_limit=ACTIONS["TENSORFLOW_MEMORY_LIMIT"][0])
    for gpu in tensorflow.config.list_physical_devices("GPU"):
        tensorflow.config.set_logical_device_configuration(gpu, [limit])


AFTER_IMPORT = {
    module: function
    for module, action, function in (
        ("torch", "TORCH_MEMORY_FRACTION", limit_torch),
        ("tensorflow", "TENSORFLOW_MEMORY_LIMIT", limit_tensorflow),
    )
    if action in ACTIONS
}


class AfterImport:
    """Does something when a module was imported: importing it here would cost seconds in each start."""

    @staticmethod
    def find_spec(name, path=None, target=None):
        if name not in AFTER_IMPORT:
            return None
        function = AFTER_IMPORT.pop(name)
        import importlib.util

        spec = importlib.util.find_spec(name)
        if spec is None or spec.loader is None:
            return spec
        execute = spec.loader.exec_module

        def exec_module(module):
            execute(module)
            try:
                function(module)
            except Exception as failure:  # a program that would have run must run
                print(f"python-env: {name} was not limited: {failure}", file=sys.stderr)

        spec.loader.exec_module = exec_module
        return spec


if os.environ.get("PYTHON_ENV_TUNING", "").lower() not in ("off", "0", "false", "no"):
    set_variables()
    if "GC_THRESHOLD" in ACTIONS:
        import gc

        gc.set_threshold(*ACTIONS["GC_THRESHOLD"])
    if AFTER_IMPORT:
        sys.meta_path.insert(0, AfterImport)
    if @FAULTS@:
        import faulthandler

        if not faulthandler.is_enabled() and sys.stderr is not None:
            try:
                faulthandler.enable()
            except (OSError, RuntimeError, ValueError):
                pass  # standard error is closed
