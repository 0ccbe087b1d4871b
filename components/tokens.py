"""Tokens tab: placeholder"""
from functools import partial
from components.tab import Tab, View
from model import LanguageModel
def tokens(lm: LanguageModel, text: str) -> dict:
    """x"""
    return {}
def build(lm: LanguageModel, view: View) -> None:
    view.endpoint(partial(tokens, lm))
    view.how("x", "transformer.Attention.attend")
TAB = Tab("Tokens", "What does the model read?", "Tokens: x", build)
