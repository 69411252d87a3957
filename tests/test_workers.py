"""Work shared among processes gives what the same work gives in one."""

from __future__ import annotations

import subprocess
import sys

import pytest

from macros import workers
from tests.support.example import ROOT

_PRINTED = """
import os, sys
from macros import workers
from macros.bundle.make import BundleError
from macros.problems import Said
workers.cores = lambda: {cores}
own = os.getpid()
try:
    done = list(workers.each(lambda one: (one * one, os.getpid() == own), list(range(100))))
    assert [square for square, _ in done] == [one * one for one in range(100)]
    print({{here for _, here in done}})
    list(workers.each(lambda one: 100 // one, [2, 1, 0]))
except ZeroDivisionError as error:
    print(error)
def refuse(one):
    raise BundleError(Said("no", "不行"))
try:
    list(workers.each(refuse, [1, 2]))
except BundleError as error:
    print(error, error.said.zh)
"""


@pytest.mark.parametrize("cores", [1, 3])
def test_results_and_errors_are_the_same(cores: int) -> None:
    """In order, and the error of a piece is that of the whole; one core alone does all in the process itself."""
    program = [sys.executable, "-c", _PRINTED.format(cores=cores)]
    done = subprocess.run(program, cwd=ROOT, capture_output=True, encoding="utf-8", check=False)

    forked = cores > 1 and sys.platform == "linux"
    assert done.stdout.splitlines() == [str({not forked}), "integer division or modulo by zero", "no 不行"], done.stderr


def test_work_of_work_is_for_its_part_of_the_cores() -> None:
    """So processes are as many as cores, however they are nested; what a piece shares out is not taken for the next."""
    program = (
        "import os; from macros import workers; workers.os.sched_getaffinity = lambda _: range(6); "
        "inner = lambda one: (workers.cores(), os.getpid() == here); "
        "here = os.getpid(); "
        "outer = lambda one: [workers.cores(), list(workers.each(inner, [1, 2, 3]))]; "
        "print(*workers.each(outer, [1, 2, 3, 4]), sep='\\n')"
    )
    done = subprocess.run([sys.executable, "-c", program], cwd=ROOT, capture_output=True, text=True, check=True)

    forked = sys.platform == "linux"
    held = [2, [(1, False)] * 3] if forked else [6, [(6, True)] * 3]
    assert done.stdout.splitlines() == [str(held)] * 4


def test_what_is_to_be_lost_is_lost_on_one_core() -> None:
    """Work that changes the process is done in another wherever there can be one."""
    program = (
        "import os; from macros import workers; workers.cores = lambda: 1; here = os.getpid(); "
        "print(*workers.each(lambda one: os.getpid() == here, [1, 2], apart=True))"
    )
    done = subprocess.run([sys.executable, "-c", program], cwd=ROOT, capture_output=True, text=True, check=True)

    same = sys.platform != "linux"
    assert done.stdout == f"{same} {same}\n"


def test_a_process_with_threads_is_not_forked() -> None:
    """Its copy would wait for ever for a lock that another thread held."""
    program = (
        "import threading; from macros.workers import can_fork; end = threading.Event(); "
        "threading.Thread(target=end.wait).start(); print(can_fork()); end.set()"
    )
    done = subprocess.run([sys.executable, "-c", program], cwd=ROOT, capture_output=True, text=True, check=True)

    assert done.stdout == "False\n"


def test_nothing_to_do() -> None:
    """No pieces, no results."""
    assert list(workers.each(str, [])) == []
