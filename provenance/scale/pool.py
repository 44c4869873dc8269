"""A few processes that work side by side, and answer in the order in which they were asked.

Processes are started anew, never forked: polars' threads do not live through a
fork. No more work is handed out than a few pieces for each, so that what waits
takes no memory. A process whose parent is gone ends by itself.
"""

import gc
import multiprocessing
import os
import signal
import threading
import time
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from typing import Self, TypeVar

from provenance.errors import MachineError

Task = TypeVar("Task")
Answer = TypeVar("Answer")

# Pieces handed out for each process: one in work and one that waits for it.
_AHEAD = 2
_SECONDS = 1.0  # How often a process looks whether its parent is there.
# Each process works on one piece at a time, on one core.
_ALONE = {"POLARS_MAX_THREADS": "1", "NUMBA_NUM_THREADS": "1", "OMP_NUM_THREADS": "1"}


class Pool:
    """Some processes, started when first asked, stopped when the `with` block ends.

    Args:
        workers: How many. With 1 the work is done in this process, and none is started.
    """

    def __init__(self, workers: int) -> None:
        self.workers = workers
        self._pool: ProcessPoolExecutor | None = None

    def each(self, work: Callable[[Task], Answer], tasks: Iterable[Task]) -> Iterator[Answer]:
        """`work` on each of `tasks`, the answers in the order of the tasks.

        Args:
            work: A function of a module, so that another process finds it.
            tasks: What it is asked; asked for as work goes on.

        Raises:
            MachineError: A process ended without an answer, as when memory runs out.
        """
        if self.workers == 1:
            yield from map(work, tasks)
            return
        waiting: deque[Future[Answer]] = deque()
        try:
            for task in tasks:
                waiting.append(self._started().submit(work, task))
                if len(waiting) >= _AHEAD * self.workers:
                    yield waiting.popleft().result()
            while waiting:
                yield waiting.popleft().result()
        except BrokenProcessPool:
            raise MachineError(
                "a worker process ended before its work was done",
                hint="memory may have run out: allow fewer processes with --workers",
            ) from None
        finally:
            for future in waiting:
                future.cancel()

    def _started(self) -> ProcessPoolExecutor:
        if self._pool is None:
            self._pool = ProcessPoolExecutor(
                self.workers,
                mp_context=multiprocessing.get_context("spawn"),
                initializer=_begin,
                initargs=(os.getpid(),),
            )
        return self._pool

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *fault: object) -> None:
        """Stops the processes; work that waits is not begun."""
        if self._pool is not None:
            self._pool.shutdown(wait=True, cancel_futures=True)
            self._pool = None


def _begin(parent: int) -> None:
    """What a process does before its first piece."""
    os.environ.update(_ALONE)  # Read when the libraries make their threads, which is later.
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # The parent is told too, and stops this one.
    gc.freeze()  # What is loaded stays; to look through it again and again costs some percent.
    threading.Thread(target=_watch, args=(parent,), daemon=True).start()


def _watch(parent: int) -> None:
    """Ends this process when its parent was killed, so that nothing works on for nobody."""
    while os.getppid() == parent:
        time.sleep(_SECONDS)
    os._exit(1)
