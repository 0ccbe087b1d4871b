# Letters: how a letter goes on after its beginning.

case = "Dear grandmother,"
temperature = 0.7
seed = 7

# Whether it sounds formal is left out: the page's judge of that has learned from 400 letters of the training texts.
prompt = f"{case}\n" if case.endswith(",") else case
ids = torch.tensor([tokenizer(prompt).input_ids])
torch.manual_seed(seed)  # another generator than the page's: the same dice, other rolls
dice = {"do_sample": True, "temperature": float(temperature), "top_k": 0} if temperature else {"do_sample": False}
made = model.generate(ids, attention_mask=torch.ones_like(ids), max_new_tokens=56, **dice)
text = tokenizer.decode(made[0, ids.shape[1] :]).partition("<eot>")[0]
print(prompt + text)
