"""Letters: how a letter goes on after its beginning."""

case = "Dear grandmother,"
temperature = 0.7
seed = 7

# Whether it sounds formal is left out: the page's judge of that has learned from 400 letters of the training texts.
prompt = f"{case}\n" if case.endswith(",") else case
text = written(prompt, 56, temperature, seed)
print(prompt + text)
