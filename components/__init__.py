"""Every tab of the app, in the order shown. To add or remove a tab, edit TABS."""

from components.tabs.animate import tab as animate
from components.tabs.attention import tab as attention
from components.tabs.chat import tab as chat
from components.tabs.compose import tab as compose
from components.tabs.data import tab as data
from components.tabs.dice import tab as dice
from components.tabs.embeddings import tab as embeddings
from components.tabs.layers import tab as layers
from components.tabs.limits import tab as limits
from components.tabs.lookup import tab as lookup
from components.tabs.mask import tab as mask
from components.tabs.paint import tab as paint
from components.tabs.scale import tab as scale
from components.tabs.start import tab as start
from components.tabs.time import tab as time
from components.tabs.tokens import tab as tokens
from components.tabs.train import tab as train
from components.tabs.tune import tab as tune
from components.tabs.uses import tab as uses
from components.tabs.write import tab as write

TABS = (
    start.TAB,
    tokens.TAB,
    embeddings.TAB,
    attention.TAB,
    layers.TAB,
    dice.TAB,
    write.TAB,
    paint.TAB,
    compose.TAB,
    animate.TAB,
    train.TAB,
    data.TAB,
    time.TAB,
    scale.TAB,
    tune.TAB,
    chat.TAB,
    limits.TAB,
    uses.TAB,
    mask.TAB,
    lookup.TAB,
)
