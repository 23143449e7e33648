"""A real Dask scheduler and real workers, each a process of its own."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

HERE = str(Path(__file__).parent)


class Cluster:
    """A scheduler and its workers, each a process of its own."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.environment = {**os.environ, "PYTHONPATH": os.pathsep.join([HERE, os.environ.get("PYTHONPATH", "")])}
        self.processes: list[subprocess.Popen[bytes]] = []
        file = folder / "scheduler.json"
        arguments = ["--host", "127.0.0.1", "--port", "0", "--no-dashboard", "--scheduler-file", str(file)]
        self._start("dask_scheduler", *arguments)
        self._wait(file.exists)
        self.address = self._address(file)

    def _start(self, program: str, *arguments: str) -> subprocess.Popen[bytes]:
        with (self.folder / f"{program}-{len(self.processes)}.log").open("wb") as log:
            process = subprocess.Popen(
                [sys.executable, "-m", f"distributed.cli.{program}", *arguments],
                cwd=self.folder,
                env=self.environment,
                stdout=log,
                stderr=log,
            )
        self.processes.append(process)
        return process

    @staticmethod
    def _address(file: Path) -> str:
        return str(json.loads(file.read_text())["address"])

    @staticmethod
    def _wait(ready: Callable[[], bool]) -> None:
        for _ in range(600):
            if ready():
                return
            time.sleep(0.05)
        raise TimeoutError

    def worker(self) -> subprocess.Popen[bytes]:
        """One more worker, without a nanny: a killed one stays dead."""
        return self._start("dask_worker", self.address, "--no-nanny", "--nthreads", "1", "--no-dashboard")

    def stop(self) -> None:
        for process in reversed(self.processes):
            process.kill()
        for process in self.processes:
            process.wait()


@pytest.fixture
def cluster(tmp_path: Path) -> Iterator[Cluster]:
    found = Cluster(tmp_path)
    yield found
    found.stop()
