"""A network that loses replies: a proxy before a server that cuts the line after some commits are carried out."""

from __future__ import annotations

import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field

COMMIT = b"\x00\x02\xb0\x12\x00\x00"
"""The Bolt message COMMIT as one chunk."""


@dataclass
class Losing:
    """Passes Bolt on, and loses the reply to every ``each``-th commit together with the connection."""

    host: str
    port: int
    each: int
    commits: int = 0
    lost: int = 0
    _lock: threading.Lock = field(default_factory=threading.Lock)

    def serve(self, client: socket.socket) -> None:
        """Pass one connection on until either side ends it, or a reply is lost."""
        with client, socket.create_connection((self.host, self.port)) as server:
            losing = threading.Event()
            back = threading.Thread(target=self._back, args=(server, client, losing), daemon=True)
            back.start()
            with suppress(OSError):
                while data := client.recv(65536):
                    if COMMIT in data and self._loses():
                        losing.set()
                    server.sendall(data)
            for end in (server, client):
                with suppress(OSError):
                    end.shutdown(socket.SHUT_RDWR)
            back.join(10)

    def _loses(self) -> bool:
        with self._lock:
            self.commits += 1
            lost = self.commits % self.each == 0
            self.lost += lost
            return lost

    def _back(self, server: socket.socket, client: socket.socket, losing: threading.Event) -> None:
        with suppress(OSError):
            while data := server.recv(65536):
                if losing.is_set():  # the server has answered, so the commit is done; nobody is to know
                    client.shutdown(socket.SHUT_RDWR)
                    return
                client.sendall(data)


@contextmanager
def losing(host: str, port: int, each: int) -> Iterator[tuple[int, Losing]]:
    """A proxy in front of a server; gives its port and what it did."""
    proxy = Losing(host, port, each)
    with socket.create_server(("127.0.0.1", 0)) as listener:

        def accept() -> None:
            with suppress(OSError):
                while True:
                    client, _ = listener.accept()
                    threading.Thread(target=proxy.serve, args=(client,), daemon=True).start()

        threading.Thread(target=accept, daemon=True).start()
        yield listener.getsockname()[1], proxy
        with suppress(OSError):
            listener.shutdown(socket.SHUT_RDWR)
