"""Models for the tests: a tiny one with every size different, and the shipped one."""

import time
from pathlib import Path

import pytest
import torch

import model
from model.core import checkpoint, engine
from model.core.config import ModelConfig
from model.core.transformer import Transformer
from model.core.vocabulary import Vocabulary, train_tokenizer
from model.found import history as found_history
from model.language_model import LanguageModel
from model.learn import history, skills

SAMPLE = """Once upon a time there was a little fox named Ada. Ada had a red ball and a blue hat.
The sky is blue. The grass is green. 12 + 7 = 19. Seven plus two is nine. Where is the ball?
A big red circle on white, a small green square left of a yellow star. "Thank you," said the fox.
"""
TESTS = Path(__file__).parent
SIZES = {"n_positions": 293, "n_embd": 10, "n_layer": 3, "n_head": 2, "n_inner": 37}


def pytest_addoption(parser):
    parser.addoption("--hostile", type=int, default=4, help="how often each endpoint is asked at random")


@pytest.fixture(scope="session", autouse=True)
def own_files(tmp_path_factory):
    """A folder for what this process's pages hand over: names hang on contents, so two would delete each other's."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("GRADIO_TEMP_DIR", str(tmp_path_factory.mktemp("handed")))
        yield


def pytest_collection_modifyitems(items):
    """A file is one process's work, and so are all that ask the cards: what is measured there is measured once."""
    for item in items:
        of_cards = item.path.parent.name == "doubt" or item.path.name in ("test_limits.py", "test_uses.py")
        name = "cards" if of_cards else item.path.relative_to(TESTS).as_posix()
        item.add_marker(pytest.mark.xdist_group(name))


def randomise(module, seed=0):
    """Every parameter from a normal distribution: at their start, biases and norms hide errors."""
    rng = torch.Generator().manual_seed(seed)
    for parameter in module.parameters():
        torch.nn.init.normal_(parameter, std=0.3, generator=rng)
    return module.eval().requires_grad_(False)


@pytest.fixture(scope="session")
def randomised():
    return randomise


@pytest.fixture(scope="session")
def sizes(vocabulary):
    """Sizes of the tiny model: no two are equal."""
    return SIZES | {"vocab_size": len(vocabulary)}


@pytest.fixture(scope="session")
def vocabulary():
    return Vocabulary(train_tokenizer([SAMPLE], 397))


@pytest.fixture(scope="session")
def tiny(vocabulary, sizes):
    """A language model whose parameters are all random."""
    return LanguageModel(randomise(Transformer(ModelConfig(**sizes))), vocabulary)


@pytest.fixture(scope="session")
def folder(tiny, tmp_path_factory):
    """The tiny model, saved."""
    path = tmp_path_factory.mktemp("saved")
    checkpoint.save(path, tiny.transformer, tiny.vocabulary, {"steps": 0})
    return path


@pytest.fixture(scope="session")
def ours(folder):
    """The saved model, opened by us."""
    return LanguageModel(*checkpoint.load(folder))


@pytest.fixture(scope="session")
def theirs(folder):
    """The saved model, opened by transformers, its attention written out."""
    from transformers import AutoModelForCausalLM

    return AutoModelForCausalLM.from_pretrained(folder, attn_implementation="eager").eval()


@pytest.fixture(scope="session")
def lm():
    """The shipped model."""
    return model.load()


@pytest.fixture(scope="session")
def text_ids(vocabulary):
    return vocabulary.encode("The sky is blue, 12 + 7 = 19 and Ada had an emoji \U0001f98a.")


@pytest.fixture(scope="session")
def picture_ids(vocabulary):
    """A whole picture: 32 ids before it, 256 random pixels."""
    pixels = torch.randint(16, 32, (256,), generator=torch.Generator().manual_seed(2)).tolist()
    return vocabulary.picture_prompt("a red ball on white") + pixels


@pytest.fixture
def slowly(monkeypatch):
    """`slowly(seconds)`: from then on each symbol of the engine takes so long; a list that grows by each."""

    def slow(seconds):
        fell, add = [], engine.Run.add

        def taken(run, step):
            fell.append(step)
            time.sleep(seconds)
            add(run, step)

        monkeypatch.setattr(engine.Run, "add", taken)
        return fell

    return slow


@pytest.fixture(scope="session")
def walked(tiny, tmp_path_factory):
    """The tiny model as a folder with the history of a training: six read-outs, three steps of them kept whole."""
    path, told = tmp_path_factory.mktemp("walked"), pytest.MonkeyPatch()
    checkpoint.save(path, tiny.transformer, tiny.vocabulary, {})
    place = path / found_history.FOLDER
    place.mkdir()
    torch.set_num_threads(1)  # as `model.load`: several on small matrices only wait
    with told.context() as patch:
        for place_of, name, n in ((history, "HANDS", 4), (skills, "PASSAGES", 6), (skills, "PEOPLE", 6)):
            patch.setattr(place_of, name, n)  # each asks a little
        for step in (1, 5, 20, 70, 300, 900):
            at = randomise(Transformer(tiny.config), 900 - step)
            history.add(place, step, history.read_out(at, tiny.vocabulary))
            if step in (1, 20, 300):
                history.keep(place, step, at)
    return path


@pytest.fixture(scope="session")
def grown(walked):
    """That folder, opened."""
    return model.load(walked)


@pytest.fixture(scope="session")
def printing_of():
    """`printing_of(lm)`: what prints all cards that the tabs have for a model."""

    def made(lm):
        import gradio as gr  # here: most tests do without

        from components import TABS
        from components.page.printing import Printing
        from components.page.scene import Scene
        from components.page.tab import View

        views = []
        with gr.Blocks():
            scene = Scene([tab.name for tab in TABS])
            for tab in TABS:
                with gr.Column() as tries:
                    views.append(View(tab.name, lm, scene, gr.Textbox(), tries))
                    views[-1].every_step = tab.every_step
                    if not tab.lacks(lm):
                        tab.build(lm, views[-1])
            return Printing(lm, views)

    return made
