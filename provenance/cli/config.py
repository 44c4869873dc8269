"""`provenance config`: the settings in force, and what settings there are."""

import typer

from provenance.cli.options import (
    Baseline,
    BylineField,
    Color,
    ColorWhen,
    ConfigFile,
    DateField,
    EveryFinding,
    Exclude,
    ExtractWith,
    FailOn,
    FailUnder,
    GateLimits,
    IdField,
    Ignore,
    KeepGoing,
    LanguageField,
    Memory,
    MinWords,
    OutletField,
    Output,
    PageFormat,
    Rules,
    Select,
    SettingsFormat,
    Severities,
    TextField,
    TitleField,
    UrlField,
)
from provenance.cli.settings import flags
from provenance.cli.terminal import style

EXAMPLES = """Examples:

\b
  provenance config show
  provenance config show --fail-on warning -f json

Takes the settings among the options of `provenance check`. Exit codes: 0 shown, 2 a setting
cannot be used."""

app = typer.Typer(no_args_is_help=True, help="Look at the settings.", rich_markup_mode=None)


@app.command(epilog=EXAMPLES)
def show(  # noqa: PLR0913, PLR0917  (an option is a parameter)
    page_format: SettingsFormat = PageFormat.TEXT,
    output: Output = None,
    config: ConfigFile = None,
    fail_on: FailOn = None,
    fail_under: FailUnder = None,
    limits: GateLimits = None,
    keep_going: KeepGoing = False,
    baseline: Baseline = None,
    every: EveryFinding = False,
    select: Select = None,
    ignore: Ignore = None,
    severity: Severities = None,
    rules: Rules = None,
    exclude: Exclude = None,
    text_field: TextField = None,
    id_field: IdField = None,
    title_field: TitleField = None,
    byline_field: BylineField = None,
    outlet_field: OutletField = None,
    date_field: DateField = None,
    language_field: LanguageField = None,
    url_field: UrlField = None,
    min_words: MinWords = None,
    extractor: ExtractWith = None,
    memory: Memory = None,
    color: ColorWhen = Color.AUTO,
) -> None:
    """Show every setting with its value and where it was set."""
    given = flags(locals())
    from provenance import api  # noqa: PLC0415  (heavy, as all imports inside commands)
    from provenance.reporters import output as out  # noqa: PLC0415
    from provenance.reporters import settings as pages  # noqa: PLC0415

    file, found = api.effective(config, given)
    if output:
        out.spare(output, [file] if file else [])
    out.write(pages.PAGES[page_format](file, found, style(color, output)), output)


@app.command()
def schema(output: Output = None) -> None:
    """Write the JSON Schema of provenance.toml, by which editors complete and check it."""
    from provenance.config.schema import schema as settings_schema  # noqa: PLC0415
    from provenance.reporters import output as out  # noqa: PLC0415
    from provenance.reporters.json import as_document  # noqa: PLC0415

    out.write(as_document(settings_schema()), output)
