"""What the page hands over for paper: the endpoint /print, and the dialog that asks it."""

from collections.abc import Sequence
from pathlib import Path

import gradio as gr
from gradio.processing_utils import save_bytes_to_cache

from components import prints
from components.page.following import STEP, step_of
from components.page.print_menu import PrintMenu
from components.page.programs import programs
from components.page.served import keep_bytes
from components.page.tab import View
from components.page.words import say
from components.page.worksheet import worksheet
from model import LanguageModel

LONGEST = 60  # characters of a prompt in a caption
WORKSHEET, MOVING = "worksheet", "gif"
OF_GPT2 = (
    "layers.half_way",
    "scale.parameters",
    "paint.canvas",
    "paint.backwards",
    "compose.tune",
    "animate.clip",
    "mask.hole",
)
ANOTHERS = {  # cards of other models: how those are called
    "train.learned": "print.model_trained",
    "data.differs": "print.models_trained",
    "tune.before_after": "print.model_tuned",
    "chat.talk": "print.model_chats",
}
KEPT_SECONDS = 600  # then a print is deleted


class Printing:
    """Everything that can be printed, by the name of its tab and of its card."""

    def __init__(self, lm: LanguageModel, views: Sequence[View]):
        self.lm = lm
        self.always = [view.name for view in views if view.every_step]  # they do not follow the page's step
        self.tabs = {view.name for view in views if view.draws}
        self.views = {f"{view.name}.{name}": (view, draw) for view in views for name, draw in view.printed.items()}
        self.moving = {f"{view.name}.{name}": (view, draw) for view in views for name, draw in view.moving.items()}

    def build(self) -> None:
        """The dialog and the endpoint."""
        names = {WORKSHEET: say("print.worksheet")} | {name: say(f"print.{name}") for name in self.views}
        sizes, forms = [*prints.SIZES], [*prints.FORMS]
        choices = {"views": names, "moving": [*self.moving], "sizes": sizes, "forms": forms}
        folder = Path(self.lm.name)  # where it lies here is nobody's business
        choices |= {
            "always": self.always,
            "python": self.programs(),
            "folder": folder.name if folder.is_absolute() else self.lm.name,
        }
        self.menu = PrintMenu(choices, elem_id="print_menu")
        gr.api(self.endpoint, api_name="print", queue=False)

    def programs(self) -> dict[str, str]:
        """Where the program of transformers of each card is fetched; some know the layout of GPT-2 alone."""
        return {
            name: keep_bytes(program.encode(), "text/x-python", "py")
            for name, program in programs().items()
            if name.partition(".")[0] in self.tabs and (self.lm.gpt2 or name not in OF_GPT2)
        }

    def endpoint(self, view: str, form: str, size: str, text: str, options: dict) -> dict:
        """A card of the page as a file to print: its name, pdf, svg, png or gif, and slide, page or poster.

        `options` may hold `token`, `controls`, `edits` and `address`, as the page's own address does, and `shown`: what
        a card shows that the address does not hold.
        """
        asked = {"text": text} | {name: options.get(name) for name in ("token", "controls", "edits", STEP)}
        asked["shown"] = options["shown"] if isinstance(options.get("shown"), dict) else {}
        try:
            made = self.made(str(view), str(form), str(size), asked, str(options.get("address") or ""))
        except ValueError as error:
            raise gr.Error(str(error), print_exception=False) from None
        name = f"{view}.{form}"
        file = save_bytes_to_cache(made, name, self.menu.GRADIO_CACHE)
        self.menu.temp_files.add(file)  # so Gradio deletes it, see `delete_cache` of the app
        return gr.FileData(path=file, orig_name=name).model_dump()

    def made(self, view: str, form: str, size: str, asked: dict, address: str = "") -> bytes:
        """The file's content. Raises ValueError for what there is none of."""
        if view == WORKSHEET:
            return worksheet(self.lm.at(step_of(asked)), str(asked["text"]), self.caption(asked, address))
        drawings = self.moving if form == MOVING else self.views
        if view not in drawings:
            known = ", ".join([WORKSHEET, *drawings])
            raise ValueError(f"There is no card “{view[:60]}” to print as {form[:9]}: there are {known}.")
        of, draw = drawings[view]
        made = of.drawn(draw, asked)
        return made if form == MOVING else prints.saved(made, form, size, self.caption(asked, address, view))

    def caption(self, asked: dict, address: str, view: str = "") -> str:
        """Prompt, model, seed, date and address, in one line; whose numbers a card shows, if they are another's."""
        text, controls = " ".join(str(asked["text"]).split()), asked["controls"]
        shown = text if len(text) <= LONGEST else f"{text[: LONGEST - 1]}…"
        model = say(ANOTHERS.get(view, "print.model"), n=f"{self.lm.n_parameters / 1e6:.1f}")
        seed = [say("print.seed", n=controls["seed"])] if isinstance(controls, dict) and "seed" in controls else []
        follows = view.partition(".")[0] not in self.always and step_of(asked) is not None
        step = [say("print.step", n=f"{step_of(asked):,}")] if follows else []
        return " · ".join(part for part in (f"“{shown}”", model, *step, *seed, prints.today(), address[:120]) if part)
