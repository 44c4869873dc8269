"""What came of recomputing the scores of a report, for people."""

from collections.abc import Iterator

from provenance.reporters.labels import counted, field, hanging
from provenance.reporters.palette import Style
from provenance.reporters.safe import printable
from provenance.scoring.differences import Difference
from provenance.scoring.verification import Recount, Verification

# Rows that are told of each table: whoever changed all of them needs no list of all.
_SHOWN = 20
_TAKEN = (
    "what the report says of the texts: its findings, outcomes, words, lineages and credits; "
    "the texts are not in it"
)


def page(verification: Verification, style: Style) -> bytes:
    """The page in UTF-8; its last lines tell how much was reproduced."""
    lines = [style.paint(printable(verification.place), "strong")]
    lines += field("made by", f"provenance {verification.version}", style)
    lines += field("rests on", _TAKEN, style)
    lines += _weights(verification.weights, style)
    lines += [""]
    for recount in verification.recounts:
        lines += _unlike(recount, style)
    lines += [_reproduced(recount, style) for recount in verification.recounts]
    return "\n".join([*lines, ""]).encode()


def _weights(unlike: tuple[Difference, ...], style: Style) -> Iterator[str]:
    """Whether the weights of the report are those of this program."""
    if not unlike:
        yield from field("weights", "those of this program", style)
        return
    told = f"not those of this program: {counted(len(unlike), 'value')} differ"
    yield from field("weights", told, style)
    for each in unlike[:_SHOWN]:
        told = f"{each.field}: {each.stated} in the report, {each.recomputed} in this program"
        yield from hanging(" " * 15, told, style)
    if len(unlike) > _SHOWN:
        yield f"{'':15}and {len(unlike) - _SHOWN:,} more"


def _unlike(recount: Recount, style: Style) -> Iterator[str]:
    """The rows of one table that came out otherwise, ended by an empty line."""
    if not recount.unlike:
        return
    yield style.paint(f"{recount.noun}s that come out otherwise", "strong")
    for about, differences in recount.unlike[:_SHOWN]:
        yield from hanging("  ", about, style)
        for each in differences[:_SHOWN]:
            told = f"{each.field}: {each.stated} stated, {each.recomputed} recomputed"
            yield from hanging("    ", told, style)
        if len(differences) > _SHOWN:
            yield f"    and {len(differences) - _SHOWN:,} more"
    if len(recount.unlike) > _SHOWN:
        yield f"  and {counted(len(recount.unlike) - _SHOWN, f'more {recount.noun}')}"
    yield ""


def _reproduced(recount: Recount, style: Style) -> str:
    """`12 of 12 scores reproduced`."""
    same = recount.rows - len(recount.unlike)
    told = f"{same:,} of {counted(recount.rows, recount.noun)} reproduced"
    return style.paint(told, "failed" if recount.unlike else "passed")
