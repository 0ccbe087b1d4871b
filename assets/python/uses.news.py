"""News: three reports about a town, how many names and numbers were handed over, how many quote a witness."""

import re

case = "Hamburg"
temperature = 0.7
seed = 7

numbers = "two three four five six seven eight nine ten eleven twelve".split()
calendar = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday January February March April May June July August"
calendar = f"{calendar} September October November December I".split()  # no names
town = case.strip(" ,.;:!?")
texts, given, witness = [], [], []
for headline in (f"New bridge for {town}", f"Storm over {town}", f"Strange music in {town}"):
    prompt = f"{headline}\nFrom our reporter in {town}."
    text = written(prompt, 36, temperature, seed + len(texts))
    print(f"{prompt}{text}\n")
    texts.append(text)
    witness.append(re.search(r"[\"”] said\b", text) is not None)
    words = re.compile(r"[^\W\d_]+|\d+")
    told = words.findall(prompt) + words.findall(prompt.lower())
    for match in words.finditer(text):
        word, before = match[0], text[: match.start()].rstrip(' \n"')
        if word.isdigit() or word.lower() in numbers:
            given.append(word.lower() in told)
        elif word[0].isupper() and before and before[-1] not in ".!?:" and word not in calendar:
            given.append(word in told)  # what begins a sentence may be no name
rows = {"given": sum(given) / len(given)} if given else {}
rows["witness"] = sum(witness) / len(witness)
for name, share in rows.items():
    print(f"{share:8.3%} {name}")
