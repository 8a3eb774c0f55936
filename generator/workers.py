"""Where jobs run: here, or in one process per core. Anything that speaks `concurrent.futures.Executor` will do.

A job is a pure function of one picklable record. Results come back in the order in which they are finished, each with
the record it belongs to, so that no result is ever taken for another's.
"""

import multiprocessing
import os
import sys
import threading
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Executor, ProcessPoolExecutor, as_completed
from contextlib import contextmanager
from typing import TypeVar

Job = TypeVar("Job")
Result = TypeVar("Result")


def cores() -> int:
    """How many processes may run at once, as the machine allows this process."""
    affinity = getattr(os, "sched_getaffinity", None)
    return len(affinity(0)) if affinity else os.cpu_count() or 1


@contextmanager
def processes(count: int, *, warm_up: Callable[[], object]) -> Iterator[Executor | None]:
    """An executor of that many processes, each warmed up; None for one, which means: right here.

    Forks where that is safe and cheap: a fork beside a running thread (a progress bar's, say) copies the locks it holds,
    and nobody ever opens them. For the same reason all of them are started before this returns.
    """
    if count <= 1:
        yield None
        return
    alone = threading.active_count() == 1
    context = multiprocessing.get_context("fork" if sys.platform == "linux" and alone else "spawn")
    if context.get_start_method() == "fork":
        warm_up()
        pool = ProcessPoolExecutor(count, mp_context=context)
    else:
        pool = ProcessPoolExecutor(count, mp_context=context, initializer=warm_up)
    try:
        pool.submit(os.getpid).result()
        yield pool
    finally:
        pool.shutdown(wait=True, cancel_futures=True)


def run(
    function: Callable[[Job], Result], jobs: Sequence[Job], *, executor: Executor | None
) -> Iterator[tuple[Job, Result]]:
    """Runs the function over all jobs; an exception in one ends the run and cancels those not begun."""
    if executor is None:
        for job in jobs:
            yield job, function(job)
        return
    waiting = {executor.submit(function, job): job for job in jobs}
    try:
        for finished in as_completed(waiting):
            yield waiting.pop(finished), finished.result()
    finally:
        for future in waiting:
            future.cancel()
