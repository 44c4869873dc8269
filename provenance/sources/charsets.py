"""Which character encoding bytes are in, when they are not UTF-8: by label, or by a guess.

In: a label as a page or a server writes it, or the bytes. Out: the name of an
encoding that Python decodes, or null. Python has many codecs that are none for
text (`base64`, `unicode_escape`), and a label comes from a stranger, so only the
encodings of old pages are known here. UTF-16 is not: it has a mark, or cannot
be told from binary data.
"""

import codecs
import re
from types import MappingProxyType

# Bytes, half from each end of what is longer.
_LOOKED_AT = 1 << 17
_LABEL = re.compile(r"[A-Za-z0-9][\w:.+-]{0,39}", re.ASCII)
_ALIASES = MappingProxyType(
    {
        "unicode-1-1-utf-8": "utf-8",
        "windows-31j": "cp932",
        "windows-874": "cp874",
        "x-cp1250": "cp1250",
        "x-cp1251": "cp1251",
        "x-cp1252": "cp1252",
        "x-gbk": "gbk",
        "x-mac-cyrillic": "mac-cyrillic",
        "x-mac-roman": "mac-roman",
        "x-sjis": "cp932",
    }
)
# What a browser takes for each of Python's names, as nearly every page that says the one means the
# other, which has more characters (WHATWG Encoding Standard, section 4.2).
_MEANT = MappingProxyType(
    {
        "ascii": "windows-1252",
        "iso8859-1": "windows-1252",
        "iso8859-9": "windows-1254",
        "iso8859-11": "cp874",
        "tis-620": "cp874",
        "gb2312": "gb18030",
        "gbk": "gb18030",
        "big5": "big5hkscs",
        "shift_jis": "cp932",
        "euc_kr": "cp949",
        "euc_jp": "euc-jp",
        "iso2022_jp": "iso-2022-jp",
        **{f"cp125{number}": f"windows-125{number}" for number in range(9)},
        **{f"iso8859-{number}": f"iso-8859-{number}" for number in (*range(2, 9), 10)},
        **{f"iso8859-{number}": f"iso-8859-{number}" for number in range(13, 17)},
        **{name: name for name in ("utf-8", "gb18030", "big5hkscs", "cp932", "cp949", "cp874")},
        **{name: name for name in ("koi8-r", "koi8-u", "cp866", "mac-roman", "mac-cyrillic")},
    }
)


def by_label(label: str) -> str | None:
    """The encoding that a label means on the web; null for one that is not known.

    >>> by_label("ISO-8859-1"), by_label("base64")
    ('windows-1252', None)
    """
    name = label.strip().lower()
    if not _LABEL.fullmatch(name):
        return None
    try:
        return _MEANT.get(codecs.lookup(_ALIASES.get(name, name)).name)
    except LookupError:
        return None


def guessed(data: bytes) -> str | None:
    """The encoding of `data` by its bytes; null when there is no telling.

    Raises:
        ImportError: resiliparse is not installed; it comes with the extra `html`.
    """
    from resiliparse.parse.encoding import detect_encoding  # noqa: PLC0415  (an extra)

    label = detect_encoding(data, max_len=_LOOKED_AT, html5_compatible=False)
    return by_label(label) if label else None
