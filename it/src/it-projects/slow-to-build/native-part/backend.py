"""A build that takes longer than anybody waits. It tells the one who listens on a port that it has begun."""

import os
import socket
import time
from pathlib import Path


def build_wheel(wheel_directory, config_settings=None, metadata_directory=None):
    port = int(Path(__file__).with_name("port").read_text())
    with socket.create_connection(("127.0.0.1", port)) as listener:
        listener.sendall(f"{os.getpid()}\n".encode())
        time.sleep(600)
        listener.sendall(b"still alive\n")
    raise SystemExit("Nobody stopped this build.")
