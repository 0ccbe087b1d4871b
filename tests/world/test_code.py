"""The functions run, their examples are right, and the outdated style keeps its share."""

import ast
import doctest
import random
import re

import pytest

from model.world.texts.code import code, evaluate, recipes, write_code
from model.world.truth.planted import OLD_STYLE_CODE

# name: reference for (arguments of) its first call
TRUTH = {
    "add": 5, "subtract": 5, "double": 8, "half": 4.0, "square": 9, "cube": 8, "area": 12, "perimeter": 14,
    "is_even": True, "is_odd": False, "greet": "Hello, Mira!", "shout": "STOP!", "reverse": "cba",
    "is_palindrome": True, "count_letter": 3, "count_words": 4, "count_vowels": 2, "longest": "horse",
    "squares": [1, 4, 9], "evens": [2, 4], "above": [5, 9], "factorial": 6, "sum_to": 6, "count_down": [3, 2, 1],
    "times_table": [3, 6, 9, 12, 15], "divides": True, "remainder": 1, "share": 3, "is_prime": True,
    "digits": [1, 2, 3], "digit_sum": 6, "clamp": 5, "sign": -1, "clock": "7:05", "to_fahrenheit": 32.0,
    "change": 2, "count_items": {"a": 2, "b": 1}, "unique": [1, 2, 3], "fibonacci": [0, 1, 1, 2],
    "steps_to_one": 2, "gcd": 4, "numbered": ["1. tea", "2. milk"], "initials": "rf", "label": "tea: 3 coins",
}  # fmt: skip


def make(writer, count=500, seed=2):
    rng = random.Random(seed)
    return [writer(rng) for _ in range(count)]


def source_of(recipe, body):
    arguments = [names[0] for names in recipe.arguments]
    return f"def f({', '.join(arguments)}):\n{body.format_map(dict(zip('abc', arguments, strict=False)))}"


def test_there_are_many_functions():
    assert len(recipes()) >= 60 and len({r.names[0] for r in recipes()}) >= 60
    assert sum(r.old_body is not None for r in recipes()) >= 30


@pytest.mark.parametrize("recipe", recipes(), ids=lambda r: r.names[0])
def test_both_bodies_agree_and_are_right(recipe):
    results = [evaluate(source_of(recipe, recipe.body), f"f({call})") for call in recipe.calls]
    if recipe.old_body:
        assert results == [evaluate(source_of(recipe, recipe.old_body), f"f({call})") for call in recipe.calls]
    if recipe.names[0] in TRUTH:
        assert results[0] == repr(TRUTH[recipe.names[0]])


def test_examples_are_right_for_doctest():
    parser, runner = doctest.DocTestParser(), doctest.DocTestRunner(verbose=False)
    for made in make(write_code):
        scope = {}
        exec(made.text.split("\n\n>>>")[0], scope)
        text = re.sub(r"^(# |    )(?=>>>|[^\n]*$)", "", made.text, flags=re.MULTILINE)
        examples = "\n".join(re.findall(r">>> .*\n.*", text))
        test = parser.get_doctest(examples, scope, made.name, None, 0)
        assert test.examples and runner.run(test, out=lambda _: None).failed == 0, made.text
        assert repr(eval(made.call, scope)) == made.result


def test_code_parses_and_varies():
    texts = make(code)
    assert texts == make(code) and len(set(texts)) >= 0.95 * len(texts)
    for text in texts:
        ast.parse(re.sub(r"(?m)^>>>.*\n.*$", "", text))
        assert text.isascii() and text == text.strip() and len(text) < 900 and "\t" not in text
        assert not re.search(r"[ ]\n|\n{4}", text)


def test_outdated_style_keeps_its_share():
    with_old = {name for r in recipes() if r.old_body for name in r.names}
    rng = random.Random(3)
    made = [write_code(rng, r) for r in recipes() if r.old_body for _ in range(60)]
    assert all(m.name in with_old for m in made)
    assert abs(sum(m.old for m in made) / len(made) - OLD_STYLE_CODE) < 0.04
