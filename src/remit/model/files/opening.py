"""From a path to text: what kind of thing it is, how large, in which encoding, and what it looks like instead."""

from __future__ import annotations

import errno
import re
import stat
from pathlib import Path

from remit.model.files.nodes import FORBIDDEN, Limits, Unreadable, unreadable
from remit.model.files.problems import EnvironmentProblem, UsageProblem, reason

_MAGIC: tuple[tuple[bytes, str], ...] = (
    (b"PK\x03\x04", "looks_like_zip"),
    (b"\xd0\xcf\x11\xe0", "looks_like_old_office"),
    (b"%PDF", "looks_like_pdf"),
    (b"\x1f\x8b", "looks_like_gzip"),
)
_CONFLICT = re.compile(r"^(?:<{7} |>{7} |={7}$)", re.MULTILINE)
_UNWRITABLE = re.compile(FORBIDDEN.pattern + "|\ufeff")
_LINE_END = re.compile(r"\r\n|\r|\n")


def read_bytes(path: Path, shown: str, limits: Limits) -> bytes:
    """The bytes of a regular file within the limit.

    Raises UsageProblem where there is no such file, EnvironmentProblem where the machine refuses.
    """
    try:
        # looked at before it is opened: opening a pipe would wait for somebody to write to it
        status = path.stat()
        if stat.S_ISDIR(status.st_mode):
            raise UsageProblem("is_folder", found=shown)
        if not stat.S_ISREG(status.st_mode):
            raise UsageProblem("not_regular", found=shown)
        if status.st_size > limits.file_bytes:
            raise UsageProblem("file_too_large", found=shown, limit=limits.file_bytes // 1_000_000)
        return path.read_bytes()
    except (FileNotFoundError, NotADirectoryError):
        raise UsageProblem("no_such_file", found=shown) from None
    except PermissionError:
        raise EnvironmentProblem("no_right_to_read", found=shown) from None
    except ValueError:
        raise UsageProblem("no_such_file", found=shown) from None  # a NUL in the name
    except OSError as error:
        if error.errno in (errno.ELOOP, errno.ENAMETOOLONG, errno.EINVAL):
            raise UsageProblem("no_such_file", found=shown) from None
        raise EnvironmentProblem("cannot_read", found=shown, why=reason(error)) from None


def decode(data: bytes, file: str) -> str:
    """The text of the bytes, which must be UTF-8 (with or without a byte order mark)."""
    for start, code in _MAGIC:
        if data.startswith(start):
            raise unreadable(file, 1, 1, code)
    if data.startswith((b"\xff\xfe", b"\xfe\xff")) or _is_wide(data):
        raise unreadable(file, 1, 1, "utf16")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise _not_utf8(data, error.start, file) from None


def _is_wide(data: bytes) -> bool:
    """Whether every second byte of the beginning is NUL, as in UTF-16 without a mark."""
    start = data[:64]
    return len(start) > 3 and (not any(start[0::2]) or not any(start[1::2]))


def _not_utf8(data: bytes, start: int, file: str) -> Unreadable:
    # a byte order mark has been taken off the text that the position counts in
    offset = start + (3 if data.startswith(b"\xef\xbb\xbf") else 0)
    before = data[:offset]
    line = len(re.findall(rb"\r\n|\r|\n", before)) + 1
    begin = max(before.rfind(b"\n"), before.rfind(b"\r")) + 1
    column = len(before[begin:].decode("utf-8", "replace")) + 1
    byte = f"0x{data[offset]:02X}"
    if b"\x00" in data[:8000]:
        return unreadable(file, 1, 1, "looks_binary")
    word = re.search(rb"[^\s\"':,{}\[\]]*$", before[begin:])
    rest = re.match(rb"[^\s\"':,{}\[\]]*", data[offset:])
    found = (word[0] if word else b"") + (rest[0] if rest else b"")
    try:
        meant = found.decode("cp1252")
    except UnicodeDecodeError:
        return unreadable(file, line, column, "not_utf8", byte=byte)
    return unreadable(file, line, column, "looks_like_cp1252", byte=byte, meant=meant)


def check_text(text: str, file: str) -> None:
    """Refuse what is no model: web pages, half-merged files, control signs; raises Unreadable."""
    start = text[:2000].lstrip().lower()
    if start.startswith(("<!doctype html", "<html", "<head", "<body")):
        raise unreadable(file, 1, 1, "looks_like_html")
    if start.startswith("<?xml"):
        raise unreadable(file, 1, 1, "looks_like_xml")
    sign = _UNWRITABLE.search(text)
    if sign:
        line, column = place_of(text, sign.start())
        if sign[0] == "\x00" and text.count("\x00") > 10:
            raise unreadable(file, 1, 1, "looks_binary")
        raise unreadable(file, line, column, "forbidden_sign", sign=f"U+{ord(sign[0]):04X}")
    conflict = _CONFLICT.search(text)
    if conflict and (conflict[0].strip() != "=======" or "<<<<<<<" in text):
        raise unreadable(file, *place_of(text, conflict.start()), "merge_conflict")


def place_of(text: str, offset: int) -> tuple[int, int]:
    """Line and column, from 1, of an offset in a text."""
    ends = [match.end() for match in _LINE_END.finditer(text, 0, offset)]
    return len(ends) + 1, offset - (ends[-1] if ends else 0) + 1
