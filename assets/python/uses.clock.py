"""Translation: a time in words for one in digits or the other way round, whether it is a time, and the right one."""

import re

case = "7:35"

hours = "one two three four five six seven eight nine ten eleven twelve".split()
steps = "five past,ten past,quarter past,twenty past,twenty-five past,half past"
steps = f"{steps},twenty-five to,twenty to,quarter to,ten to,five to".split(",")
times = {}  # in digits -> in words
for hour, name in enumerate(hours, 1):
    times[f"{hour}:00"] = f"{name} o'clock"
    for minute, step in zip(range(5, 60, 5), steps):
        times[f"{hour}:{minute:02}"] = f"{step} {name if minute <= 30 else hours[hour % 12]}"

asked = case.lower().strip(" .?!")
if asked in times:
    prompt, right = f"How do you say {asked}? You say", times[asked]
else:
    prompt, right = f"What time is {asked}?", next(digits for digits, words in times.items() if words == asked)
text = re.split(r"[.\n]", written(prompt, 8))[0].strip()
print(prompt, text)

is_time = text in times.values() if asked in times else re.fullmatch(r"\d{1,2}:\d\d", text) is not None
rows = {"time": is_time, "right": text == right}
for name, yes in rows.items():
    print(f"{name}: {'yes' if yes else 'no'}")
