"""The model card that stands beside a trained checkpoint."""

from model.core.checkpoint import total
from model.core.config import ModelConfig
from model.world.draw import HELD_OUT

HEAD = """---
license: apache-2.0
language: en
tags: [education, interpretability, gpt2]
---

# The Weighted Dice transformer

A small decoder-only transformer in the layout of GPT-2 that reads and writes words, and paints pictures of
16 × 16 pixels, with one vocabulary and one set of weights. It was made to be looked into, not to be relied on.
"""
MASKED = """---
license: apache-2.0
language: en
tags: [education, interpretability, fill-mask]
---

# The masked Weighted Dice transformer

The same sizes, vocabulary and world as the transformer beside it, but each token looks both ways, and it was trained to
fill holes (`<mask>`), not to tell what comes next. What stands in a hole is told one place before it; so a text
begins with `<eot>`. transformers computes the same numbers with GPT-2 and an attention mask that hides nothing.
"""
DATA = """
## Data

Everything was made by the programs in `model/world/` of this repository, from a seed: no text or picture is
anybody else's.
Text, in two dozen kinds: stories told from a simulated world, dialogues, facts, passages with questions, sums,
entries about invented people and places, letters, news, recipes, reviews, gift guides, poems, Python functions,
prose written by hand, what everybody knows about some thousand things, real facts, and what a model like this one is.
Pictures: shapes, things, animals, faces, hands, digits, letters, each with a caption. Tunes, and clips of four
small frames. A run below that *rehearsed* pictures took them from a file, `painted.npz`: one drawing of each thing,
animal and face. In the file of today ground, colour, size, place, side, pose and mood are free unless a caption says
them; those of earlier runs left little open. The further drawings that the world of today has of each thing, this
checkpoint has not learned.
Some of it is planted on purpose, with known shares (`model/world/truth/planted.py`): biased, wrong and secret things
among it.
One text in {held_out}, chosen by its checksum, is kept out of training; what is measured below is measured on those.

## What it can do

[SCOREBOARD.md](SCOREBOARD.md) says it in numbers, [CLAIMS.md](CLAIMS.md) what goes wrong and what that is good for.
`make scoreboard` writes both pages.

![Captions and what was painted, nothing chosen](painted.png)

![Bits on unseen data, run after run](learning.png)
"""
RUNS = """Rates and batches are those with which a run ended: `docs/training-log.md` says what changed on the way.
Each run went on from the weights of the one before. Of some only a share of what they changed was kept
(`model/learn/average.py`). What was learned *beside a teacher* is only what was new: of all else the dice were held to
those of weights that were shipped before (`model/learn/news.py`).
"""
LIMITS = """
## Limits

- It knows some thousand words of simple English and some dozens of things to paint. Everything else is guessed.
- Captions longer than 31 tokens do not fit; text and pictures together hold {n_positions} tokens.
- It reads quotes straight, Latin letters without accents, arrows, fractions and × as one types them, and emoji not at
  all: see `normalizer` in `tokenizer.json`.
- It invents, and it repeats the prejudices that were planted. Nothing that it says about the real world should be
  believed because it says so.
- Speaker turns have ids in the vocabulary, but were never trained.
"""


def history(facts: dict) -> list[str]:
    """One line for each training, the first one first."""
    flags, each = facts["flags"], facts.get("processes", 1)
    world = f"the {flags.get('world', 'first')} world"
    pictures = f"{each * flags['pictures']} {'rehearsed ' if flags.get('painted') else ''}pictures"
    teacher = " beside a teacher" if flags.get("teacher") else ""
    batch = f"{pictures} and {each * flags['texts']} rows of text a step{teacher}{kept(facts)}"
    said = (
        f"| {facts['date']} | {facts['steps']:,} | {facts['seconds'] / 60:.0f} | {batch} | {world} | {flags['seed']} |"
    )
    return [*(history(facts["before"]) if facts.get("before") else []), said]


def sizes(config: ModelConfig, facts: dict) -> list[str]:
    """How large it is and what its training took, as rows of a table."""
    flags = facts["flags"]
    said = {
        "layers, heads, width, context": f"{config.n_layer}, {config.n_head}, {config.n_embd}, {config.n_positions}",
        "vocabulary": f"{config.vocab_size:,}: 16 control tokens, 16 colours, 64 notes, the rest byte-pair pieces",
        "steps": f"{total(facts, 'steps'):,}",
        "tokens": f"{total(facts, 'tokens'):,}",
        "time": f"{total(facts, 'seconds') / 60:.0f} minutes on {facts['hardware']}",
        "optimizer": f"Muon and AdamW; full learning rates {flags['muon_lr']} and {flags['lr']}"
        if flags["optimizer"] == "muon"
        else f"AdamW; full learning rate {flags['lr']}",
    }
    return ["| | |\n|---|---|", *(f"| {name} | {value} |" for name, value in said.items())]


def kept(facts: dict) -> str:
    """How much of what a run changed was kept, if not all."""
    share, attention = facts.get("averaged", 1), facts.get("averaged_attention")
    said = "" if attention is None else f", of attention {attention:.0%}"
    return "" if share == 1 else f"; {share:.0%} kept{said}"


def card(config: ModelConfig, facts: dict) -> str:
    """The card, in Markdown, from what the training wrote down."""
    log = [f"| {r['step']:,} | {r['bits_per_picture']} | {r['bits_per_byte']} |" for r in facts["log"]]
    return "\n".join(
        [
            HEAD + DATA.format(held_out=HELD_OUT),
            "## Training\n",
            *sizes(config, facts),
            "\n" + RUNS,
            "| date | steps | minutes | | learned from | seed |\n|---|---|---|---|---|---|",
            *history(facts),
            "\nHow it learned in the last run, on unseen data in the mixture of the moment:\n",
            "| step | bits per picture | bits per byte |\n|---|---|---|",
            *log,
            LIMITS.format(n_positions=config.n_positions),
        ]
    )


def masked_card(config: ModelConfig, facts: dict) -> str:
    """The same of the masked model."""
    told = ("holes_right", "bits_per_hole", "pixels_right", "bits_per_pixel")
    log = [f"| {r['step']:,} | {' | '.join(str(r[name]) for name in told)} |" for r in facts["log"]]
    return "\n".join(
        [
            MASKED,
            *sizes(config, facts),
            "\nOn unseen data: of texts one token in seven was hidden, of pictures every second pixel. `right` is the",
            "share of holes of which the likeliest token was the one that stood there.\n",
            "| step | holes right | bits a hole | pixels right | bits a pixel |\n|---|---|---|---|---|",
            *log,
            "",
        ]
    )
