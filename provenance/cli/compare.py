"""`provenance compare`: shows two articles side by side."""

from provenance.cli.options import (
    BylineField,
    Color,
    ColorWhen,
    ComparisonFormat,
    ConfigFile,
    DateField,
    Full,
    IdField,
    LanguageField,
    Left,
    MinWords,
    OutletField,
    Output,
    PageFormat,
    Right,
    Stdin,
    StdinFormat,
    TextField,
    TitleField,
)
from provenance.cli.settings import flags, settings_files
from provenance.cli.terminal import style

EXAMPLES = """Examples:

\b
  provenance compare story.txt other.txt
  provenance compare story.txt 'corpus.jsonl#ID'
  cat story.txt | provenance compare - other.txt --full

Exit codes: 0 compared, whatever is shared; 2 not a valid run, 130 interrupted."""


def compare(  # noqa: PLR0913, PLR0917  (an option is a parameter)
    left: Left,
    right: Right,
    page_format: ComparisonFormat = PageFormat.TEXT,
    output: Output = None,
    full: Full = False,
    config: ConfigFile = None,
    text_field: TextField = None,
    id_field: IdField = None,
    title_field: TitleField = None,
    byline_field: BylineField = None,
    outlet_field: OutletField = None,
    date_field: DateField = None,
    language_field: LanguageField = None,
    min_words: MinWords = None,
    stdin_format: Stdin = StdinFormat.TXT,
    color: ColorWhen = Color.AUTO,
) -> None:
    """Show two articles side by side: what they share, and which words differ in it."""
    given = flags(locals())
    from provenance import api  # noqa: PLC0415  (heavy, as all imports inside commands)
    from provenance.reporters import output as out  # noqa: PLC0415
    from provenance.reporters.compare import PAGES  # noqa: PLC0415

    settings = api.settings(config, given)
    found = api.compare(left, right, settings, stdin_format=stdin_format)
    if output:
        read = (found.left.article.path, found.right.article.path)
        out.spare(output, (*settings_files(config, settings), *read))
    out.write(PAGES[page_format](found, style(color, output), full=full), output)
