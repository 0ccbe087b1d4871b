"""What whoever starts the server allows: a value, made of the flags of `app.py`."""

import os
from dataclasses import dataclass, field


@dataclass(frozen=True)
class Rules:
    """Nothing but the server's own names, unless more is named."""

    hosts: tuple[str, ...] = ()  # names under which the page is asked for, besides its own
    frames: tuple[str, ...] = ()  # origins of pages that may show it in a frame, besides its own
    proxies: tuple[str, ...] = ()  # addresses whose word about the visitor's own is taken
    class_code: str = ""
    metrics: bool = False
    mcp: bool = False
    space: str = field(default_factory=lambda: os.environ.get("SPACE_HOST", ""))  # of Hugging Face, which proxies it

    @property
    def ancestors(self) -> tuple[str, ...]:
        """Pages that may show it in a frame."""
        return ("'self'", *(("https://huggingface.co", f"https://{self.space}") if self.space else ()), *self.frames)
