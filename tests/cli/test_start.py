"""Starting: fast, light, and the verbs of the library."""

import json
import subprocess
import sys

import click

import stemmata


def cpu(*args):
    """Seconds of CPU that Python needs for a command, the least of three runs."""
    import resource

    def once():
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        subprocess.run([sys.executable, *args], capture_output=True, check=True)
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        return after.ru_utime - before.ru_utime + after.ru_stime - before.ru_stime

    return min(once() for _ in range(3))


def test_help_answers_at_once():
    """0.3 s on a quiet machine; on a busy one, bare Python is the measure (about 0.02 s, click about 0.07 s)."""
    assert cpu("-m", "stemmata", "--help") < max(0.3, 12 * cpu("-c", "pass"))


def test_importing_the_package_loads_nothing_heavy():
    told = subprocess.run(
        [sys.executable, "-c", "import sys, stemmata; print(*sys.modules)"], capture_output=True, text=True, check=True
    )
    assert not {"numpy", "onnxruntime", "pydantic", "rich", "trafilatura", "click"} & set(told.stdout.split())


def test_help_loads_nothing_heavy():
    code = "import sys, stemmata.cli; print(*sys.modules)"
    told = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert not {"numpy", "onnxruntime", "pydantic", "rich", "trafilatura"} & set(told.stdout.split())


def test_the_verbs_are_these():
    assert stemmata.__all__ == ["__version__", "code", "export", "merge", "open_case", "read"]
    assert all(hasattr(stemmata, name) for name in stemmata.__all__)
    assert set(stemmata.__all__) <= set(dir(stemmata))


def test_an_unknown_verb_is_an_attribute_error():
    assert not hasattr(stemmata, "guess")


def test_version(stemmata):
    assert stemmata("--version").stdout.decode().split() == ["Stemmata", sys.modules["stemmata"].__version__]


def test_schema_is_printed(stemmata):
    assert json.loads(stemmata("schema").stdout)["title"] == "stemmata/coding/1"


def test_every_command_has_an_example():
    from stemmata.cli import main

    def check(group, path):
        for name, command in group.commands.items():
            assert "Example" in command.help and f"{path} {name}" in command.help, name
            if isinstance(command, click.Group):
                check(command, f"{path} {name}")

    check(main, "stemmata")
