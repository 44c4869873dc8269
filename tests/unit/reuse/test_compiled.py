"""A kernel is one function at two speeds, and compiled code is never older than its source."""

import importlib.util
import sys
import threading

import numba
import numpy as np
import pytest

from provenance.reuse import compiled
from provenance.reuse.compiled import each, kernel


def added(left, right):
    return left + right


@kernel(added)
def total(values):
    """The sum of some values."""
    result = 0
    for value in values:
        result = added(result, value)
    return result


@pytest.fixture
def loaded(tmp_path, monkeypatch):
    """Writes two modules, a helper and a kernel that calls it, and loads them afresh."""
    monkeypatch.setattr(sys, "dont_write_bytecode", True)
    sources = {
        "kernel_helper": "def step(value):\n    return value + 1\n",
        "kernel_caller": (
            "from kernel_helper import step\n"
            "from provenance.reuse.compiled import kernel\n\n\n"
            "@kernel(step)\n"
            "def caller(value):\n"
            "    return step(value)\n"
        ),
    }

    def _loaded(**changed):
        sources.update(changed)
        for name, source in sources.items():
            path = tmp_path / f"{name}.py"
            # Numba looks at the time of the file as well; only what changes is written.
            if not path.exists() or path.read_text() != source:
                path.write_text(source)
            spec = importlib.util.spec_from_file_location(name, path)
            module = importlib.util.module_from_spec(spec)
            monkeypatch.setitem(sys.modules, name, module)
            spec.loader.exec_module(module)
        return sys.modules["kernel_caller"].caller

    return _loaded


def test_a_kernel_gives_the_same_at_both_speeds():
    values = np.arange(10)
    assert total.at(False)(values) == total.at(True)(values) == 45


def test_the_slow_speed_is_the_function_itself():
    """Small input must not wait for the import of numba."""
    assert total.at(False) is total.plain
    assert type(total.plain).__name__ == "function"


def test_a_kernel_is_compiled_once():
    assert total.at(True) is total.compiled is total.at(True)


def test_a_kernel_keeps_its_documentation():
    assert total.__doc__ == "The sum of some values."


def test_compiled_code_is_kept_and_found_again(loaded):
    """Only the first large run on a machine waits for the compiler."""
    first = loaded()
    assert first.compiled(1) == 2
    assert sum(first.compiled.stats.cache_misses.values()) == 1
    again = loaded()
    assert again.compiled(1) == 2
    assert sum(again.compiled.stats.cache_hits.values()) == 1


def test_a_helper_that_changes_is_never_run_from_an_old_copy(loaded):
    """Numba looks only at the kernel's own file; a helper in another one may have changed."""
    assert loaded().compiled(1) == 2
    changed = loaded(kernel_helper="def step(value):\n    return value + 10\n")
    assert changed.plain(1) == changed.compiled(1) == 11


def test_a_kernel_has_another_name_when_its_own_file_or_that_of_a_helper_changes(loaded):
    def name(**changed):
        function = loaded(**changed)
        return function.compiled.py_func.__qualname__

    first = name()
    assert name() == first
    helper = name(kernel_helper="def step(value):\n    return value + 2\n")
    own = name(
        kernel_caller=(
            "from kernel_helper import step\n"
            "from provenance.reuse.compiled import kernel\n\n\n"
            "@kernel(step)\n"
            "def caller(value):\n"
            "    return step(step(value))\n"
        )
    )
    assert len({first, helper, own}) == 3
    assert all(each_name.startswith("caller-") for each_name in (first, helper, own))


def test_where_nothing_can_be_kept_the_kernel_is_compiled_all_the_same(monkeypatch):
    """A read-only installation without a home folder must check articles too."""
    asked = []
    compiler = numba.njit

    def njit(*args, **options):
        asked.append(bool(options.get("cache")))
        if options.get("cache"):
            raise RuntimeError("cannot cache function: no locator available")
        return compiler(*args, **options)

    monkeypatch.setattr(numba, "njit", njit)
    fresh = kernel(added)(total.plain)
    assert fresh.compiled(np.arange(5)) == 10
    assert asked == [True, False]


def test_another_fault_of_the_compiler_is_not_swallowed(monkeypatch):
    def njit(*_, **__):
        raise ValueError("broken")

    monkeypatch.setattr(numba, "njit", njit)
    with pytest.raises(ValueError, match="broken"):
        _ = kernel(added)(total.plain).compiled


def test_compiled_code_lets_other_threads_run():
    assert total.compiled.targetoptions["nogil"]


@pytest.mark.parametrize("threads", [0, 1, 2, 5])
def test_results_are_in_the_order_of_the_items(threads):
    found = each(lambda item: item * item, range(50), threads)
    assert list(found) == [n * n for n in range(50)]


def test_no_items_give_no_results():
    assert [*each(abs, [], 1), *each(abs, [], 2)] == []


def test_one_thread_is_the_one_that_asks():
    """No pool is started for small input."""
    assert set(each(lambda _: threading.get_ident(), range(5), 1)) == {threading.get_ident()}


def test_two_threads_work_at_the_same_time():
    """Each of two items waits for the other; on one thread this would never end."""
    meeting = threading.Barrier(2, timeout=20)
    assert sorted(each(lambda _: meeting.wait(), range(2), 2)) == [0, 1]


@pytest.mark.parametrize("threads", [1, 2])
def test_a_fault_on_a_thread_is_raised_where_the_work_was_asked_for(threads):
    def fail(item):
        raise KeyError(item)

    with pytest.raises(KeyError):
        list(each(fail, range(3), threads))


def test_large_is_a_few_megabytes():
    """From there the compiled kernels win, their import counted in; a newsroom's day lies below."""
    assert 1_000_000 <= compiled.LARGE <= 20_000_000
