"""Work done here, on processes and on a cluster gives the same; what is lost is done again, what is kept stays."""

from __future__ import annotations

import importlib
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

import pytest

from remit.simulation.farm import carry_out
from remit.simulation.farm.faults import TEXTS, FarmProblem, WrongAddress, WrongFolder

HERE = str(Path(__file__).parent)


@pytest.fixture
def work(monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    monkeypatch.syspath_prepend(HERE)
    return importlib.import_module("farm_work")


def _tasks(number: int) -> dict[str, int]:
    return {f"task {one}": one for one in reversed(range(number))}


def test_processes_give_the_same_results_in_the_same_order_as_doing_it_here(work: ModuleType) -> None:
    here = carry_out(work.thirds, 0.1, _tasks(20))
    there = carry_out(work.thirds, 0.1, _tasks(20), workers=2)
    assert list(there.items()) == list(here.items())
    assert here["task 19"]["value"] == 0.1 * 19 / 3


def test_a_process_that_is_killed_loses_nothing(work: ModuleType, tmp_path: Path) -> None:
    found = carry_out(work.killed_once, str(tmp_path), _tasks(12), workers=2)
    assert (tmp_path / "killed").exists()
    assert found == {f"task {one}": one + 1 for one in range(12)}


def test_work_that_kills_every_process_is_given_up_and_said(work: ModuleType) -> None:
    with pytest.raises(FarmProblem) as told:
        carry_out(work.always_killed, None, _tasks(2), workers=2)
    assert "worker processes end again and again" in told.value.render("en")


@pytest.mark.parametrize("workers", [1, 2])
def test_what_the_work_raises_is_raised(work: ModuleType, workers: int) -> None:
    with pytest.raises(ValueError, match="task 0"):
        carry_out(work.refuses, None, {"only": 0}, workers=workers)


def test_a_sweep_that_was_stopped_goes_on_where_it_was(work: ModuleType, tmp_path: Path) -> None:
    marks, kept = tmp_path / "marks", tmp_path / "kept"
    marks.mkdir()
    tasks = {f"task {one}": one for one in range(8)}
    with pytest.raises(KeyboardInterrupt):
        carry_out(work.stops_at_four, str(marks), tasks, kept=kept)
    assert len(list(marks.iterdir())) == 4
    work.stops_at_four.__code__ = work.counted.__code__  # the same work, that nobody stops this time
    told: list[tuple[int, int]] = []
    found = carry_out(work.stops_at_four, str(marks), tasks, kept=kept, progress=lambda *one: told.append(one))
    assert found == {f"task {one}": one * one for one in range(8)}
    assert len(list(marks.iterdir())) == 8, "nothing was done twice"
    assert told[0] == (4, 8)
    assert told[-1] == (8, 8)


def test_what_is_kept_of_something_else_is_not_taken(work: ModuleType, tmp_path: Path) -> None:
    carry_out(work.thirds, 1.0, _tasks(3), kept=tmp_path, fingerprint="one")
    other = carry_out(work.thirds, 2.0, _tasks(3), kept=tmp_path, fingerprint="other")
    assert other["task 2"]["value"] == 2.0 * 2 / 3


def test_a_kept_result_that_is_cut_off_is_done_again(work: ModuleType, tmp_path: Path) -> None:
    whole = carry_out(work.thirds, 1.0, _tasks(3), kept=tmp_path)
    for path in tmp_path.glob("*.json"):
        path.write_bytes(path.read_bytes()[:20])
    assert carry_out(work.thirds, 1.0, _tasks(3), kept=tmp_path) == whole


def test_a_file_is_no_folder_to_keep_results_in(work: ModuleType, tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(WrongFolder):
        carry_out(work.thirds, 1.0, _tasks(1), kept=tmp_path / "file")


@pytest.mark.parametrize("address", ["host:8786", "tcp://host", "tcp://user:secret@host:1", "http://h:1", "tcp://", ""])
def test_an_address_that_is_none_is_refused(work: ModuleType, address: str) -> None:
    if not address:
        assert carry_out(work.thirds, 1.0, {"a": 1}, scheduler="") == {"a": work.thirds(1.0, 1)}
        return
    with pytest.raises(WrongAddress):
        carry_out(work.thirds, 1.0, {"a": 1}, scheduler=address)


def test_every_fault_is_told_in_both_languages() -> None:
    assert all(text.sv and text.en and text.sv != text.en for text in TEXTS.values())


# --- a real scheduler and two real workers ---------------------------------------------------------------------------


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
        import json

        return str(json.loads(file.read_text())["address"])

    @staticmethod
    def _wait(ready: object) -> None:
        for _ in range(600):
            if ready():  # type: ignore[operator]
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


def test_a_cluster_gives_the_same_bit_for_bit_and_a_killed_worker_loses_nothing(
    work: ModuleType, cluster: Cluster
) -> None:
    first, _ = cluster.worker(), cluster.worker()
    here = carry_out(work.slow, 0.1, _tasks(30))
    killed = []

    def kill(done: int, _: int) -> None:
        if done >= 5 and not killed:
            first.send_signal(signal.SIGKILL)
            killed.append(first.wait())

    there = carry_out(work.slow, 0.1, _tasks(30), scheduler=cluster.address, progress=kill)
    assert killed == [-signal.SIGKILL]
    assert list(there.items()) == list(here.items())


def test_a_scheduler_without_workers_is_said(
    work: ModuleType, cluster: Cluster, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("remit.simulation.farm.cluster.ANSWER", 2)
    with pytest.raises(FarmProblem) as told:
        carry_out(work.thirds, 1.0, {"a": 1}, scheduler=cluster.address)
    assert "has no workers" in told.value.render("en")


def test_an_address_where_nobody_answers_is_said(work: ModuleType, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("remit.simulation.farm.cluster.ANSWER", 2)
    with pytest.raises(FarmProblem) as told:
        carry_out(work.thirds, 1.0, {"a": 1}, scheduler="tcp://127.0.0.1:9")
    assert "no Dask scheduler answers" in told.value.render("en")
