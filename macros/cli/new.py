"""`handbook new`."""

from __future__ import annotations

from pathlib import Path

import click

from macros.cli.common import ROOT, need_data


@click.command()
@ROOT
@click.option("--in", "into", type=click.Path(dir_okay=False, path_type=Path), help="The file of many to add it to.")
@click.option("--dry-run", is_flag=True, help="Write nothing; show the record.")
@click.argument("kind")
@click.argument("name", metavar="ID")
def new(root: Path, into: Path | None, dry_run: bool, kind: str, name: str) -> None:
    """Begin a record of KIND (city, source, finding …), with what each field is for.

    It is a draft: pages show what is written as a stub, and `handbook check` lists what is to do. Of a source give the
    subject alone, such as `london`, and the next free number is added. Nothing that is there is changed.
    """
    from macros.edit import files
    from macros.edit import new as edit

    need_data(root)
    try:
        made = edit.begun(root.resolve(), kind, name, into)
        if not dry_run:
            files.write({made.file: made.text})
    except edit.NewError as error:
        raise click.UsageError(str(error)) from None
    except OSError as error:
        raise click.ClickException(f"{error.filename}: {error.strerror}; nothing was changed") from None
    if dry_run:
        click.echo(made.record, nl=False)
        return
    click.echo(f"begun {made.ref} in {made.file.relative_to(root.resolve()).as_posix()}")
    click.echo("run 'handbook check' for what is to do")
