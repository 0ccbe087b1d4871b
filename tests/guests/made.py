"""Tiny random models of many kinds, every size different, and tokenizers for them: made here, nothing is fetched."""

import json
from pathlib import Path

import torch
import transformers
from tokenizers import Tokenizer, decoders, models, normalizers, pre_tokenizers, processors, trainers
from transformers import AutoConfig, AutoModelForCausalLM, PreTrainedTokenizerFast
from transformers.utils import logging

V, T = 61, 50  # tokens of the vocabulary, tokens that fit
SIZES = {
    "vocab_size": V,
    "hidden_size": 24,
    "intermediate_size": 36,
    "num_hidden_layers": 3,
    "num_attention_heads": 4,
    "max_position_embeddings": T,
    **{"bos_token_id": 1, "eos_token_id": 2, "pad_token_id": 0},
}
SHARED = SIZES | {"num_key_value_heads": 2}  # keys and values are shared by two heads each
GPT2 = {"vocab_size": V, "n_embd": 24, "n_inner": 36, "n_layer": 3, "n_head": 4, "n_positions": T}
GPT2 |= {"bos_token_id": 1, "eos_token_id": 2}
OPT = SIZES | {"ffn_dim": 36, "word_embed_proj_dim": 24}
GPTJ = "gptj", GPT2 | {"rotary_dim": 4}
GPTJ_LEAVES_IT = transformers.GPTJModel._supports_attention_backend  # from 5.24
KINDS = {  # name: model type, settings
    "Llama": ("llama", SHARED),
    "Mistral": ("mistral", SHARED | {"sliding_window": 5}),
    "Qwen2": ("qwen2", SHARED),
    "Qwen3": ("qwen3", SHARED | {"head_dim": 10}),
    "SmolLM3": ("smollm3", SHARED),
    "Phi-3": ("phi3", SHARED),
    "OLMo": ("olmo", SHARED),
    "Gemma": ("gemma", SHARED | {"head_dim": 10}),
    "StarCoder2": ("starcoder2", SHARED),
    "GPT-NeoX": ("gpt_neox", SIZES),
    "GPT-NeoX, one after the other": ("gpt_neox", SIZES | {"use_parallel_residual": False}),
    **({"GPT-J": GPTJ} if GPTJ_LEAVES_IT else {}),
    "Phi": ("phi", SIZES | {"hidden_size": 32}),
    "OPT": ("opt", OPT),
    "GPT-2": ("gpt2", GPT2),
    "GPT-2, scaled by layer": ("gpt2", GPT2 | {"scale_attn_by_inverse_layer_idx": True}),
}
REFUSED = {  # name: model type, settings, the reason
    **({} if GPTJ_LEAVES_IT else {"GPT-J": (*GPTJ, "computes attention by itself")}),
    "OPT-350m": ("opt", OPT | {"do_layer_norm_before": False}, "the stream"),
    "OLMo 2": ("olmo2", SHARED, "the stream"),
    "Gemma 3": ("gemma3_text", SHARED | {"head_dim": 10}, "the stream"),
    "Gemma 2": ("gemma2", SHARED | {"head_dim": 10}, "softcap"),
    "Granite": ("granite", SHARED | {"residual_multiplier": 0.5}, "the stream"),
    "Cohere": ("cohere", SHARED, "scores"),
    "GPT-Neo": (
        "gpt_neo",
        {"vocab_size": V, "hidden_size": 24, "num_layers": 2, "num_heads": 4, "max_position_embeddings": T}
        | {"attention_types": [[["global", "local"], 1]], "bos_token_id": 1, "eos_token_id": 2},
        "computes attention by itself",
    ),
    "BLOOM": ("bloom", {"vocab_size": V, "hidden_size": 24, "n_layer": 3, "n_head": 4}, "computes attention by itself"),
    "Falcon": ("falcon", SIZES, "computes attention by itself"),
    "StableLM": ("stablelm", SHARED, "computes attention by itself"),
    "Mixtral": ("mixtral", SHARED | {"hidden_size": 32, "intermediate_size": 32, "num_local_experts": 2}, "networks"),
    "BERT": ("bert", SIZES, "attentions"),
}


def plain(kind: str, settings: dict) -> torch.nn.Module:
    """A random model as transformers runs it; all parameters from one normal distribution: at their start,
    biases and norms hide errors."""
    level = logging.get_verbosity()
    logging.set_verbosity(50)
    model = AutoModelForCausalLM.from_config(AutoConfig.for_model(kind, **settings), attn_implementation="eager")
    logging.set_verbosity(level)
    rng = torch.Generator().manual_seed(0)
    for parameter in model.parameters():
        torch.nn.init.normal_(parameter, std=0.3, generator=rng)
    return model.eval().requires_grad_(False)


def saved(folder: Path, model: torch.nn.Module, tokenizer: Tokenizer) -> Path:
    """A folder as the Hub has them."""
    logging.disable_progress_bar()
    model.save_pretrained(folder)
    PreTrainedTokenizerFast(tokenizer_object=tokenizer).save_pretrained(folder)
    logging.enable_progress_bar()
    return folder


def byte_pairs(texts: list[str], size: int, begin: str = "") -> Tokenizer:
    """GPT-2's kind of tokenizer: merges of bytes; Llama 3's, if it puts a token before any text."""
    tokenizer = Tokenizer(models.BPE())
    tokenizer.pre_tokenizer = pre_tokenizers.ByteLevel(add_prefix_space=False)
    tokenizer.decoder = decoders.ByteLevel()
    names = ["<s>", "</s>", "<pad>"]
    alphabet = sorted(pre_tokenizers.ByteLevel.alphabet())
    trainer = trainers.BpeTrainer(vocab_size=size, special_tokens=names, initial_alphabet=alphabet, show_progress=False)
    tokenizer.train_from_iterator(texts, trainer)
    if begin:
        template = processors.TemplateProcessing(
            single=f"{begin} $A", special_tokens=[(begin, tokenizer.token_to_id(begin))]
        )
        tokenizer.post_processor = template
    return tokenizer


def sentence_pieces(texts: list[str], size: int) -> Tokenizer:
    """Llama 2's kind: merges of characters, ▁ for a space and one before the text, bytes where no character fits."""
    tokenizer = Tokenizer(models.BPE(byte_fallback=True, unk_token="<unk>"))
    tokenizer.normalizer = normalizers.Sequence([normalizers.Prepend("▁"), normalizers.Replace(" ", "▁")])
    bytes_ = [f"<0x{byte:02X}>" for byte in range(256)]
    names = ["<unk>", "<s>", "</s>"]
    trainer = trainers.BpeTrainer(vocab_size=size - 256, special_tokens=names, show_progress=False)
    tokenizer.train_from_iterator([word for text in texts for word in text.split()], trainer)
    learned = json.loads(tokenizer.to_str())["model"]
    vocab = {name: i for i, name in enumerate(names + bytes_)}
    for piece in learned["vocab"]:
        vocab.setdefault(piece, len(vocab))
    merges = [tuple(pair) if isinstance(pair, list) else tuple(pair.split(" ")) for pair in learned["merges"]]
    made = Tokenizer(models.BPE(vocab, merges, byte_fallback=True, unk_token="<unk>", fuse_unk=True))
    made.normalizer = tokenizer.normalizer
    made.decoder = decoders.Sequence(
        [decoders.Replace("▁", " "), decoders.ByteFallback(), decoders.Fuse(), decoders.Strip(" ", 1, 0)]
    )
    made.post_processor = processors.TemplateProcessing(single="<s> $A", special_tokens=[("<s>", 1)])
    made.add_special_tokens(names)
    return made
