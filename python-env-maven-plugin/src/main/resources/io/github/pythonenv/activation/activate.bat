@rem Activates this environment in cmd.exe, by way of "call".
@rem The code page is UTF-8 while this file names folders, and then what it was before.
@for /f "tokens=2 delims=:." %%a in ('"%SystemRoot%\System32\chcp.com"') do @set "_OLD_CODEPAGE=%%a"
@if defined _OLD_CODEPAGE "%SystemRoot%\System32\chcp.com" 65001 >nul
@if defined _OLD_VIRTUAL_PATH set "PATH=%_OLD_VIRTUAL_PATH%"
@if defined _OLD_VIRTUAL_PROMPT set "PROMPT=%_OLD_VIRTUAL_PROMPT%"
@if defined _OLD_VIRTUAL_PYTHONHOME set "PYTHONHOME=%_OLD_VIRTUAL_PYTHONHOME%"
@set "VIRTUAL_ENV=@DIRECTORY@"
@set "VIRTUAL_ENV_PROMPT=@PROMPT@"
@set "_OLD_VIRTUAL_PATH=%PATH%"
@set "PATH=@BIN@;%PATH%"
@rem PYTHONHOME would send this environment's interpreter to another standard library.
@if defined PYTHONHOME set "_OLD_VIRTUAL_PYTHONHOME=%PYTHONHOME%"
@set PYTHONHOME=
@if not defined VIRTUAL_ENV_DISABLE_PROMPT set "_OLD_VIRTUAL_PROMPT=%PROMPT%"
@if not defined VIRTUAL_ENV_DISABLE_PROMPT set "PROMPT=(%VIRTUAL_ENV_PROMPT%) %PROMPT%"
@VARIABLES@
@if defined _OLD_CODEPAGE "%SystemRoot%\System32\chcp.com" %_OLD_CODEPAGE% >nul
@set _OLD_CODEPAGE=
