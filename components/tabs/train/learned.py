"""What a training has made: the die after its beginning, how far the weights went, and what to do with the model."""

from components.page.widget import Widget
from components.parts.trainings import Packed


class Learned(Widget):
    """Fires pack (the value is then the name of the training); the answer is the model, packed."""

    Value = Packed
    fires = ("pack",)
