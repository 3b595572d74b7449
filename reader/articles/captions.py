"""Tell picture captions and picture credits by the way news agencies write them."""

from __future__ import annotations

import re

# Words. No caption that we know is longer.
LONGEST_CAPTION = 90

_SOURCES = (
    r"VCG|CFP|Getty(?:\ Images)?|iStock(?:photo)?|Shutterstock|Reuters|REUTERS|AFP|EPA(?:-EFE)?|"
    r"Xinhua|AP(?:\ Photo|\ Images)?|CGTN|CNN|NPR|BBC|CCTV|IC|ICphoto|Bloomberg|Anadolu|UPI|"
    r"ZUMA(?:\ Press)?|NurPhoto|SOPA(?:\ Images)?|dpa|Kyodo|Yonhap|TASS|Sputnik|SIPA|Rex|"
    r"PA(?:\ Media|"
    r"\ Wire)?|China\ Daily|Global\ Times|GT|VOA|SCMP|Al\ Jazeera|NASA|Alamy|Handout|Pool|"
    r"The\ New\ York\ Times|The\ Guardian|The\ Washington\ Post|People's\ Daily|CNS|Corbis|"
    r"Associated\ Press|Agence\ France-Presse"
)
_NAME = r"[A-ZÀ-Þ][\w.'’-]*(?:\ (?:[A-ZÀ-Þ][\w.'’-]*|de|van|von|der|al|bin|la))*"
_CREDIT = re.compile(
    rf"""(?:
      \ ?/\s?(?:{_SOURCES})(?:\ [A-Z]\w+)? |
      [(\[](?:[^()\[\]]{{0,80}}\b)?(?:photo|photograph|picture|image|file|courtesy|illustration|
      graphic|
        credit|{_SOURCES})\b[^()\[\]]{{0,80}}[)\]] |
      (?-i:\b(?:Photos?|PHOTO|Photograph|Pictures?|PICTURE|Pics?|Image|IMAGE|Illustration|Graphic
        |Credits?|CREDIT)(?:\ [Cc]redit)?(?::|\ by|\ courtesy)\s?\S[^.]{{0,80}}) |
      (?<=[.”"|)\]]\ )(?:photo|photograph|picture|image|illustration)\ (?:by|courtesy)\s
        \S[^.]{{0,80}} |
      (?:AP\ Photo|REUTERS|Reuters|AFP|EPA|Xinhua)(?:\s?/\s?{_NAME})+ |
      (?:{_NAME}\s?/\s?)(?:{_SOURCES})(?:\s?/\s?{_NAME})?(?:\ via\ {_NAME})? |
      (?:{_NAME}\ )?via\ (?:{_SOURCES}) |
      ©\s?{_NAME}(?:\s?[/,]\s?{_NAME}(?:\ \d+)?)? |
      (?-i:(?<=[\w.”"’)\s])(?:Image|Photo|Picture|Pic|Credit)(?::|\.\.\.)\s?\S.{{0,80}}) |
      (?-i:(?<=[.|\]”"’]\ ){_NAME}\s?/\s?(?:FOR\ )?{_NAME}(?:/{_NAME})?) |
      (?-i:(?<=[.”]\ ){_NAME}\ for\ {_NAME}) |
      (?-i:[(\[][A-Z][\w ]{{1,30}}:\ {_NAME}[)\]]) |
      (?-i:(?<=[.”]\ )(?:{_SOURCES})) |
      (?-i:[A-Z]{{2,8}}\ PHOTO:\ \S.{{0,60}}) |
      (?-i:\b(?:Photograph|Photo|Picture):\s?\S.{{0,60}}) |
      (?-i:REUTERS|Getty\ Images|AP\ Photo|AFP\ PHOTO)
    )[.\s]*(?:Purchase\ Licensing\ Rights)?(?:,\ opens\ new\ tab)?[.\s]*$""",
    re.X | re.I,
)
_CREDIT_ONLY = re.compile(
    rf"""(?:image\ source|image\ credit|photo\ credit|picture\ credit|credit|"
    rf"photo(?:graph)?s?(?:\ by)?|
      pictures?(?:\ by)?|image|illustration(?:\ by)?|courtesy(?:\ of)?|source)[:,]?\s+
      \S[^.]{{0,80}}(?:{_SOURCES})?[^.]{{0,30}} |
      (?:{_NAME}\s?/\s?)?(?:{_SOURCES})(?:\s?/\s?{_NAME})?(?:\ via\ .{{1,30}})? |
      [(\[](?:photo|image|file|{_SOURCES})[^()\[\]]{{0,80}}[)\]] |
      ©\s?{_NAME}(?:\s?/\s?{_NAME})?""",
    re.X,
)
_CREDIT_LEAD = re.compile(
    r"(?i)(photographers?|image source|image credit|photo credit|picture credit|credit|photos?|"
    r"photograph|photo by|photos by|photograph by|pictures?|image|illustration)\s*[:,]|"
    r"(photo|photos|photograph|photographs|picture|illustration) by "
)
# "ST PHOTO: JANE DOE"
_CAPITAL_CREDIT = re.compile(r"[A-Z]{2,8} PHOTO: [A-Z].{1,60}")
# A sentence after the credit's label: "Image: A man waits for his boxes. Pic: Jane Doe".
_TOLD = re.compile(r"[a-z]{3}\. [A-Z]")
# The credit stands first: "© WFP/Jane Doe A woman carries water", "FAO/Jane Doe | Men fish".
_CREDIT_FIRST = re.compile(
    r"(?:© ?[A-ZÀ-Þ][\w.’'-]*(?:[/ ][A-ZÀ-Þ][\w.’'-]*){0,4}|"
    r"[A-Z][\w.-]*/[A-ZÀ-Þ][\w.’'-]*(?: [A-ZÀ-Þ][\w.’'-]*){0,2} \|)"
    r" [A-ZÀ-Þ]\S*(?: \S+){0,2} [a-z].{15,}"
)
_OPENING = re.compile(
    r"(?:\(?(?:header|cover|featured|top|lead|banner)\ (?:image|photo|picture):\ |"
    r"image:\ (?=.{20,}[a-z]{3}\.\ [A-Z])|(?:fig(?:ure)?|table|chart|map)\.?\ \d{1,2}[.:]\ |"
    r"image\ caption|photo\ caption|caption|file\ photo|file\ picture|file\ image|"
    r"in\ this\ (?:file\ )?(?:photo|image|picture|handout)|this\ (?:file\ |handout\ |undated\ |"
    r"combination\ )?(?:photo|image|picture|photograph)\b(?:\ \w+){0,6}\ shows|"
    r"(?:aerial\ |screenshot\ |file\ |undated\ |illustration\ )photo\b|"
    r"(?:an?\ )?(?:aerial|file)\ (?:view|photo|picture)\ )"
    r"|FILE\ ?[-–—]|FILE\ PHOTO",
    re.X | re.I,
)
# The agency stands in front, the caption has no full stop: "Getty Images A woman walks past".
_AGENCY_LEAD = re.compile(rf"(?:{_SOURCES})(?:/\S+)? [A-Z][\w’'-]*(?: \S+){{3,}}[^.?!…\"”’)]")
_OFFICE = re.compile(r"(?i)\b(?:correspondent|editor|reporter|writer|producer|chief)$")
# What a picture shows and when, with no full stop: "Pat Nixon at the National Zoo, 1972".
_YEAR_END = re.compile(r"[A-Z]\S*(?: \S+){3,},(?: \w+)? (?:1[5-9]|20)\d\d")
_SIGNATURE = re.compile(
    rf"{_NAME}\s?/\s?(?:{_SOURCES})(?:[\ /].{{1,40}})?|"
    r"[A-ZÀ-Þ][\w.'’-]*(?:\ [A-ZÀ-Þ][\w.'’-]*){1,2}/[A-ZÀ-Þ][\w.'’-]*(?:\ [A-ZÀ-Þ][\w.'’-]*){0,4}",
    re.X,
)
_PHOTOGRAPHER = re.compile(r"(?i)(?:photo|picture|pics?\b)")
# A cheap look before the long rule: every credit has one of these.
_TRACE = re.compile(
    rf"(?i)[/©)\]]| for |photo|pics?:|credit|image|picture|illustration|graphic|via"
    rf"|(?:{_SOURCES})[.\s]*$"
)
_NUMBER = re.compile(r"^(?:\[\d+/\d+\]|item \d+ of \d+)\s*", re.I)
_PUNCTUATION = re.compile(r"[\W_]+")


def is_credit(text: str) -> bool:
    """Say whether a whole line only names whose picture it is: "Image source, Reuters"."""
    if text.count(" ") > 11 or text.endswith((".", "?", "!")):
        return False
    if any(rule.fullmatch(text) for rule in (_CAPITAL_CREDIT, _SIGNATURE)):
        return True
    if _CREDIT_LEAD.match(text):
        return not _TOLD.search(text)
    match = _CREDIT_ONLY.fullmatch(text)
    return (
        match is not None and not text[0].islower() and "/" in text + ("/" if "(" in text else "")
    )


def _credit(text: str) -> re.Match[str] | None:
    start = max(0, len(text) - 170)
    return _CREDIT.search(text, start) if _TRACE.search(text, start) else None


def is_caption(text: str) -> bool:
    """Say whether a line is written like a caption: it ends with a credit, or says "File photo".

    >>> is_caption("A ship leaves port in Shanghai, May 22, 2025. /VCG")
    True
    """
    words = text.count(" ") + 1
    if words > LONGEST_CAPTION or words < 3:
        return False
    if _CREDIT_FIRST.fullmatch(text) and words > 7:
        return True
    if _AGENCY_LEAD.fullmatch(text) and not _OFFICE.search(text):
        return words <= LONGEST_CAPTION // 2
    return _OPENING.match(text) is not None or _credit(text) is not None


def is_signature(text: str) -> bool:
    """Say whether a line is a photographer and an agency: they stand under their picture.

    >>> is_signature("Jane Doe/CNN"), is_signature("Getty Images")
    (True, False)
    """
    return _SIGNATURE.fullmatch(text) is not None


def names_photographer(text: str) -> bool:
    """Say whether a credit says by its own label that it is a photographer's."""
    return _PHOTOGRAPHER.match(text) is not None


def is_dated_picture(text: str) -> bool:
    """Say whether a short line between paragraphs names a picture and its year."""
    return text.count(" ") < 16 and _YEAR_END.fullmatch(text) is not None


def without_credit(text: str) -> str:
    """Return a caption's letters and digits, lower case, without its credit, for comparison."""
    text = _NUMBER.sub("", text)
    cut = _credit(text)
    return letters(text[: cut.start()] if cut and cut.start() > 20 else text)


def letters(text: str) -> str:
    """Return only the letters and digits of a text, lower case, words one space apart."""
    return _PUNCTUATION.sub(" ", text).strip().casefold()
