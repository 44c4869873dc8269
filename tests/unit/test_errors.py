"""A user's error names the thing, the place and the next step."""

from provenance.errors import ConfigError, FaultList, ProvenanceError


def test_an_error_reads_as_place_code_message_and_hint():
    fault = ConfigError("unknown key `fail`", place="provenance.toml:3", hint="did you mean X?")
    wanted = "provenance.toml:3: error[P200] unknown key `fail`\n  did you mean X?"
    assert str(fault) == wanted


def test_an_error_without_place_or_hint_is_one_line():
    assert str(ProvenanceError("no")) == "error[P000] no"


def test_several_faults_are_told_together_in_their_order():
    faults = [ConfigError("one", place="a:1"), ConfigError("two", place="a:2")]
    assert str(FaultList(faults)).splitlines() == [str(fault) for fault in faults]
    assert FaultList(faults).code == "P200"
