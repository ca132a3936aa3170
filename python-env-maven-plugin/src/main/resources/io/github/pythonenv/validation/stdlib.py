import importlib.util, sysconfig

# Since 3.12 the build notes which extension modules it made: MODULE__BZ2_STATE=yes.
built = {
    name[len("MODULE_") : -len("_STATE")].lower()
    for name, state in sysconfig.get_config_vars().items()
    if name.startswith("MODULE_") and name.endswith("_STATE") and state == "yes"
}
missing = []
for name in sorted(built):
    if not name.startswith(("_test", "_ctypes_test", "xx", "_xx")) and importlib.util.find_spec(name) is None:
        missing.append(name)
answer(built=len(built), missing=missing)
