"""What an experiment claims: in this run, and as it was recorded on three seeds."""

from typing import TypedDict

from components.page.widget import Widget
from model import experiments


class RecordedRun(TypedDict):
    """One committed run of both sides."""

    seed: int
    tenths: int
    figures: dict[str, list[float]]
    holds: bool


class FindingValue(TypedDict):
    """The recorded runs of one experiment; nothing of them reaches the page before they are asked for."""

    experiment: str
    shown: list[str]  # figures that the claim is about
    runs: list[RecordedRun]


class Finding(Widget):
    """Fires recorded (the value is then the name of the experiment)."""

    Value = FindingValue
    fires = ("recorded",)


def recorded(experiment: str) -> dict:
    """The committed runs of an experiment; of an unknown one, none."""
    found = [run for run in experiments.read() if run.experiment == experiment]
    return {
        "experiment": str(experiment),
        "shown": [*experiments.SHOWN.get(experiment, ())],
        "runs": [
            {
                "seed": run.seed,
                "tenths": run.tenths,
                "figures": {name: [*both] for name, both in run.figures.items()},
                "holds": experiments.FINDINGS[experiment](run.figures),
            }
            for run in found
        ],
    }
