"""`handbook form`."""

from __future__ import annotations

import sys
from dataclasses import replace
from pathlib import Path

import click

from macros import output
from macros.check import reporters
from macros.cli.common import ROOT, need_data
from macros.cli.spoken_help import command, option
from macros.cli.told import NOTHING_LEFT, Refusal, failed, say
from macros.cli.told import language as spoken
from macros.problems import Said
from macros.wording import LANGUAGES


@command()
@ROOT
@option(
    "--lang", "language", type=click.Choice(LANGUAGES), default=spoken,
    said=Said("The language of the form and of messages; that of the system unless given.",
              "表单和提示用哪种语言，不写就用系统的语言"),
)  # fmt: skip
@option(
    "--out", "target", type=click.Path(dir_okay=False, path_type=Path), required=True,
    said=Said("The file, which ends in .html.", "文件名，以.html结尾"),
)  # fmt: skip
def form(root: Path, language: str, target: Path) -> None:
    """Write the form for editors as one HTML file that opens by double-click.

    It holds all records and needs no network. What somebody changes in it they save as a file, which `handbook apply`
    takes in.

    把编辑表单写成一个HTML文件，双击即可打开。

    里面有全部记录，不用联网。填好的修改存成文件，由“handbook apply”写入。
    """
    from macros.bundle.make import imprint
    from macros.check.run import sound
    from macros.edit import form_page
    from macros.load.settings import SettingError
    from macros.problems import DataProblemsError
    from macros.views.reading import Reading

    need_data(root)
    if target.suffix.lower() not in (".html", ".htm"):
        raise Refusal(Said(f"{target} does not end in .html", f"{target}不是以.html结尾的文件名"))
    if (inside := output.within(root, target)) in output.SOURCES:
        raise Refusal(output.among(target, inside))
    try:
        dataset = replace(sound(root.resolve()), imprint=imprint(root.resolve()))
        output.write(target, form_page.page(Reading(dataset, language)).encode())
    except DataProblemsError as error:
        click.echo(reporters.text(error.problems, language))
        sys.exit(1)
    except SettingError as error:
        raise Refusal(error.said) from None
    except OSError as error:
        raise failed(error, target, NOTHING_LEFT) from None
    say(f"wrote {target}", f"写入{target}")
