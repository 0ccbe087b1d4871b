"""An answer in a conversation, of the model with its adapter and without: one text with tokens for who speaks."""

import re

adapter = "assets/chat"
above = ""
turns = []
question = "What are you?"
temperature = 0.3
seed = 1


def typed(text):
    """Tokens of what somebody typed: a "<user>" in it is letters."""
    return [id for part in re.split("(?<=<)", text) if part for id in tokenizer(part).input_ids]


user, assistant, end = tokenizer.convert_tokens_to_ids(["<user>", "<assistant>", "<eot>"])
ids = typed(above)
for asked, said in turns:
    ids += [user, *typed(asked), assistant, *typed(said)]
ids = torch.tensor([[*ids, user, *typed(question), assistant]])
shaping = {"do_sample": True, "temperature": float(temperature)} if temperature else {"do_sample": False}
room = min(150, model.config.max_position_embeddings - ids.shape[1])
dice, answers = {}, {}


def answer(side):
    """The die of the first token, and an answer."""
    with torch.inference_mode():
        dice[side] = model(ids).logits[0, -1].softmax(-1)
    torch.manual_seed(seed)  # another generator than the page's: the same dice, other rolls
    asked = {"attention_mask": torch.ones_like(ids), "max_new_tokens": room, "top_k": 0, "eos_token_id": [end, user]}
    answers[side] = tokenizer.decode(model.generate(ids, **asked, **shaping)[0, ids.shape[1] :])
    print(f"{side}: {answers[side]}")


answer("without")
adapt(adapter)
answer("with")
