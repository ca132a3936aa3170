# Activates this environment in Nushell: overlay use, with the path of this file.

export-env {
    $env.VIRTUAL_ENV = @DIRECTORY@
    $env.VIRTUAL_ENV_PROMPT = @PROMPT@
    $env.PATH = ($env.PATH | split row (char esep) | prepend @BIN@)
    hide-env --ignore-errors PYTHONHOME
}

# Leave the Python environment.
export alias deactivate = overlay hide activate
