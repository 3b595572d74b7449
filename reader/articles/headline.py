"""Recognise what stands around a headline: bylines, dates, and lines that carry several of them."""

from __future__ import annotations

import re

_MONTH = (
    r"jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|"
    r"oct(?:ober)?|nov(?:ember)?|dec(?:ember)?"
)
_WEEKDAY = r"(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?"
_DATE_LABEL = (
    r"first|last|originally|published|publish|updated?|posted|modified|created|date|time|released|"
    r"issued|on|at|in|edited"
)
_ZONE = (
    r"[ecmp][sd]?t|uk|gmt|utc|bst|cest|cet|jst|hkt|sgt|ist"
    r"|wib|[a-z]{1,3}t|local|beijing|z"
)
_DATE_WORD = re.compile(
    rf"(?:{_MONTH}|{_WEEKDAY}|{_DATE_LABEL}|{_ZONE}|(?:gmt|utc)[+-]\d{{1,2}}(?::\d\d)?|"
    r"a\.?m\.?|p\.?m\.?|ago|today|yesterday|just|now|"
    r"hours?|hrs?|minutes?|mins?|days?|weeks?|months?|years?|an|a|\d{1,4}(?:st|nd|rd|th)?|"
    r"\d{1,2}[:.h]\d{2}(?::\d{2})?(?:[ap]\.?m\.?)?|\d{1,2}[ap]\.?m\.?|[+-]\d{1,4}|\d{1,2}[hd])",
    re.I,
)
_DATE_CORE = re.compile(
    rf"\b(?:(?:{_MONTH})\.?[ ,-]*\d|\d{{1,2}}(?:st|nd|rd|th)?[ .,-]*(?:of )?(?:{_MONTH})\b|"
    rf"\d{{4}}[-/.]\d{{1,2}}[-/.]\d{{1,2}}|\d{{1,2}}[-/.]\d{{1,2}}[-/.]\d{{2,4}}|"
    rf"(?:\d+|an?|one)[ ]?(?:hours?|hrs?|minutes?|mins?|days?|weeks?|months?|h|d)[ ]ago|"
    rf"{_WEEKDAY}|today|yesterday|just now|\d{{1,2}}:\d{{2}})",
    re.I,
)
_DATE_START = re.compile(
    rf"(?:^|(?<=[\s,]))(?:(?:first |last )?(?:published|updated?|posted)\b|(?:{_WEEKDAY})\b[,. ]|"
    rf"(?:{_MONTH})\.? \d|\d{{1,2}}:\d\d,? (?:{_MONTH}|\d)|\d{{1,2}} (?:{_MONTH})\b|"
    rf"\d{{4}}[-/.]\d{{1,2}}[-/.]\d{{1,2}})",
    re.I,
)
_LABELLED_DATE = re.compile(r"(?i)(?:published|updated?|posted|issued|modified)\b.* [-–—] ")
_TIME = re.compile(r"(?i)\d{1,2}[:.]\d\d(?: ?[ap]\.?m\.?)?(?: [a-z]{2,4})?")
_BY = re.compile(
    r"(?:(?:written|reported|story|words|text|analysis|opinion|commentary|report|photographs?|"
    r"video)"
    r"(?: and \w+)? )?by:? "
    r"(?:(?-i:[a-z’'-]+ ){1,4}(?:reporter|correspondent|editor|writer) )?"
    r"(?=[A-ZÀ-Þ]|the (?:associated|editorial|staff|new))"
    r"|(?:author|authors|reporter|reporters|writer|correspondent|byline): ?(?=\S)",
    re.I,
)
_BY_CASE = re.compile(r"(?i:by:?) (?:[A-ZÀ-Þ]|the |(?:[a-z’'-]+ ){2,5}[A-ZÀ-Þ])")
_NAME_WORD = r"(?:[A-ZÀ-Þ][\w'’-]*\.?|de|da|del|della|van|von|der|den|bin|al|la|le|el|ter|dos)"
_NAME = rf"[A-ZÀ-Þ][\w'’-]*\.?(?: {_NAME_WORD}){{1,4}}"
_NAMES = re.compile(rf"{_NAME}(?:(?:, | and | & |, and ){_NAME}){{0,5}}")
_NOT_NAMES = re.compile(
    r"(?i)\b(news|world|asia|pacific|middle|east|europe|africa|america|americas|south|north|west|"
    r"china|us|u\.s|uk|business|politics|opinion|breaking|live|update|updates|video|photo|photos|"
    r"report|analysis|the|in|on|of|for|to|with|press|daily|times|post|agency|network|street|city|"
    r"united|states|kingdom|new|hong|kong|washington|beijing|london|home|menu|sign|read|more|top|"
    r"stories|trade|war|talks|deal|summit|market|markets|key|points|story|highlights|summary|"
    r"explainer|editorial|special|economy|climate|health|science|tech|technology|sports?|culture|"
    r"image|images|getty|credit|what|why|how|is|are|day|week|president|minister|foreign|policy|at|"
    r"first|company|companies|takeaways|background|global|international|national|local|"
    r"ltd|inc|co|corp|llc|plc|gmbh|group|holdings|text|edition|ai)\b"
)
_AGENCY = re.compile(
    r"(?i)(?:by )?(?:xinhua(?: news agency)?|reuters|cgtn(?: \w+)?|(?:the )?associated press|ap|"
    r"afp|"
    r"agence france-presse|bbc(?: news(?:beat)?| world service)?|cnn|china daily(?:\.com\.cn|"
    r" global)?|"
    r"global times|people['’]s daily(?: online)?|voa(?: news)?|al jazeera(?: staff| english)?|scmp|"
    r"the guardian|(?:the )?new york times|npr|bloomberg(?: news)?|cctv(?:\.com)?|ecns|cns|upi|dpa|"
    r"(?:al jazeera and|xinhua and|cnn and|bbc and)? ?(?:news )?agenc(?:y|ies)|shine|"
    r"caixin(?: global)?|"
    r"south china morning post|financial times|politico|nbc news|abc news|cbs news|fox news|"
    r"(?:staff|editorial)(?: (?:writer|reporter|board)s?)?|china(?:\.org\.cn| news service))"
)
_PAPER = re.compile(
    r"(?:[A-Z]\w+ ){1,3}(?:[A-Z]\w+-)?(?:Courier|Herald|Gazette|Tribune|Chronicle|Observer|Journal|"
    r"Times|Post|Star|Register|Dispatch|Examiner|Bulletin|Telegraph|Mirror|Monitor|Review)"
)
_OFFICES = (
    r"\b(?:correspondent|editor|reporter|writer|columnist|producer|bureau chief|journalist|"
    r"contributor|analyst|staff|professor|fellow|lecturer|researcher|scientist|economist|director|"
    r"author|historian|bbc news|in beijing|in washington|bureau|reporting from)\b"
)
_ROLE = re.compile(rf"(?i).{{0,60}}{_OFFICES}.{{0,50}}")
# What follows the name in a sentence: "a fellow at the Institute and the author of Rice".
_BY_DESCRIBED = re.compile(
    rf"(?P<by>[Bb][Yy] {_NAMES.pattern}), "
    rf"(?P<who>(?i:(?:an?|the) [^.]{{0,40}}{_OFFICES}.{{0,160}}))"
)
_PLACE = r"in [A-ZÀ-Þ]\w+(?: [A-ZÀ-Þ]\w+)?"
_NAMED_PLACES = re.compile(rf"{_NAME} {_PLACE}(?:(?:,| and|, and) {_NAME} {_PLACE}){{1,4}}")
_NAMED_ROLE = re.compile(
    rf"{_NAMES.pattern}(?:,? in [A-ZÀ-Þ]\w+(?: [A-ZÀ-Þ]\w+)?(?: and [A-ZÀ-Þ]\w+)?"
    rf"|(?:,| -)? [\w ,-]{{0,40}}"
    r"\b(?i:correspondent|editor|reporter|writer|columnist|bureau chief|spokes\w+))"
)
# Who put the page together: "Source: Xinhua Editor: huaxia".
_DESK = re.compile(r"(?i)(?:source|(?:web )?editor|publisher)s?: ?\S.{0,60}")
_TITLE_OF_AUTHOR = re.compile(
    rf"(?P<name>{_NAME}?) (?P<role>(?:Senior|Chief|Deputy|Staff|Special|Global|Foreign|World|Asia"
    r"|China|US|UK|Europe|Africa|Middle East|South|North|Political|Diplomatic|Diplomacy|Economics?"
    r"|Business|Health|Science|Environment|Education|Legal|Media|Technology|Trade|Energy|Defen[cs]e"
    r"|Security)(?: \S+){0,4} (?:correspondent|editor|reporter|writer|columnist|bureau chief))"
)
_JOINTS = frozenset({"and", "&", "-", "with", "for", "the", "of"})
_SEPARATORS = re.compile(r"\s*[|•·●‧∣｜]\s*|\s+[–—]\s+|\s{3,}")


def is_date(text: str) -> bool:
    """Say whether a line is nothing but a date or a time of publication.

    >>> is_date("Updated: Jun 5, 2025 10:31 AM EDT"), is_date("June was a cold month")
    (True, False)
    """
    if len(text) > 120 or not _DATE_CORE.search(text):
        return False
    # Lines that the page shows one above the other: "9 Apr 20259 Apr 2025", "11:47Modified".
    apart = re.sub(r"(?<=\d)(?=[A-Z][a-z]{2})|(?<=\b20\d\d)(?=\d)", " ", text)
    words = [word.strip(".,:;()[]|•·–—/") for word in re.split(r"[\s,/]+", apart)]
    words = [word for word in words if word]
    odd = sum(1 for word in words if not _is_date_word(word))
    return odd == 0 and bool(words) and text[-1] not in "?!"


def is_time(text: str) -> bool:
    """Say whether a date is only a time of day: "2:08 p.m. EDT"."""
    return _TIME.fullmatch(text) is not None


def _is_date_word(word: str) -> bool:
    parts = re.split(r"[-/.]", word)
    return bool(_DATE_WORD.fullmatch(word)) or all(
        _DATE_WORD.fullmatch(part) for part in parts if part
    )


def byline_of(text: str) -> str:
    """Return the names of a line such as "By Jane Doe", without the "By"; "" if it is none.

    >>> byline_of("By Jane Doe and John Smith"), byline_of("By the numbers")
    ('Jane Doe and John Smith', '')
    """
    match = _BY.match(text)
    if not match or text.count(" ") > 24 or text[-1] in "?!:;":
        return ""
    if text[:2].lower() == "by" and not _BY_CASE.match(text):
        return ""
    names = text[match.end() :]
    if names.endswith(".") and names.count(" ") > 6:
        return ""
    return names


def is_names(text: str) -> bool:
    """Say whether a line is only the name of one person or the names of several."""
    if text.count(" ") > 14 or any(character.isdigit() for character in text):
        return False
    if _NAMED_PLACES.fullmatch(text):
        return True
    first = " ".join(text.split(" ")[:2])
    if _NAMED_ROLE.fullmatch(text) and text.count(" ") < 9 and not _NOT_NAMES.search(first):
        return True
    return _NAMES.fullmatch(text) is not None and not _NOT_NAMES.search(text)


def column_and_author(text: str) -> list[str]:
    """Split "Critical Questions by Jane Doe" before the "by"; empty where it is none such."""
    head, joint, names = text.partition(" by ")
    fits = joint and head[:1].isupper() and head.count(" ") < 3 and is_names(names)
    return [head, f"by {names}"] if fits else []


def described_author(text: str) -> list[str]:
    """Split "By Jane Doe, a fellow at the Institute." after the name; empty where it is none."""
    match = _BY_DESCRIBED.fullmatch(text) if text.count(" ") < 40 else None
    return [match["by"], match["who"]] if match else []


def name_and_role(text: str) -> tuple[str, str]:
    """Split "Jane Doe Senior China correspondent" in two; the role is "" where none is named.

    An agency behind the name is taken as the role: "Jane Doe Fox News".
    """
    if match := _TITLE_OF_AUTHOR.fullmatch(text):
        return match["name"], match["role"]
    words = text.split(" ")
    for count in (2, 3):
        tail = " ".join(words[-count:])
        before = words[-count - 1].lower() if len(words) - count >= 2 else "and"
        if "," not in text and is_agency(tail) and before not in _JOINTS:
            return " ".join(words[:-count]), tail
    return text, ""


def is_agency(text: str) -> bool:
    """Say whether a line is only the name of a news agency or a paper."""
    name = text.strip(" .—–-")
    return any(rule.fullmatch(name) for rule in (_AGENCY, _PAPER))


def is_role(text: str) -> bool:
    """Say whether a short line tells what the author is or where: "China correspondent"."""
    return text.count(" ") < 10 and text[-1] not in ".?!:" and _ROLE.fullmatch(text) is not None


def parts_of(text: str) -> list[str]:
    """Split a line that carries several details: "By Jane Doe | June 5, 2025 | 5 min read"."""
    parts = [part for part in _SEPARATORS.split(text) if part]
    if _LABELLED_DATE.match(text) and not is_date(text):
        parts = [part for part in re.split(r"\s+[-–—|]\s+", text) if part]
    split: list[str] = []
    for part in parts:
        start = _DATE_START.search(part)
        head = part[: start.start()].rstrip(" ,") if start else ""
        named = bool(head) and bool(
            byline_of(head)
            or is_names(head)
            or is_agency(head.strip("()"))
            or _DESK.fullmatch(head)
        )
        if start and named and is_date(part[start.start() :]):
            split += [head, part[start.start() :]]
        else:
            by = re.search(r" by [A-ZÀ-Þ]", part)
            cut = by is not None and is_date(part[: by.start()])
            split += [part[: by.start()], part[by.start() + 1 :]] if by and cut else [part]
    return split


def is_detail(text: str) -> bool:
    """Say whether one part of a line is a detail of publication of any kind."""
    return bool(
        is_date(text) or byline_of(text) or is_agency(text) or is_names(text) or is_role(text)
    )
