"""The one reader of the world's tables: plain text files in the folder `data` beside those who tell from them.

    // a comment
    # name of a block
    one wording a line, with [one|another] choice and a {slot}
    3x a wording that falls three times as often
    cell | cell with [one|another] choice | cell
    part: wording of this part
    part?: wording of a part that may be left out
    (nothing)
        an indented line goes on with the entry above it

`\\n` within a line is a line break, and `(nothing)` a wording without words. What is meant beyond that (who gets a
thing in a plot, where the paint is in a drawing) is for those to know who ask for the table.
"""

import re
from collections.abc import ItemsView, Iterator
from functools import cached_property
from pathlib import Path
from typing import Any, NamedTuple

NOTHING = "(nothing)"
_TIMES = re.compile(r"(\d+)x ")
_MARKS = re.compile(r"[\[|\]]")


class Row(NamedTuple):
    """An entry as the file has it, how often it counts, and its line."""

    text: str
    times: int
    line: int


class Parts(dict):
    """Part -> what the block says of it. Raises ValueError where it says nothing."""

    def __init__(self, block: "Block", found: dict[str, Any]):
        super().__init__(found)
        self.block = block

    def __missing__(self, part: str) -> None:
        raise self.block.damage(0, f"the block that begins here has no part {part!r}")


class Block(tuple):
    """The entries of one block, in their order. Whoever asks for cells or parts of them gets these checked."""

    file: str
    lines: tuple[int, ...]  # where each entry begins

    @classmethod
    def of(cls, file: str, rows: list[Row]) -> "Block":
        """The block of these rows."""
        block = cls(wording(row.text) for row in rows for _ in range(row.times))
        block.file, block.lines = file, tuple(row.line for row in rows for _ in range(row.times))
        return block

    @cached_property
    def words(self) -> tuple[str, ...]:
        """Every cell of every entry, one after the other."""
        return tuple(cell for row in self.rows for cell in row)

    @cached_property
    def rows(self) -> tuple[tuple[str, ...], ...]:
        """The cells of each entry."""
        return tuple(map(cells_of, self))

    @cached_property
    def pairs(self) -> tuple[tuple[str, str], ...]:
        """The part that each entry belongs to, and its wording."""
        return tuple(map(self.pair, range(len(self))))

    @cached_property
    def parts(self) -> dict[str, tuple[str, ...]]:
        """Part -> its wordings."""
        found: dict[str, tuple[str, ...]] = {}
        for part, said in self.pairs:
            found[part] = (*found.get(part, ()), said)
        return Parts(self, found)

    @cached_property
    def facts(self) -> dict[str, str]:
        """Part -> its wording, where each part has one."""
        for i, (part, _) in enumerate(self.pairs):
            if len(self.parts[part]) > 1:
                raise self.damage(i, f"{part!r} is told more than once")
        return Parts(self, dict(self.pairs))

    @cached_property
    def lists(self) -> dict[str, tuple[str, ...]]:
        """Part -> the cells of its wording, where each part has one."""
        return Parts(self, {part: cells_of(said) for part, said in self.facts.items()})

    def columns(self, width: int) -> tuple[tuple[str, ...], ...]:
        """The cells of each entry, which are `width`. Raises ValueError where they are not."""
        for i, row in enumerate(self.rows):
            if len(row) != width:
                raise self.damage(i, f"{width} cells were to be here, not {len(row)}")
        return self.rows

    def damage(self, i: int, what: str) -> ValueError:
        """What is wrong with the entry `i`, and where it stands."""
        return ValueError(f"{self.file}, line {self.lines[i]}: {what}: {self[i]!r}")

    def pair(self, i: int) -> tuple[str, str]:
        """The part of the entry `i`, and its wording. Raises ValueError where it names no part."""
        part, colon, said = self[i].partition(":")
        if not colon or not part or said[:1] not in (" ", "\n", ""):
            raise self.damage(i, "a line `part: wording` was to be here")
        return part, wording(said.removeprefix(" "))


class Table:
    """Name -> block of the file `data/{name}.txt` beside the file `writer`; it is read when it is first asked."""

    def __init__(self, writer: str, name: str):
        self.path = Path(writer).parent / "data" / f"{name}.txt"

    @cached_property
    def blocks(self) -> dict[str, Block]:
        """Name -> block. Raises ValueError where the file is damaged."""
        return read(self.path.read_text(encoding="utf-8"), self.path.name)

    def __getitem__(self, name: str) -> Block:
        if name not in self.blocks:
            raise ValueError(f"{self.path.name} has no block {name!r}; there are {', '.join(self.blocks)}")
        return self.blocks[name]

    def __iter__(self) -> Iterator[str]:
        return iter(self.blocks)

    def items(self) -> ItemsView[str, Block]:
        """All blocks with their names."""
        return self.blocks.items()


def read(text: str, file: str = "table") -> dict[str, Block]:
    """Name -> block of a table. Raises ValueError, with file and line, where it is damaged.

    >>> read("# colours\\nred\\n2x blue")
    {'colours': ('red', 'blue', 'blue')}
    """
    found: dict[str, list[Row]] = {}
    rows: list[Row] | None = None
    for number, line in enumerate(text.splitlines(), 1):
        if line.startswith("# "):
            name, rows = line[2:].strip(), []
            if not name or name in found:
                raise ValueError(f"{file}, line {number}: a block needs a name of its own: {line!r}")
            found[name] = rows
        elif line.strip() and not line.startswith("//"):
            if rows is None or (line[0] == " " and not rows):
                raise ValueError(f"{file}, line {number}: nothing stands above it that it could belong to: {line!r}")
            add(rows, line, number)
    check(found, file)
    return {name: Block.of(file, rows) for name, rows in found.items()}


def check(found: dict[str, list[Row]], file: str) -> None:
    """Raises ValueError where a block is empty or a bracket has no other half."""
    for name, rows in found.items():
        if not rows:
            raise ValueError(f"{file}: nothing stands in the block {name!r}")
        for row in rows:
            if any(row.text.count(left) != row.text.count(right) for left, right in ("[]", "{}")):
                raise ValueError(f"{file}, line {row.line}: a bracket without its other half: {row.text!r}")


def add(rows: list[Row], line: str, number: int) -> None:
    """Put a line behind the rows, or, if it is indented, at the end of the last one."""
    if line[0] == " ":
        rows[-1] = rows[-1]._replace(text=f"{rows[-1].text}\n{line.rstrip()}")
        return
    hit = _TIMES.match(line)
    rows.append(Row(line[hit.end() if hit else 0 :].strip(), int(hit[1]) if hit else 1, number))


def wording(text: str) -> str:
    """What an entry says: with its line breaks, and without words if it is `(nothing)`."""
    return "" if text == NOTHING else text.replace("\\n", "\n")


def listed(table: str) -> tuple[str, ...]:
    """The entries of a table within a program, which are parted by |."""
    return tuple(entry.strip() for entry in table.split("|"))


def cells_of(row: str) -> tuple[str, ...]:
    """The cells of a row, parted by `|` outside of brackets.

    >>> cells_of("a [b|c] | d")
    ('a [b|c]', 'd')
    """
    if "[" not in row:
        cells = row.split("|")
    else:
        cells, depth, start = [], 0, 0
        for hit in _MARKS.finditer(row):
            depth += {"[": 1, "]": -1, "|": 0}[hit[0]]
            if hit[0] == "|" and not depth:
                cells.append(row[start : hit.start()])
                start = hit.end()
        cells.append(row[start:])
    return tuple(map(wording, map(str.strip, cells)))


def split_mark(name: str) -> tuple[str, bool]:
    """A name without its `?`, and whether it has one: what may be left out."""
    return name.removesuffix("?"), name.endswith("?")
