"""Confidence: how often the likeliest token came, and how sure the model was on average."""

case = "On Monday the whole class went to the museum, and nobody was late."

ids = torch.tensor([tokenizer("<eot>" + case).input_ids[:65]])  # a text begins where another ends; 64 tokens are read
with torch.inference_mode():
    dice = model(ids).logits[0, 1:-1].softmax(-1)  # after the first token of the text, and after each but the last
sure, likeliest = dice.max(-1)
came = likeliest == ids[0, 2:]
rows = {case: came.float().mean().item()}
for p, bet, token in zip(sure, likeliest, ids[0, 2:], strict=True):
    print(f"{p:8.3%} for {tokenizer.decode(bet)!r}, {tokenizer.decode(token)!r} came")
print(f"{rows[case]:8.3%} came, {sure.mean():.1%} sure on average")
