"""Folders are opened or refused with one clear sentence; what it takes is said before it is spent."""

import json
import subprocess
import sys
from pathlib import Path
from types import SimpleNamespace

import pytest
import torch
from made import GPT2, KINDS, REFUSED, SHARED, byte_pairs, plain, saved
from safetensors.torch import load_file, save_file

import model
from components import site
from model.core.cache import size_of
from model.core.trace import trace
from model.guests import needs, opening

TEXTS = ["the little fox had a red ball and a blue hat"]
SIZE = 280
ROOT = Path(__file__).parents[2]


def made(folder, kind="llama", **settings):
    base = GPT2 if kind == "gpt2" else SHARED
    return saved(folder, plain(kind, base | {"vocab_size": SIZE} | settings), byte_pairs(TEXTS, SIZE))


@pytest.fixture
def folder(tmp_path):
    return made(tmp_path / "guest")


def change(file, **values):
    file.write_text(json.dumps(json.loads(file.read_text()) | values))


def refused(folder):
    """The sentence; it is one."""
    with pytest.raises(ValueError) as error:
        model.load(folder)
    said = str(error.value)
    assert "\n" not in said and len(said) < 400
    return said


def test_a_folder_is_opened_after_what_it_takes_is_said(folder):
    told = []
    lm = model.load(folder, tell=told.append)
    assert lm.trace("the fox").logits.shape == (len(lm.encode("the fox")), SIZE)
    (line,) = told
    assert line.startswith("Llama: 0.0 million weights. To open it takes about 1.")
    assert site.about(lm) == f"Llama: {lm.n_parameters:,} weights"
    assert lm.n_parameters == needs.needs(folder, SIZE, 24).weights


def test_what_it_takes_is_said_before_it_is_spent(folder, monkeypatch):
    told = []
    monkeypatch.setattr(needs, "free_bytes", lambda: 10**9)
    monkeypatch.setattr(opening, "weights", lambda folder: pytest.fail("read"))
    with pytest.raises(ValueError, match=r"1\.\d GB of memory are needed, 1\.0 GB are free"):
        model.load(folder, tell=told.append)
    assert len(told) == 1


def test_a_gpt2_that_ours_cannot_compute_is_a_guest(tmp_path):
    lm = model.load(made(tmp_path, "gpt2", scale_attn_by_inverse_layer_idx=True))
    assert lm.facts == {"name": "GPT2"} and lm.wpe.shape == (50, 24)
    assert type(model.load(made(tmp_path / "ours", "gpt2")).transformer).__name__ == "Transformer"


def test_no_folder(tmp_path, monkeypatch):
    monkeypatch.setattr("huggingface_hub.snapshot_download", lambda *_, **__: pytest.fail("asked the Hub"))
    assert "is no id of the Hugging Face Hub" in refused(tmp_path / "nowhere")


def hub(monkeypatch, folder, *sizes):
    """A Hub that has one model, whose files are so many bytes large; what it was asked for."""
    asked = {}

    def download(id, **how):
        asked.update(how, id=id)
        return str(folder)

    names = ["model.safetensors", "original/weights.safetensors", "pytorch_model.bin"]
    files = [SimpleNamespace(rfilename=name, size=size) for name, size in zip(names, sizes, strict=False)]
    monkeypatch.setattr("huggingface_hub.snapshot_download", download)
    monkeypatch.setattr("huggingface_hub.HfApi.model_info", lambda *_, **__: SimpleNamespace(siblings=files))
    return asked


def test_an_id_is_fetched_without_pickles_and_code(folder, monkeypatch):
    asked, told = hub(monkeypatch, folder, 2 * 10**9, 10**13, 10**13), []
    assert model.load("somebody/something", tell=told.append).facts["name"] == "Llama"
    assert told[0].startswith("somebody/something: 2.0 GB of weights") and len(told) == 2
    assert asked["id"] == "somebody/something" and asked["ignore_patterns"] == ["*/*"]
    assert not [pattern for pattern in asked["allow_patterns"] if pattern.endswith(("py", "bin", "pt", "*"))]


def test_an_id_that_cannot_fit_is_not_fetched(folder, monkeypatch):
    asked = hub(monkeypatch, folder, 10**15)
    assert "about 1000000.0 GB of memory are needed" in refused("somebody/something")
    assert not asked


def test_a_hub_that_does_not_answer(monkeypatch):
    def offline(*_, **__):
        raise OSError("no network\nand a second line")

    monkeypatch.setattr("huggingface_hub.snapshot_download", offline)
    monkeypatch.setattr("huggingface_hub.HfApi.model_info", offline)
    assert refused("somebody/something").endswith("the Hugging Face Hub did not give it: no network")


def test_no_settings(folder):
    (folder / "config.json").unlink()
    assert "has no config.json" in refused(folder)
    (folder / "config.json").write_text("{")
    assert "config.json is damaged" in refused(folder)
    (folder / "config.json").write_text("{}")
    assert "no settings that are known" in refused(folder)


def test_code_of_its_own_is_not_run(folder):
    (folder / "mine.py").write_text("raise SystemExit('it ran')")
    change(
        folder / "config.json",
        model_type="mine",
        auto_map={"AutoConfig": "mine.Mine", "AutoModelForCausalLM": "mine.M"},
    )
    assert "no settings that are known" in refused(folder)


def test_no_safetensors(folder):
    torch.save(load_file(folder / "model.safetensors"), folder / "pytorch_model.bin")
    (folder / "model.safetensors").unlink()
    assert "no safetensors file" in refused(folder)
    (folder / "model.safetensors").write_bytes(b"\x08\0\0\0\0\0\0\0nonsense")
    assert "is no safetensors file" in refused(folder)


def test_weights_that_are_missing_are_not_made_up(folder):
    weights = load_file(folder / "model.safetensors")
    del weights["model.layers.1.mlp.up_proj.weight"]
    save_file(weights, folder / "model.safetensors", {"format": "pt"})
    assert "lacks 1 weights of the model, the first is model.layers.1.mlp.up_proj.weight" in refused(folder)


def test_weights_of_another_size(folder):
    change(folder / "config.json", intermediate_size=40)
    assert "cannot be opened as a causal language model" in refused(folder)


def test_rounded_weights(folder):
    change(folder / "config.json", quantization_config={"quant_method": "gptq", "bits": 4})
    assert "holds weights that were rounded to fewer bits" in refused(folder)


def test_no_tokenizer_or_a_broken_one(folder):
    (folder / "tokenizer.json").write_text("{}")
    assert "has no tokenizer that can be opened" in refused(folder)
    for file in folder.glob("tokenizer*"):
        file.unlink()
    assert "has no tokenizer that can be opened" in refused(folder)


def test_a_tokenizer_of_another_model(tmp_path):
    assert "its tokenizer has" in refused(made(tmp_path, vocab_size=100))


def test_what_is_no_causal_model(tmp_path):
    kind, settings, _ = REFUSED["Granite"]
    folder = saved(tmp_path, plain(kind, settings | {"vocab_size": SIZE}), byte_pairs(TEXTS, SIZE))
    said = refused(folder)
    assert said.startswith("Granite cannot be shown truly: in layer 0 the stream")
    change(folder / "config.json", model_type="t5")
    assert refused(folder)


def test_the_command_line_says_it_in_one_sentence(tmp_path):
    command = [sys.executable, "app.py", "--model", str(tmp_path)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True)
    assert done.returncode == 2 and "Traceback" not in done.stderr
    assert done.stderr.startswith(f"{tmp_path} cannot be opened: {tmp_path} has no config.json")


def test_free_memory(tmp_path):
    (tmp_path / "meminfo").write_text("MemTotal: 9 kB\nMemAvailable:   2000 kB\n")
    assert needs.free_bytes(tmp_path / "meminfo", tmp_path) == 2000 * 1024
    (tmp_path / "memory.max").write_text("1000000\n")
    (tmp_path / "memory.current").write_text("400000\n")
    assert needs.free_bytes(tmp_path / "meminfo", tmp_path) == 600_000
    (tmp_path / "memory.max").write_text("max\n")
    assert needs.free_bytes(tmp_path / "meminfo", tmp_path) == 2000 * 1024
    assert needs.free_bytes(tmp_path / "none") is None


def test_the_longest_prompt_fits_and_one_token_more_does_not(monkeypatch):
    """In bytes of what is kept: the arrays of a pass."""
    guest = plain(*KINDS["Qwen3"])
    monkeypatch.setattr(needs, "TRACE_BYTES", 60_000)
    c = opening.opened(guest).config
    assert 1 < c.n_positions < c.reach == 50
    guest = opening.opened(plain(*KINDS["Qwen3"]))
    kept = [size_of(trace(guest, [3] * n, ())) for n in (c.n_positions, c.n_positions + 1)]
    slack = 3000  # of Python itself
    assert kept[0] <= 60_000 + slack and kept[1] > 60_000
