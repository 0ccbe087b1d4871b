"""Word lists that all texts of the small world draw from, and the helpers for a and an."""

import re

from model.world.language.tables import Table, listed

TABLE = Table(__file__, "words")
COLOURS = TABLE["colours"].words
COMMON = 11  # the first so many colours are the common ones
GIRLS, BOYS = TABLE["girls"].words, TABLE["boys"].words
ROLES = {"girl": TABLE["roles of girls"].words, "boy": TABLE["roles of boys"].words}
ELDERS = TABLE["elders"].words
OBJECTS, ANIMALS, FLOWERS, PETALS = (TABLE[name].words for name in ("objects", "animals", "flowers", "petals"))
HARD, LIGHT, BLUE_THINGS = (TABLE[name].words for name in ("hard things", "light things", "blue things"))
FOODS, DISHES, RAW, CUTTABLE = (TABLE[name].words for name in ("foods", "dishes", "raw food", "food to cut"))
PLACES, SPOTS, HOMES = (TABLE[name].words for name in ("places", "spots", "homes"))
INDOORS, INSIDE = TABLE["words of rooms"].words, TABLE["words of insides"].words
TRAITS, GLAD, SAD = (TABLE[name].words for name in ("traits", "glad", "sad"))
SKILLS, GAMES, MUSIC = (TABLE[name].words for name in ("skills", "games", "instruments"))
WEATHER, DAYS, MONTHS = (TABLE[name].words for name in ("weather", "days", "months"))
TIMES = ("morning", "afternoon", "evening", "day")
SEASONS = ("spring", "summer", "autumn", "winter")
FAIR = ("sunny", "warm", "bright", "mild", "hot")

AN_BUT_CONSONANT = ("x-", "honest", "hour", "heir", "honor", "honour")
A_BUT_VOWEL = listed("uni|use|usu|one|once|eu|ukulele|ute")
_ARTICLE = re.compile(r"\b([Aa]) (?=([\"']?)([aeiouhxAEIOUX][\w-]*))")


def needs_an(word: str) -> bool:
    """Whether `word` begins with a vowel sound."""
    word = word.lower()
    if word.startswith(AN_BUT_CONSONANT):
        return True
    return word[0] in "aeiou" and not word.startswith(A_BUT_VOWEL)


def fix_articles(text: str) -> str:
    """Turn `a` into `an` wherever a vowel sound follows."""
    return _ARTICLE.sub(lambda hit: f"{hit[1]}n " if needs_an(hit[3]) else hit[0], text)


def with_article(words: str) -> str:
    """`words` of a caption after "a" or "an": "an orange ring", "an 8"."""
    vowel = words[0] in "aeiou8" and words != "one"
    return ("an " if vowel else "a ") + words


def capital(text: str) -> str:
    """The text with a capital first letter."""
    return text[:1].upper() + text[1:]
