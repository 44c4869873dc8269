"""The closed sets of words that columns hold."""

from enum import StrEnum


class Severity(StrEnum):
    """How much a finding matters; only this decides the gate."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"


class Acceptance(StrEnum):
    """What accepts a finding: an entry of the baseline, or an ignore of the settings."""

    BASELINE = "baseline"
    SETTINGS = "settings"


class Confidence(StrEnum):
    """How sure the rule is that the finding is what it says."""

    HIGH = "high"
    MEDIUM = "medium"
    LOW = "low"


class Scope(StrEnum):
    """What a text rule looks at, one at a time: the unit of its matches and its limits.

    `LINE`: a line that is not blank. `TITLE`: a line of the headline, where it stands in the text.
    `PARAGRAPH`: lines with no blank line between them. `DOCUMENT`: the article. `CORPUS`: a line
    of the body, among those of all articles of its outlet.
    """

    LINE = "line"
    TITLE = "title"
    PARAGRAPH = "paragraph"
    DOCUMENT = "document"
    CORPUS = "corpus"


class Removal(StrEnum):
    """What of a finding is taken out of a text.

    `LINE`: the lines it lies in, with their line end. `MATCH`: its place alone. `REST`: everything
    from the line it lies in to the end of the article.
    """

    LINE = "line"
    MATCH = "match"
    REST = "rest"


class Status(StrEnum):
    """What became of one check on one article. Only `CLEAR` means looked and found nothing."""

    FOUND = "found"
    CLEAR = "clear"
    NOT_APPLICABLE = "not_applicable"
    NOT_AVAILABLE = "not_available"
    ERROR = "error"


class Label(StrEnum):
    """What a shared region is, told from its words and its surroundings."""

    VERBATIM = "verbatim"
    EDITED = "edited"
    QUOTATION = "quotation"
    BOILERPLATE = "boilerplate"
    SYNDICATED = "syndicated"
    SELF_REUSE = "self-reuse"
    INCIDENTAL = "incidental"


class OriginReason(StrEnum):
    """Why an article counts as the origin of its cluster, or why none does.

    `CREDIT`: all others credit its outlet. `DATE`: it ran before all others. `SUPERSET`: it holds
    the text of all others and more. `TIE`: all are dated, and none ran before all others.
    `UNKNOWN`: one has no date, and nothing else tells.
    """

    CREDIT = "credit"
    DATE = "date"
    SUPERSET = "superset"
    TIE = "tie"
    UNKNOWN = "unknown"


class Bound(StrEnum):
    """How a figure is bounded by the words around it."""

    EXACT = "exact"
    ABOUT = "about"
    MORE = "more-than"
    LESS = "less-than"
    UP_TO = "up-to"
    NEARLY = "nearly"
    RANGE = "range"
    VAGUE = "vague"


class SourceKind(StrEnum):
    """What stands behind a statement.

    `NAMED`: a person with a name. `ROLE`: one person told by role alone ("a police spokesman").
    `ORGANISATION`: an institution as a speaker. `DOCUMENT`: a report, a filing, a post.
    `COLLECTIVE`: several people without names ("officials"). `ANONYMOUS`: who would not be named
    ("a person familiar with the matter", "on condition of anonymity"). `AGENTLESS`: nobody ("it is
    believed"). `OUTLET`: another outlet. `AGENCY`: a news agency. `UNTOLD`: a pronoun whose person
    could not be told.
    """

    NAMED = "named"
    ROLE = "role"
    ORGANISATION = "organisation"
    DOCUMENT = "document"
    COLLECTIVE = "collective"
    ANONYMOUS = "anonymous"
    AGENTLESS = "agentless"
    OUTLET = "outlet"
    AGENCY = "agency"
    UNTOLD = "untold"


class Channel(StrEnum):
    """How a source's words reached the article.

    `EVENT`: said before several ("told reporters", "at a news conference"). `OUTLET`: through
    another outlet or an agency. `WRITING`: a statement, a report, a post. `SPEECH`: said to nobody
    in particular, or to whom is not told.
    """

    EVENT = "event"
    OUTLET = "outlet"
    WRITING = "writing"
    SPEECH = "speech"


class QuoteForm(StrEnum):
    """Whether quotation marks tell a quotation, or its place above a line of attribution."""

    MARKED = "marked"
    BLOCK = "block"


class QuoteUse(StrEnum):
    """What words are quoted for; see `Quote.use`."""

    SPEECH = "speech"
    PHRASE = "phrase"
    TITLE = "title"
    NESTED = "nested"


class Resolution(StrEnum):
    """How the speaker of a quotation was told.

    `CUE`: by a verb or phrase of speech beside it. `LINE`: by the line of attribution below a
    block. `PRONOUN`: by a pronoun beside it, whose person stands before. `SPLIT`: by another part
    of the same utterance, or by the quotation of the sentence before. `RUNS_ON`: by the paragraph
    before, whose quotation has no end. `FOLLOWS`: by the last sentence of the paragraph before,
    whose only source it has, when the quotation is a paragraph of its own. `UNRESOLVED`: not at
    all.
    """

    CUE = "cue"
    LINE = "line"
    PRONOUN = "pronoun"
    SPLIT = "split"
    RUNS_ON = "runs-on"
    FOLLOWS = "follows"
    UNRESOLVED = "unresolved"


class CreditForm(StrEnum):
    """Where a credit stands.

    `DATELINE`: "TOWN (AGENCY) -". `BYLINE`: "By Name, AGENCY". `TAG`: a name on a line of its own
    or in brackets. `SIGN_OFF`: "Reporting by". `SHARE`: "contributed to this report". `ORIGIN`:
    "first published in". `HOUSE`: a line as only one agency sets it, over a story or between its
    parts.
    """

    DATELINE = "dateline"
    BYLINE = "byline"
    TAG = "tag"
    SIGN_OFF = "sign-off"
    SHARE = "share"
    ORIGIN = "origin"
    HOUSE = "house"


class CreditSubject(StrEnum):
    """What a credit is of: the article, or a teaser or picture on its page."""

    ARTICLE = "article"
    TEASER = "teaser"
    PICTURE = "picture"


class LineageReason(StrEnum):
    """Why an article stands in a lineage.

    `COPY`: it shares most of its prose with another one. `CREDIT`: it credits an outlet or agency
    whose article on the same story is in the corpus. `VIA`: all it says comes through one outlet
    or agency. `OWN`: nothing joins it to another one.
    """

    COPY = "copy"
    CREDIT = "credit"
    VIA = "via"
    OWN = "own"


class ClaimKind(StrEnum):
    """What several articles claim: that somebody said these words, or a figure for one thing."""

    QUOTATION = "quotation"
    FIGURE = "figure"
