@rem Activates this environment in cmd.exe:  call @BIN@\activate.bat
@chcp 65001 >nul
@if defined _PYTHON_ENV_OLD_PATH set "PATH=%_PYTHON_ENV_OLD_PATH%"
@if defined _PYTHON_ENV_OLD_PROMPT set "PROMPT=%_PYTHON_ENV_OLD_PROMPT%"
@set "VIRTUAL_ENV=@DIRECTORY@"
@set "VIRTUAL_ENV_PROMPT=@PROMPT@"
@set "_PYTHON_ENV_OLD_PATH=%PATH%"
@set "PATH=@BIN@;%PATH%"
@set PYTHONHOME=
@if not defined VIRTUAL_ENV_DISABLE_PROMPT set "_PYTHON_ENV_OLD_PROMPT=%PROMPT%"
@if not defined VIRTUAL_ENV_DISABLE_PROMPT set "PROMPT=(%VIRTUAL_ENV_PROMPT%) %PROMPT%"
