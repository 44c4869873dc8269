"""What a run works by: its settings, and the rules that take part under them."""

from collections.abc import Collection, Mapping
from dataclasses import replace
from hashlib import blake2b
from pathlib import Path
from posixpath import dirname, join

from provenance import checks, gate, rulebook
from provenance.config import Config, Resolved, resolved
from provenance.errors import ConfigError, FaultList
from provenance.rulebook import Rulebook
from provenance.sources.baseline import NAME, find_baseline
from provenance.sources.packs import rule_files
from provenance.sources.settings import find_settings


def rules(config: Config | None = None) -> Rulebook:
    """The rules that take part under `config`: the bundled ones and the user's own.

    Raises:
        FaultList: Of `RuleError` or `ConfigError`: all faults of all rule files, or of the
            settings that name rules.
    """
    config = config or Config()
    book = rulebook.load(rule_files(config.rules))
    if faults := checks.unanswered(book.rules):
        raise FaultList(faults)
    return rulebook.select(book, config.select, config.ignore, config.severity)


def rules_digest(config: Config) -> str:
    """Sixteen hexadecimal digits that are equal for equal rule files, wherever they are."""
    digest = blake2b(digest_size=8)
    for file in rule_files(config.rules):
        digest.update(file.text.encode("utf-8", "surrogatepass"))
        digest.update(b"\0")
    return digest.hexdigest()


def named_rules(config: Config) -> Rulebook | None:
    """As `rules`, if a setting names a rule or a file of rules; else null.

    Raises:
        FaultList: As `rules`.
        ConfigError: The gate could never fail, or never on a rule it names.
    """
    named = gate.policy(config.fail_on).rules
    if not (named or config.rules or config.select or config.ignore or config.severity):
        return None
    book = rules(config)
    gate.refuse_blind(config.fail_on, {rule.rule_id for rule in book.rules})
    return book


def spoken_rules(named: Rulebook | None, languages: Collection[str | None]) -> Rulebook:
    """The rules of a run over articles in `languages`, null among them when one is not known.

    Args:
        named: As from `named_rules`; when null only the packs for these languages are read.
        languages: Of all articles. Where one is not known, rules for every language take part.
    """
    known = [language for language in languages if language is not None]
    if len(known) < len(languages):
        return named or rules()
    return rulebook.speaking(named or rulebook.load_bundled(rule_files(()), known), known)


def settings(path: str | None, flags: Mapping[str, object]) -> Config:
    """The settings of a run: the defaults, under the settings file, under `flags`.

    Args:
        path: A settings file; null to look for one from the current folder upwards.
        flags: What the command line sets, by the names of `Config`; null values are left out.

    Raises:
        FaultList: Of `ConfigError`: every fault in the file and the flags at once.

    Returns:
        With the baseline beside the settings file, or in the current folder, when none is named.
    """
    return effective(path, flags)[1].config


def baseline_file(path: str | None, config: Config) -> str:
    """Where the baseline of `config` is or belongs: beside the settings file, unless it is named.

    Args:
        path: As for `settings`.
        config: As from `settings`.
    """
    place, _ = find_settings(path, current_folder()) or ("", "")
    return config.baseline or join(dirname(place), NAME)


def effective(path: str | None, flags: Mapping[str, object]) -> tuple[str | None, Resolved]:
    """As `settings`, with the settings file that was read, null for none, and every origin."""
    place, text = find_settings(path, current_folder()) or (None, None)
    found = resolved(text, place or "", flags)
    if found.config.baseline is not None:
        return place, found
    baseline = find_baseline([dirname(place or ""), ""])
    return place, replace(found, config=replace(found.config, baseline=baseline))


def current_folder() -> Path:
    """The current folder; raises `ConfigError` when it is gone."""
    try:
        return Path.cwd()
    except FileNotFoundError:
        hint = "change to a folder that exists"
        raise ConfigError("the current folder was removed", hint=hint) from None
