"""`provenance rules show`: everything about one rule."""

from provenance.cli.options import (
    Color,
    ColorWhen,
    ConfigFile,
    Ignore,
    PageFormat,
    Rules,
    Select,
    Severities,
)
from provenance.cli.rules.options import OutputFormat, RuleName
from provenance.cli.settings import flags
from provenance.cli.terminal import style


def show_rule(  # noqa: PLR0913, PLR0917  (an option is a parameter)
    rule: RuleName,
    page_format: OutputFormat = PageFormat.TEXT,
    select: Select = None,
    ignore: Ignore = None,
    severity: Severities = None,
    rules: Rules = None,
    config: ConfigFile = None,
    color: ColorWhen = Color.AUTO,
) -> None:
    """Show what a rule declares, what the settings change, and how precise it was measured."""
    given = flags(locals())
    from provenance import api  # noqa: PLC0415  (heavy, as all imports inside commands)
    from provenance.reporters import output, rulepage, targets  # noqa: PLC0415

    settings = api.settings(config, given)
    described = api.describe_rule(rule, settings)
    if described is None:
        raise targets.unknown_target(api.every_rule(settings).rules, rule)
    output.write(rulepage.PAGES[page_format](described, style(color, None)), None)
