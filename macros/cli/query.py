"""`handbook query`."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from macros.check import reporters
from macros.cli.common import LANG, ROOT, need_data, written_as
from macros.cli.spoken_help import command, option
from macros.cli.told import Refusal, say
from macros.problems import Said


@command()
@ROOT
@LANG
@option(
    "--fields",
    default="",
    said=Said("Which to show, as id,name.zh,profile.tier.", "显示哪些字段，例如id,name.zh,profile.tier"),
)
@written_as("table", "csv", "json")
@click.argument("kind")
@click.argument("expression", nargs=-1)
def query(root: Path, language: str, fields: str, form: str, kind: str, expression: tuple[str, ...]) -> None:
    """List what there is of KIND: city, source, term and so on; or fact, view, use, statement, answer.

    EXPRESSION says of which: support=weak and city=new-york. Signs: = != ~ !~ (contains) < <= > >= (numbers, dates);
    code= is a field without a value. --format json --fields ref,at,file,line tells where statements stand.

    按条件列出某一类的内容。

    KIND是city、source、term等记录，或者fact（事实）、view（看法）、use（引用）、statement（陈述）、answer（对问题的回答）。

    EXPRESSION写条件，例如“support=weak and city=new-york”。符号有=、!=、~（包含）、!~、<、<=、>、>=（数字和日期）；
    code=找出没有填的。--format json --fields ref,at,file,line给出陈述写在哪里。
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
