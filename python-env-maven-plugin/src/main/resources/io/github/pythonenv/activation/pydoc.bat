@rem The interpreter of this environment, whatever stands first on the PATH.
@"%~dp0python.exe" -m pydoc %*
