"""The service as a program."""

import socket

import uvicorn

from .service import create_app


def serve(host: str, port: int) -> None:
    """Answer until the program is told to end; port 0 takes one that is free."""
    with socket.create_server((host, port)) as listening:
        print(f"http://{host}:{listening.getsockname()[1]}", flush=True)
        config = uvicorn.Config(create_app(), log_level="warning", server_header=False)
        uvicorn.Server(config).run(sockets=[listening])
