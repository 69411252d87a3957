"""The single files that hold many small records: questions, sources, terms, phases, relations, words."""

from __future__ import annotations

from typing import Annotated, Literal, get_args

from pydantic import Field, StringConstraints

from macros.model.base import Day, Id, Model, Period, Phrase, Plain, Ref, SourceId, Text
from macros.model.claim import Claim

DimensionKind = Literal["text", "date", "number", "list", "references"]
SourceKind = Literal["primary", "secondary", "weak", "article"]
SOURCE_KINDS: tuple[SourceKind, ...] = ("primary", "secondary", "weak", "article")
Basis = Literal["official", "literature", "article", "unverified"]
BASES: tuple[Basis, ...] = ("official", "literature", "article", "unverified")

Link = Annotated[str, StringConstraints(strict=True, pattern=r"^https?://[^\s<>\"'`\\{}|^]+$")]


class Dimension(Model):
    """A question that is put to every city."""

    label: Text
    """The question in a few words: head of a row."""
    help: Text
    """What exactly is asked."""
    kind: DimensionKind
    """The form of the answer."""
    caution: Text | None = None
    """What to keep in mind when comparing the answers."""
    compare: bool = True
    """Whether the comparison table shows it; the city's page always does."""


class Source(Model):
    """A page or document that was read."""

    title: Plain
    """In its own language."""
    language: Literal["zh", "en", "fr", "ja", "es", "de", "ko", "ca", "fi"]
    """Of the title."""
    publisher: Text
    """Who answers for it."""
    date: Day | None = None
    """Of publication; none when the page shows none."""
    kind: SourceKind
    """primary: the body itself; secondary: press or scholarship; weak: blog, tertiary; article: where this began."""
    copy_read: bool = False
    """True: what was read is a copy on another site."""
    url: Link | None = None
    """Where it was read, http or https."""
    checked: Day
    """When it was read."""
    note: Text | None = None
    """What to keep in mind when using it."""


class Words(Model):
    """Lists of forms, by language."""

    zh: tuple[Plain, ...] = ()
    """Simplified Chinese."""
    en: tuple[Plain, ...] = ()
    """English."""

    def __getitem__(self, language: str) -> tuple[str, ...]:
        """Return the forms in `language`, "zh" or "en"."""
        return self.zh if language == "zh" else self.en


class Term(Model):
    """A glossary entry."""

    term: Text
    """The preferred form."""
    note: Text | None = None
    """What it means here."""
    basis: Basis
    """Where the pair of terms comes from."""
    also: Words = Words()
    """Other accepted forms."""
    discouraged: Words = Words()
    """Forms to avoid."""
    sources: tuple[SourceId, ...] = ()
    """Where the term is defined or used."""
    see: tuple[Ref, ...] = ()
    """Related entities."""


class Phase(Model):
    """A stage of the schedule."""

    years: Period
    """As the article proposed."""
    offset: Annotated[str, StringConstraints(strict=True, pattern=r"^\d+(-\d+)?$")]
    """The same in years from the start: `0`, `1-2`."""
    title: Text
    """Of the phase."""
    claims: Annotated[tuple[Claim, ...], Field(min_length=1)]
    """The state to reach."""


class Schedule(Model):
    """data/schedule.yml."""

    title: Text
    """Of the schedule."""
    lead: Text
    """What it is and how to read it today."""
    claims: Annotated[tuple[Claim, ...], Field(min_length=1)]
    """What holds for the whole schedule."""
    phases: dict[Id, Phase]
    """In order of time."""


Feature = Literal["cases", "comparison", "checklist", "assessment", "offline"]
FEATURES: tuple[Feature, ...] = get_args(Feature)
Offer = Literal["yes", "partly", "no", "unknown"]
OFFERS: tuple[Offer, ...] = get_args(Offer)


class Toolkit(Model):
    """A handbook or tool of somebody else's."""

    name: Text
    """Its name; the original where there is no translation."""
    publisher: Text
    """Who answers for it."""
    offers: Text
    """What it holds and does."""
    features: dict[Feature, Offer]
    """Whether it has case studies, a comparison, checklists, a self-assessment, an edition for use offline."""
    languages: Text
    """In which it was seen."""
    cost: Text
    """Cost and terms of use."""
    gap: Text
    """What it leaves open, in the handbook's judgement."""
    url: Link | None = None
    """Where it is."""
    checked: Day
    """When it was read."""
    note: Text | None = None
    """What to keep in mind."""


class Conflict(Model):
    """A question on which sources differ."""

    question: Text
    """What the sources differ on."""
    claims: Annotated[tuple[Claim, ...], Field(min_length=2)]
    """What each says."""
    note: Text
    """How the handbook deals with it."""
    see: tuple[Ref, ...] = ()
    """Where it matters."""


class Level(Model):
    """A level of the scale on which groups rate what they find; the scale is the handbook's own proposal."""

    title: Text
    """One or two words."""
    text: Text
    """How a group tells that it stands there."""


class Topic(Model):
    """A part of the context."""

    title: Text
    """Of the part."""
    claims: Annotated[tuple[Claim, ...], Field(min_length=1)]
    """What holds."""


class Context(Model):
    """data/context.yml: the policy in force where the reader plans."""

    title: Text
    """Of the section."""
    lead: Text
    """How to use it."""
    as_of: Day
    """When it was last looked into."""
    topics: dict[Id, Topic]
    """By id, in order."""


class Label(Model):
    """A word or phrase of the interface; blanks at its edges are kept, since phrases are put together from it."""

    zh: Phrase
    """Simplified Chinese."""
    en: Phrase
    """British English."""

    def __getitem__(self, language: str) -> str:
        """Return the word in `language`, "zh" or "en"."""
        return self.zh if language == "zh" else self.en


class Actor(Model):
    """A corner of the triangle."""

    title: Text
    """Its name."""
    members: tuple[Text, ...]
    """Who belongs to it."""


class Flow(Model):
    """What one actor gives another."""

    giver: Id = Field(alias="from")
    """An actor."""
    taker: Id | None = Field(default=None, alias="to")
    """An actor; none where the article names no receiver."""
    claim: Claim
    """What flows."""


class Relations(Model):
    """data/relations.yml: people, industry, government."""

    title: Text
    """Of the figure."""
    lead: Text
    """How to read it."""
    actors: dict[Id, Actor]
    """Corners, by id."""
    flows: dict[Id, Flow]
    """Arrows, by id."""
    claims: tuple[Claim, ...] = ()
    """What the figure leaves open."""
