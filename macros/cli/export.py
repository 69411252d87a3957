"""`handbook export`."""

from __future__ import annotations

import sys
from dataclasses import replace
from pathlib import Path

import click

from macros import output
from macros.check import reporters
from macros.cli.common import ROOT, need_data, need_new
from macros.cli.told import NOTHING_LEFT, failed, say
from macros.wording import LANGUAGES, spoken


@click.command()
@ROOT
@click.option(
    "--format", "formats", type=click.Choice(output.FORMATS), multiple=True, help="All unless given, repeatable."
)
@click.option("--lang", "languages", type=click.Choice(LANGUAGES), multiple=True, help="zh or en; both unless given.")
@click.option("--table", "tables", multiple=True, metavar="NAME", help="All unless given, repeatable.")
@click.option("--city", "cities", multiple=True, metavar="ID", help="A case study; all unless given, repeatable.")
@click.option("--path", "paths", multiple=True, metavar="ID", help="A planning step; all unless given, repeatable.")
@click.argument("folder", type=click.Path(path_type=Path))
def export(
    root: Path,
    formats: tuple[str, ...],
    languages: tuple[str, ...],
    tables: tuple[str, ...],
    cities: tuple[str, ...],
    paths: tuple[str, ...],
    folder: Path,
) -> None:
    """Write the handbook's tables below FOLDER, which must be new or empty, and the data set as JSON.

    They lie as on a published site: FOLDER/zh/data/compare.csv, FOLDER/data/handbook.json. The page of tables and data
    lists their names. The same data gives the same bytes.
    """
    from macros.bundle.make import imprint
    from macros.check.run import sound
    from macros.export import command
    from macros.load.selection import Selection, SelectionError, select
    from macros.load.settings import SettingError
    from macros.problems import DataProblemsError

    need_data(root)
    need_new(root, folder)
    try:
        part = select(sound(root.resolve()).whole, Selection(languages or LANGUAGES, cities, paths))
        made = command.files(replace(part, imprint=imprint(root.resolve())), formats, tables)
        count = command.write(folder, made)
    except DataProblemsError as error:
        click.echo(reporters.text(error.problems, spoken()))
        sys.exit(1)
    except (SelectionError, SettingError, command.UnknownTableError) as error:
        raise click.UsageError(str(error)) from None
    except OSError as error:
        raise failed(error, folder, NOTHING_LEFT) from None
    say(f"wrote {count} files to {folder}", f"在{folder}写入{count}个文件")
