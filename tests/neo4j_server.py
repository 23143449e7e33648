"""A real Neo4j for tests: the community server, started from its Maven artifacts on free ports with a home of its own.

``NEO4J_URI`` (with ``NEO4J_USER`` and ``NEO4J_PASSWORD``), where set, is used instead. The artifacts are fetched once
into a cache outside the project (``REMIT_TEST_CACHE``, else ``~/.cache/remit-tests``), by version.
"""

from __future__ import annotations

import fcntl
import os
import re
import shutil
import socket
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import neo4j
import pytest
from neo4j.exceptions import AuthError, ServiceUnavailable
from tests.needed import missing

CACHE = Path(os.environ.get("REMIT_TEST_CACHE", "~/.cache/remit-tests")).expanduser()
OPENED = ("java.nio", "java.io", "sun.nio.ch", "java.lang")


@dataclass(frozen=True)
class Line:
    """One line of the server: its version, its main class, the least Java that runs it."""

    version: str
    main: str
    java: int


LONG_TERM = Line("5.26.12", "org.neo4j.server.CommunityEntryPoint", 17)
NEWEST = Line("2026.01.3", "org.neo4j.server.Neo4jCommunity", 21)

POM = """<project xmlns="http://maven.apache.org/POM/4.0.0"><modelVersion>4.0.0</modelVersion>
<groupId>tests</groupId><artifactId>server</artifactId><version>1</version><dependencies>
<dependency><groupId>org.neo4j.app</groupId><artifactId>neo4j-server</artifactId><version>{0}</version></dependency>
<dependency><groupId>org.neo4j</groupId><artifactId>neo4j</artifactId><version>{0}</version></dependency>
</dependencies></project>
"""

CONF = """server.default_listen_address=127.0.0.1
server.bolt.listen_address=127.0.0.1:{bolt}
server.http.listen_address=127.0.0.1:{http}
server.https.enabled=false
dbms.security.auth_enabled={auth}
dbms.usage_report.enabled=false
server.memory.pagecache.size=256m
"""


@dataclass
class Server:
    """A running server: its address, and the process where the tests started it."""

    uri: str
    home: Path | None = None
    process: subprocess.Popen[bytes] | None = None


def java_for(line: Line) -> Path | None:
    """A Java that runs a line of the server: on PATH or where systems keep several; None where there is none."""
    found: list[tuple[int, Path]] = []
    homes = [Path(os.environ["JAVA_HOME"])] if os.environ.get("JAVA_HOME") else []
    homes += sorted(Path("/usr/lib/jvm").glob("*")) if Path("/usr/lib/jvm").is_dir() else []
    paths = [home / "bin" / "java" for home in homes]
    if shutil.which("java"):
        paths.insert(0, Path(str(shutil.which("java"))))
    for path in paths:
        if path.is_file():
            done = subprocess.run([str(path), "-version"], capture_output=True, text=True, check=False)
            match = re.search(r'version "(\d+)', done.stderr + done.stdout)
            if match:
                found.append((int(match[1]), path))
    # the 5 line is made for 17 and 21, and says so loudly with others
    fit = [one for one in found if one[0] >= line.java and (line is not LONG_TERM or one[0] in (17, 21))]
    return min(fit)[1] if fit else None


def jars(line: Line) -> Path:
    """The folder with a line's artifacts, fetched with Maven where it is not there yet."""
    folder = CACHE / f"neo4j-{line.version}"
    folder.mkdir(parents=True, exist_ok=True)
    with (folder / "lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if (folder / "complete").exists():
            return folder / "lib"
        maven = shutil.which("mvn")
        if maven is None:
            missing("Maven is needed to fetch the Neo4j server (Debian: apt install maven), or set NEO4J_URI")
        (folder / "pom.xml").write_text(POM.format(line.version), encoding="utf-8")
        done = subprocess.run(
            [maven, "-q", "-B", "dependency:copy-dependencies", "-DincludeScope=runtime", "-DoutputDirectory=lib"],
            cwd=folder, capture_output=True, text=True, check=False,
        )  # fmt: skip
        if done.returncode:
            missing(f"Maven could not fetch the Neo4j server: {(done.stdout + done.stderr)[-500:]}")
        (folder / "complete").touch()
    return folder / "lib"


def free_port() -> int:
    """A port that nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@contextmanager
def started(
    line: Line = LONG_TERM, *, auth: bool = False, memory: str = "1g", settings: str = "", home: Path | None = None
) -> Iterator[Server]:
    """A server of our own, which ends with the context; its ``home`` too, unless it is given."""
    java = java_for(line)
    if java is None:
        missing(f"Java {line.java} is needed for Neo4j {line.version} (Debian: apt install openjdk-17-jre-headless)")
    lib = jars(line)
    own = Path(tempfile.mkdtemp(prefix="remit-neo4j-")) if home is None else None
    home = home or own
    assert home is not None
    process = None
    try:
        for _ in range(3):  # a port that was free may be taken before the server asks for it
            process, uri = _start(line, java, lib, home, auth=auth, memory=memory, settings=settings)
            if _answers(uri, process):
                yield Server(uri, home, process)
                return
            _end(process)
        log = (home / "log").read_text(encoding="utf-8", errors="replace")[-2000:]
        pytest.fail(f"Neo4j {line.version} did not start: {log}")
    finally:
        if process is not None:
            _end(process)
        if own is not None:
            shutil.rmtree(own, ignore_errors=True)


def _start(
    line: Line, java: Path | None, lib: Path, home: Path, *, auth: bool, memory: str, settings: str
) -> tuple[subprocess.Popen[bytes], str]:
    bolt = free_port()
    (home / "conf").mkdir(exist_ok=True)
    conf = CONF.format(bolt=bolt, http=free_port(), auth=str(auth).lower()) + settings
    (home / "conf" / "neo4j.conf").write_text(conf, encoding="utf-8")
    opens = [f"--add-opens=java.base/{one}=ALL-UNNAMED" for one in OPENED]
    command = [str(java), f"-Xmx{memory}", *opens, "-cp", f"{lib}/*", line.main]
    command += [f"--home-dir={home}", f"--config-dir={home / 'conf'}"]
    with (home / "log").open("wb") as log:
        process = subprocess.Popen(command, stdout=log, stderr=subprocess.STDOUT, stdin=subprocess.DEVNULL)
    return process, f"bolt://127.0.0.1:{bolt}"


def _answers(uri: str, process: subprocess.Popen[bytes], seconds: float = 90) -> bool:
    """Ask until the server answers, or has ended."""
    until = time.monotonic() + seconds
    with neo4j.GraphDatabase.driver(uri, auth=None, notifications_min_severity="OFF") as driver:
        while time.monotonic() < until and process.poll() is None:
            try:
                driver.verify_connectivity()
            except AuthError:
                return True  # it answers, and asks who we are
            except (ServiceUnavailable, OSError):
                time.sleep(0.2)
            else:
                return True
    return False


def _end(process: subprocess.Popen[bytes]) -> None:
    process.terminate()
    try:
        process.wait(20)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()


@contextmanager
def shared() -> Iterator[Server]:
    """The server that ``NEO4J_URI`` names, else one of our own."""
    uri = os.environ.get("NEO4J_URI")
    if uri:
        yield Server(uri)
        return
    with started() as server:
        yield server
