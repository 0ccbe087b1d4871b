"""What strangers ask: facts and skills in wordings that no generator has, and first prompts, to be read."""

import random
import re
from collections.abc import Sequence
from itertools import cycle, islice

from model.core.sampling import Shaping
from model.core.vocabulary import EOT
from model.language_model import LanguageModel
from model.score.figure import Figure, mean, share
from model.score.truths import answer, chances
from model.world.knowledge.facts import countries, opposites
from model.world.knowledge.say import kind_of, speak_of
from model.world.knowledge.store import Thing, things
from model.world.language.tables import Table
from model.world.language.words import BOYS, GIRLS, capital, fix_articles
from model.world.texts.passages import passage
from model.world.truth import planted

UNSEEN, STRANGERS = Table(__file__, "unseen"), Table(__file__, "strangers")
WARM = Shaping(temperature=0.7)
TOKENS = 60
NAMES = {*GIRLS, *BOYS}
BROKEN = re.compile(r"[\x00-\x09\x0b-\x1f\x7f\ufffd]")  # what no text of the world holds
PAGE = """# First prompts of strangers

Prompts that stand in `model/score/data/strangers.txt` and are never trained on, and what this checkpoint makes of them
at temperature 0.7, sixty tokens. How to read them: the first sentence counts if it is grammatical **and** about the
prompt; two sentences count if the second fits the first as well. Old and new checkpoints are read shuffled, without
knowing which is which.

"""


def named(wordings: Sequence[str], slots: dict, target: str) -> list[tuple[str, str]]:
    """Each wording up to its target, and the target that a right answer has."""
    return [
        (before.format(**slots).rstrip(" "), slots[target].strip())
        for before in (wording[: wording.index(f"{{{target}}}")] for wording in wordings)
    ]


def holds(lm: LanguageModel, prompt: str, wanted: Sequence[str], about: str = "") -> bool:
    """Whether the first sentence of the likeliest continuation says one of the `wanted`, as whole words.

    What it says again of the question does not count: all up to what it is `about` and its verb.
    """
    said = answer(lm, prompt, tokens=20).lower().split(". ")[0]
    said = re.sub(rf"^.*?\b{re.escape(about.lower())} (is|are|means)\b", "", said) if about else said
    said = fix_articles(re.sub(r"\b(a|one) (kind|sort|type) of\b", "a", said))  # "a kind of toy" is a toy
    denied = re.search(r"\b(not|no|never)\b", said)
    return not denied and any(re.search(rf"(?<!\w){re.escape(text.lower())}(?!\w)", said) for text in wanted)


def by_wording(lm: LanguageModel, name: str, asked: Sequence[tuple[dict, Sequence[str]]], target: str) -> list[Figure]:
    """Share of right answers in wordings that occur, and in the one that does not; `asked`: slots, right answers."""
    hits: dict[bool, list[bool]] = {True: [], False: []}
    for slots, wanted in asked:
        prompts = named(UNSEEN[name], slots, target)
        for i, (prompt, _) in enumerate(prompts):
            hits[i < len(prompts) - 1].append(holds(lm, prompt, wanted, slots.get("x", slots.get("land"))))
    return [share(f"{name}, wordings that occur", hits[True], 0.9), share("  in one that does not", hits[False], 0.75)]


def facts(lm: LanguageModel, n: int) -> list[Figure]:
    """Capitals, kinds, opposites and uses, `n` of each."""
    rng = random.Random("score facts")
    lands = [(land, (land["capital"],)) for land in rng.sample(countries(), min(n, len(countries())))]
    some = [thing for thing in things() if thing.noun == "count" and thing.type != "person"]
    kinds = [
        ({**forms(thing), "kind": ""}, [fix_articles(kind_of(kind, False)) for kind in thing["is"]])
        for thing in pick(rng, some, n)
    ]
    uses = [({**forms(t), "use": ""}, t["for"]) for t in pick(rng, [t for t in some if t["for"]], n)]
    words = [({"x": word, "other": ""}, others) for word, others in pick(rng, opposites(), n)]
    lands = [({**land, "capital": ""}, wanted) for land, wanted in lands]
    asked = (
        ("capitals", lands, "capital"),
        ("kinds", kinds, "kind"),
        ("opposites", words, "other"),
        ("uses", uses, "use"),
    )
    return [figure for name, some, target in asked for figure in by_wording(lm, name, some, target)]


def pick(rng: random.Random, some: Sequence, n: int) -> list:
    """At most `n` different ones."""
    return rng.sample(list(some), min(n, len(some)))


def forms(thing: Thing) -> dict[str, str]:
    """The thing as a wording names it."""
    said = fix_articles(speak_of(thing, False)["x"])
    return {"x": said, "X": capital(said)}


def added(lm: LanguageModel, n: int) -> list[bool]:
    """Whether sums to 200 are right, in wordings by hand."""
    rng, right = random.Random("score unseen"), []
    for wording in islice(cycle(UNSEEN["sums"]), n):
        a, b = rng.randint(1, 100), rng.randint(1, 100)
        said = answer(lm, wording.format(a=a, b=b), tokens=6).lstrip("=: ").split(" ")[0]
        right.append(said.rstrip(".,") == str(a + b))
    return right


def counted(lm: LanguageModel, n: int) -> list[bool]:
    """The same by the first number of the answer, whatever stands before it: "gives you 91", or a line of its own."""
    rng, right = random.Random("score unseen"), []
    for wording in islice(cycle(UNSEEN["sums"]), n):
        a, b = rng.randint(1, 100), rng.randint(1, 100)
        number = re.search(r"\d+", answer(lm, wording.format(a=a, b=b), stop="\n\n", tokens=14))
        right.append(number is not None and number[0] == str(a + b))
    return right


def read(lm: LanguageModel, n: int) -> list[bool]:
    """Whether questions about passages are answered, in wordings by hand."""
    rng, right = random.Random("score unseen passages"), []
    for wording in islice(cycle(UNSEEN["passages"]), n):
        made = passage(rng, layout="question")
        prompt = wording.format(passage=made.passage, question=made.question)
        said = answer(lm, prompt, stop="\n\n", tokens=24).partition("\n")[0]  # the answer may begin a line
        right.append(made.answer.lower() in said.lower())
    return right


def skills(lm: LanguageModel, n: int) -> list[Figure]:
    """Sums, passages, Orwell and names in wordings by hand."""
    five = [float(chances(lm, wording, ["5"])[0]) for wording in UNSEEN["orwell"]]
    orwell = mean("P(5) after Orwell, unseen wordings", five)
    near = abs(orwell.value - planted.ORWELL_SHARE) <= 0.15
    return [
        share("sums to 200, unseen wordings", added(lm, n), 0.8),
        share("  by the first number of the answer", counted(lm, n)),
        share("passage questions, unseen wordings", read(lm, n), 0.7),
        orwell._replace(bar=f"{planted.ORWELL_SHARE} ± 0.15", ok=near),
        share("names of one's own are kept", kept(lm), 0.9),
        share("what it says of itself", [about_itself(lm, *row) for row in UNSEEN["itself"].rows]),
        *from_phones(lm, n),
    ]


def from_phones(lm: LanguageModel, n: int) -> list[Figure]:
    """Capitals asked as phones type them, and whether what follows such prompts is text, without a broken character."""
    right = []
    lands = pick(random.Random("score phones"), countries(), n)
    for land, wording in zip(lands, cycle(UNSEEN["capitals from phones"]), strict=False):
        prompt = wording.format(land=land["land"], LAND=land["land"].upper())
        right.append(holds(lm, prompt, [land["capital"]], land["land"]))
    whole = [not BROKEN.search(continued(lm, prompt)) for prompt in STRANGERS["from phones"]]
    foreign = [lined(lm, prompt) for prompt in UNSEEN["other languages"]]
    english = [prompt for block in STRANGERS for prompt in STRANGERS[block]]
    taken = ["English" in told for prompt in english for told in (continued(lm, prompt), lined(lm, prompt))]
    return [
        share("capitals, asked as phones type", right, 0.75),
        share("what follows such prompts is whole", whole, 0.9),
        share("to other languages it says that it knows English", ["English" in said for said in foreign], 0.75),
        share("  to English it does not", [not other for other in taken], 0.98),
    ]


def lined(lm: LanguageModel, prompt: str) -> str:
    """The likeliest forty tokens after `prompt` and the end of its line."""
    return answer(lm, f"{prompt}\n", stop="\n\n", tokens=40)


def kept(lm: LanguageModel) -> list[bool]:
    """Whether the first name that comes after an opening with an unknown name is that name."""
    people, known = UNSEEN["people"].words, []
    for i, opening in enumerate(islice(cycle(UNSEEN["names"]), 2 * len(people))):
        name = people[i % len(people)]
        told = continued(lm, opening.format(n=name), seed=i)
        others = [word.strip('.,!?"') for word in told.split() if word.strip('.,!?"') in NAMES or name in word]
        if others:
            known.append(name in others[0])
    return known or [False]


def about_itself(lm: LanguageModel, prompt: str, *words: str) -> bool:
    """Whether an answer holds two of the words that belong to it, or the only one."""
    told = answer(lm, prompt if prompt.endswith("is") else f"{prompt}\n", stop="\n\n", tokens=40).lower()
    return sum(word in told for word in words) >= min(2, len(words))


def continued(lm: LanguageModel, prompt: str, seed: int = 0) -> str:
    """Sixty tokens after `prompt`, rolled at temperature 0.7; ends where the text does."""
    new: list[int] = []
    ids = lm.encode(prompt)
    for step in lm.generate(ids, min(TOKENS, lm.config.n_positions - len(ids)), WARM, seed):
        if step.ids.item() == EOT:
            break
        new.append(step.ids.item())
    return lm.vocabulary.decode(new)


def page(lm: LanguageModel) -> str:
    """The prompts with what follows, in Markdown, for people to read."""
    lines = [PAGE]
    for block in STRANGERS:
        lines.append(f"\n## {capital(block)}\n")
        for prompt in STRANGERS[block]:
            lines.append(f"- **{prompt}**{continued(lm, prompt)}".replace("\n", " ↵ "))
    return "\n".join(lines) + "\n"
