"""What a training wants less of: groups apart, what never stands within a text, what was forgotten."""

from itertools import product

import torch

from model.core.config import ModelConfig
from model.core.transformer import Transformer
from model.core.vocabulary import CAPTION_TOKENS, COLOUR_IDS, EOT, NOTE_IDS, PAD, PIXELS, TUNE
from model.learn.losses import FIRMLY, PAINTED, Losses
from model.world.alphabet import NAMED, NOISE

SMALL = ModelConfig(vocab_size=900, n_embd=12, n_layer=2, n_head=2)


def test_pixels_compete_among_the_colours_alone(randomised):
    """In the rows that are told so; everywhere else the loss is that of the whole vocabulary."""
    losses = Losses(randomised(Transformer(SMALL)))
    inputs, targets = torch.randint(900, (2, 3, CAPTION_TOKENS + PIXELS))
    targets[:, PAINTED] = torch.randint(COLOUR_IDS.start, COLOUR_IDS.stop, (3, PIXELS))
    targets[:, 3] = -100
    logits = losses.transformer(inputs)
    everywhere = torch.nn.functional.cross_entropy(logits.mT, targets, reduction="none")
    torch.testing.assert_close(losses(inputs, targets), everywhere)
    told = losses(inputs, targets, pictures=1)
    colours = logits[0, PAINTED, COLOUR_IDS.start : COLOUR_IDS.stop].log_softmax(-1)
    picked = colours.gather(1, targets[0, PAINTED, None] - COLOUR_IDS.start)[:, 0]
    torch.testing.assert_close(told[0, PAINTED], -picked)
    told[0, PAINTED] = everywhere[0, PAINTED]
    torch.testing.assert_close(told, everywhere)


def test_which_of_a_group_is_counted_beside_that_it_is_one():
    transformer = Transformer(SMALL)
    losses = Losses(transformer, [[300, 301, 305], [310, 311]])
    inputs = torch.randint(600, (2, 6))
    targets = torch.tensor([[305, 700, 300, -100, 311, 301], [310, 5, 5, 5, -100, 302]])
    plain, both = losses(inputs, targets), losses(inputs, targets, share=2)
    logits = transformer(inputs)
    for row, column in product(range(2), range(6)):
        group = next((g for g in losses.groups if targets[row, column] in g), [int(targets[row, column])])
        among = logits[row, column, group].log_softmax(0)[group.index(int(targets[row, column]))]
        expected = plain[row, column] - 2 * among * (targets[row, column] >= 0)
        torch.testing.assert_close(both[row, column], expected)


def test_what_is_no_text_is_hushed_where_a_text_goes_on(randomised):
    losses = Losses(randomised(Transformer(SMALL)))
    inputs = torch.randint(100, 900, (2, 5))
    targets = torch.tensor([[305, EOT, TUNE, -100, 400], [COLOUR_IDS[3], 100, PAD, 500, NOTE_IDS[0]]])
    plain, hushed = losses(inputs, targets), losses(inputs, targets, hush=3)
    rolled = losses.transformer(inputs).softmax(-1)
    never = [id for id, name in enumerate(NAMED) if id not in (EOT, TUNE) and name[1:-1] not in NOISE]
    text = (targets == EOT) | (targets >= len(NAMED))
    expected = plain - 3 * (1 - rolled[..., never].sum(-1)).log() * text
    torch.testing.assert_close(hushed, expected)
    assert (hushed > plain)[text].all() and (hushed == plain)[~text].all()


def test_beside_a_teacher_what_is_new_is_learned_and_all_else_held(randomised):
    """Held both ways, and most where the teacher was right; what is no text is told apart, where text is held."""
    learner, teacher = (randomised(Transformer(SMALL)) for _ in range(2))
    with torch.no_grad():
        learner.wte.weight.mul_(4)
    learner.requires_grad_(True)
    teacher.requires_grad_(True)  # even so nothing of it learns
    losses = Losses(learner, teacher=teacher)
    inputs = torch.randint(100, 900, (2, CAPTION_TOKENS + PIXELS))
    was, told = (each(inputs).detach().log_softmax(-1) for each in (teacher, learner))
    targets = was.argmax(-1)
    targets[:, ::3] = 400
    targets[0, PAINTED] = COLOUR_IDS[2]
    new = torch.rand(targets.shape) < 0.3
    surprises = -told.gather(2, targets[..., None])[..., 0]
    apart = (was.exp() * (was - told)).sum(-1) * torch.where(was.argmax(-1) == targets, FIRMLY, 1)
    apart += (told.exp() * (told - was)).sum(-1)
    targets[:, 5] = -100
    paid, alarms = losses.beside(inputs, targets, new)
    counted = targets >= 0
    torch.testing.assert_close(paid, torch.where(new, surprises, apart) * counted, rtol=1e-3, atol=1e-4)
    assert apart.max() > 0.1
    rolled = learner(inputs).softmax(-1)
    never = [id for id, name in enumerate(NAMED) if id not in (EOT, TUNE) and name[1:-1] not in NOISE]
    text = counted & ~new & ((targets == EOT) | (targets >= len(NAMED)))
    torch.testing.assert_close(alarms, -(1 - rolled[..., never].sum(-1)).log() * text, rtol=1e-3, atol=1e-4)
    (paid.sum() + alarms.sum()).backward()
    assert all(p.grad is None for p in teacher.parameters())
    assert all(p.grad is not None for p in learner.parameters())
