"""Train the LoRA adapter that makes Gemma 3 270M an English to Chinese translator.

The base is the GGUF that llama.cpp will run, dequantised, so that the adapter also learns to make
up for the quantisation. Runs on a GPU, or slowly on a CPU (about 5 pairs a second on 2 cores).
Needs torch, transformers, accelerate and gguf; see the README beside this file.
"""

from __future__ import annotations

import argparse
import math
import random
import time
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

from data import PARTS, prompt, read_pairs

if TYPE_CHECKING:
    import torch

LONGEST = 220  # tokens of prompt and translation together; longer pairs are left out
SORTED_AT_ONCE = 4000  # pairs sorted by length together, so that little of a batch is padding
WARM_UP = 60  # steps
Example = tuple[list[int], list[int]]


def arguments() -> argparse.Namespace:
    """Read the command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--base", type=Path, required=True, help="the base model, a GGUF")
    parser.add_argument("--pairs", type=Path, required=True, help="pairs, JSON Lines")
    parser.add_argument("--out", type=Path, required=True, help="where the adapter goes (.pt)")
    parser.add_argument("--init", type=Path, help="an adapter to go on from")
    parser.add_argument("--minutes", type=float, default=60)
    parser.add_argument("--lr", type=float, default=4e-4)
    parser.add_argument("--rank", type=int, default=32)
    parser.add_argument("--tokens", type=int, default=3000, help="tokens in a batch")
    parser.add_argument("--seed", type=int, default=0)
    return parser.parse_args()


def add_adapters(model: Any, rank: int) -> dict[str, Any]:
    """Put a LoRA around every linear layer named in PARTS; return them by `layer.name`."""
    import torch

    class Lora(torch.nn.Module):
        """A frozen linear layer plus a trained product of two thin matrices (Hu et al. 2021)."""

        def __init__(self, linear: Any) -> None:
            super().__init__()
            rows, columns = linear.weight.shape
            device = linear.weight.device
            self.linear, self.scale = linear, 2.0
            self.A = torch.nn.Parameter(torch.randn(rank, columns, device=device) / columns**0.5)
            self.B = torch.nn.Parameter(torch.zeros(rows, rank, device=device))

        def forward(self, x: torch.Tensor) -> torch.Tensor:
            change = x @ self.A.to(x.dtype).T @ self.B.to(x.dtype).T
            return self.linear(x) + change * self.scale  # type: ignore[no-any-return]

    for parameter in model.parameters():
        parameter.requires_grad_(False)
    adapters = {}
    for index, layer in enumerate(model.model.layers):
        for part, names in PARTS.items():
            for name in names:
                adapter = Lora(getattr(getattr(layer, part), name))
                setattr(getattr(layer, part), name, adapter)
                adapters[f"{index}.{name}"] = adapter
    return adapters


def load_adapters(adapters: dict[str, Any], path: Path) -> None:
    """Read the weights of an adapter that `save_adapters` wrote."""
    import torch

    state = torch.load(path, map_location="cpu", weights_only=True)
    for key, adapter in adapters.items():
        adapter.A.data.copy_(state[f"{key}.A"])
        adapter.B.data.copy_(state[f"{key}.B"])


def save_adapters(adapters: dict[str, Any], path: Path) -> None:
    """Write the weights of the adapter."""
    import torch

    state = {
        f"{key}.{name}": getattr(adapter, name).detach().cpu()
        for key, adapter in adapters.items()
        for name in "AB"
    }
    torch.save(state, path)


def examples(tokenizer: Any, pairs: Path) -> list[Example]:
    """Return (prompt tokens, translation tokens and end mark) of all pairs short enough."""
    found = []
    for pair in read_pairs(pairs):
        asked = tokenizer(prompt(pair.english, pair.terms)).input_ids
        if asked[0] != tokenizer.bos_token_id:
            asked = [tokenizer.bos_token_id, *asked]
        answer = tokenizer(pair.chinese, add_special_tokens=False).input_ids
        answer.append(tokenizer.eos_token_id)
        if len(asked) + len(answer) <= LONGEST:
            found.append((asked, answer))
    return found


def batches(data: list[Example], most_tokens: int) -> Iterator[list[Example]]:
    """Yield all examples once, in random batches of examples of like length."""
    order = random.sample(data, len(data))
    made = []
    for start in range(0, len(order), SORTED_AT_ONCE):
        batch: list[Example] = []
        for example in sorted(order[start : start + SORTED_AT_ONCE], key=_size):
            # Sorted by length: the newest is the longest, and sets the width of the batch.
            if batch and _size(example) * (len(batch) + 1) > most_tokens:
                made.append(batch)
                batch = []
            batch.append(example)
        made.append(batch)
    random.shuffle(made)
    yield from made


def _size(example: Example) -> int:
    return len(example[0]) + len(example[1])


class Trainer:
    """The model, its adapters and the optimiser."""

    def __init__(self, options: argparse.Namespace) -> None:
        import torch
        from transformers import AutoModelForCausalLM, AutoTokenizer

        self.device = "cuda" if torch.cuda.is_available() else "cpu"
        folder, name = options.base.resolve().parent, options.base.name
        self.tokenizer = AutoTokenizer.from_pretrained(folder, gguf_file=name)
        self.model = AutoModelForCausalLM.from_pretrained(
            folder, gguf_file=name, dtype=torch.bfloat16
        ).to(self.device)
        self.model.config.use_cache = False
        self.adapters = add_adapters(self.model, options.rank)
        if options.init:
            load_adapters(self.adapters, options.init)
        self.data = examples(self.tokenizer, options.pairs)
        self._restrict_vocabulary()
        self.parameters = [weight for one in self.adapters.values() for weight in (one.A, one.B)]
        self.optimiser = torch.optim.AdamW(
            self.parameters, lr=options.lr, betas=(0.9, 0.98), weight_decay=0.0
        )

    def _restrict_vocabulary(self) -> None:
        """Take the softmax over the tokens that occur: of 262,144 they are a tenth."""
        import torch

        used = {token for asked, answer in self.data for token in (*asked, *answer)}
        vocabulary = torch.tensor(sorted(used | set(self.tokenizer.all_special_ids)))
        index = torch.full((len(self.tokenizer),), -1)
        index[vocabulary] = torch.arange(len(vocabulary))
        self.index = index.to(self.device)
        self.head = self.model.lm_head.weight.detach()[vocabulary.to(self.device)].contiguous()

    def step(self, batch: list[Example], rate: float) -> float:
        """Learn from one batch at learning rate *rate*; return its loss."""
        import torch

        ids, attention, wanted = self._tensors(batch)
        hidden = self.model.model(input_ids=ids, attention_mask=attention).last_hidden_state
        logits = (hidden[:, :-1][wanted[:, :-1]] @ self.head.T).float()
        targets = self.index[ids[:, 1:][wanted[:, :-1]]]
        loss = torch.nn.functional.cross_entropy(logits, targets, label_smoothing=0.03)
        for group in self.optimiser.param_groups:
            group["lr"] = rate
        self.optimiser.zero_grad()
        loss.backward()
        torch.nn.utils.clip_grad_norm_(self.parameters, 1.0)
        self.optimiser.step()
        return float(loss.item())

    def _tensors(self, batch: list[Example]) -> tuple[torch.Tensor, torch.Tensor, torch.Tensor]:
        """Return token ids, attention mask, and where the next token is one to learn."""
        import torch

        shape = (len(batch), max(map(_size, batch)))
        ids = torch.full(shape, self.tokenizer.pad_token_id or 0)
        attention, wanted = torch.zeros_like(ids), torch.zeros(shape, dtype=torch.bool)
        for row, (asked, answer) in enumerate(batch):
            size = len(asked) + len(answer)
            ids[row, :size] = torch.tensor(asked + answer)
            attention[row, :size] = 1
            wanted[row, len(asked) - 1 : size - 1] = True
        return ids.to(self.device), attention.to(self.device), wanted.to(self.device)


def main() -> None:
    """Train for the time that was asked for, and write the adapter."""
    options = arguments()
    import torch

    torch.manual_seed(options.seed)
    random.seed(options.seed)
    trainer = Trainer(options)
    print(f"{len(trainer.data)} pairs, {trainer.device}", flush=True)
    start, step, losses = time.monotonic(), 0, 0.0
    done = 0.0
    while done < 1:
        for batch in batches(trainer.data, options.tokens):
            done = (time.monotonic() - start) / (60 * options.minutes)
            if done >= 1:
                break
            cosine = 0.475 * (1 + math.cos(math.pi * done)) + 0.05
            losses += trainer.step(batch, options.lr * min(1, (step + 1) / WARM_UP) * cosine)
            step += 1
            if step % 20 == 0:
                print(f"step {step}, {done:.0%} of the time, loss {losses / 20:.3f}", flush=True)
                losses = 0.0
            if step % 400 == 0:
                save_adapters(trainer.adapters, options.out)
    save_adapters(trainer.adapters, options.out)


if __name__ == "__main__":
    main()
