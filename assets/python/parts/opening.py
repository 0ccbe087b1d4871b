import torch
from transformers import AutoModelForCausalLM, AutoTokenizer

folder = "assets/model"

tokenizer = AutoTokenizer.from_pretrained(folder)
model = AutoModelForCausalLM.from_pretrained(folder, dtype=torch.float32).eval()
