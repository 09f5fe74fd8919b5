"""Work spread over processes that may die: each item comes back with its result, or with word that its worker died."""

import gc
import math
import signal
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import suppress
from itertools import count
from multiprocessing import get_context
from multiprocessing.connection import Connection, wait
from typing import Any, Generic, TypeVar

from stemmata.errors import StemmataError

Item = TypeVar("Item")
Result = TypeVar("Result")

SPAWN = get_context("spawn")  # a fork would copy the threads of onnxruntime half

STARTED = "started"
"""What a worker says first: the time of its first item counts from then."""


class Died(Exception):
    """A worker ended before its item was done: killed for memory, crashed, or past its time."""


def each(
    task: Callable[[Item], Result], items: Iterable[Item], *, processes: int, seconds: float, ahead: float = math.inf
) -> Iterator[tuple[Item, Result | Died]]:
    """Do a task with each item, and hand the results out as they come.

    Args:
        task: a function of a module; an error of this program that it raises is raised here.
        items: taken one by one as workers are free.
        processes: how many work at once; with one, the work is done in this process.
        seconds: how long one item may take; past it its worker is killed.
        ahead: how many items behind the oldest in work may be taken: who puts results in order then holds no more.

    Raises:
        StemmataError: the task raised it.
    """
    if processes == 1:
        for item in items:
            yield item, task(item)
        return
    left, taken, workers = iter(items), 0, [_Worker(task) for _ in range(processes)]
    idle, busy = list(workers), list[_Worker[Item, Result]]()
    done: list[tuple[Item, Result | Died]] = []
    try:
        while True:
            oldest = min((worker.nth for worker in busy), default=taken)
            while idle and taken < oldest + ahead and idle[-1].take(left, taken):
                busy.append(idle.pop())
                taken += 1
            yield from done  # only now, since who takes them may need time
            done.clear()
            if not busy:
                return
            ready = wait([worker.pipe for worker in busy], timeout=1.0)
            for worker in [one for one in busy if one.pipe in ready or one.late(seconds)]:
                result = worker.result(seconds)
                if result == STARTED:
                    continue
                if isinstance(result, StemmataError):
                    raise result
                done.append((worker.item, result))
                busy.remove(worker)
                idle.append(worker)
    finally:
        for worker in workers:
            worker.stop()


def in_order(
    results: Iterable[tuple[Item, Result]], number: Callable[[Item], int], order: Sequence[int], most: int
) -> Iterator[tuple[Item, Result]]:
    """Results as their items stand in an order, whichever came first; also when interrupted, none is held back.

    Args:
        results: items with what came of them, as they come.
        number: tells an item's number.
        order: the numbers of all items.
        most: how many results may wait for one before them; past that it is waited for no longer.
    """
    kept: dict[int, tuple[Item, Result]] = {}
    due, late = list(reversed(order)), set[int]()
    try:
        for item, result in results:
            if number(item) in late:
                yield item, result
                continue
            kept[number(item)] = (item, result)
            while kept and (due[-1] in kept or len(kept) > most):
                following = due.pop()
                if following in kept:
                    yield kept.pop(following)
                else:
                    late.add(following)
    except KeyboardInterrupt:
        yield from kept.values()
        raise
    yield from kept.values()


class _Worker(Generic[Item, Result]):
    """One process, which is started anew when it died."""

    item: Item
    nth: int
    """The number of the item, from 0."""

    def __init__(self, task: Callable[[Item], Result]) -> None:
        self._task = task
        self._start()

    def _start(self) -> None:
        self.pipe, theirs = SPAWN.Pipe()
        self._process = SPAWN.Process(target=_work, args=(theirs, self._task), daemon=True)
        self._process.start()
        self._since = math.inf
        theirs.close()  # so that the pipe ends when the process does

    def take(self, items: Iterator[Item], nth: int) -> bool:
        """Give the worker the next item, which has this number; tell whether there was one."""
        for item in items:
            self.item, self.nth = item, nth
            if self._since < math.inf:
                self._since = time.monotonic()
            with suppress(BrokenPipeError):  # it died while it was idle; `result` tells
                self.pipe.send(item)
            return True
        return False

    def late(self, seconds: float) -> bool:
        """Tell whether the item takes longer than it may."""
        return time.monotonic() - self._since > seconds

    def result(self, seconds: float) -> Result | Died | StemmataError:
        """What became of the item."""
        try:
            if self.pipe.poll():
                told: Result | StemmataError = self.pipe.recv()
                self._since = time.monotonic()
                return told
            reason = f"it took longer than {seconds:g} s"
        except (EOFError, ConnectionResetError):
            self._process.join()
            reason = f"its process ended with {self._process.exitcode}"
        self.stop()
        self._start()
        return Died(reason)

    def stop(self) -> None:
        """End the process."""
        self.pipe.close()
        self._process.kill()
        self._process.join()


def _work(pipe: "Connection[Any, Any]", task: Callable[[Any], Any]) -> None:
    """What a worker does until its pipe ends, be it because the main process was killed."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C reaches all processes, and the main one decides
    try:
        pipe.send(STARTED)
        for nth in count():
            item = pipe.recv()
            try:
                done = task(item)
            except StemmataError as error:
                done = error
            pipe.send(done)
            if nth == 0:
                spare_the_collector()
    except (EOFError, BrokenPipeError):
        return


def spare_the_collector() -> None:
    """Look for circles among objects seldom, and never among the models and tables, which stay.

    Looking among those takes an eighth of coding's time. A coding makes no circles, so little is ever found.
    """
    gc.freeze()
    gc.set_threshold(100_000)
