"""On the path of every Python process a test starts: no socket may leave the machine."""

import socket


def _refuse(*arguments: object, **options: object) -> None:
    raise RuntimeError("a test opened a socket; provenance works offline")


socket.socket.connect = _refuse  # type: ignore[method-assign,assignment]
socket.socket.connect_ex = _refuse  # type: ignore[method-assign,assignment]
socket.create_connection = _refuse  # type: ignore[assignment]
socket.getaddrinfo = _refuse  # type: ignore[assignment]
