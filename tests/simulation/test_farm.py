"""Work done here, on processes and on a cluster gives the same; what is lost is done again, what is kept stays."""

from __future__ import annotations

import importlib
import multiprocessing
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from remit.model.files.problems import EnvironmentProblem
from remit.model.files.write import write_text
from remit.simulation.farm import carry_out
from remit.simulation.farm.faults import TEXTS, FarmProblem, WrongAddress, WrongFolder
from remit.simulation.farm.processes import _Left

HERE = str(Path(__file__).parent)
SWEEP = """
import sys, farm_work
from remit.simulation.farm import carry_out
carry_out(farm_work.slow, 0.1, {f"task {one}": one for one in range(40)}, workers=2, kept=sys.argv[1])
"""
"""A sweep of its own, to be interrupted."""


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


def test_a_kept_result_that_was_altered_is_done_again(work: ModuleType, tmp_path: Path) -> None:
    whole = carry_out(work.thirds, 1.0, _tasks(3), kept=tmp_path)
    for path in tmp_path.glob("*.json"):
        text = path.read_text("utf-8")
        path.write_text(text.replace("åäö", "åää"), "utf-8")
    assert carry_out(work.thirds, 1.0, _tasks(3), kept=tmp_path) == whole


def test_a_kept_result_that_vanishes_meanwhile_is_done_again(work: ModuleType, tmp_path: Path) -> None:
    whole = carry_out(work.thirds, 1.0, _tasks(3), kept=tmp_path)
    gone = lambda *_: [path.unlink() for path in tmp_path.glob("*.json")]  # noqa: E731
    assert carry_out(work.thirds, 1.0, _tasks(3), kept=tmp_path, progress=gone) == whole


def test_a_folder_that_cannot_be_made_is_said(work: ModuleType, tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(FarmProblem, match="cannot be made"):
        carry_out(work.thirds, 1.0, _tasks(1), kept=tmp_path / "file" / "kept")


@pytest.mark.parametrize("workers", [1, 2])
def test_a_disk_that_gets_full_stops_the_sweep_and_loses_nothing(
    work: ModuleType, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, workers: int
) -> None:
    def full(path: Path, text: str) -> None:
        if len(list(tmp_path.glob("*.json"))) == 3:
            raise EnvironmentProblem("cannot_write", found=str(path), why="the disk is full")
        write_text(path, text)

    monkeypatch.setattr("remit.simulation.farm.kept.write_text", full)
    with pytest.raises(EnvironmentProblem):
        carry_out(work.thirds, 1.0, _tasks(8), kept=tmp_path, workers=workers)
    monkeypatch.undo()
    assert not multiprocessing.active_children() or _ended(multiprocessing.active_children())
    told: list[tuple[int, int]] = []
    monkeypatch.syspath_prepend(HERE)
    found = carry_out(work.thirds, 1.0, _tasks(8), kept=tmp_path, progress=lambda *one: told.append(one))
    assert told[0] == (3, 8)
    assert found == carry_out(work.thirds, 1.0, _tasks(8))


def _ended(processes: list[multiprocessing.process.BaseProcess]) -> bool:
    """Whether they end within ten seconds; asked again, since the thread of a pool may be just reaping one."""
    until = time.monotonic() + 10
    while any(process.is_alive() for process in processes) and time.monotonic() < until:
        time.sleep(0.05)
    return not any(process.is_alive() for process in processes)


@pytest.mark.parametrize("how", [signal.SIGINT, signal.SIGKILL])
def test_a_sweep_that_is_interrupted_or_killed_leaves_no_processes_and_goes_on(
    work: ModuleType, tmp_path: Path, how: signal.Signals
) -> None:
    environment = os.environ | {"PYTHONPATH": os.pathsep.join([HERE, os.environ.get("PYTHONPATH", "")])}
    sweep = subprocess.Popen(
        [sys.executable, "-c", SWEEP, tmp_path],
        env=environment,
        start_new_session=True,
        stderr=subprocess.DEVNULL,
    )
    try:
        _until(lambda: len(list(tmp_path.glob("*.json"))) >= 3)
        if how == signal.SIGINT:
            os.killpg(sweep.pid, how)  # as Ctrl-C does: all of them get it
        else:
            sweep.kill()
        assert sweep.wait(20) != 0
        _until(lambda: not _alive(sweep.pid))
    finally:
        if _alive(sweep.pid):
            os.killpg(sweep.pid, signal.SIGKILL)
    kept = len(list(tmp_path.glob("*.json")))
    assert 3 <= kept < 40
    told: list[int] = []
    tasks = {f"task {one}": one for one in range(40)}
    carry_out(
        work.slow, 0.1, dict(list(tasks.items())[:kept]), kept=tmp_path, progress=lambda done, _: told.append(done)
    )
    assert told[0] >= kept - 4  # two processes may be ahead of one another


def _alive(group: int) -> bool:
    try:
        os.killpg(group, 0)
    except (ProcessLookupError, PermissionError):
        return False
    return True


def _until(true: Callable[[], bool]) -> None:
    for _ in range(600):
        if true():
            return
        time.sleep(0.05)
    raise TimeoutError


def test_alike_tasks_are_left_to_one_process_while_others_have_something_to_do() -> None:
    tasks = {f"{letter}{number}": letter for letter in "abc" for number in range(3)}
    left = _Left(tasks, lambda task: task)
    assert [left.take(worker) for worker in (0, 1, 0, 1)] == ["a0", "b0", "a1", "b1"]
    left.give_back("a1")
    assert [left.take(0) for _ in range(3)] == ["a1", "a2", "c0"]
    assert [left.take(1) for _ in range(2)] == ["b2", "c2"]  # nothing of its own is left: from the other end
    assert [left.take(0), left.take(1)] == ["c1", None]


def test_tasks_that_have_nothing_in_common_are_taken_in_order() -> None:
    left = _Left(dict.fromkeys("abcd"), None)
    assert [left.take(worker) for worker in (0, 1, 1, 0, 1)] == ["a", "b", "c", "d", None]


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


# --- a real scheduler and real workers ------------------------------------------------------------------------------


def test_a_cluster_gives_the_same_bit_for_bit_and_a_killed_worker_loses_nothing(work: ModuleType, cluster: Any) -> None:
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


def test_a_scheduler_that_goes_is_said_and_what_was_done_is_kept(
    work: ModuleType, cluster: Any, tmp_path: Path
) -> None:
    cluster.worker()
    kept = tmp_path / "kept"

    def kill(done: int, _: int) -> None:
        if done == 3:
            cluster.processes[0].kill()

    with pytest.raises(FarmProblem, match="connection to the scheduler"):
        carry_out(work.slow, 0.1, _tasks(30), scheduler=cluster.address, kept=kept, progress=kill)
    assert len(list(kept.glob("*.json"))) >= 3


def test_workers_that_are_all_gone_are_not_waited_for_without_end(
    work: ModuleType, cluster: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    worker = cluster.worker()

    def kill(done: int, _: int) -> None:
        if done == 3:
            monkeypatch.setattr("remit.simulation.farm.cluster.ANSWER", 1)
            worker.kill()

    with pytest.raises(FarmProblem, match="has no workers"):
        carry_out(work.slow, 0.1, _tasks(30), scheduler=cluster.address, progress=kill)


def test_a_cluster_that_cannot_read_the_work_is_told_apart_from_one_that_is_gone(
    work: ModuleType, cluster: Any
) -> None:
    cluster.worker()
    with pytest.raises(FarmProblem, match="same version of Remit"):
        carry_out(work.thirds, work.Newer(), {"a": 1}, scheduler=cluster.address)


def test_a_scheduler_without_workers_is_said(work: ModuleType, cluster: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("remit.simulation.farm.cluster.ANSWER", 2)
    with pytest.raises(FarmProblem) as told:
        carry_out(work.thirds, 1.0, {"a": 1}, scheduler=cluster.address)
    assert "has no workers" in told.value.render("en")


def test_an_address_where_nobody_answers_is_said(work: ModuleType, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("remit.simulation.farm.cluster.ANSWER", 2)
    with pytest.raises(FarmProblem) as told:
        carry_out(work.thirds, 1.0, {"a": 1}, scheduler="tcp://127.0.0.1:9")
    assert "no Dask scheduler answers" in told.value.render("en")
