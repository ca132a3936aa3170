# Activates this environment in csh and tcsh:  source @BIN@/activate.csh

alias deactivate 'if ($?_PYTHON_ENV_OLD_PATH) setenv PATH "$_PYTHON_ENV_OLD_PATH"; unset _PYTHON_ENV_OLD_PATH; if ($?_PYTHON_ENV_OLD_PROMPT) set prompt="$_PYTHON_ENV_OLD_PROMPT"; unset _PYTHON_ENV_OLD_PROMPT; unsetenv VIRTUAL_ENV; unsetenv VIRTUAL_ENV_PROMPT; rehash; unalias deactivate'

if ($?_PYTHON_ENV_OLD_PATH) setenv PATH "$_PYTHON_ENV_OLD_PATH"
if ($?_PYTHON_ENV_OLD_PROMPT) set prompt="$_PYTHON_ENV_OLD_PROMPT"

setenv VIRTUAL_ENV @DIRECTORY@
setenv VIRTUAL_ENV_PROMPT @PROMPT@

set _PYTHON_ENV_OLD_PATH="$PATH"
setenv PATH "$VIRTUAL_ENV/bin:$PATH"

if ($?prompt && ! $?VIRTUAL_ENV_DISABLE_PROMPT) then
    set _PYTHON_ENV_OLD_PROMPT="$prompt"
    set prompt="($VIRTUAL_ENV_PROMPT) $prompt"
endif

rehash
