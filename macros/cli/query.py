"""`handbook query`."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from macros.check import reporters
from macros.cli.common import LANG, ROOT, need_data
from macros.cli.told import Refusal, say


@click.command()
@ROOT
@LANG
@click.option("--fields", default="", help="Which to show, as id,name.zh,profile.tier.")
@click.option("--format", "form", type=click.Choice(("table", "csv", "json")), default="table", show_default=True)
@click.argument("kind")
@click.argument("expression", nargs=-1)
def query(root: Path, language: str, fields: str, form: str, kind: str, expression: tuple[str, ...]) -> None:
    """List what there is of KIND: city, source, term and so on; or fact, view, use, statement, answer.

    EXPRESSION says of which: support=weak and city=new-york. Signs: = != ~ !~ (contains) < <= > >= (numbers, dates);
    code= is a field without a value. --format json --fields ref,at,file,line tells where statements stand.
    """
    from macros.check.run import check
    from macros.edit import query as edit
    from macros.edit.conditions import QueryError, conditions
    from macros.edit.query_formats import FORMATS
    from macros.views.reading import Reading

    need_data(root)
    project, problems = check(root)
    if any(one.level == "error" for one in problems):
        click.echo(reporters.text(problems, language))
        sys.exit(1)
    try:
        held = edit.rows(Reading(project.dataset, language), kind)
        shown = [one.strip() for one in fields.split(",") if one.strip()] or list(edit.defaults(kind))
        edit.need_fields(held, shown)
        asked = conditions(" ".join(expression))
        found = edit.chosen(held, asked, language)
    except QueryError as error:
        raise Refusal(error.said) from None
    text = FORMATS[form](found, shown, language)
    click.echo(text.encode() if form == "csv" else text, nl=False)  # as it is: its lines end in their own way
    say(f"{len(found)} of {len(held)}", f"{len(held)}条中的{len(found)}条", aside=True)
    if not found and (advice := edit.advice(held, asked, language)):
        say(advice.en, advice.zh, aside=True)
