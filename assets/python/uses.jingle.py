"""A jingle: a tune, pitch and length by turns, and whether its bars, its key and its last note are as asked."""

import re

case = "a happy tune in C major, in 3/4"
temperature = 0.7
seed = 7

start, end = tokenizer.convert_tokens_to_ids(["<tune>", "<eot>"])
ids = torch.tensor([[*tokenizer(case).input_ids, start]])
torch.manual_seed(seed)  # another generator than the page's: the same dice, other rolls
dice = {"do_sample": True, "temperature": float(temperature), "top_k": 0} if temperature else {"do_sample": False}
made = model.generate(ids, attention_mask=torch.ones_like(ids), max_new_tokens=129, **dice)[0, ids.shape[1] :]
tune = [token.strip("<>") for token in tokenizer.convert_ids_to_tokens(made[made != end].tolist())]
print(" ".join(tune))

# A bar, in sixteenths, is as long as asked, or else as its mood has it. Whether it copied notes is left out.
three = "sleepy tired dreamy soft lonely longing".split()
four = """happy cheerful merry joyful sad gloomy unhappy calm peaceful quiet gentle brave proud bold playful funny
    cheeky spooky creepy stormy wild angry""".split()
mood = next(word for word in re.findall(r"\w+", case.lower()) if word in three + four)
asked = [16 * int(n) // int(d) for n, d in re.findall(r"\b(\d{1,2})/(2|4|8|16)\b", case)]
said = re.findall(r"\bin (?:three|four)\b|\bwith (?:three|four) beats in a bar\b", case.lower())
asked += [12 if "three" in each else 16 for each in said]
bar = next(bar for bar in [*asked, 12 if mood in three else 16] if 1 <= bar <= 48)

names, pitches, ends = "C C# D D# E F F# G G# A A# B".split(), [], [0]
for pitch, length in zip(tune[::2], tune[1::2], strict=False):
    if not (re.fullmatch(r"rest|[A-G]#?\d", pitch) and re.fullmatch(r"\d+/\d+", length)):
        break  # no note
    pitches += [] if pitch == "rest" else [names.index(pitch[:-1])]
    count, unit = map(int, length.split("/"))
    ends.append(ends[-1] + 16 * count // unit)
rows = {"bars": ends[-1] > 0 and ends[-1] % bar == 0 and set(range(0, ends[-1], bar)) <= set(ends)}
if key := re.search(r"\bin ([A-G]) (major|minor)\b", case, re.IGNORECASE):
    home, scale = names.index(key[1].upper()), {"major": (0, 2, 4, 5, 7, 9, 11), "minor": (0, 2, 3, 5, 7, 8, 10)}
    rows["key"] = pitches != [] and all((pitch - home) % 12 in scale[key[2].lower()] for pitch in pitches)
    rows["home"] = pitches != [] and pitches[-1] == home
for name, yes in rows.items():
    print(f"{name}: {'yes' if yes else 'no'}")
