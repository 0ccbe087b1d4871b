"""What this tab asks of tunings, for the page and for whoever calls its endpoints."""

from threading import Semaphore
from typing import Annotated

from components.page.arguments import AtMost
from components.parts.trainings import Packed, line, urns
from components.parts.trainings import packed as pack
from model import (
    ADAPTER,
    MAX_PAIRS_BYTES,
    MAX_VOTES_BYTES,
    VOTE_FIELDS,
    LanguageModel,
    preferred,
    ruled,
    tuned_both,
    tuning_asked,
    votes_of,
)
from model import two_samples as two

MOST_ADDRESS = 400
BUSY = Semaphore(2)  # to open a tuned model takes a moment of a core


def tune(lm: LanguageModel, tuning: Annotated[dict, AtMost(2 * MAX_PAIRS_BYTES)]) -> dict:
    """Put the tuning of a copy of the model in line; its name, by which `training` tells of it.

    `tuning`: reads (turns, sums, poems, cure, right, level or own), pairs (a question, -> and an answer a line), way (full or
    lora), rank (2, 4, 8 or 16), rehearse, prompt, steps, seed; all but one's own pairs may be left out.
    """
    return {"name": line().start(tuning_asked(tuning, lm.name))}


def tuned(lm: LanguageModel, name: str, prompt: str, mix: float = 1.0, seed: int = 1) -> dict:
    """The dice and a sample after a prompt, of the model as it was and with a share `mix` of a tuning: 0 to 1."""
    with BUSY:
        return tuned_both(line().of(name).folder, prompt, mix, seed)


def two_samples(lm: LanguageModel, prompt: str = "", seed: int = 1) -> dict:
    """Two samples of one prompt to choose from, as texts and as ids; with an empty prompt a beginning of ours."""
    with BUSY:
        return two(lm.name, prompt, seed)


def ruled_votes(lm: LanguageModel, rule: str, n: int = 20, seed: int = 1) -> dict:
    """Votes of a rule on samples of ours: shorter, happier, she, word or exclaims; at most 20."""
    with BUSY:
        found = ruled(lm.name, rule, n, seed)
    return {"votes": [{**vote._asdict(), "said": texts} for vote, texts in found]}


def vote_together(
    lm: LanguageModel, urn: str = "", voter: str = "", votes: Annotated[list, AtMost(MAX_VOTES_BYTES)] = ()
) -> dict:
    """What a class has voted: its urn, how many votes of how many people, and the tuning that learned from them last.

    `urn`: its name; empty: a new one. `voter`: what a page calls itself; then `votes` are all that it has voted so far.
    """
    name = urn or urns().open()
    if voter:
        urns().cast(name, voter, votes_of([*votes], len(lm.vocabulary)))
    return {"urn": name, **urns().told(name)}


def qr_code(lm: LanguageModel, address: str) -> dict:
    """The QR code (ISO/IEC 18004) of an address of up to 400 characters: rows of 0 and 1, without a margin."""
    import qrcode  # for a class only

    if not 1 <= len(address) <= MOST_ADDRESS:
        raise ValueError(f"An address has 1 to {MOST_ADDRESS} characters, not {len(address)}.")
    code = qrcode.QRCode(border=0)
    code.add_data(address)
    return {"rows": ["".join("01"[dark] for dark in row) for row in code.get_matrix()]}


def prefer(lm: LanguageModel, preference: Annotated[dict, AtMost(MAX_VOTES_BYTES)]) -> dict:
    """Put the tuning of a copy by votes in line; its name, by which `training` tells of it.

    `preference`: votes (each a prompt, and the ids of the samples that were chosen and rejected), or the urn of a class;
    leash, rule, steps, seed; all but the votes may be left out.
    """
    urn = preference.get("urn")
    if urn is None:
        return {"name": line().start(preferred(preference, lm.name))}
    cast = [
        {"prompt": vote.prompt, "chosen": [*vote.chosen], "rejected": [*vote.rejected]}
        for vote in urns().votes(urn, VOTE_FIELDS["most"])
    ]
    rest = {name: value for name, value in preference.items() if name != "urn"}
    name = line().start(preferred(rest | {"votes": cast}, lm.name))
    urns().tuned(urn, name)
    return {"name": name}


def packed(name: str) -> Packed:
    """An adapter as `peft` opens it, or the whole tuned model; or why there is none."""
    return pack({"": name}, lambda model: at if (at := model.parent / ADAPTER).is_dir() else model)
