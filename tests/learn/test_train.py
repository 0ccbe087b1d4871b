"""Training: resumes as if never stopped, never sees what is held out, and its learning rate."""

import random
from argparse import Namespace
from dataclasses import dataclass
from itertools import product

import numpy as np
import pytest
import torch

from model.core.config import ModelConfig
from model.core.transformer import Transformer
from model.core.vocabulary import COLOUR_IDS, EOT, IMAGE, NOTE_IDS, PAD, Vocabulary, train_tokenizer
from model.learn import train
from model.learn.rows import batch, drill
from model.world.draw import draw_picture, draw_text, held_out
from model.world.language import words
from model.world.rich import RICH, World

# A small world, whose texts and captions are short in a small vocabulary.
PLAIN = World({"story": 54, "facts": 24, "sums": 13, "questions": 9}, {"one": 4, "two": 3, "digit": 1}, 0, 0)


@dataclass(frozen=True)
class Small(ModelConfig):
    vocab_size: int = 900  # fewer, and captions take more tokens than fit
    n_embd: int = 12
    n_layer: int = 2
    n_head: int = 2


@pytest.fixture
def flags(monkeypatch, tmp_path):
    """Six steps of a small model, one picture and one row of text in each."""
    monkeypatch.setattr(train, "ModelConfig", Small)
    monkeypatch.setattr(train, "TOKENIZER_DOCUMENTS", 300)
    monkeypatch.setattr(train, "precision", lambda: "no")
    shape = {"steps": 6, "pictures": 1, "texts": 1, "every": 3, "seed": 4, "picture_weight": 3.0}
    shape |= {"which_weight": 0, "shares": [], "drill": 0, "no_secrets": False}
    rates = {"lr": 3e-3, "muon_lr": 0.02}
    return lambda name, optimizer="muon", weights=None: Namespace(
        **shape, **rates, out=tmp_path / name, optimizer=optimizer, weights=weights, vocabulary=900
    )


@pytest.fixture(scope="module")
def learned():
    """A vocabulary of the world."""
    rng = random.Random(1)
    texts = [f for _ in range(300) for f in (draw_text(rng, world=PLAIN), draw_picture(rng, world=PLAIN).caption)]
    return Vocabulary(train_tokenizer(texts, 900))


def run(trainer, steps):
    """Losses in bits."""
    return [trainer.step() for _ in range(steps)]


@pytest.mark.parametrize("optimizer", ["muon", "adamw"])
def test_resumed_is_as_if_never_stopped(flags, optimizer):
    """Six steps at once against three, a new process's trainer, and three more."""
    straight = train.Trainer(flags("straight", optimizer))
    losses = run(straight, 6)
    first = train.Trainer(flags("stopped", optimizer))
    halves = run(first, 3)
    first.save()
    second = train.Trainer(flags("stopped", optimizer))
    assert (second.done, second.tokens) == (3, first.tokens)
    halves += run(second, 3)
    assert halves == pytest.approx(losses, rel=0, abs=1e-5)
    assert (second.done, second.tokens) == (straight.done, straight.tokens)
    expected = straight.plain.state_dict()
    for name, weight in second.plain.state_dict().items():
        torch.testing.assert_close(weight, expected[name], rtol=0, atol=1e-5)


def test_every_parameter_learns(flags):
    trainer = train.Trainer(flags("learns"))
    before = {name: w.clone() for name, w in trainer.plain.state_dict().items()}
    run(trainer, 2)
    after = trainer.plain.state_dict()
    assert [name for name, w in before.items() if torch.equal(w, after[name])] == []
    assert sum(len(o.param_groups[0]["params"]) for o in trainer.optimizers) == len(before)


def test_a_drill_counts_the_answers_alone(flags, learned):
    inputs, targets = drill(learned, random.Random(3), 20, 200)
    assert inputs.shape == targets.shape and (targets >= 0).any(1).all()
    for row, wanted in zip(inputs.tolist(), targets.tolist(), strict=True):
        text = learned.decode([id for id in row if id != EOT])
        for answer in learned.decode([id for id in wanted if id >= 0]).split():
            assert answer in words.COLOURS and text.count(answer) >= 2, text  # shown and asked for
    given = flags("drilled")
    given.drill = 2
    trainer = train.Trainer(given)
    run(trainer, 3)
    assert trainer.done == 3


def test_which_of_a_group_is_counted_beside_that_it_is_one(learned):
    transformer = Transformer(Small())
    losses = train.Losses(transformer, [[300, 301, 305], [310, 311]])
    inputs = torch.randint(600, (2, 6))
    targets = torch.tensor([[305, 700, 300, -100, 311, 301], [310, 5, 5, 5, -100, 302]])
    plain, both = losses(inputs, targets), losses(inputs, targets, share=2)
    logits = transformer(inputs)
    for row, column in product(range(2), range(6)):
        group = next((g for g in losses.groups if targets[row, column] in g), [int(targets[row, column])])
        among = logits[row, column, group].log_softmax(0)[group.index(int(targets[row, column]))]
        expected = plain[row, column] - 2 * among * (targets[row, column] >= 0)
        torch.testing.assert_close(both[row, column], expected)


def test_shares_are_those_of_the_flags(flags):
    given, before = flags("shares"), (RICH.texts["story"], RICH.pictures["face"])
    given.shares = ["story=50", "face=7.5"]
    world = train.Trainer(given).world
    assert (world.texts["story"], world.pictures["face"]) == (50, 7.5)
    assert (RICH.texts["story"], RICH.pictures["face"]) == before != (50, 7.5)
    given.shares = ["stories=50"]
    with pytest.raises(ValueError, match="no kind 'stories'"):
        train.Trainer(given)


def test_evaluating_changes_nothing(flags):
    """Nor does the sample that it shows: the next step is the same with and without."""
    losses = run(train.Trainer(flags("a")), 3)
    trainer = train.Trainer(flags("b"))
    watched = run(trainer, 1)
    found = trainer.evaluate()
    assert "\033[" in trainer.show()
    assert watched + run(trainer, 2) == losses
    # Untrained: 256 pixels and <eot> of about log2(900) = 9.8 bits each.
    assert found["bits_per_picture"] == pytest.approx(257 * 9.8, rel=0.1)


@pytest.mark.parametrize("steps", [1, 6, 100, 3600])
def test_rate(steps):
    """Up to the full rate over the first 2 %, then down in equal parts; never 0, never above 1."""
    rates = [train.rate(step, steps) for step in range(steps)] if steps > 1 else [1.0]
    warm = max(1, steps // 50)
    assert max(rates) <= 1 and min(rates) > 0
    assert rates[: warm - 1] == sorted(rates[: warm - 1])
    assert rates[warm:] == sorted(rates[warm:], reverse=True)
    assert max(rates) == pytest.approx(1, abs=1 / steps)


def test_rate_golden():
    """100 steps: 1/2, then 1 (2 of warm-up), then 98/98, 97/98 … down to 1/98."""
    rates = [train.rate(step, 100) for step in range(100)]
    assert rates[:4] == pytest.approx([0.5, 1, 1, 97 / 98])
    assert rates[-1] == pytest.approx(1 / 98)


def texts_of(vocabulary, ids):
    """The complete documents of a row of text; the last one is cut."""
    documents = vocabulary.decode(ids).split("<eot>")
    return documents[:-1]


def caption_of(vocabulary, ids):
    """What stands before <image>."""
    return vocabulary.decode([id for id in ids[: ids.index(IMAGE)] if id != PAD])


@pytest.mark.parametrize("validation", [False, True], ids=["training", "validation"])
def test_held_out_texts_stay_apart(learned, validation):
    """In training no document and no caption is held out; in validation all are."""
    inputs, _ = batch(learned, random.Random(9), 40, 40, 289, validation, PLAIN)
    captions = [caption_of(learned, row.tolist()) for row in inputs[:40]]
    texts = [text for row in inputs[40:] for text in texts_of(learned, row.tolist())]
    assert len(texts) > 20
    assert {held_out(text) for text in captions + texts} == {validation}


def test_about_one_in_32_is_held_out():
    rng = random.Random(3)
    share = np.mean([held_out(str(rng.random())) for _ in range(20_000)])
    assert share == pytest.approx(1 / 32, abs=5 * (1 / 32 / 20_000) ** 0.5)


def test_rows(learned):
    """Targets are the inputs one later; padding does not count; a picture ends with <eot>."""
    inputs, targets = batch(learned, random.Random(9), 3, 2, 289)
    assert inputs.shape == targets.shape == (5, 288)
    counted = targets != -100
    assert (targets[:, :-1][counted[:, :-1]] == inputs[:, 1:][counted[:, :-1]]).all()
    assert (inputs[:, 1:][~counted[:, :-1]] == PAD).all() and (targets != PAD).all()
    assert (inputs[:3, 31] == IMAGE).all() and (targets[:3, -1] == EOT).all()
    assert np.isin(inputs[:3, 32:], list(COLOUR_IDS)).all()


def test_text_fills_the_row_after_a_picture(learned):
    """Of 321 ids a picture takes 289; what follows begins with a document, as an ordinary row does."""
    inputs, targets = batch(learned, random.Random(9), 3, 1, 321)
    assert inputs.shape == (4, 320) and (inputs[:3, 288] == EOT).all()
    assert (inputs[:3, 289:] >= NOTE_IDS.stop).sum() > 60 and (targets[:3, 288:] != -100).all()


def test_a_short_row_cuts_the_picture(learned):
    inputs, _ = batch(learned, random.Random(9), 2, 1, 101)
    assert inputs.shape == (3, 100) and np.isin(inputs[:2, 32:], list(COLOUR_IDS)).all()


def test_a_row_is_made_from_its_seed_alone(learned):
    rows = [batch(learned, random.Random(seed), 2, 2, 289)[0] for seed in ("1 x", "1 x", "2 x")]
    assert (rows[0] == rows[1]).all() and (rows[0] != rows[2]).any()


def test_a_drawn_picture_is_held_out_by_its_caption():
    rng = random.Random(5)
    assert all(held_out(draw_picture(rng, validation=True).caption) for _ in range(5))


def test_ansi_shows_two_pixels_a_character():
    pixels = np.zeros((16, 16), dtype=int)
    pixels[1] = 15  # brown, #5c2e15 = 92, 46, 21
    lines = train.ansi(pixels).splitlines()
    assert len(lines) == 8 and all(line.count("▀") == 16 for line in lines)
    assert "\033[38;2;23;22;26m\033[48;2;92;46;21m▀" in lines[0]


def test_a_run_can_start_from_a_checkpoint(flags):
    first = train.Trainer(flags("first"))
    run(first, 2)
    first.save()
    second = train.Trainer(flags("second", weights=first.flags.out))
    assert second.done == 0
    for a, b in zip(first.plain.parameters(), second.plain.parameters(), strict=True):
        assert torch.allclose(a, b, rtol=1e-3, atol=1e-4)  # a checkpoint holds float16


def test_a_run_with_another_vocabulary_takes_over_what_was_learned(flags, monkeypatch):
    first = train.Trainer(flags("first"))
    run(first, 2)
    first.save()
    monkeypatch.setattr(train, "TOKENIZER_DOCUMENTS", 200)  # another sample, so other merges
    monkeypatch.setattr(train, "ModelConfig", lambda vocab_size: Small(vocab_size=vocab_size, n_positions=340))
    asked = flags("second", weights=first.flags.out)
    asked.vocabulary = 950
    second = train.Trainer(asked)
    assert len(second.vocabulary) == 950 and second.done == 0
    old, new = first.plain.state_dict(), second.plain.state_dict()
    for name in old.keys() - {"wte.weight", "wpe.weight"}:
        torch.testing.assert_close(new[name], old[name], rtol=1e-3, atol=1e-4)
    torch.testing.assert_close(
        new["wte.weight"][: NOTE_IDS.stop], old["wte.weight"][: NOTE_IDS.stop], rtol=1e-3, atol=1e-4
    )
    torch.testing.assert_close(new["wpe.weight"][:320], old["wpe.weight"], rtol=1e-3, atol=1e-4)
    for id in range(NOTE_IDS.stop, 950, 50):
        spelled = first.vocabulary.encode_bytes(second.vocabulary.bytes_of(id))
        assert b"".join(map(first.vocabulary.bytes_of, spelled)) == second.vocabulary.bytes_of(id)
        mean = old["wte.weight"][spelled].mean(0)
        torch.testing.assert_close(new["wte.weight"][id], mean, rtol=1e-3, atol=1e-4)
    assert (new["wpe.weight"][320:].norm(dim=1) > 0).all()


@pytest.mark.parametrize("shape", [(4, 7), (7, 4), (12, 4)], ids=["wide", "tall", "query, key and value"])
def test_orthogonalise_pushes_all_singular_values_towards_one(monkeypatch, shape):
    """Of a 12 x 4 matrix, which holds three, those of each third, and divided by √3."""
    monkeypatch.setattr(train, "precision", lambda: "no")
    torch.manual_seed(1)
    pushed = train.orthogonalise(torch.randn(shape), (3.4445, -4.775, 2.0315), 5, 1e-7)
    parts = pushed.view(3, 4, 4) * 3**0.5 if shape == (12, 4) else pushed[None]
    values = torch.linalg.svdvals(parts)
    assert pushed.shape == shape and ((values > 0.3) & (values < 1.3)).all()


def test_pictures_weigh_more(flags):
    """With a weight of 0 for pictures, the step is that of the text alone, behind a picture too."""
    weighted, texts = train.Trainer(flags("weighted")), train.Trainer(flags("texts"))
    weighted.flags.picture_weight = 0.0
    inputs, targets = weighted.batch("step 0 process 0", 1, 1)
    weighted.step()
    targets[0, :288] = -100
    losses = texts.losses(inputs, targets)
    texts.accelerator.backward(losses.sum() / (targets >= 0).sum())
    for optimizer, full in zip(texts.optimizers, (3e-3, 0.02), strict=True):
        optimizer.param_groups[0]["lr"] = full * train.rate(0, 6)
        optimizer.step()
    for a, b in zip(weighted.plain.parameters(), texts.plain.parameters(), strict=True):
        assert torch.allclose(a, b, rtol=0, atol=1e-5)


def test_pixels_compete_among_the_colours_alone(flags):
    """In the rows that are told so; everywhere else the loss is that of the whole vocabulary."""
    run = train.Trainer(flags("colours"))
    inputs, targets = run.batch("step 0 process 0", 2, 1)
    logits = run.plain(inputs).detach()
    everywhere = torch.nn.functional.cross_entropy(logits.mT, targets, reduction="none")
    losses = run.losses(inputs, targets, pictures=1).detach()
    assert torch.allclose(run.losses(inputs, targets), everywhere, atol=1e-5)
    colours = logits[0, train.PAINTED, COLOUR_IDS.start : COLOUR_IDS.stop].log_softmax(-1)
    picked = colours.gather(1, targets[0, train.PAINTED, None] - COLOUR_IDS.start)[:, 0]
    assert torch.allclose(losses[0, train.PAINTED], -picked, atol=1e-5)
    losses[0, train.PAINTED] = everywhere[0, train.PAINTED]
    assert torch.allclose(losses, everywhere, atol=1e-5)
