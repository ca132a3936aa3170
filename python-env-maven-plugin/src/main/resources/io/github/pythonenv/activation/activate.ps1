# Activates this environment in PowerShell when it is dot-sourced.

function global:deactivate ([switch] $Again) {
    if (Test-Path variable:global:_PythonEnvOldPath) {
        $env:PATH = $global:_PythonEnvOldPath
        Remove-Variable -Name _PythonEnvOldPath -Scope Global
    }
    if (Test-Path variable:global:_PythonEnvOldHome) {
        $env:PYTHONHOME = $global:_PythonEnvOldHome
        Remove-Variable -Name _PythonEnvOldHome -Scope Global
    }
    if (Test-Path function:global:_PythonEnvOldPrompt) {
        Copy-Item -Path function:global:_PythonEnvOldPrompt -Destination function:global:prompt
        Remove-Item -Path function:global:_PythonEnvOldPrompt
    }
    Remove-Item -Path env:VIRTUAL_ENV, env:VIRTUAL_ENV_PROMPT -ErrorAction SilentlyContinue
    if (-not $Again) {
        Remove-Item -Path function:global:deactivate
    }
}

deactivate -Again

$env:VIRTUAL_ENV = @DIRECTORY@
$env:VIRTUAL_ENV_PROMPT = @PROMPT@

$global:_PythonEnvOldPath = $env:PATH
$env:PATH = @BIN@ + [System.IO.Path]::PathSeparator + $env:PATH

if (Test-Path env:PYTHONHOME) {
    $global:_PythonEnvOldHome = $env:PYTHONHOME
    Remove-Item -Path env:PYTHONHOME
}

if (-not $env:VIRTUAL_ENV_DISABLE_PROMPT) {
    Copy-Item -Path function:prompt -Destination function:global:_PythonEnvOldPrompt
    function global:prompt {
        Write-Host -NoNewline "($env:VIRTUAL_ENV_PROMPT) "
        _PythonEnvOldPrompt
    }
}
