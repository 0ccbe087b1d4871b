# News: three reports about a town, how many of their names and numbers were handed over, and how many quote a witness.

import re

case = "Hamburg"
temperature = 0.7
seed = 7

numbers = "two three four five six seven eight nine ten eleven twelve".split()
calendar = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday January February March April May June July August"
calendar = f"{calendar} September October November December I".split()  # no names
dice = {"do_sample": True, "temperature": float(temperature), "top_k": 0} if temperature else {"do_sample": False}
town = case.strip(" ,.;:!?")
texts, given, witness = [], [], []
for headline in (f"New bridge for {town}", f"Storm over {town}", f"Strange music in {town}"):
    prompt = f"{headline}\nFrom our reporter in {town}."
    ids = torch.tensor([tokenizer(prompt).input_ids])
    torch.manual_seed(seed + len(texts))  # another generator than the page's: the same dice, other rolls
    made = model.generate(ids, attention_mask=torch.ones_like(ids), max_new_tokens=36, **dice)
    text = tokenizer.decode(made[0, ids.shape[1] :]).partition("<eot>")[0]
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
