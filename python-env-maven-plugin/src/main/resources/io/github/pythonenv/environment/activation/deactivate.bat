@rem Leaves the environment that activate.bat entered.
@if defined _PYTHON_ENV_OLD_PATH set "PATH=%_PYTHON_ENV_OLD_PATH%"
@if defined _PYTHON_ENV_OLD_PROMPT set "PROMPT=%_PYTHON_ENV_OLD_PROMPT%"
@set _PYTHON_ENV_OLD_PATH=
@set _PYTHON_ENV_OLD_PROMPT=
@set VIRTUAL_ENV=
@set VIRTUAL_ENV_PROMPT=
