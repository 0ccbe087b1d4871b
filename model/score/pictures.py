"""Do paintings show what their captions say? Judged by `model.score.judges`, and the judges by real pictures."""

import random
import re
from collections import Counter, defaultdict
from collections.abc import Callable, Sequence
from dataclasses import replace
from itertools import cycle, islice
from typing import NamedTuple

import numpy as np
import torch

from model.core.generate import generate
from model.core.sampling import PAINT
from model.core.vocabulary import COLOUR_IDS, PIXELS
from model.language_model import LanguageModel
from model.score.figure import Figure, share
from model.score.judges import (
    Likeness,
    count_things,
    halves,
    label_of,
    learn_moods,
    learn_things,
    main_colour,
    place_of,
    relation_in,
    size_of,
    split_label,
)
from model.score.strangers import UNSEEN
from model.world import rich
from model.world.draw import draw
from model.world.pictures.animals import USUAL, allowed_colours
from model.world.pictures.captions import PLACE_WORDS, with_article
from model.world.pictures.faces import MOOD_WORDS
from model.world.pictures.hands import count_fingers
from model.world.pictures.pictures import SIDE, Picture, colours_beside
from model.world.pictures.reading import background_of, colours_of, relation_of
from model.world.pictures.things import SIZE_WORDS
from model.world.truth.planted import ALLOWED_VERSIONS, HELD_OUT_COLOURED, HELD_OUT_VERSIONS

REAL = 100  # real pictures of each kind that judge the judges
BARS = {"background": 0.95, "colour": 0.95, "object": 0.8, "relation": 0.8}
PAIR, ONE = ("two", "two things"), ("one", "thing", "animal")
NAMED = ("background", "colour", "object")
PLAIN = ("{a} on {bg}", "{bg} background, {noun}", "draw {a} on {bg}")


class Judges(NamedTuple):
    """Both classifiers, which learn from the generator."""

    things: Likeness
    moods: Likeness


def train_judges() -> Judges:
    """Classifiers of things and of moods."""
    return Judges(learn_things(), learn_moods())


def held_out(kind: str, n: int, says: Callable[[Picture], set[str]] = lambda made: set()) -> list[Picture]:
    """`n` pictures of a kind with held-out captions that name all that `says` wants."""
    rng, found = random.Random(f"score {kind}"), []
    while len(found) < n:
        made = draw(rich.PAINTERS[kind], lambda made: made.caption, rng, validation=True)
        if says(made) <= words_of(made.caption):
            found.append(made)
    return found


def real_pictures(kind: str) -> list[Picture]:
    """Pictures of a kind as the generator makes them."""
    rng = random.Random(f"real {kind}")
    return [rich.PAINTERS[kind](rng) for _ in range(REAL)]


def words_of(caption: str) -> set[str]:
    """The words of a caption."""
    return set(re.findall(r"[\w-]+", caption.lower()))


def paint(lm: LanguageModel, captions: Sequence[str], batch: int = 32) -> np.ndarray:
    """The model's paintings (N, 16, 16) of `captions`, palette indices."""
    prompts, painted = [lm.picture_prompt(caption) for caption in captions], []
    for first in range(0, len(prompts), batch):
        some = prompts[first : first + batch]
        steps = generate(lm.transformer, some, PIXELS, PAINT, first, COLOUR_IDS)
        painted.append(torch.stack([step.ids for step in steps], 1) - COLOUR_IDS.start)
    return torch.cat(painted).numpy().reshape(-1, SIDE, SIDE)


def one_is_right(asked: Picture, pixels: np.ndarray) -> bool:
    """Whether the background and the main colour on it are those asked for."""
    background = background_of(pixels)
    main = colours_of(pixels, background)[:1]
    return [background, *main] == [asked.background, asked.things[0].colour]


def read_pair(asked: Picture, pixels: np.ndarray) -> dict[str, bool]:
    """What can be read of two things without knowing their shapes: nothing, where their colours are not said."""
    colours = [thing.colour for thing in asked.things]
    if not {*colours} <= words_of(asked.caption):
        return {}
    read = {"colour": {*colours} <= {*colours_of(pixels, background_of(pixels))}}
    return read | ({"relation": relation_of(pixels, *colours) == asked.relation} if asked.relation else {})


def two_are_right(asked: Picture, pixels: np.ndarray) -> bool:
    """Whether both colours are there, and the first lies to the second as asked."""
    return all(read_pair(asked, pixels).values())


def read_one(asked: Picture, pixels: np.ndarray) -> dict[str, bool]:
    """What can be read of one thing, or of several alike, as far as the caption says it."""
    said, thing, found = words_of(asked.caption), asked.things[0], {}
    if asked.kind != "face" and thing.colour in said:
        found["colour"] = main_colour(pixels) == thing.colour
    if asked.kind == "count":
        return found | {"count": count_things(pixels) == len(asked.things)}
    if asked.kind in ("one", "thing", "animal"):
        if thing.size in ("small", "big") and set(SIZE_WORDS[thing.size]) & said:
            tiny = size_of(pixels) == "small" or (asked.kind != "one" and size_of(pixels) == "medium")
            found["size"] = tiny if thing.size == "small" else size_of(pixels) == "big"
        if any(words in asked.caption.lower() for words in PLACE_WORDS.get(thing.place, ())):
            found["place"] = place_of(pixels) == thing.place
    return found


def judge(asked: Sequence[Picture], pictures: Sequence[np.ndarray], judges: Judges) -> dict[str, list[bool]]:
    """Whether each of `pictures` shows what was asked, of all that its caption says."""
    found = defaultdict(list)
    for made, pixels in zip(asked, pictures, strict=True):
        if made.background in words_of(made.caption):
            found["background"].append(background_of(pixels) == made.background)
        for name, hit in (read_pair if made.kind in PAIR else read_one)(made, pixels).items():
            found[name].append(hit)
    return found | recognise(asked, pictures, judges)


def recognise(asked: Sequence[Picture], pictures: Sequence[np.ndarray], judges: Judges) -> dict[str, list[bool]]:
    """Whether the classifiers see the things asked for; of two things, both."""
    kind, found = asked[0].kind, {}
    if kind == "count":
        return {}
    if kind in PAIR:
        first, second = zip(*(halves(p, relation_in(a, p)) for a, p in zip(asked, pictures, strict=True)), strict=True)
        seen = zip(judges.things.name(first), judges.things.name(second), strict=True)
        return {"object": [are_there(made, names) for made, names in zip(asked, seen, strict=True)]}
    labels = [split_label(label) for label in judges.things.name(pictures)]
    wanted = [split_label(label_of(made)) for made in asked]
    found["object"] = [label[1] == want[1] for label, want in zip(labels, wanted, strict=True)]
    if kind == "animal":
        found["version"] = [label[0] == want[0] for label, want in zip(labels, wanted, strict=True) if want[0]]
    if kind == "face":
        seen = zip(asked, judges.moods.name(pictures), strict=True)
        found["mood"] = [mood == made.things[0].name for made, mood in seen if says_mood(made)]
    return found


def says_mood(made: Picture) -> bool:
    """Whether the caption of a face says its mood."""
    return not words_of(made.caption).isdisjoint(MOOD_WORDS[made.things[0].name.split()[0]])


def are_there(asked: Picture, names: tuple[str, str]) -> bool:
    """Whether two things are those asked for, in their order; in any, if neither colours nor relation are said."""
    wanted, said = tuple(thing.name for thing in asked.things), words_of(asked.caption)
    either = not asked.relation and not {thing.colour for thing in asked.things} <= said
    return names == wanted or (either and names == wanted[::-1])


def captions(lm: LanguageModel, n: int, judges: Judges) -> list[Figure]:
    """`n` held-out captions of each kind: what of them is seen in the paintings, and how sure the judges are."""
    painted, real, kinds = defaultdict(list), defaultdict(list), {}
    for kind in rich.RICH.pictures:
        asked, fresh = held_out(kind, n), real_pictures(kind)
        found = judge(asked, paint(lm, [made.caption for made in asked]), judges)
        kinds[kind] = found.get("object")
        for name, hits in found.items():
            painted[name] += hits
        for name, hits in judge(fresh, [made.pixels for made in fresh], judges).items():
            real[name] += hits
    figures = []
    for name, hits in painted.items():
        if not hits:  # few captions, and none that says it
            continue
        figures.append(share(f"captions followed: {name}", hits, BARS.get(name)))
        if name == "object":
            figures += [share(f"    of {kind}", hits) for kind, hits in kinds.items() if hits]
        figures.append(share("  this judge on real pictures", real[name]))
    return figures


def reworded(kind: str, n: int, wordings: Sequence[str]) -> list[Picture]:
    """`n` unseen pictures of a kind, of one thing whose colour and ground are named, in each of `wordings` by turns."""
    one = [made for made in held_out(kind, 4 * n) if len(made.things) == 1 and " " not in made.things[0].name]
    found = []
    for made, wording in zip(one, islice(cycle(wordings), n), strict=False):
        noun = f"{made.things[0].colour} {made.things[0].name}"
        gaps = {"noun": noun, "a": with_article(noun), "bg": made.background, "abg": with_article(made.background)}
        found.append(replace(made, caption=wording.format(**gaps)))
    return found


def own_wordings(lm: LanguageModel, n: int, judges: Judges) -> list[Figure]:
    """What is seen of `n` things of each kind, asked for in wordings by hand, and in plain ones that occur."""
    figures = []
    for name, wordings, bar in (("by hand", UNSEEN["captions"], 0.85), ("that occur", PLAIN, None)):
        found: dict[str, list[bool]] = defaultdict(list)
        for kind in ONE:
            asked = reworded(kind, n, wordings)
            for what, hits in judge(asked, paint(lm, [made.caption for made in asked]), judges).items():
                found[what] += hits if what in NAMED else []
        figures.append(share(f"captions in wordings {name}", [hit for what in NAMED for hit in found[what]], bar))
        figures += [share(f"  {what}", found[what]) for what in NAMED]
    return figures


def hands_and_shapes(lm: LanguageModel, n: int) -> list[Figure]:
    """`n` captions each of one shape, two shapes and a hand, judged by reading the pixels."""
    one = held_out("one", n, lambda made: {made.background, made.things[0].colour})
    two = held_out("two", n, lambda made: {thing.colour for thing in made.things})
    hands = held_out("hand", n)
    one_hits = list(map(one_is_right, one, paint(lm, [made.caption for made in one])))
    two_hits = list(map(two_are_right, two, paint(lm, [made.caption for made in two])))
    fingers = [count_fingers(pixels) for pixels in paint(lm, [made.caption for made in hands])]
    counted = f"fingers: hands {dict(sorted(Counter(fingers).items()))}"
    real = [count_fingers(made.pixels) == 5 for made in real_pictures("hand")]
    return [
        share("one shape: background and colour as asked", one_hits, 0.95),
        share("two shapes: colours there, relation right", two_hits, 0.85),
        share("hands with five fingers", [count == 5 for count in fingers], note=counted),
        share("  this counter on real hands", real),
    ]


class Animal(NamedTuple):
    """An animal to be painted."""

    version: str
    colour: str
    name: str

    @property
    def caption(self) -> str:
        """One wording for all, so that only the combination differs."""
        return f"{with_article(f'{self.version} {self.colour} {self.name}'.strip())} on {self.background}"

    @property
    def background(self) -> str:
        """White, or the first colour that fits."""
        free = colours_beside(self.colour)
        return "white" if "white" in free else free[0]


def held_out_animals(n: int) -> dict[str, list[Animal]]:
    """Combinations that were never painted, `n` pictures of each, and as many neighbours that were."""
    rng, usual = random.Random("score animals"), {name: colours.split()[0] for name, colours in USUAL.items()}
    other = [(version, rng.choice(ALLOWED_VERSIONS[version])) for version, _ in HELD_OUT_VERSIONS * n]
    beside = [(rng.choice(allowed_colours(name)), name) for _, name in HELD_OUT_COLOURED * n]
    return {
        "versions": [Animal(version, usual[name], name) for version, name in HELD_OUT_VERSIONS * n],
        "versions, seen": [Animal(version, usual[name], name) for version, name in other],
        "colours": [Animal("", *pair) for pair in HELD_OUT_COLOURED * n],
        "colours, seen": [Animal("", *pair) for pair in beside],
    }


def composed(lm: LanguageModel, n: int, judges: Judges) -> list[Figure]:
    """Animals in versions and colours that training never showed, beside neighbours that it did."""
    figures = []
    for group, animals in held_out_animals(n).items():
        pictures = paint(lm, [animal.caption for animal in animals])
        labels = [split_label(label) for label in judges.things.name(pictures)]
        name = f"{group.removesuffix(', seen')}: {{}}" + (", seen neighbours" if "seen" in group else ", held out")
        right = [label[1] == animal.name for label, animal in zip(labels, animals, strict=True)]
        figures.append(share(name.format("animal"), right))
        if "versions" in group:
            hits = [label[0] == animal.version for label, animal in zip(labels, animals, strict=True)]
            figures.append(share(name.format("version"), hits))
        else:
            hits = [main_colour(p) == animal.colour for p, animal in zip(pictures, animals, strict=True)]
            figures.append(share(name.format("colour"), hits))
    return figures
