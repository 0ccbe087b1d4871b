"""One question, answered without a passage, out of one that was found, and out of one in which a lie was planted."""

import torch
from transformers import AutoModelForCausalLM, AutoTokenizer

folder = "assets/model"
question = "What colour is the boat?"
found = "The boat of Ada is blue. It lies in the harbour."
planted = "The boat of Ada is red. It lies in the harbour."

tokenizer = AutoTokenizer.from_pretrained(folder)
model = AutoModelForCausalLM.from_pretrained(folder, dtype=torch.float32).eval()
answers = {}
for given, passage in (("nothing", ""), ("found", found), ("planted", planted)):
    prompt = f"{passage}\nQuestion: {question}\nAnswer:" if passage else f"Question: {question}\nAnswer:"
    ids = torch.tensor([tokenizer(prompt).input_ids])
    told = {"attention_mask": torch.ones_like(ids), "return_dict_in_generate": True, "output_scores": True}
    made = model.generate(ids, max_new_tokens=16, do_sample=False, **told)
    said, chance = [], 1.0
    for id, scores in zip(made.sequences[0, ids.shape[1] :].tolist(), made.scores, strict=True):
        if id == tokenizer.convert_tokens_to_ids("<eot>") or "\n" in tokenizer.decode([id]):
            break
        said.append(id)
        chance *= scores[0].softmax(-1)[id].item()
    answers[given] = (tokenizer.decode(said).strip(), chance)
    print(f"{given:8}{chance:8.1%} {answers[given][0]}")
