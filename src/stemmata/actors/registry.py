"""The registry of actors: who a noun phrase stands for, or nobody where a reader would not be sure.

A phrase falls into parts at commas, conjunctions and links ("members of ..."). The first part decides; a part
that only names members, arms or offices ("four senior commanders of ...") hands on to the next. Within a part a
name counts only when every word after it belongs to it: "ISIS fighters" are the group, "Turkish-backed rebels"
are not Turkey, and "Islamic State University" is nobody.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache
from itertools import pairwise
from typing import Final

from stemmata.actors.names import Candidate, Found, Names
from stemmata.actors.phrases import REMEMBERED, Role, Token, fold, tokens, written

_MEMBERS: Final = frozenset[Role](("organ", "arm", "part", "title", "fighter", "quality"))
_STATE: Final = frozenset[Role](("organ", "arm", "part", "title", "quality"))
_NAMED: Final = frozenset(("actor-name", "actor-heard", "actor-description"))
_HEADS: Final = frozenset[Role](("organ", "arm", "title"))


@dataclass(frozen=True, slots=True)
class Match:
    """Who a phrase stands for, and why."""

    id: str
    entry: str | None
    """The codebook row, `actors.csv:17`; None where a rule alone decided."""
    rule: str
    """A name of `codebook/rules.toml`."""


@dataclass(frozen=True, slots=True)
class Actor:
    """A body that acts in conflicts."""

    id: str
    name: str
    """The usual English name."""
    names: tuple[str, ...]
    kind: str
    """An id of `actor_kinds.csv`."""
    inter: int
    """ACLED's interaction code of the kind; see `exports`."""
    sector: str
    """PLOVER's sector code of the kind."""
    countries: tuple[str, ...]
    """Where it is at home; ISO 3166 alpha-2."""
    entry: str
    side: str | None = None
    parent: str | None = None
    since: date | None = None
    until: date | None = None
    became: str | None = None
    wikidata: str | None = None
    note: str | None = None


@dataclass(frozen=True, slots=True)
class _Setting:
    """What the document tells about a phrase."""

    day: date | None
    country: str | None
    introduced: Mapping[str, str]


class Registry:
    """Actors by their names. Made by `load_registry`; resolving changes nothing in it."""

    def __init__(
        self,
        actors: Mapping[str, Actor],
        names: Names,
        roles: Mapping[str, frozenset[Role]],
        persons: Names,
    ) -> None:
        self.actors = actors
        self.names = names
        self.persons = persons
        self.roles = roles
        self.countries = frozenset(a.countries[0] for a in actors.values() if a.kind == "government")
        self._asked = lru_cache(REMEMBERED)(self._find)
        self._governments = {actor.countries[0]: actor for actor in actors.values() if actor.kind == "government"}

    def resolve(
        self,
        phrase: str,
        *,
        head: str | None = None,
        day: date | None = None,
        country: str | None = None,
        introduced: Mapping[str, str] | None = None,
    ) -> Match | None:
        """Tell whom a noun phrase stands for; None where a reader would not be sure.

        Args:
            phrase: the noun phrase as it stands, "four senior ISIS commanders".
            head: its head word where a parser tells it; a lower-case word after it begins a clause that names nobody
                ("Syrian forces backed by Iran").
            day: the day of the happening, for names that changed hands.
            country: where it happened, ISO 3166 alpha-2, for "the army" and for acronyms that several bodies use.
            introduced: acronyms that the document explains, with the name they were introduced for.
        """
        return self._asked(phrase, head, day, country, tuple((introduced or {}).items()))

    def _find(
        self,
        phrase: str,
        head: str | None,
        day: date | None,
        country: str | None,
        introduced: tuple[tuple[str, str], ...],
    ) -> Match | None:
        setting = _Setting(day, country, {written(acronym): name for acronym, name in introduced})
        words = tokens(phrase)
        parts = list(self._parts(_up_to(head, words) if head else words, setting))
        return self._resolved(parts, setting)

    def _resolved(self, parts: Sequence[tuple["_Part", str | None]], setting: _Setting) -> Match | None:
        """Whom the first part stands for that stands for anybody, as long as each part leaves it to the next."""
        if not parts:
            return None
        part, joint = parts[0]
        match = self._read(part, setting)
        if match is None:
            return self._resolved(parts[1:], setting) if joint and self._hands_on(part, joint) else None
        if self._is(joint, "whose") and not part.names and len(parts) > 1:
            return self._owned(part, match, parts[1:], setting)
        return match

    def _owned(
        self, part: "_Part", match: Match, rest: Sequence[tuple["_Part", str | None]], setting: _Setting
    ) -> Match | None:
        """Whom people or organs of somebody stand for: "families of ISIS fighters", "the army of Mali"."""
        owner = self._resolved(rest, setting)
        if match.rule != "state-of-country":
            belongs = all(self._of(token) & _MEMBERS for token in part.words())
            return owner if owner and owner.rule in _NAMED and belongs else match
        local = any("local" in self._of(token) for token in part.words())
        numbered = rest[0][0].words()[0].folded[0].isdigit()
        return owner or (match if local or numbered else None)

    def _parts(self, phrase: Sequence[Token], setting: _Setting) -> Iterator[tuple["_Part", str | None]]:
        """The parts of a phrase, each with the word or mark that joins it to the next."""
        names = self._names(phrase, setting)
        inside = {at for name in names for at in range(name.first, name.last)}
        begins = 0
        for at in range(len(phrase) + 1):
            if at < len(phrase) and (at in inside or not (phrase[at].breaks or "link" in self._of(phrase[at]))):
                continue
            if at > begins:
                within = [name for name in names if begins <= name.first < at]
                yield _Part(phrase, begins, at, within), phrase[at].folded if at < len(phrase) else None
            begins = at + 1

    def _names(self, phrase: Sequence[Token], setting: _Setting) -> list[Found]:
        """The names in a phrase; an acronym that the document explains means what the document says."""
        found = []
        for name in self.names.scan(phrase):
            form = " ".join(token.form for token in phrase[name.first : name.last])
            if meant := self._meant(form, setting, name.candidates):
                found.append(name if meant == name.candidates else replace(name, candidates=meant))
        if not setting.introduced:
            return found
        taken = {at for name in found for at in range(name.first, name.last)}
        for at, token in enumerate(phrase):
            if at not in taken and (meant := self._meant(token.form, setting)):
                found.append(Found(at, at + 1, meant))
        return sorted(found, key=lambda name: name.first)

    def _meant(self, form: str, setting: _Setting, candidates: tuple[Candidate, ...] = ()) -> tuple[Candidate, ...]:
        """Of those whom a name may stand for, those for whom the document introduced it; all where it did not."""
        full = setting.introduced.get(form)
        if full is None:
            return candidates
        if told := self._told(full, setting):
            return (told,)
        return tuple(one for one in candidates if self._resembles(full, one))

    def _resembles(self, full: str, candidate: Candidate) -> bool:
        """Whether an acronym was introduced for a name that has most words of one that the registry knows."""
        words = set(fold(full).split())
        known = self.actors[candidate.id].names if candidate.id in self.actors else ()
        return any(2 * len(words & set(fold(one).split())) > len(words) for one in known)

    def _told(self, full: str, setting: _Setting) -> Candidate | None:
        match = self.resolve(full, day=setting.day, country=setting.country)
        known = match is not None and match.id in self.actors  # not `civilians`: "peasants of a patrol (PAC)"
        return Candidate(match.id, match.entry or "", "name") if match and known else None

    def _of(self, token: Token) -> frozenset[Role]:
        return self.roles.get(token.folded, frozenset())

    def _is(self, joint: str | None, role: Role) -> bool:
        return joint is not None and role in self.roles.get(joint, ())

    def _hands_on(self, part: "_Part", joint: str) -> bool:
        """Whether a part that names nobody leaves it to the next: "a unit of", "the spokesman for", "X (ABC".

        A person's name before a comma or a bracket does so too: "John Kirby, a Pentagon spokesman".
        """
        if joint in (",", "("):
            return all(token.capitalised for token in part.words())
        roles = [self._of(token) for token in part.words()]
        if joint in ("at", "in"):
            return all(role & {"arm", "part", "title"} for role in roles)
        return self._is(joint, "into") and all(
            role & _MEMBERS or token.folded.isdigit() for role, token in zip(roles, part.words(), strict=True)
        )

    def _read(self, part: "_Part", setting: _Setting) -> Match | None:
        """Whom one part stands for."""
        for name in part.names:
            if match := self._named(part, name, setting):
                return match
        if part.names and any(self._pick(name.candidates, setting) for name in part.names):
            return self._unarmed(part)
        return self._organ(part, setting) or self._unarmed(part)

    def _named(self, part: "_Part", name: Found, setting: _Setting) -> Match | None:
        """Whom a name stands for with the words around it."""
        chosen = self._pick(name.candidates, setting)
        if chosen is None or self._is_anothers(part, name, chosen):
            return None
        after = part.phrase[name.last : part.last]
        if chosen.sort == "name":
            rule = "actor-heard" if name.heard else "actor-description" if chosen.lapses else "actor-name"
            return self._match(chosen, setting, rule) if self._belongs(after, _MEMBERS) else None
        before = part.phrase[part.first : name.first]
        if not all(token.capitalised or self._of(token) & _STATE for token in before):
            return None
        if not after:
            alone = chosen.sort != "adjective" or not before
            return self._match(chosen, setting, "state-name") if alone else None
        heads = any(self._of(token) & _HEADS for token in after)
        return self._match(chosen, setting, "state-organ") if heads and self._belongs(after, _STATE, _HEADS) else None

    def _is_anothers(self, part: "_Part", name: Found, chosen: Candidate) -> bool:
        """Whether the word before a name turns it: "anti-ISIS", "ex-FARC", "Maher al-Assad", "Richard Wagner"."""
        if name.first == part.first:
            return False
        before = part.phrase[name.first - 1]
        if "turn" in self._of(before):
            return True
        lone = chosen.person or (chosen.sort == "name" and chosen.form is None and name.last - name.first == 1)
        unknown = before.capitalised and not self._of(before) and not before.form.isdigit()
        return lone and unknown and all(other.last != name.first for other in part.names)

    def _match(self, candidate: Candidate, setting: _Setting, rule: str) -> Match:
        """A match, under the name that the body had taken by that day."""
        actor = self.actors[candidate.id]
        while actor.became and actor.until and setting.day and setting.day > actor.until:
            actor = self.actors[actor.became]
        return Match(actor.id, candidate.entry, rule)

    def _belongs(self, after: Sequence[Token], allowed: frozenset[Role], heads: frozenset[Role] | None = None) -> bool:
        """Whether every word after a name leaves it standing; a personal name may follow a title."""
        titled, last = False, frozenset[Role]()
        for token in after:
            roles = self._of(token)
            if titled and token.capitalised and not roles & allowed:
                continue
            if not roles & allowed and not token.folded[0].isdigit():
                return False
            titled = titled or "title" in roles
            last = roles or last
        return heads is None or bool(last & heads)

    def _organ(self, part: "_Part", setting: _Setting) -> Match | None:
        """The state of the country for its organs told without a name: "the army", "government forces"."""
        government = self._governments.get(setting.country or "")
        words = self._without_name(part.words())
        roles = [self._of(token) for token in words]
        if government is None or not roles[-1] & _HEADS or not self._tells_an_organ(words):
            return None
        places = 0
        while any("local" in role for role in roles) and words[places].capitalised and not roles[places]:
            places += 1
        stays = self._belongs(words[places:], _STATE)
        return Match(government.id, government.entry, "state-of-country") if stays else None

    def _without_name(self, words: Sequence[Token]) -> Sequence[Token]:
        """The words up to a title that a personal name follows: "police spokesman Adam Haru"."""
        known = [at for at, token in enumerate(words) if self._of(token)]
        if not known or "title" not in self._of(words[known[-1]]):
            return words
        named = words[known[-1] + 1 :]
        return words[: known[-1] + 1] if all(token.capitalised for token in named) else words

    def _tells_an_organ(self, words: Sequence[Token]) -> bool:
        """Whether a word, or two together ("security forces"), name an organ that only a state has."""
        pairs = (f"{one.folded} {two.folded}" for one, two in pairwise(words))
        told = (*(token.folded for token in words), *pairs)
        return any("organ" in self.roles.get(word, ()) for word in told)

    def _unarmed(self, part: "_Part") -> Match | None:
        """Civilians and protesters, by the last word or the last two ("medical staff")."""
        words = part.words()
        roles = self._of(words[-1]) | self.roles.get(" ".join(token.folded for token in words[-2:]), frozenset())
        if "protester" in roles:
            return Match("protesters", None, "protesters")
        return Match("civilians", None, "civilians") if "civilian" in roles else None

    def _pick(self, candidates: Sequence[Candidate], setting: _Setting) -> Candidate | None:
        """The one candidate that the day and the country leave; None where none or several are left."""
        fitting = [
            c for c in candidates if _exists(c, setting.day) and not (c.bound and setting.country not in c.countries)
        ]
        if len(fitting) > 1:
            home = [c for c in fitting if setting.country in c.countries]
            fitting = home or [c for c in fitting if not c.bound]
        if len({c.id for c in fitting}) > 1 and setting.day:
            fitting = [c for c in fitting if c.until is None or setting.day <= c.until]
        return fitting[0] if len({c.id for c in fitting}) == 1 else None


@dataclass(frozen=True, slots=True)
class _Part:
    """Tokens `first` to `last` (excluded) of a phrase, with the names in them."""

    phrase: Sequence[Token]
    first: int
    last: int
    names: list[Found]

    def words(self) -> Sequence[Token]:
        return self.phrase[self.first : self.last]


def _up_to(head: str, phrase: Sequence[Token]) -> Sequence[Token]:
    """The phrase up to its head where a clause follows it; a link, a mark or a personal name goes on with it."""
    wanted = fold(head)
    for at, token in enumerate(phrase[:-1]):
        after = phrase[at + 1]
        if token.folded == wanted and after.folded.endswith("ed") and not after.capitalised:
            return phrase[: at + 1]
    return phrase


def _exists(candidate: Candidate, day: date | None) -> bool:
    """Whether a name stood for its body on that day."""
    if day is None:
        return True
    over = candidate.lapses and candidate.until is not None and day > candidate.until
    return not over and (candidate.since is None or day >= candidate.since)
