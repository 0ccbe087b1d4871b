"""What went wrong, for whoever runs the server: kind and place, and never a word of a visitor's."""

import logging
import traceback
from pathlib import Path

ROOT = Path(__file__).parents[2]
log = logging.getLogger("weighted_dice")


def fault(where: str, error: BaseException) -> None:
    """One line: the kind of a fault and our line that it passed last. Its message may hold what somebody typed."""
    frames = traceback.extract_tb(error.__traceback__)
    ours = [frame for frame in frames if Path(frame.filename).is_relative_to(ROOT / "components")] or frames
    place = f"{Path(ours[-1].filename).name}:{ours[-1].lineno}" if ours else "?"
    log.error("fault in %s: %s at %s", where, type(error).__name__, place)
