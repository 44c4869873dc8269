"""`provenance init`: begins a settings file."""

from provenance.cli.options import Force, PrintOnly
from provenance.cli.terminal import say

EXAMPLES = """Examples:

\b
  provenance init
  provenance init --print | less

Exit codes: 0 written, 2 not written."""


def init(force: Force = False, print_only: PrintOnly = False) -> None:
    """Begin provenance.toml here, with every setting explained and commented out."""
    from provenance import api  # noqa: PLC0415  (heavy, as all imports inside commands)
    from provenance.reporters import output, settings_file  # noqa: PLC0415

    if print_only:
        return output.write(settings_file.settings_file(), None)
    name = api.begin_settings(force=force)
    say(f"wrote {name}, in which every setting is explained and none is set yet")
    return None
