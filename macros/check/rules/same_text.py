"""Each fact stands once: what two records say in nearly the same words is one fact, used in one of them."""

from __future__ import annotations

import itertools
import math
import re
from collections import Counter
from collections.abc import Iterator, Mapping

from macros.check.project import Project
from macros.check.rules.exceptions import excepted
from macros.load.dataset import Dataset
from macros.problems import Keys, Problem, Said

_SHARED = 0.9
"""Of the words of the longer of two texts, from which on they are the same."""
_LEAST = 8
"""Words; shorter texts are alike by chance."""
_ENGLISH = re.compile(r"[a-z0-9][a-z0-9.,'’-]*")
_CHINESE = re.compile(r"[a-z0-9]+(?:\.[0-9]+)?|[\u3400-\u9fff]")


def check(project: Project) -> Iterator[Problem]:
    """Yield a warning for each fact that an earlier record has already, in either language."""
    dataset = project.dataset
    allowed = excepted(dataset, "same-text")
    told: set[str] = set()
    for language in ("zh", "en"):
        words, places = _read(dataset, language)
        for name, other in _pairs(words, places):
            if name not in told and not allowed(name, other):
                told.add(name)
                owner, keys = places[name]
                yield dataset.problem(
                    owner, keys, "same-text",
                    Said(f"nearly the same words as {other}", f"和{other}几乎是同样的话"),
                    Said(
                        f"Keep the fact where it belongs and use it in the other place: 'facts: {other}'. Two facts "
                        "that only sound alike go into data/exempt.yml with the reason.",
                        f"事实只写在它该在的地方，另一处写“facts: {other}”来引用。"
                        "只是说法相像的两条事实，写进data/exempt.yml并说明理由。",
                    ), level="warning",
                )  # fmt: skip


def _read(dataset: Dataset, language: str) -> tuple[dict[str, frozenset[str]], dict[str, tuple[str, Keys]]]:
    """Return the words of each fact that has enough, and where it stands, by its name."""
    words, places = {}, {}
    for owner, facts in dataset.facts_in.items():
        for keys, fact in facts:
            name = dataset.ref_of(fact)
            held = [*([fact.text] if fact.text else []), *fact.list]
            found = _words(" ".join(text[language] for text in held), language)
            if name and len(found) >= _LEAST:
                words[name], places[name] = found, (owner, keys)
    return words, places


def _words(text: str, language: str) -> frozenset[str]:
    """Return the words of a text; of Chinese, pairs of characters."""
    if language == "en":
        return frozenset(_ENGLISH.findall(text.lower()))
    signs = _CHINESE.findall(text.lower())
    return frozenset(one + other for one, other in itertools.pairwise(signs))


def _pairs(words: Mapping[str, frozenset[str]], places: Mapping[str, tuple[str, Keys]]) -> Iterator[tuple[str, str]]:
    """Yield a fact and one of an earlier record that shares its words.

    Two texts that share so much share one of their rarest words, which alone are looked up (prefix filtering,
    Chaudhuri, Ganti and Kaushik 2006).
    """
    counts = Counter(itertools.chain.from_iterable(words.values()))
    places_of = {word: n for n, word in enumerate(sorted(counts, key=lambda word: (counts[word], word)))}
    index: dict[int, list[str]] = {}
    for name, held in words.items():
        rare = sorted(map(places_of.__getitem__, held))[: len(held) - math.ceil(_SHARED * len(held)) + 1]
        seen: set[str] = set()
        for word in rare:
            for other in index.setdefault(word, []):
                if other not in seen and places[other][0] != places[name][0]:
                    seen.add(other)
                    if len(held & words[other]) >= _SHARED * max(len(held), len(words[other])):
                        yield name, other
            index[word].append(name)
