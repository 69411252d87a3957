"""`handbook export`."""

from __future__ import annotations

import sys
from dataclasses import replace
from pathlib import Path

import click

from macros import output
from macros.check import reporters
from macros.cli.common import CHOSEN_CITIES, CHOSEN_LANGUAGES, CHOSEN_PATHS, ROOT, need_data, need_new
from macros.cli.spoken_help import command, option
from macros.cli.told import NOTHING_LEFT, Refusal, failed, language, say
from macros.problems import Said
from macros.wording import LANGUAGES


@command()
@ROOT
@option(
    "--format",
    "formats",
    type=click.Choice(output.FORMATS),
    multiple=True,
    said=Said("In which formats; all unless given, repeatable.", "要哪些格式，可写多次；不写就是全部"),
)
@CHOSEN_LANGUAGES
@option(
    "--table",
    "tables",
    multiple=True,
    metavar="NAME",
    said=Said("Which tables; all unless given, repeatable.", "要哪些表格，可写多次；不写就是全部"),
)
@CHOSEN_CITIES
@CHOSEN_PATHS
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

    把手册的表格写成文件，放在FOLDER下面，数据集另写成JSON。

    FOLDER必须是新的或空的。文件的位置与网站上相同：FOLDER/zh/data/compare.csv、FOLDER/data/handbook.json。
    表格的名称见网站上“表格与数据”一页。同样的数据，每次得到的字节都相同。
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
        click.echo(reporters.text(error.problems, language()))
        sys.exit(1)
    except (SelectionError, SettingError, command.UnknownTableError) as error:
        raise Refusal(error.said) from None
    except OSError as error:
        raise failed(error, folder, NOTHING_LEFT) from None
    say(f"wrote {count} files to {folder}", f"在{folder}写入{count}个文件")
