r"""Writes names and words in the other forms that authors use for them, one class of rewriting at a time.

The rules are careful rather than complete: what they write must be a form that somebody would write, or a search that
misses it proves nothing. Check the examples by `python3 -m doctest Benchmarks/Quality/rewriting.py`.

    >>> for query in ["IL-6 in the type II response", "CD19 and TNF-alpha in leukaemia", "a meta-analysis of TNFα"]:
    ...     for name, text in variants(query).items():
    ...         print(f"{name}: {text}")
    solid: IL6 in the type II response
    spaced: IL 6 in the type II response
    numerals: IL-6 in the type 2 response
    solid: CD19 and TNFalpha in leukaemia
    spaced: CD19 and TNF alpha in leukaemia
    dashed: CD-19 and TNF-alpha in leukaemia
    greek-letter: CD19 and TNF-α in leukaemia
    greek-joined: CD19 and TNFα in leukaemia
    spelling: CD19 and TNF-alpha in leukemia
    solid-words: a metaanalysis of TNFα
    spaced-words: a meta analysis of TNFα
    greek-name: a meta-analysis of TNF-alpha
"""

import re

LETTERS = dict(zip("alpha beta gamma delta epsilon zeta theta kappa lambda omega".split(), "αβγδεζθκλω"))
NAMES = {letter: name for name, letter in LETTERS.items()}
NAME = "|".join(f"[{name[0].upper()}{name[0]}]{name[1:]}" for name in LETTERS)

ROMAN = "I II III IV V VI VII VIII IX X".split()
NUMERALS = {str(value): roman for value, roman in enumerate(ROMAN, start=1)}
NUMERALS |= {roman: value for value, roman in NUMERALS.items()}


# Compounds

DASH = "[-‐‑–]"
COMPOUND = re.compile(rf"(?<![\w-])(?<!\d[.,·])[^\W_]+(?:{DASH}[^\W_]+)+(?![\w-])(?![.,·:]\d)")

PREFIXES = frozenset(
    """anti auto bi bio cardio co cyclo de electro extra hyper hypo immuno infra inter intra macro meta micro mid mono
    multi neo neuro non over para peri poly post pre pro pseudo psycho re semi sub super supra trans tri ultra un
    up""".split()
)
UNITS = frozenset(
    """s sec second min minute h hr hour d day night t week wk month mo year yr time fold point item step visit session
    cycle dose hz mg kg g ug ml l dl mm cm m km mmol mol kcal""".split()
)


def is_quantity(parts):
    """Whether a compound is a range or an amount (`3-5`, `C2-C6`, `7-day-old`, `kg-1`) rather than a name."""
    numbers = [part[0].isdigit() for part in parts]
    units = [(part if len(part) == 1 else part.lower().removesuffix("s")) in UNITS for part in parts]
    numbered = {re.sub(r"\d+$", "#", part) for part in parts}
    return (
        any(numbers) and any(units)
        or any(before and after for before, after in zip(numbers, numbers[1:]))
        or len(numbered) == 1 and numbered.pop().endswith("#")
    )


def is_word(part):
    return part.isalpha() and part[1:].islower() and len(part) > 3 and part.lower() not in LETTERS


def is_prefix(part):
    return part[1:].islower() and (part.lower() in PREFIXES or part.lower() in LETTERS)


def is_symbol(part):
    """Whether a part looks like a piece of a name: `IL`, `6`, `κB`, `kappaB`, `CoV`, `1ra`, `fos`."""
    rest = re.sub(NAME, "", part)
    return len(rest) <= 5 and not is_word(rest) and not re.search("[a-z]{4}", rest)


def is_distinct(part):
    """Whether a part makes a compound of symbols a name: it has a digit, a Greek letter or capitals only."""
    return part.isupper() or part.lower() in LETTERS or any(letter.isdigit() or letter in NAMES for letter in part)


def is_abbreviation(part):
    """Whether a part stands for itself: authors don't write two of them, such as `EMS-TENS`, as one."""
    return re.fullmatch(r"[A-Z]{2}\w*|[A-Z][a-z]+\d*", part) and not is_prefix(part)


def is_written_solid(parts):
    """Whether authors write the compound without its dashes, too."""
    first, *_, last = parts
    if len(parts) == 2:
        if re.fullmatch("[A-Z]-(cells?|rays?)", f"{first}-{last.lower()}"):
            return True
        if is_prefix(first) and is_word(last):
            return True
        if is_word(first) and re.fullmatch(r"\d{1,2}[a-zα-ω]?", last):
            return first.endswith(("in", "ase")) and first.lower() not in ("protein", "phase")
    whole = "".join(parts)
    return (
        (3 if whole.isascii() and whole.isalpha() else 2) <= len(whole) <= 10
        and all(map(is_symbol, parts))
        and any(map(is_distinct, parts))
        and len(list(filter(is_abbreviation, parts))) < 2
        and last not in ROMAN
        and "to" not in parts
        and not (first.isdigit() and parts[1].islower())
        and not any(before[-1].isdigit() and after[0].isdigit() for before, after in zip(parts, parts[1:]))
    )


def joined(parts):
    """The parts without dashes, but for that before a word (`TDP43-induced`); `None` where nobody writes them so."""
    *name, last = parts
    if len(name) > 1 and is_word(last) and not is_word(name[-1]) and is_written_solid(name):
        return "".join(name) + "-" + last
    if is_written_solid(parts):
        return "".join(name) + (last.lower() if is_word(last) else last)


def compounds(of_words, rewrite):
    """A rewriting of the compounds of words or of those of names, from their parts; `None` leaves one as it is."""

    def replacement(match):
        parts = re.split(DASH, match[0])
        applies = of_words == all(re.fullmatch("[A-Za-z]?[a-z]+", part) for part in parts) and not is_quantity(parts)
        return applies and rewrite(parts) or match[0]

    return lambda text: COMPOUND.sub(replacement, text)


NUMBERED = re.compile(r"(?<![\w.])(?=[A-Za-z]{2})([A-Za-z]*[A-Z][A-Za-z]*)([1-9]\d{0,2}[A-Za-zα-ω]{0,2})(?!\w|[.,:]\d)")
UNDASHED = re.compile(".*A1c|.*[Oo]2|.*H2O|.*[CNPS][OH][34]|(?:Ca|Mg|Na|Zn|Fe|Cu)2|(?-i:[A-Z][a-z]{3,}[0-9])", re.I)


def dashed(text):
    """`CD19` as `CD-19`; not formulas, nor words that a number was glued to."""
    return NUMBERED.sub(lambda match: match[0] if UNDASHED.match(match[0]) else f"{match[1]}-{match[2]}", text)


# Greek letters

SPELLED = rf"(?<![a-z])((?:{NAME})+)(?![a-z]| wing)"
GREEK = f"[{''.join(NAMES)}]"


def greek_letter(text):
    """`TNF-alpha` as `TNF-α`."""
    return re.sub(SPELLED, lambda match: re.sub(NAME, lambda name: LETTERS[name[0].lower()], match[1]), text)


def greek_joined(text):
    """`TNF-alpha` as `TNFα`."""
    return greek_letter(re.sub(rf"(?:(?<=[A-Z0-9]){DASH}|(?<=[A-Z]{{2}}) ){SPELLED}", lambda match: match[1], text))


def greek_name(text):
    """`TNFα` and `TNF-α` as `TNF-alpha`, `IκB` as `IkappaB`."""
    text = re.sub(rf"(?<=[A-Za-z]{{2}})(?={GREEK})", "-", text)
    return re.sub(GREEK, lambda letter: NAMES[letter[0]], text)


# Numerals

VALUE = "|".join(sorted(NUMERALS, key=len, reverse=True))
NUMERAL = f"(?:{VALUE})[abAB]?"
RANK = re.compile(
    rf"\b(?i:type|phase|grade|stage|class)(?i:e?s)?[ -]"
    rf"{NUMERAL}(?:(?:[/–-]|,? (?:and|or|to|versus) ){NUMERAL})*(?![\w%]|[.,]\d)"
)


def numerals(text):
    """`type II` as `type 2`, `phase 1/2` as `phase I/II`."""
    value = re.compile(rf"(?<![A-Za-z0-9])(?:{VALUE})(?=[abAB]?(?![A-Za-z0-9]))")
    return RANK.sub(lambda match: value.sub(lambda numeral: NUMERALS[numeral[0]], match[0]), text)


# British and American spelling

SPELLINGS = r"""
    <ae|e>tiolog  \b<oe|e>dema  \b<oe|e>soph  \b<oe|e>str(?:og|ad|iol|one\b)  \ban<ae|e>mi  an<ae|e>sth  c<ae|e>sarean
    c<oe|e>liac  diarrh<oe|e>a  norrh<oe|e>a  dyspn<oe|e>a  apn<oe|e>a  \bf<ae|e>c(?:al|es)  \bf<oe|e>t(?:us|al)
    gyn<ae|e>c  (?<![cpt])h<ae|e>m(?:o|at|ang)  isch<ae|e>m  leuk<ae|e>mi  orthop<ae|e>d  p<ae|e>diatr
    (?:glyc|lipid|bacter|vir|ur|tox|septic|natr|kal|calc|vol|phosphat)<ae|e>mi[ac]
    behavi<our|or>  col<our|or>(?:s?\b|ed)  fav<our|or>  flav<our|or>  lab<our|or>s?\b  neighb<our|or>  rig<our|or>\b
    tum<our|or>(?:s|al)?\b  vap<our|or>s?\b
    cent<re|er>s?\b  fib<re|er>s?\b  \b(?:centi|milli|kilo)?met<re|er>s?\b  \b(?:milli|deci)?lit<re|er>s?\b
    (?<!improv)i<s|z>ation(?:s?\b|al)
    (?:anonym|categor|character|crystall|polar|emphas|fertil|final|general|hospital|hypothes|immun|individual|ion|local|
    maxim|metabol|minim|neutral|normal|optim|organ|oxid|penal|prior|priorit|random|real|recogn|sensit|special|
    stabil|standard|steril|summar|synthes|util|vascular|visual)i<s|z>(?:e[drs]?\b|ing)
    (?:anal|cata|dia|hydro|para)ly<s|z>(?:ed?\b|ers?\b|ing)
    counse<ll|l>(?:ed|ing|or)  labe<ll|l>(?:ed|ing)  mode<ll|l>(?:ed|ing)  trave<ll|l>(?:ed|ing)  enro<l|ll>ment
    \bag<e|>ing\b  alumin<i|>um  program<me|>s?\b  su<lph|lf>[aiou]
"""


def pairs():
    """The stems above: the patterns of their British and American forms, and what the form becomes in the other."""
    for stem in re.sub(r"\|\n\s*", "|", SPELLINGS).split():
        head, british, american, tail = re.fullmatch(r"(.*)<(\w*)\|(\w*)>(.*)", stem).groups()
        patterns = [re.compile(f"({head})({form})(?={tail})", re.I) for form in (british, american)]
        yield patterns, (british, american)


PAIRS = list(pairs())


def respelled(text, source):
    """`text` with all stems of one spelling, 0 for British or 1 for American, in the other."""
    for patterns, forms in PAIRS:
        target = forms[1 - source]
        text = patterns[source].sub(
            lambda match: match[1] + (target.capitalize() if match[2][:1].isupper() else target), text
        )
    return text


def spelling(text):
    """`tumour` as `tumor`; only a text with nothing British becomes British."""
    american = respelled(text, 0)
    return american if american != text else respelled(text, 1)


CLASSES = {
    "solid": compounds(False, joined),
    "spaced": compounds(False, " ".join),
    "solid-words": compounds(True, joined),
    "spaced-words": compounds(True, " ".join),
    "dashed": dashed,
    "greek-letter": greek_letter,
    "greek-joined": greek_joined,
    "greek-name": greek_name,
    "numerals": numerals,
    "spelling": spelling,
}


def variants(text):
    """The rewritings of a text by class, each a text that differs from the original and from those before it."""
    seen = {text}
    result = {}
    for name, rewrite in CLASSES.items():
        variant = rewrite(text)
        if variant not in seen:
            seen.add(variant)
            result[name] = variant
    return result
