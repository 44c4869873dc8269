"""The guard that keeps the suite offline does guard."""

import socket
import subprocess
import sys

import pytest


def test_a_socket_in_this_process_is_refused():
    with pytest.raises(RuntimeError, match="offline"):
        socket.create_connection(("127.0.0.1", 9))


def test_a_socket_in_a_process_that_a_test_starts_is_refused():
    code = "import socket; socket.getaddrinfo('localhost', 80)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert "works offline" in done.stderr
