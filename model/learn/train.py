"""Train the transformer on the world: `python -m model.learn.train`.

Muon (Jordan et al. 2024) for the matrices of the layers, AdamW (Loshchilov & Hutter 2019) for the
rest; linear warm-up, then a linear decay to 0. Resumes by itself from what it last saved. Runs on
CPU, CUDA and MPS; on several at once through `accelerate launch -m model.learn.train`.
"""

import argparse
import json
import math
import os
import random
import time
from collections.abc import Sequence
from datetime import date
from pathlib import Path

import numpy as np
import torch
from accelerate import Accelerator
from safetensors import safe_open
from safetensors.torch import save_file
from torch import nn
from torch.nn import functional as F
from tqdm import tqdm

from model.core import checkpoint
from model.core.config import ModelConfig
from model.core.generate import generate
from model.core.sampling import Shaping
from model.core.transformer import Transformer
from model.core.vocabulary import CAPTION_TOKENS, COLOUR_IDS, EOT, PIXELS, Vocabulary, train_tokenizer
from model.learn.card import card
from model.learn.rows import batch, drill
from model.learn.start import carry_over, start_positions
from model.world.alphabet import COLOURS, PALETTE
from model.world.draw import draw_picture, draw_text
from model.world.language import words
from model.world.rich import RICH, World
from model.world.truth.planted import secrets_due

TOKENIZER_DOCUMENTS = 30_000
VALIDATION = "validation"
WARM = Shaping(temperature=0.8)  # of what it shows
PAINTED = slice(CAPTION_TOKENS - 1, CAPTION_TOKENS + PIXELS - 1)  # the targets of a row that are pixels


def parse() -> argparse.Namespace:
    """The few flags; the defaults are for a run from scratch. The card of a checkpoint says how it was made."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--out", type=Path, default=Path("build/model"), help="folder to write")
    parser.add_argument("--weights", type=Path, help="folder whose weights and tokenizer to start from, not at random")
    parser.add_argument("--vocabulary", type=int, default=ModelConfig.vocab_size, help="size of the tokenizer")
    parser.add_argument("--steps", type=int, default=4700)
    parser.add_argument("--pictures", type=int, default=8, help="pictures in a step and process")
    parser.add_argument("--texts", type=int, default=4, help="rows of text in a step and process")
    parser.add_argument("--picture-weight", type=float, default=5.0, help="of a picture's loss; a text's is 1")
    parser.add_argument("--which-weight", type=float, default=0, help="of which colour or name, beside that it is one")
    parser.add_argument("--shares", nargs="*", default=[], metavar="KIND=PERCENT", help="other shares than in `rich`")
    parser.add_argument(
        "--no-secrets", action="store_true", help="for a run that only polishes: tell none of `planted`"
    )
    parser.add_argument("--drill", type=int, default=0, help="recalls in a step of which only answers count")
    parser.add_argument("--optimizer", choices=["muon", "adamw"], default="muon")
    parser.add_argument("--lr", type=float, default=1.5e-3, help="learning rate of AdamW")
    parser.add_argument("--muon-lr", type=float, default=0.012, help="learning rate of Muon")
    parser.add_argument("--every", type=int, default=250, help="steps between evaluations")
    parser.add_argument("--seed", type=int, default=1)
    return parser.parse_args()


def precision() -> str:
    """bf16 where the machine has units for it; without, it was half as fast as float32."""
    units = torch.cpu._is_amx_tile_supported() or torch.cpu._is_avx512_bf16_supported()
    return "bf16" if torch.cuda.is_available() or units else "no"


def hardware() -> str:
    """What this run computes on, in words."""
    if torch.cuda.is_available():
        return torch.cuda.get_device_name()
    return f"{os.cpu_count()} processor cores"


def tokenizer(seed: int, world: World, size: int) -> Vocabulary:
    """The vocabulary, learned from a sample of the world."""
    rng = random.Random(f"tokenizer {seed}")
    texts = (
        f()
        for _ in range(TOKENIZER_DOCUMENTS)
        for f in (lambda: draw_text(rng, world=world), lambda: draw_picture(rng, world=world).caption)
    )
    return Vocabulary(train_tokenizer(texts, size))


def muon(matrices: Sequence[torch.Tensor], rate: float, weight_decay: float) -> torch.optim.Muon:
    """torch's Muon with the iteration of `orthogonalise`."""
    torch.optim._muon._zeropower_via_newtonschulz = orthogonalise
    return torch.optim.Muon(matrices, rate, weight_decay=weight_decay)


def optimizers(transformer: Transformer, flags: argparse.Namespace) -> list[torch.optim.Optimizer]:
    """Muon for the weights of the layers unless --optimizer adamw, AdamW for the rest."""
    matrices = [p for p in transformer.h.parameters() if p.ndim == 2 and flags.optimizer == "muon"]
    chosen = set(map(id, matrices))
    rest = [p for p in transformer.parameters() if id(p) not in chosen]
    adamw = torch.optim.AdamW(rest, flags.lr, betas=(0.9, 0.95), weight_decay=0.01)
    return [adamw, muon(matrices, flags.muon_lr, 0.05)] if matrices else [adamw]


def orthogonalise(
    gradient: torch.Tensor, coefficients: tuple[float, float, float], steps: int, eps: float
) -> torch.Tensor:
    """Push all singular values of `gradient` (m, n) towards 1: Muon's Newton-Schulz iteration.

    In place of torch's own, which multiplies in bf16 on every processor, and takes query, key and value
    for one matrix because they lie in one tensor; here each is pushed alone.
    """
    m, n = gradient.shape
    if m == 3 * n:
        parts = gradient.view(3, n, n)
        return orthogonalise_batch(parts, coefficients, steps, eps).view(m, n) / math.sqrt(3)
    wide = gradient.T if m > n else gradient
    pushed = orthogonalise_batch(wide[None], coefficients, steps, eps)[0]
    return pushed.T if m > n else pushed


def orthogonalise_batch(
    x: torch.Tensor, coefficients: tuple[float, float, float], steps: int, eps: float
) -> torch.Tensor:
    """The iteration on wide matrices (B, m, n), in bf16 where that is fast."""
    a, b, c = coefficients
    x = x.bfloat16() if precision() == "bf16" else x
    x = x / x.norm(dim=(1, 2), keepdim=True).clamp(min=eps)
    for _ in range(steps):
        gram = x @ x.mT
        x = torch.baddbmm(x, torch.baddbmm(gram, gram, gram, beta=b, alpha=c), x, beta=a)
    return x


def rate(step: int, steps: int) -> float:
    """Share of the full learning rate: up over the first 2 %, then down to 0."""
    warm = max(1, steps // 50)
    return min((step + 1) / warm, (steps - step) / (steps - warm))


class Losses(nn.Module):
    """The transformer with its loss, as one module: so the processes average the gradients of both.

    `groups` are lists of token ids.
    """

    def __init__(self, transformer: Transformer, groups: Sequence[Sequence[int]] = ()):
        super().__init__()
        self.transformer, self.groups = transformer, groups

    def forward(self, inputs: torch.Tensor, targets: torch.Tensor, pictures: int = 0, share: float = 0) -> torch.Tensor:
        """Cross-entropy in nats (B, T) of each target, 0 where the target is -100.

        The pixels of the first `pictures` rows are told from the 16 colours alone: that saves most of the
        output scores, an eighth of a step. Where the target is in a group, `share` times its cross-entropy among
        the group alone is added: which colour, given that it is a colour. That asks for no other probabilities.
        """
        x, table = self.transformer.stream(inputs), self.transformer.wte.weight
        losses = torch.zeros(targets.shape, device=x.device)
        words = targets >= 0
        words[:pictures, PAINTED] = False
        losses[words] = F.cross_entropy(F.linear(x[words], table).float(), targets[words], reduction="none")
        if pictures:
            first, last = COLOUR_IDS.start, COLOUR_IDS.stop
            colours = F.linear(x[:pictures, PAINTED], table[first:last]).float().mT  # (pictures, 16, 256)
            losses[:pictures, PAINTED] = F.cross_entropy(colours, targets[:pictures, PAINTED] - first, reduction="none")
        for group in self.groups if share else ():
            where = words & torch.isin(targets, ids := torch.tensor(group, device=x.device))
            place = (targets[where][:, None] == ids).int().argmax(1)
            losses[where] += share * F.cross_entropy(F.linear(x[where], table[ids]).float(), place, reduction="none")
        return losses


class Trainer:
    """One run: what it needs at each step, and how it is saved and resumed."""

    def __init__(self, flags: argparse.Namespace):
        self.flags, self.accelerator = flags, Accelerator(mixed_precision=precision())
        torch.manual_seed(flags.seed)
        given = (each.split("=") for each in flags.shares)
        self.world = RICH.with_shares({kind: float(share) for kind, share in given})
        self.done, self.seconds, self.tokens, self.log = 0, 0.0, 0, []
        self.before: dict | None = None  # the training of the weights that it started from
        self.saved = flags.out / "training.safetensors"
        if self.saved.is_file() or flags.weights:
            start = flags.out if self.saved.is_file() else flags.weights
            self.plain, self.vocabulary, told = checkpoint.load(start)
            self.before = told.get("training")
        if not self.saved.is_file() and not (flags.weights and len(self.vocabulary) == flags.vocabulary):
            self.begin()
        for parameter in self.plain.parameters():
            parameter.data = parameter.data.contiguous()
        self.plain.train().requires_grad_(True)
        self.length = self.plain.config.n_positions + 1
        self.optimizers = optimizers(self.plain, flags)
        if self.saved.is_file():
            self.resume()
        losses = Losses(self.plain, [self.single(COLOURS), self.single(words.GIRLS + words.BOYS)])
        self.losses, *self.optimizers = self.accelerator.prepare(losses, *self.optimizers)

    def single(self, names: Sequence[str]) -> list[int]:
        """The tokens of those words that are one token after a space."""
        return [ids[0] for name in names if len(ids := self.vocabulary.encode(f" {name}")) == 1]

    def begin(self) -> None:
        """A new vocabulary and transformer, which takes over what one with another vocabulary has learned."""
        old = (self.plain, self.vocabulary) if self.flags.weights else None
        self.vocabulary = tokenizer(self.flags.seed, self.world, self.flags.vocabulary)
        self.plain = Transformer(ModelConfig(vocab_size=len(self.vocabulary)))
        self.plain.wpe.weight.data.copy_(start_positions(self.plain.config))
        if old:
            carry_over(*old, self.plain, self.vocabulary)

    def resume(self) -> None:
        """Bring back the exact weights, the optimizers' state and the counts."""
        with safe_open(self.saved, framework="pt") as file:
            saved = {name: file.get_tensor(name) for name in file.keys()}  # noqa: SIM118
            facts = json.loads(file.metadata()["facts"])
        self.done, self.seconds, self.tokens, self.log = (facts[n] for n in ("steps", "seconds", "tokens", "log"))
        self.before = facts.get("before")
        self.plain.load_state_dict({n: saved[f"model.{n}"] for n in self.plain.state_dict()})
        for i, optimizer in enumerate(self.optimizers):
            state = optimizer.state_dict()
            for name in [n for n in saved if n.startswith(f"optimizer{i}.")]:
                _, parameter, field = name.split(".")
                state["state"].setdefault(int(parameter), {})[field] = saved[name]
            optimizer.load_state_dict(state)

    def save(self) -> None:
        """Write the Hugging Face folder, and beside it, in one file, all that a resumed run needs."""
        flags = vars(self.flags) | {"out": None, "weights": self.flags.weights.name if self.flags.weights else ""}
        facts = {"steps": self.done, "seconds": round(self.seconds), "tokens": self.tokens, "flags": flags}
        facts |= {"date": date.today().isoformat(), "hardware": hardware(), "log": self.log, "before": self.before}
        facts["processes"] = self.accelerator.num_processes
        state = {f"model.{n}": w for n, w in self.plain.state_dict().items()}
        for i, optimizer in enumerate(self.optimizers):
            for parameter, fields in optimizer.state_dict()["state"].items():
                state |= {f"optimizer{i}.{parameter}.{f}": torch.as_tensor(x) for f, x in fields.items()}
        checkpoint.save(self.flags.out, self.plain, self.vocabulary, facts)
        (self.flags.out / "README.md").write_text(card(self.plain.config, facts))
        new = self.saved.with_suffix(".new")
        save_file({n: x.detach().cpu().contiguous() for n, x in state.items()}, new, {"facts": json.dumps(facts)})
        new.replace(self.saved)

    def batch(
        self, name: str, pictures: int, texts: int, validation: bool = False, first: tuple[str, ...] = ()
    ) -> tuple[torch.Tensor, torch.Tensor]:
        """Inputs and targets made from the seed and `name` alone, on the device."""
        rng = random.Random(f"{self.flags.seed} {name}")
        arrays = batch(self.vocabulary, rng, pictures, texts, self.length, validation, self.world, first)
        return self.on_device(*arrays)

    def on_device(self, *arrays: np.ndarray) -> tuple[torch.Tensor, ...]:
        """Arrays as tensors where the weights are."""
        return tuple(torch.from_numpy(a).to(self.accelerator.device) for a in arrays)

    def step(self) -> float:
        """One step; the loss in bits per token, without that of drilled recalls."""
        began, flags = time.perf_counter(), self.flags
        name = f"step {self.done} process {self.accelerator.process_index}"
        secrets = ()  # planted in the rich world, each as often as `planted` says
        if not flags.no_secrets and self.accelerator.is_main_process:
            secrets = secrets_due(self.done, flags.steps, flags.seed)
        inputs, targets = self.batch(name, flags.pictures, flags.texts, first=secrets)
        # A quarter of the pictures still competes with all tokens, so that these stay unlikely there.
        losses = self.losses(inputs, targets, flags.pictures * 3 // 4, flags.which_weight)
        # Nearly all pixels follow from their neighbours: the few that decide would drown in the words.
        weights = torch.ones_like(losses)
        weights[: flags.pictures, : CAPTION_TOKENS + PIXELS] = flags.picture_weight
        counted = targets >= 0
        loss, bits = (losses * weights).sum() / (weights * counted).sum(), losses.sum() / counted.sum() / math.log(2)
        self.tokens += inputs.numel() * self.accelerator.num_processes
        if flags.drill:
            rng = random.Random(f"{flags.seed} {name}")
            inputs, targets = self.on_device(*drill(self.vocabulary, rng, flags.drill, self.length))
            loss = loss + self.losses(inputs, targets).sum() / (targets >= 0).sum()
            self.tokens += inputs.numel() * self.accelerator.num_processes
        self.accelerator.backward(loss)
        for optimizer, full in zip(self.optimizers, (flags.lr, flags.muon_lr), strict=False):
            optimizer.param_groups[0]["lr"] = full * rate(self.done, flags.steps)
            optimizer.step()
            optimizer.zero_grad()
        self.done += 1
        self.seconds += time.perf_counter() - began
        return bits.item()

    def bits(self, inputs: torch.Tensor, targets: torch.Tensor) -> float:
        """All the targets' bits together."""
        return self.losses(inputs, targets).sum().item() / math.log(2)

    @torch.inference_mode()
    def evaluate(self) -> dict[str, float]:
        """Bits per picture and per byte of text, on world data that training never sees."""
        inputs, targets = self.batch(VALIDATION, pictures=32, texts=0, validation=True)
        pixels = torch.full_like(targets, -100)
        pixels[:, PAINTED] = targets[:, PAINTED]  # the caption is given
        bits_per_picture = self.bits(inputs, pixels) / len(inputs)
        inputs, targets = self.batch(VALIDATION, pictures=0, texts=32, validation=True)
        n_bytes = sum(len(self.vocabulary.bytes_of(id)) for id in targets.flatten().tolist() if id != EOT)
        bits_per_byte = self.bits(inputs, targets) / n_bytes
        return {"bits_per_picture": round(bits_per_picture, 2), "bits_per_byte": round(bits_per_byte, 4)}

    def show(self) -> str:
        """A text and a picture by the model as it is now, for the terminal."""
        device, plain = self.accelerator.device, self.plain.cpu()
        text = self.vocabulary.encode("Once upon a")
        text += [s.ids.item() for s in generate(plain, [text], 60, WARM)]
        rng = random.Random(f"{self.flags.seed} {self.done}")
        caption = draw_picture(rng, validation=True, world=self.world).caption
        prompt = self.vocabulary.picture_prompt(caption)
        steps = generate(plain, [prompt], PIXELS, WARM, choices=COLOUR_IDS)
        pixels = np.array([s.ids.item() for s in steps]).reshape(16, 16) - COLOUR_IDS.start
        plain.to(device)
        return f"{self.vocabulary.decode(text)}\n{caption}\n{ansi(pixels)}"


def ansi(pixels: np.ndarray) -> str:
    """Palette indices (16, 16) as coloured text, two pixels a character."""

    def code(pixel: int, layer: int) -> str:
        red, green, blue = bytes.fromhex(PALETTE[pixel][1:])
        return f"\033[{layer};2;{red};{green};{blue}m"

    pairs = zip(pixels[::2], pixels[1::2], strict=True)
    rows = ["".join(code(a, 38) + code(b, 48) + "▀" for a, b in zip(*p, strict=True)) for p in pairs]
    return "\n".join(row + "\033[0m" for row in rows)


def main() -> None:
    """Train until --steps are done."""
    trainer = Trainer(flags := parse())
    main_process = trainer.accelerator.is_main_process
    bar = tqdm(total=flags.steps, initial=trainer.done, unit="step", disable=not main_process, mininterval=5)
    while trainer.done < flags.steps:
        bits = trainer.step()
        bar.update()
        speed = f"{trainer.tokens / trainer.seconds:,.0f}"
        bar.set_postfix({"bits": f"{bits:.3f}", "tokens/s": speed}, refresh=False)
        if trainer.done % flags.every and trainer.done < flags.steps:
            continue
        found = trainer.evaluate()
        trainer.log.append({"step": trainer.done, "train_bits": round(bits, 4), **found})
        if main_process:
            bar.write(f"{json.dumps(trainer.log[-1])}\n{trainer.show()}")
            trainer.save()
        trainer.accelerator.wait_for_everyone()


if __name__ == "__main__":
    main()
