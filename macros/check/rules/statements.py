"""Facts cite what they need, and answer a question in its own form."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from macros.check.project import Project
from macros.load.dataset import Dataset
from macros.model.base import Model
from macros.model.city import City
from macros.model.dimension import Dimension
from macros.model.scalars import is_id
from macros.model.source import Source
from macros.model.statement import Fact, Statement, View, checked_on, sources_of
from macros.problems import SILENCE, Keys, Problem, Said, meant_or, nearest, several

_FORMS = {
    "text": ("text",),
    "date": ("date", "period"),
    "number": ("value", "series"),
    "list": ("list",),
    "references": ("refs",),
}
_Kinds = Mapping[str, str]
"""Source → its kind."""


def check(project: Project) -> Iterator[Problem]:
    """Yield a problem for each fact without a due source or date, of an unknown layer, or of the wrong form."""
    dataset = project.dataset
    kinds = {name: source.kind for name, source in dataset.of(Source).items()}
    for owner, record in dataset.named():
        for keys, fact in dataset.facts_in[owner]:
            yield from _sources(dataset, owner, keys, fact, kinds)
        yield from _checked(dataset, owner, record, kinds)
        yield from _layers(dataset, owner, record)
        if isinstance(record, City):
            yield from _facts(dataset, owner, record)
            yield from _profile(dataset, owner, record)


def _layers(dataset: Dataset, owner: str, record: Model) -> Iterator[Problem]:
    """Yield a problem for each layer that the record has not; one for all where it has none."""
    layers = record.layers if isinstance(record, City) else {}
    named = [(keys, one.layer) for keys, one in dataset.statements_in[owner] if one.layer and one.layer not in layers]
    if "layers" in record.lacks:
        return
    for keys, layer in named if layers else named[:1]:
        rest = several(dict.fromkeys(name for _, name in named if name != layer)) if not layers else SILENCE
        more = Said(f", nor {rest.en}", f"，也没有{rest.zh}") if rest else SILENCE
        yield dataset.problem(
            owner, (*keys, "layer"), "layer",
            Said(f"there is no layer '{layer}' here{more.en}", f"这里没有层级“{layer}”{more.zh}"), _layer_hint(layers),
        )  # fmt: skip


def _layer_hint(layers: Iterable[str]) -> Said:
    names = several(layers)
    if names:
        return Said(f"Layers: {names.en}.", f"已有的层级：{names.zh}。")
    return Said("Only a city has layers, under 'layers:'.", "只有城市才分层级，写在“layers:”下。")


def _sources(dataset: Dataset, owner: str, keys: Keys, fact: Fact, kinds: _Kinds) -> Iterator[Problem]:
    if "sources" in fact.lacks:
        return  # who knows what it cites
    cited, form = sources_of(fact), fact.form
    independent = [name for name in cited if kinds.get(name) != "article"]
    if fact.article and not independent:
        yield dataset.problem(
            owner, keys, "source-due",
            Said(
                f"'article: {fact.article}' without a source other than the article",
                f"写了“article: {fact.article}”，但除了那篇文章没有别的来源",
            ),
            Said(
                "Name the page that was read under 'sources:', or leave 'article:' out.",
                "请在“sources:”里写上读到的网页，或者删去“article:”。",
            ),
        )  # fmt: skip
    elif not cited and form:
        yield dataset.problem(
            owner, keys, "source-due", Said("a fact without a source", "这条事实没有来源"),
            Said(
                "Add 'sources: [...]'; the article's id is 'article'. What the handbook itself thinks is a 'view:'.",
                "请加上“sources: [...]”，2020年的文章写“article”。手册自己的看法要写成“view:”。",
            ),
        )  # fmt: skip
    elif independent and form and _is_bare(fact) and all(kinds.get(name) == "weak" for name in independent):
        yield dataset.problem(
            owner, (*keys, "sources"), "weak-source",
            Said("a fact that rests on weak sources alone", "这条事实只有较弱的来源"),
            Said(
                "Find a primary or secondary source, or say in a note what the reader should mind.",
                "请找一手或二手来源，或者在“note”里说明读者要留意什么。",
            ),
        )  # fmt: skip


def _checked(dataset: Dataset, owner: str, record: Model, kinds: _Kinds) -> Iterator[Problem]:
    """Say when the sources were read: once for the record, and with a fact where that differs."""
    if "checked" in record.lacks or "source" in dataset.incomplete:
        return
    undated = []
    for keys, fact in dataset.facts_in[owner]:
        if not fact.lacks & {"sources", "searched", "checked"}:
            yield from _checked_twice(dataset, owner, record, keys, fact)
            read = [name for name in (*sources_of(fact), *fact.searched) if kinds.get(name) != "article"]
            undated += [keys] if read and not checked_on(record, fact) else []
    number = len(undated)
    if number:
        yield dataset.problem(
            owner, undated[0], "checked-due",
            Said("a fact with sources, and no day on which they were read", "这条事实有来源，但没有写哪天读的")
            if number == 1
            else Said(
                f"{number} facts with sources, and no day on which they were read",
                f"{number}条事实有来源，但没有写哪天读的",
            ),
            Said(
                "Say when, for example checked: 2026-11-24, here or once for the whole record.",
                "请写上日期，例如“checked: 2026-11-24”，写在这里，或在整条记录开头写一次。",
            ),
        )  # fmt: skip


def _checked_twice(dataset: Dataset, owner: str, record: Model, keys: Keys, fact: Fact) -> Iterator[Problem]:
    whole = getattr(record, "checked", None) if record is not fact else None
    if fact.checked and fact.checked == whole:
        yield dataset.problem(
            owner, (*keys, "checked"), "checked-twice",
            Said(f"'checked: {whole}' stands at the record already", f"记录开头已经写了“checked: {whole}”"),
            Said(
                "Leave it out here; 'handbook migrate' does so for all.",
                "这里不用再写；“handbook migrate”会一并删去。",
            ), level="warning",
        )  # fmt: skip


def _is_bare(fact: Fact) -> bool:
    return fact.note is None and "note" not in fact.lacks


def _facts(dataset: Dataset, owner: str, city: City) -> Iterator[Problem]:
    if "dimension" in dataset.incomplete:
        return
    for name, answers in city.facts.items():
        dimension = dataset.of(Dimension).get(name)
        if dimension:
            yield from _answers(dataset, owner, name, dimension, answers)
        elif is_id(name):  # otherwise its form has been told
            known = several(dataset.of(Dimension))
            yield dataset.problem(
                owner, ("facts", name), "dimension",
                Said(f"there is no question '{name}' in dimensions.yml", f"dimensions.yml里没有问题“{name}”"),
                meant_or(
                    nearest(name, list(dataset.of(Dimension))),
                    Said(f"Questions: {known.en}.", f"已有的问题：{known.zh}。"),
                ),
            )  # fmt: skip


def _profile(dataset: Dataset, owner: str, city: City) -> Iterator[Problem]:
    """Yield a problem for each number of a profile that is told in words."""
    profile = city.profile
    if profile is None:
        return
    for name, fact in ((Said("population", "人口"), profile.population), (Said("area", "面积"), profile.area)):
        if fact.forms and not {*fact.forms} & {*_FORMS["number"]} and name.en not in profile.lacks:
            message = Said(
                f"'{fact.form}' tells the {name.en}, which is a number", f"{name.zh}是一个数，这里却写成了“{fact.form}”"
            )
            hint = Said("Write value, unit and as_of.", "请写value、unit和as_of。")
            yield dataset.problem(owner, ("profile", name.en, fact.form), "profile-form", message, hint)


def _answers(
    dataset: Dataset, owner: str, name: str, dimension: Dimension, answers: tuple[Statement, ...]
) -> Iterator[Problem]:
    forms = _FORMS.get(dimension.kind, ())  # none where it could not be read
    for n, answer in enumerate(answers):
        if isinstance(answer, View):
            yield dataset.problem(
                owner, ("facts", name, n), "dimension-form",
                Said(f"a view answers '{name}'", f"问题“{name}”的答案写成了看法"),
                Said(
                    "Answer with a fact, or use one; what the handbook thinks goes under 'sections:'.",
                    "请用事实回答，或者引用一条事实；手册的看法写在“sections:”下。",
                ),
            )  # fmt: skip
        elif not isinstance(answer, Fact) or answer.forms in ((), ("absent",)):
            continue
        elif forms and not {*answer.forms} & {*forms}:
            yield dataset.problem(
                owner, ("facts", name, n, answer.form), "dimension-form",
                Said(
                    f"'{answer.form}' answers '{name}', whose kind is {dimension.kind}",
                    f"问题“{name}”要的是{dimension.kind}，答案却写成了“{answer.form}”",
                ),
                Said(
                    f"Answer with {' or '.join(forms)}, or absent: true.",
                    f"请用{'或'.join(forms)}回答；来源明确说没有，就写“absent: true”。",
                ),
            )  # fmt: skip
