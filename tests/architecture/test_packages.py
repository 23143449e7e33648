"""What the import contracts and the wheel take for granted about the folders of the package."""

import subprocess
import sys
from importlib import resources
from pathlib import Path

SOURCE = Path(__file__).parents[2] / "src" / "remit"
INSTALLED = Path(str(resources.files("remit")))


def files_under(folder: Path) -> set[str]:
    return {
        path.relative_to(folder).as_posix()
        for path in folder.rglob("*")
        if path.is_file() and "__pycache__" not in path.parts
    }


def test_every_folder_with_python_in_it_is_a_package() -> None:
    """One without `__init__.py` would escape the import contracts without a word."""
    modules = sorted(SOURCE.rglob("*.py"))
    assert len(modules) > 5, f"hardly anything found under {SOURCE}"
    folders = {folder for module in modules for folder in module.parents if folder.is_relative_to(SOURCE)}
    assert sorted(str(f) for f in folders if not (f / "__init__.py").is_file()) == []


def test_the_tests_run_against_the_installed_package() -> None:
    assert not INSTALLED.is_relative_to(SOURCE.parent)


def test_the_installed_package_has_every_file_of_the_source() -> None:
    """Examples, cases and `py.typed` are data, which a build leaves out without a word."""
    expected = files_under(SOURCE)
    assert "py.typed" in expected
    assert files_under(INSTALLED) == expected


def test_importing_remit_imports_nothing_heavy() -> None:
    heavy = {"click", "networkx", "numpy", "pandas", "pydantic", "ruamel", "remit.api", "remit.cli"}
    program = f"import sys, remit; print(sorted({heavy!r} & sys.modules.keys()))"
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
