"""What Gradio copies at every page load: plain data, and little of it."""

import inspect
import json
import time
import urllib.request

import pytest
from serving import launched

from app import build_app, launch_options
from components.page.widget import Widget

DUMPS = 12  # times the cost of writing the config as JSON; 80 with one bound function in it, copied entry by entry


@pytest.fixture(scope="module")
def app(lm):
    return build_app(lm)


def test_the_config_is_plain_data(app):
    json.dumps(app.get_config_file())


def test_each_parameter_of_a_widget_is_kept_as_it_was_given(app):
    """Gradio reads them back by name, and takes an unknown name for an event."""
    for widget in (block for block in app.blocks.values() if isinstance(block, Widget)):
        named = [p.name for p in inspect.signature(type(widget)).parameters.values() if p.kind != p.VAR_KEYWORD]
        missing = [name for name in named if name not in widget.__dict__]
        assert not missing, type(widget).__name__


def cost(work) -> float:
    """The least processor time of five, in seconds."""
    costs = []
    for _ in range(5):
        began = time.process_time()
        work()
        costs.append(time.process_time() - began)
    return min(costs)


def test_a_page_costs_little(app):
    with launched(app, **launch_options()) as url:
        assert cost(lambda: urllib.request.urlopen(url).read()) <= DUMPS * cost(lambda: json.dumps(app.config))
