"""Every error a user can cause, in one tree.

Each carries what a message needs: a stable code, the thing and the fault, the
place (`file:line:column` where there is one) and the next step. The command
line turns any of them into exit code 2; nothing else in the package prints or
exits.
"""

from collections.abc import Sequence


class ProvenanceError(Exception):
    """A fault with a code, a place and a next step.

    Args:
        message: The thing and what is wrong with it, as one sentence without a full stop.
        place: Where, as `file`, `file:line` or `file:line:column`; empty when there is no place.
        hint: The next step for the user; empty when the message says it all.
    """

    code = "P000"

    def __init__(self, message: str, *, place: str = "", hint: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.place = place
        self.hint = hint

    def __str__(self) -> str:
        where = f"{self.place}: " if self.place else ""
        hint = f"\n  {self.hint}" if self.hint else ""
        return f"{where}error[{self.code}] {self.message}{hint}"


class InputError(ProvenanceError):
    """Nothing that can be checked was found where the user pointed."""

    code = "P100"


class ConfigError(ProvenanceError):
    """A setting in a file or on the command line cannot be used."""

    code = "P200"


class RuleError(ProvenanceError):
    """A rule file cannot be used."""

    code = "P300"


class UsageError(ProvenanceError):
    """The command was asked for something that does not exist."""

    code = "P400"


class OutputError(ProvenanceError):
    """A report could not be written where the user wants it."""

    code = "P500"


class MachineError(ProvenanceError):
    """The machine gave out during a run: memory, disk or a process."""

    code = "P600"


class FaultList(ProvenanceError):  # noqa: N818  (a list of errors, not one)
    """Several faults of one kind, found in one run and told together.

    Args:
        faults: At least one fault, in the order in which to show them.
    """

    def __init__(self, faults: Sequence[ProvenanceError]) -> None:
        super().__init__(f"{len(faults)} faults")
        self.faults = tuple(faults)
        self.code = self.faults[0].code

    def __str__(self) -> str:
        return "\n".join(str(fault) for fault in self.faults)
