"""Runs kernels: functions over arrays, as they are or compiled.

Large input runs them compiled, without the interpreter's lock, on threads. Small input runs those
that touch little of it as they are, because numba takes a quarter of a second to import; the others
have a plain form beside them. Compiled code is kept beside the source, or in the user's cache
folder where that cannot be written, so that only the first large run on a machine waits for the
compiler.
"""

import functools
from collections.abc import Callable, Iterable, Iterator
from hashlib import blake2b
from types import FunctionType
from typing import Any, TypeAlias, TypeVar

# What a kernel works on: arrays and numbers, of NumPy when it runs as it is and of the machine when
# it runs compiled, which no type of Python covers.
Value: TypeAlias = Any

Item = TypeVar("Item")
Result = TypeVar("Result")

# Bytes of text from which compiled kernels win, the import of numba counted in.
LARGE = 4_000_000


def kernel(*helpers: Callable[..., Any]) -> Callable[[Callable[..., Any]], "Kernel"]:
    """Makes a kernel of a function.

    Args:
        helpers: The plain functions that it calls, and those that these call.
    """
    return lambda function: Kernel(function, helpers)


class Kernel:
    """A function over arrays at two speeds.

    Attributes:
        plain: The function as it is.
    """

    def __init__(self, function: Callable[..., Any], helpers: Iterable[Callable[..., Any]]) -> None:
        self.plain = function
        self._helpers = tuple(helpers)
        self.__doc__ = function.__doc__

    def at(self, large: bool) -> Callable[..., Any]:
        """The function at one of its speeds."""
        return self.compiled if large else self.plain

    @functools.cached_property
    def compiled(self) -> Callable[..., Any]:
        """The function compiled, at its first call for each set of types of its values."""
        import numba  # noqa: PLC0415  (a quarter of a second)
        from numba.extending import register_jitable  # noqa: PLC0415

        for helper in self._helpers:
            register_jitable(helper)
        function = _named_by_source(self.plain, self._helpers)
        try:
            return numba.njit(cache=True, nogil=True)(function)
        except RuntimeError:  # there is nowhere to keep compiled code
            return numba.njit(nogil=True)(function)


def _named_by_source(
    function: Callable[..., Any], helpers: Iterable[Callable[..., Any]]
) -> FunctionType:
    """The function under a name that changes with the source of all it calls.

    Compiled code is found again by name, and numba looks only at the function's own file.
    """
    import inspect  # noqa: PLC0415  (numba takes it in as well)

    modules = {each.__module__: inspect.getmodule(each) for each in (function, *helpers)}
    digest = blake2b(digest_size=6)
    for _, module in sorted(modules.items()):
        assert module is not None
        digest.update(inspect.getsource(module).encode())
    assert isinstance(function, FunctionType)
    named = FunctionType(function.__code__, function.__globals__, function.__name__)
    named.__module__ = function.__module__
    named.__qualname__ = f"{function.__qualname__}-{digest.hexdigest()}"
    return named


def each(
    function: Callable[[Item], Result], items: Iterable[Item], threads: int
) -> Iterator[Result]:
    """What a function gives for each item, in their order; on threads, if more than one."""
    if threads <= 1:
        yield from map(function, items)
        return
    from concurrent.futures import ThreadPoolExecutor  # noqa: PLC0415  (ten milliseconds)

    with ThreadPoolExecutor(threads) as pool:
        yield from pool.map(function, items)
