"""Dice tab: the loaded die over the next token, how it is shaped, and where it falls."""

from collections.abc import Iterator
from functools import partial

import gradio as gr

from components.tab import Dial, Tab, View
from components.widgets.die import Die
from components.widgets.next_tokens import NextTokens
from components.widgets.rolls import Rolls
from model import Dice, LanguageModel, load_die, roll, within

FACES = 12  # drawn one by one; all others share a face
MAX_ROLLS, MAX_SEED = 201, 2**32
KITE = "Mira has a red kite and a blue cup. Her kite is"


def next_token(
    lm: LanguageModel, text: str, temperature: float = 1.0, top_k: int = 0, top_p: float = 1.0, n: int = 10
) -> dict:
    """The `n` likeliest next tokens, with their probabilities after shaping and as the model gives them."""
    n = within("n", n, lm.config.vocab_size + 1)
    dice = load_die(lm.logits(text), temperature, top_k, top_p)
    ids = dice.ids[:n].tolist()
    return {
        "tokens": lm.vocabulary.pieces(ids),
        "ids": ids,
        "probabilities": dice.probs[:n].tolist(),
        "raw": dice.raw[:n].tolist(),
    }


def write(
    lm: LanguageModel,
    text: str,
    max_new_tokens: int = 40,
    temperature: float = 0.8,
    top_k: int = 0,
    top_p: float = 1.0,
    seed: int = 0,
) -> Iterator[dict]:
    """Continue `text`, token by token: all of it so far, the new tokens and the raw probability of each."""
    ids = lm.encode(text)
    steps = within("max_new_tokens", max_new_tokens, lm.config.n_positions - len(ids) + 1)
    shaping = {"temperature": temperature, "top_k": top_k, "top_p": top_p}
    new, probabilities = [], []
    for step in lm.generate(ids, steps, seed=within("seed", seed, MAX_SEED), **shaping):
        new.append(step.ids.item())
        probabilities.append(step.logprobs.exp().item())
        told = {"text": lm.vocabulary.decode(ids + new), "tokens": lm.vocabulary.pieces(new)}
        yield told | {"ids": list(new), "probabilities": list(probabilities)}


def appendable(lm: LanguageModel, id: int) -> bool:
    """Whether the token can stand in a text box: some bytes are no letter on their own."""
    return lm.vocabulary.decode([id]) == lm.vocabulary.piece(id)


def face(lm: LanguageModel, dice: Dice, rank: int) -> dict:
    """One token of the die, as the widgets draw it."""
    id = int(dice.ids[rank])
    return {
        "id": id,
        "piece": lm.vocabulary.piece(id),
        "kind": lm.vocabulary.kind(id),
        "p": float(dice.probs[rank]),
        "raw": float(dice.raw[rank]),
        "appendable": appendable(lm, id),
    }


def show(
    lm: LanguageModel, text: str, temperature: float, top_k: int, top_p: float, seed: int, rolls: int
) -> tuple[dict, dict, dict]:
    """Values of the die, the bars and the tray, after `rolls` throws."""
    trace = lm.trace(text)  # kept: moving a slider shapes these logits again and runs nothing
    dice = load_die(trace.logits[-1], temperature, top_k, top_p)
    ranks, spots = roll(dice, within("seed", seed, MAX_SEED), trace.ids, within("rolls", rolls, MAX_ROLLS) + 1)
    faces = [face(lm, dice, rank) for rank in range(min(FACES, len(dice.ids)))]
    n_others = len(dice.ids) - len(faces)
    others = {"count": n_others, "p": float(dice.probs[FACES:].sum()), "raw": float(dice.raw[FACES:].sum())}
    shared = {"faces": faces, "others": others, "n": rolls, "full": len(trace.ids) >= lm.config.n_positions}
    thrown = [{"rank": int(r), "spot": s.tolist(), **face(lm, dice, r)} for r, s in zip(ranks, spots, strict=True)]
    tally = [int((ranks[:-1] == rank).sum()) for rank in range(len(faces))]
    tally.append(rolls - sum(tally))
    kept = int((dice.probs > 0).sum())
    bars = shared | {"tally": tally, "kept": kept, "temperature": temperature, "top_k": top_k, "top_p": top_p}
    return shared | {"next": thrown[-1], "thrown": thrown[:-1]}, bars, shared | {"thrown": thrown[:-1]}


def build(lm: LanguageModel, view: View) -> None:
    with gr.Row(elem_classes=["cards", "dice-cards"]):
        with gr.Column(elem_classes=["card", "controls"]):
            gr.HTML("<h2>Load the die</h2>")
            hint = "Below 1 the likely get likelier, above 1 all get more alike."
            temperature = gr.Slider(0, 2, 1.0, step=0.05, label="Temperature", info=hint, elem_id="temperature")
            top_k = gr.Slider(
                0, 100, 0, step=1, label="Top-k", info="Only the k likeliest stay. 0: all.", elem_id="top_k"
            )
            hint = "Only the fewest that hold this share together stay."
            top_p = gr.Slider(0.05, 1, 1.0, step=0.05, label="Top-p", info=hint, elem_id="top_p")
            hint = "The same seed rolls the same again."
            seed = gr.Number(
                7, label="Seed", info=hint, minimum=0, maximum=MAX_SEED - 1, step=1, precision=0, elem_id="seed"
            )
            gr.Button("Reset", scale=0, min_width=90).click(
                None, None, [temperature, top_k, top_p, seed], js="() => [1, 0, 1, 7]"
            )
        die, bars = Die(elem_id="die"), NextTokens(elem_id="next_tokens")
    tray = Rolls(elem_id="rolls")
    controls = {"temperature": temperature, "top_k": top_k, "top_p": top_p, "seed": seed}
    view.show(partial(show, lm), [die, bars, tray], **controls, rolls=Dial(0, MAX_ROLLS))
    view.try_this(
        "Roll twenty times. How often does it fall on “red”?", KITE, rolls=20, temperature=1.0, top_k=0, top_p=1.0
    )
    view.try_this(
        "Turn the temperature to 0: what is left of the die?", "Once upon a time, there was a", temperature=0.0
    )
    view.try_this("Turn it to 2: how alike do all tokens get?", "Look at the blue", temperature=2.0, top_k=0, top_p=1.0)
    view.how(
        "p = softmax(logits / temperature), cut by top-k and top-p, made to add up to 1 again,",
        "sampling.shape",
        "sampling.roll",
    )
    view.endpoint(partial(next_token, lm))
    view.endpoint(partial(write, lm))


TAB = Tab(
    "Dice",
    "How is the next token chosen?",
    "Sampling: the model gives every token of its vocabulary a probability, and a die is rolled. "
    "The die is loaded: a token that is twice as likely owns twice the area.",
    build,
    inside=True,
)
