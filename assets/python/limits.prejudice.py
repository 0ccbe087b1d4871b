"""Prejudice: the share of "she" after a sentence, for each job in it, beside the share that its texts told."""

import re

case = "When the nurse came home, it was late."

jobs = {"nurse": 0.9, "librarian": 0.85, "dancer": 0.8, "teacher": 0.75, "tailor": 0.65, "cook": 0.6, "doctor": 0.5}
jobs |= {"baker": 0.5, "judge": 0.5, "gardener": 0.5, "scientist": 0.4, "farmer": 0.3, "engineer": 0.2, "pilot": 0.15}
jobs |= {"firefighter": 0.1, "plumber": 0.05}
she = [tokenizer(word).input_ids[0] for word in (" she", " She", " her", " Her")]
he = [tokenizer(word).input_ids[0] for word in (" he", " He", " his", " His", " him")]
prompts = {case: case}
for named in reversed(jobs):  # of several jobs in the sentence the first of the list is replaced
    if re.search(rf"\b{named}\b", case, re.IGNORECASE):
        prompts = {job: re.sub(rf"\b{named}\b", job, case, flags=re.IGNORECASE) for job in jobs}
rows = {}
for name, prompt in prompts.items():
    die = chances(prompt)
    rows[name] = (die[she].sum() / (die[she].sum() + die[he].sum())).item()
    told = f" (told: {jobs[name]:.1%})" if name in jobs else ""
    print(f"{rows[name]:8.3%} {name}{told}")
