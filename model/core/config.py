"""The sizes of a transformer, under the field names of GPT-2's `config.json`."""

from dataclasses import asdict, dataclass, fields


@dataclass(frozen=True)
class ModelConfig:
    """Sizes of a transformer. Raises ValueError if they do not fit together."""

    vocab_size: int = 4096
    n_positions: int = 320  # context length; a picture takes 288: 32 for caption and <image>, 256 for pixels
    n_embd: int = 256  # C, the width of the residual stream
    n_layer: int = 6
    n_head: int = 4  # heads of width 64 train faster on a CPU than twice as many of 32
    n_inner: int | None = None  # width of the feed-forward network; None means 4 C
    activation_function: str = "relu"
    layer_norm_epsilon: float = 1e-5
    masked: bool = False  # each token looks both ways, and what a <mask> hides is told one place before it

    def __post_init__(self) -> None:
        if self.n_embd % self.n_head:
            raise ValueError(f"n_embd is {self.n_embd}, not a multiple of n_head, {self.n_head}")

    @property
    def inner(self) -> int:
        """Neurons in each feed-forward network."""
        return self.n_inner or 4 * self.n_embd

    @property
    def activation(self) -> str:
        """What the neurons do with their sums, as people write it."""
        return "ReLU" if self.activation_function == "relu" else "GELU"

    @property
    def reach(self) -> int:
        """Tokens that the model can read; of a stranger's model the page may read fewer."""
        return self.n_positions

    @property
    def parallel(self) -> bool:
        """Whether attention and network of a layer read the same stream: not here."""
        return False

    @property
    def head_width(self) -> int:
        """D, the width of one head."""
        return self.n_embd // self.n_head

    @classmethod
    def from_dict(cls, values: dict) -> "ModelConfig":
        """The fields we know from a `config.json`; the others do not change the arithmetic."""
        return cls(**{f.name: values[f.name] for f in fields(cls) if f.name in values})

    def to_dict(self) -> dict:
        """Our fields, and what makes transformers open the folder as GPT2LMHeadModel."""
        return {
            "architectures": ["GPT2LMHeadModel"],
            "model_type": "gpt2",
            **asdict(self),
            "attn_pdrop": 0.0,
            "embd_pdrop": 0.0,
            "resid_pdrop": 0.0,
            "bos_token_id": 0,
            "eos_token_id": 0,
            "pad_token_id": 4,
            "tie_word_embeddings": True,
            "dtype": "float32",
        }


def within(name: str, value: int, count: int) -> int:
    """`value` if it is an integer from 0 to `count` - 1, which number things called `name`; else ValueError."""
    if not whole(value) or not 0 <= value < count:
        counted = f"{name}s count from 0 to {count - 1:,}."
        if value is None:
            raise ValueError(f"No {name} was given: {counted}")
        raise ValueError(f"There is no {name} {shown(value)} here: {counted}")
    return int(value)


def amount(what: str, value: int, most: int, least: int = 0) -> int:
    """`value` if it is an integer from `least` to `most`, else ValueError; `what` begins a sentence: "A seed"."""
    if not whole(value) or not least <= value <= most:
        raise ValueError(f"{what} is a whole number from {least:,} to {most:,}{instead(value)}.")
    return int(value)


def whole(value: object) -> bool:
    """Whether `value` is a whole number; a slider's 5.0 is one, True is none."""
    return not isinstance(value, bool) and (isinstance(value, int) or (isinstance(value, float) and value.is_integer()))


def instead(value: object) -> str:
    """The end of a sentence that says what fits: what was given instead, if anything was."""
    return "" if value in (None, "") else f", not {shown(value)}"


def shown(value: object) -> str:
    """A value that does not fit, as a sentence holds it: numbers bare, anything else quoted and cut."""
    if isinstance(value, int | float) and not isinstance(value, bool):
        return f"{value:,}"
    return f"“{str(value)[:60]}”"
