"""Code: the body that it writes for a function, and whether Python can read it."""

import ast
import re

case = "plus_two(n): Two more than n. | plus_two(5)"

head, doc, call = re.fullmatch(r"(\w+\([\w, ]*\)): ([^|]+)\|(.+)", case).groups()
prompt = f'def {head}:\n    """{doc.strip()}"""\n   '  # the fourth space goes with the first word of the body
body = re.split(r"\n(?=\S)", written(prompt, 60))[0].rstrip()  # it is over where a line begins at the margin
function = f"def {head}:\n   {body}\n"
try:
    ast.parse(function)
    rows = {"parses": 1.0}
except (SyntaxError, ValueError):
    rows = {"parses": 0.0}
print(function)
print("Python can read it." if rows["parses"] else "Python cannot read it.")
# Nobody knows beforehand what a model writes: it is not run here. Read it, and if it can do no harm, run it yourself.
print(f"If you have read it and want to run it, ask for {call.strip()}")
