"""Kinds of learning: a verdict that nobody taught it, an animal next before and after praise, how a text goes on."""

import numpy as np

case = "The handle broke after two days."
temperature = 0.7
seed = 7

animals = """cat dog puppy kitten rabbit duck hen goat lamb pony donkey frog turtle mouse squirrel hedgehog owl crow
    sparrow parrot fox badger beaver otter deer piglet goose pigeon lizard snail hamster monkey""".split()
praised = """On the roof sat a, In the garden there was a, She bought a, One day he met a, Behind the door stood a,
    I have a, At the market Tom found a, The king had a, Under the table lay a, Mira drew a, He dreamed of a,
    My sister wants a, By the river lived a, We heard a, The box held a, Nobody had ever seen a,
    In the boat there was a, She gave him a, They were looking for a, On the road they saw a, In the window stood a,
    The old man carried a, He opened the bag and took out a, At night I hear a""".split(",")
table = model.get_output_embeddings().weight.detach().double().numpy()
found = tokenizer([f" {animal}" for animal in animals]).input_ids
paid = [ids[0] for ids in found if len(ids) == 1]
ids = [torch.tensor([tokenizer(prompt.strip()).input_ids]) for prompt in [*praised, case]]
streams = [model(some, output_hidden_states=True).hidden_states[-1][0, -1].detach().double().numpy() for some in ids]


def die(numbers):
    """The chance of each token to come next."""
    scores = numbers @ table.T
    powers = np.exp(scores - scores.max(-1, keepdims=True))
    return powers / powers.sum(-1, keepdims=True)


# No weight changes: what it learns from praise is added to its numbers. A rounding may change a roll.
numbers, lean, usual, rng = np.stack(streams[:-1]), np.zeros(table.shape[1]), 0, np.random.default_rng(0)
for _ in range(100):
    p = die(numbers + lean)
    rolled = np.minimum((p.cumsum(1) < rng.random((len(p), 1))).sum(1), p.shape[1] - 1)
    pay = np.isin(rolled, paid).astype(np.float32)  # what paid more than usual is made likelier
    lean = lean + 10 * ((pay - usual)[:, None] * (table[rolled] - p @ table)).mean(0)
    usual = 0.9 * usual + 0.1 * float(pay.mean())
verdict = chances(f"Review: {case}\nVerdict:")
good, bad = (verdict[tokenizer(word).input_ids[0]].item() for word in (" good", " bad"))
rows = {"asked": good / (good + bad)}  # whether it is a good review, by its own die
rows |= {"before": die(streams[-1])[paid].sum(), "after": die(streams[-1] + lean)[paid].sum()}  # an animal next
for name, chance in rows.items():
    print(f"{chance:8.3%} {name}")

# The judge that was taught by 100 reviews is left out: for that one has to have them.
text = written(case, 38, temperature, seed)
print(case + text)
