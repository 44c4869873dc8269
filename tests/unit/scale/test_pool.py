"""Work side by side gives what work one after the other gives."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from provenance.errors import MachineError
from provenance.scale import Pool

PID = "__import__('os').getpid()"


def test_answers_come_in_the_order_of_the_tasks():
    """Each task sleeps the longer the earlier it was asked."""
    with Pool(2) as pool:
        assert list(pool.each(time.sleep, [0.2, 0.1, 0.0])) == [None] * 3
        assert list(pool.each(abs, range(-20, 0))) == list(range(20, 0, -1))


def test_with_one_worker_the_work_is_done_here():
    with Pool(1) as pool:
        assert set(pool.each(eval, [PID] * 2)) == {os.getpid()}


def test_with_more_it_is_done_elsewhere():
    with Pool(2) as pool:
        assert os.getpid() not in set(pool.each(eval, [PID] * 4))


def test_tasks_are_asked_for_as_work_goes_on():
    """A million batches at once would be all of the corpus in memory."""
    asked = []

    def tasks():
        for number in range(100):
            asked.append(number)
            yield number

    with Pool(2) as pool:
        answers = pool.each(abs, tasks())
        assert next(answers) == 0
        assert len(asked) <= 4
        answers.close()


def test_nothing_to_do_starts_nothing():
    with Pool(8) as pool:
        assert list(pool.each(abs, [])) == []
        assert pool._pool is None


def test_a_fault_of_the_work_comes_through():
    with Pool(2) as pool, pytest.raises(TypeError):
        list(pool.each(abs, ["no number"]))


def test_a_worker_that_dies_is_told_with_what_to_do():
    """The system kills what takes too much memory, without a word."""
    with Pool(2) as pool, pytest.raises(MachineError, match="worker process ended") as fault:
        list(pool.each(os._exit, [1]))
    assert "--workers" in fault.value.hint


def test_workers_end_when_their_parent_was_killed():
    """Nobody would wait for them; they would hold memory until the machine is restarted."""
    code = (
        "import sys, time\n"
        "from provenance.scale import Pool\n"
        "with Pool(2) as pool:\n"
        "    pids = set(pool.each(eval, ['__import__(\"os\").getpid()'] * 8))\n"
        "    print(*pids, flush=True)\n"
        "    time.sleep(60)\n"
    )
    parent = subprocess.Popen([sys.executable, "-c", code], stdout=subprocess.PIPE)
    workers = [int(word) for word in parent.stdout.readline().split()]
    parent.send_signal(signal.SIGKILL)
    parent.wait()
    parent.stdout.close()
    waited = time.monotonic() + 30
    while any(map(alive, workers)) and time.monotonic() < waited:
        time.sleep(0.1)
    assert workers
    assert not any(map(alive, workers))


def alive(pid):
    """Whether a process works; one that is only not collected yet does not."""
    try:
        with Path(f"/proc/{pid}/stat").open() as file:
            return file.read().rpartition(")")[2].split()[0] != "Z"
    except FileNotFoundError:
        return False
