"""The command line: `handbook check · fix · diff · schema · migrate · outline · export · pages · bundle`."""

from __future__ import annotations

import io
import json
import sys
from dataclasses import replace
from pathlib import Path

import click

from macros import ending, output
from macros.check import reporters
from macros.wording import LANGUAGES

ROOT = click.option(
    "--root", type=click.Path(exists=True, file_okay=False, path_type=Path), default=Path(), show_default="here",
    help="The project's folder, with data/ in it.",
)  # fmt: skip


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
def main() -> None:
    """Work on the handbook's data.

    Exit code: 0 all is well, 1 the data has problems, 2 the command was used wrongly.
    """
    ending.tidily()
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):  # what a code page has no sign for, or a name that is no UTF-8
            stream.reconfigure(errors="backslashreplace")


@main.command()
@ROOT
@click.option("--format", "form", type=click.Choice(list(reporters.FORMATS)), default="text", show_default=True)
@click.argument("paths", nargs=-1, type=click.Path(path_type=Path))
def check(root: Path, form: str, paths: tuple[Path, ...]) -> None:
    """Report every problem in the data.

    All files are loaded; PATHS (files or folders) only narrow what is reported.
    """
    from macros.check.run import check as run

    _need_data(root)
    wanted = [_inside(root, path) for path in paths]
    _, problems = run(root)
    shown = [one for one in problems if not wanted or any(_below(one.path, name) for name in wanted)]
    click.echo(reporters.FORMATS[form](shown))
    sys.exit(1 if any(problem.level == "error" for problem in shown) else 0)


@main.command()
@ROOT
@click.option("--check", "only_check", is_flag=True, help="Write nothing; fail when a schema is stale.")
def schema(root: Path, only_check: bool) -> None:
    """Write data/schema/*.json, which gives editors completion and hints."""
    from macros.model.kinds import FILED

    _need_data(root)
    stale = []
    for kind in FILED:
        file = root / "data" / "schema" / f"{kind.schema}.json"
        text = json.dumps(kind.json_schema(), ensure_ascii=False, indent=2) + "\n"
        if not file.is_file() or file.read_text(encoding="utf-8") != text:
            stale.append(f"data/schema/{kind.schema}.json")
            if not only_check:
                file.parent.mkdir(exist_ok=True)
                file.write_text(text, encoding="utf-8")
    for name in stale:
        click.echo(f"{name} is stale; run 'handbook schema'" if only_check else f"wrote {name}")
    sys.exit(1 if only_check and stale else 0)


@main.command()
@ROOT
def migrate(root: Path) -> None:
    """Bring the files of data/ into today's shape, as branches of earlier versions need it.

    Only what changes is written: comments, order and quotes stay. Nothing is written while a file is no sound YAML.
    """
    from macros.edit import files
    from macros.edit import migrate as edit

    _need_data(root)
    found = edit.migration(root)
    if found.problems:
        click.echo(reporters.text(found.problems))
        click.echo("nothing was changed")
        sys.exit(1)
    try:
        files.write(found.texts)
    except OSError as error:
        raise click.ClickException(f"{error.filename}: {error.strerror}; nothing was changed") from None
    for path, number in found.changes.items():
        click.echo(f"{path}: changed in {number} places")
    if found.due:
        click.echo(reporters.text(found.due))
    click.echo("all files are in today's shape")


@main.command()
@ROOT
@click.option("--dry-run", is_flag=True, help="Write nothing; show what would change.")
@click.argument("paths", nargs=-1, type=click.Path(path_type=Path))
def fix(root: Path, dry_run: bool, paths: tuple[Path, ...]) -> None:
    """Mend what has one remedy alone: width of signs, blanks, quotes, order of keys, what stands twice.

    All files of data/, or those of PATHS (files or folders). Comments and all other lines stay as they are. What is
    left is for `handbook check` to tell.
    """
    from macros.edit import files
    from macros.edit import fix as edit

    _need_data(root)
    wanted = [_inside(root, path) for path in paths]
    held = list(edit.fixed(root, lambda path: not wanted or any(_below(path, name) for name in wanted)))
    if dry_run:
        click.echo("".join(one.diff for one in held), nl=False)
        return
    try:
        files.write(edit.texts(held))
    except OSError as error:
        raise click.ClickException(f"{error.filename}: {error.strerror}; nothing was changed") from None
    for one in held:
        click.echo(f"{one.path}: mended in {one.places} places")
    click.echo("nothing to mend" if not held else "run 'handbook check' for what is left")


@main.command()
@ROOT
@click.option("--format", "form", type=click.Choice(("text", "markdown", "html", "json")), default="text")
@click.option("--lang", "language", type=click.Choice(LANGUAGES), default="en", show_default=True)
@click.argument("base")
@click.argument("head", required=False)
def diff(root: Path, form: str, language: str, base: str, head: str | None) -> None:
    """Tell what changed in the data between BASE and HEAD, in plain words.

    Each is a revision of git or a folder with data/ in it; without HEAD the files as they are now. Markdown is for one
    comment on a pull request. Exit code 0, whatever differs.
    """
    from macros.edit import diff_formats
    from macros.edit.compared import compared
    from macros.edit.revision import RevisionError

    _need_data(root)
    try:
        report = compared(root, base, head or "", language)
    except RevisionError as error:
        raise click.UsageError(str(error)) from None
    click.echo(diff_formats.FORMATS[form](report))


@main.command()
@ROOT
@click.option("--answers", type=click.Path(exists=True, dir_okay=False, path_type=Path), help="A group's saved file.")
@click.option("--language", type=click.Choice(list(LANGUAGES)), help="That of the answers, or zh.")
@click.argument("target", type=click.Path(dir_okay=False, path_type=Path))
def outline(root: Path, answers: Path | None, language: str | None, target: Path) -> None:
    """Write the outline of a plan as the Word document TARGET, filled with a group's answers.

    ANSWERS is the file that the browser saves on the pages of the checklists. TARGET ends in .docx.
    """
    from macros.check.run import sound
    from macros.export import plan
    from macros.load import progress
    from macros.problems import DataProblemsError

    _need_data(root)
    if target.suffix.lower() != ".docx":
        raise click.UsageError(f"{target} is no Word document; name a file that ends in .docx")
    if (inside := output.within(root, target)) in output.SOURCES:
        raise click.UsageError(f"{target} would lie among the project's own files, in {inside}/; name another place")
    try:
        dataset = sound(root.resolve())
        given = progress.read(answers.read_bytes(), dataset) if answers else progress.Progress()
    except DataProblemsError as error:
        click.echo(reporters.text(error.problems))
        sys.exit(1)
    except progress.ProgressError as error:
        raise click.UsageError(f"{answers} cannot be read: {error}") from None
    for fault in given.faults:
        click.echo(f"{answers}: {fault}", err=True)
    try:
        output.write(target, plan.word(dataset, language or given.language or LANGUAGES[0], given))
    except OSError as error:
        raise click.ClickException(f"{target} cannot be written: {error.strerror or error}; nothing was left") from None
    click.echo(f"wrote {target}")


@main.command()
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

    _need_data(root)
    _need_new(root, folder)
    try:
        part = select(sound(root.resolve()).whole, Selection(languages or LANGUAGES, cities, paths))
        made = command.files(replace(part, imprint=imprint(root.resolve())), formats, tables)
        count = command.write(folder, made)
    except DataProblemsError as error:
        click.echo(reporters.text(error.problems))
        sys.exit(1)
    except (SelectionError, SettingError, command.UnknownTableError) as error:
        raise click.UsageError(str(error)) from None
    except OSError as error:
        raise click.ClickException(f"{folder} cannot be written: {error.strerror or error}; nothing was left") from None
    click.echo(f"wrote {count} files to {folder}")


@main.command()
@ROOT
@click.argument("folder", type=click.Path(file_okay=False, path_type=Path))
def pages(root: Path, folder: Path) -> None:
    """Write every generated page as Markdown below FOLDER, which must be new or empty."""
    from macros.bundle.make import imprint
    from macros.check.run import sound
    from macros.load.settings import SettingError
    from macros.problems import DataProblemsError
    from macros.render import markdown_tree

    _need_data(root)
    _need_new(root, folder)
    try:
        dataset = replace(sound(root.resolve()), imprint=imprint(root.resolve()))
    except DataProblemsError as error:
        click.echo(reporters.text(error.problems))
        sys.exit(1)
    except SettingError as error:
        raise click.UsageError(str(error)) from None
    try:
        count = markdown_tree.write(dataset, folder)
    except OSError as error:
        raise click.ClickException(f"{folder} cannot be written: {error.strerror or error}; nothing was left") from None
    click.echo(f"wrote {count} pages to {folder}")


@main.command()
@ROOT
@click.option("--lang", "languages", type=click.Choice(LANGUAGES), multiple=True, help="zh or en; both unless given.")
@click.option("--city", "cities", multiple=True, metavar="ID", help="A case study; all unless given, repeatable.")
@click.option("--path", "paths", multiple=True, metavar="ID", help="A planning step; all unless given, repeatable.")
@click.option("--facilitator", is_flag=True, help="Add each step's agenda, hand-out and projector view.")
@click.option("--single-file", "single", is_flag=True, help="One HTML file with everything inside, for one --lang.")
@click.option("--out", type=click.Path(path_type=Path), help="A new folder or .zip; .html for a single file.")
@click.option("--verify", type=click.Path(exists=True, path_type=Path), help="Only check this folder, zip or .html.")
def bundle(
    root: Path,
    languages: tuple[str, ...],
    cities: tuple[str, ...],
    paths: tuple[str, ...],
    facilitator: bool,
    single: bool,
    out: Path | None,
    verify: Path | None,
) -> None:
    """Make the handbook, or a part of it, a folder or zip that opens by double-click without a network.

    What is left out is shown as such. The same input gives the same bytes.
    """
    from macros.bundle import command
    from macros.load.selection import Selection

    if verify:
        if languages or cities or paths or facilitator or single or out:
            raise click.UsageError("--verify checks a bundle and makes none; give it alone")
        sys.exit(command.check(verify, click.echo))
    _need_data(root)
    try:
        selection = Selection(languages or LANGUAGES, cities, paths, facilitator)
        sys.exit(command.make(root.resolve(), selection, single, out, click.echo))
    except command.OrderError as error:
        raise click.UsageError(str(error)) from None


def _need_data(root: Path) -> None:
    if not (root / "data").is_dir():
        raise click.UsageError(
            f"there is no data/ in {root.resolve()}; run this in the project's folder or name it with --root"
        )


def _need_new(root: Path, folder: Path) -> None:
    """Refuse a folder that holds something, or lies where the project has its own files."""
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise click.UsageError(f"{folder} is not empty; name a new folder")
    if (inside := output.within(root, folder)) in output.SOURCES:
        raise click.UsageError(f"{folder} would lie among the project's own files, in {inside}/; name another place")


def _below(path: str, name: str) -> bool:
    """Whether a path is a file or folder, or lies in it."""
    return path == name or path.startswith(f"{name}/")


def _inside(root: Path, path: Path) -> str:
    """Return a path as the report writes it: relative to the project, forward slashes."""
    for candidate in (path, root / path):
        if candidate.exists():
            try:
                return candidate.resolve().relative_to(root.resolve()).as_posix()
            except ValueError:
                raise click.UsageError(f"{path} is not inside the project") from None
    raise click.UsageError(f"there is no {path}")
