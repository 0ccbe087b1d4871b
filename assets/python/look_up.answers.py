"""One question, answered without a passage, out of one that was found, and out of one in which a lie was planted."""

question = "What colour is the boat?"
found = "The boat of Ada is blue. It lies in the harbour."
planted = "The boat of Ada is red. It lies in the harbour."

answers = {}
for given, passage in (("nothing", ""), ("found", found), ("planted", planted)):
    prompt = f"{passage}\nQuestion: {question}\nAnswer:".lstrip("\n")
    text = written(prompt, 16).partition("\n")[0]
    answers[given] = (text.strip(), 2 ** -bits(prompt, text) if text else 1.0)
    print(f"{given:8}{answers[given][1]:8.1%} {answers[given][0]}")
