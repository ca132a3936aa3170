import sysconfig

library = {sysconfig.get_path("stdlib"), sysconfig.get_path("platstdlib"), sysconfig.get_config_var("DESTSHARED")}
answer(
    path=[entry for entry in sys.path if entry],
    library=sorted(filter(None, library)),
    base=sys.base_prefix,
)
