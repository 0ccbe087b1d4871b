"""Terms are explained once each, where they stand first, and all of them on a page of their own."""

from components import TABS
from components.page.glossary import explained, glossary, page
from components.page.words import say


def test_there_are_sixty_in_order_each_in_a_sentence_or_two():
    terms = glossary()
    assert len(terms) >= 60 and list(terms) == sorted(terms)
    for term, means in terms.items():
        assert term == term.lower() and means[0].isupper() and means[-1] in ".?" and len(means) < 180, term
    for term in ("supervised learning", "unsupervised learning", "reinforcement learning", "generative"):
        assert term in terms


def test_an_introduction_keeps_its_words():
    for tab in TABS:
        parts = explained(tab.intro)
        assert "".join(part["text"] for part in parts) == tab.intro
        terms = [part["text"].lower() for part in parts if part["means"]]
        assert terms and len(terms) == len(set(terms)), tab.title


def test_whole_words_the_longest_first_and_plurals():
    said = [
        (part["text"], bool(part["means"])) for part in explained("Attention weights, not weightless tokens: a token.")
    ]
    assert said == [("Attention weights", True), (", not weightless ", False), ("tokens", True), (": a token.", False)]
    assert explained("") == []


def test_the_page_holds_all_of_them_as_text():
    told = page().decode()
    assert told.count("<dt>") == len(glossary()) and say("glossary.title") in told and "$" not in told
    assert "<script" not in told
