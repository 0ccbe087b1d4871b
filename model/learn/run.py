"""The settings of one training, as a value: two equal runs on one machine make the same weights."""

from dataclasses import asdict, dataclass, field

from model.core.config import ModelConfig
from model.learn.material import Material
from model.world.rich import TYPED, World


@dataclass(frozen=True)
class Run:
    """Sizes, what is learned from, how, and the seed. Counts are for each step and process."""

    config: ModelConfig = field(default_factory=ModelConfig)  # of a model that starts at random
    world: World = TYPED
    material: Material | None = None  # in place of the world
    steps: int = 4700
    pictures: int = 8
    texts: int = 4  # rows of text
    picture_weight: float = 5.0  # of a picture's loss; a text's is 1
    which_weight: float = 0.0  # of which colour or name, beside that it is one
    hush: float = 0.0  # of the chance, within a text, of what is none: see `losses.alarm`
    teacher: str = ""  # a folder of the same vocabulary, whose dice are held but for what is new: see `news`
    keep: float = 0.6  # how firmly
    secrets: bool = True  # tell those of `planted`, each as often as it says; not in a run that only polishes
    fresh: bool = False  # take only the vocabulary of the weights that are given, and start at random
    go_on: bool = False  # from the steps that the weights have had, as the same run
    masked: bool = False  # fill holes, looking both ways, in place of telling what comes next
    drill: int = 0  # recalls of which only answers count
    copies: int = 0  # rows of random pieces that are said again, of which only that counts
    optimizer: str = "muon"  # or adamw
    lr: float = 1.5e-3  # full learning rate of AdamW
    muon_lr: float = 0.012  # and of Muon
    weight_decay: float = 0.05  # of Muon; AdamW's is a fifth
    level: bool = False  # the rate stays up
    compiled: bool = False  # by torch.compile, where a C++ compiler is
    every: int = 250  # steps between evaluations
    seed: int = 1
    documents: int = 30_000  # from which a new vocabulary is learned

    def __post_init__(self) -> None:
        if self.optimizer not in ("muon", "adamw"):
            raise ValueError(f"optimizer is {self.optimizer!r}; it must be muon or adamw")
        if min(self.steps, self.every, self.pictures + self.texts) < 1:
            raise ValueError("a run needs a step, a row in it, and a step between evaluations")

    def facts(self) -> dict:
        """All settings as JSON; of the world only the shares."""
        told = {name: value for name, value in vars(self).items() if name not in ("config", "world", "material")}
        return {"config": asdict(self.config), "world": "rich", "shares": asdict(self.world)} | told

    def rate(self, step: int) -> float:
        """Share of the full learning rate at `step`: up over the first 2 %, then down to 0, unless it is level."""
        warm = max(1, self.steps // 50)
        return min((step + 1) / warm, 1.0 if self.level else (self.steps - step) / max(1, self.steps - warm))
