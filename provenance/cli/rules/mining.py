"""`provenance rules mine`: lines that outlets repeat, as rules to be."""

import sys

import typer

from provenance.cli.options import (
    BylineField,
    ConfigFile,
    DateField,
    Exclude,
    IdField,
    LanguageField,
    Memory,
    NoProgress,
    OutletField,
    Output,
    Paths,
    Rules,
    Stdin,
    StdinFormat,
    TextField,
    TitleField,
)
from provenance.cli.rules.options import Clusters, Limit, Share
from provenance.cli.settings import flags, settings_files
from provenance.cli.terminal import say, shows_progress
from provenance.errors import UsageError

EXAMPLES = """Examples:

\b
  provenance rules mine corpus.jsonl -o mined.yaml
  provenance rules mine archive/ --clusters 5 --share 10"""


def mine(  # noqa: PLR0913, PLR0917  (an option is a parameter)
    paths: Paths = None,
    clusters: Clusters = 3,
    share: Share = 0.0,
    limit: Limit = 100,
    output: Output = None,
    rules: Rules = None,
    exclude: Exclude = None,
    config: ConfigFile = None,
    text_field: TextField = None,
    id_field: IdField = None,
    title_field: TitleField = None,
    byline_field: BylineField = None,
    outlet_field: OutletField = None,
    date_field: DateField = None,
    language_field: LanguageField = None,
    memory: Memory = None,
    stdin_format: Stdin = StdinFormat.TXT,
    no_progress: NoProgress = False,
) -> None:
    """Write rules for the lines that an outlet repeats from story to story."""
    given = flags(locals())
    if not paths:
        raise UsageError("no PATHS to mine", hint="for example: provenance rules mine corpus.jsonl")
    from provenance import api, sources  # noqa: PLC0415  (heavy, as all imports inside commands)
    from provenance.reporters import output as out  # noqa: PLC0415
    from provenance.reporters import progress, trial  # noqa: PLC0415

    settings = api.settings(config, given)
    with progress.Progress(sys.stderr, shown=shows_progress(no_progress)) as told:
        found = api.mine(
            paths,
            settings,
            fewest=clusters,
            share=share,
            limit=limit,
            stdin_format=stdin_format,
            progress=told,
        )
    if output:
        read = settings_files(config, settings)
        out.spare(output, (*read, *sources.files(paths, settings)))
    say(trial.mined(found))
    out.write(found.text.encode(), output)
    raise typer.Exit(2 if found.unread else 0)
