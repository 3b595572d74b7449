"""What training, export and evaluation share: the prompt, the pairs, the adapter's names."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

# The parts of a Gemma layer that get an adapter, and llama.cpp's names for their weights.
PARTS = {
    "self_attn": {
        "q_proj": "attn_q",
        "k_proj": "attn_k",
        "v_proj": "attn_v",
        "o_proj": "attn_output",
    },
    "mlp": {"gate_proj": "ffn_gate", "up_proj": "ffn_up", "down_proj": "ffn_down"},
}
GGUF_NAMES = {name: gguf for names in PARTS.values() for name, gguf in names.items()}


@dataclass(frozen=True, slots=True)
class Pair:
    """An English sentence, its Chinese, and its terms: "" or "source=target; source=target"."""

    english: str
    chinese: str
    terms: str = ""


def read_pairs(path: Path) -> Iterator[Pair]:
    """Yield the pairs of a JSON Lines file with the fields `en`, `zh` and, if any, `terms`."""
    with path.open(encoding="utf-8") as lines:
        for line in lines:
            row = json.loads(line)
            yield Pair(row["en"], row["zh"], row.get("terms", ""))


def prompt(english: str, terms: str = "") -> str:
    """Return the prompt; `reader.translation.gguf.prompt` writes the same one."""
    return (f"Terms: {terms}\n" if terms else "") + f"English: {english}\nChinese:\n"
