"""Build small real models on the spot: no download, no torch."""

from __future__ import annotations

import io
import json
import tempfile
import zipfile
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import numpy as np

SENTENCES = (
    "The two leaders held a telephone call in Geneva in June.",
    "China and the United States agreed to hold a new round of talks.",
    "Trade, student exchanges and climate change are on the table.",
    "The trade war caused a direct halt in bilateral trade in 2025.",
    "两国领导人六月在日内瓦通了电话。",
    "中国和美国同意举行新一轮会谈。",
    "贸易、留学生交流和气候变化都在讨论之列。",
    "贸易战导致双边贸易在2025年直接停滞。",
)
METADATA = {
    "package_version": "0.1",
    "argos_version": "1.9",
    "from_code": "en",
    "from_name": "English",
    "to_code": "zh",
    "to_name": "Chinese",
}


def build_argosmodel(
    path: Path,
    *,
    layers: int = 1,
    width: int = 16,
    heads: int = 2,
    vocabulary: int = 0,
    metadata: Mapping[str, object] = METADATA,
    extra: Mapping[str, bytes] | None = None,
) -> Path:
    """Write a working `.argosmodel` with random weights to *path*, and return *path*.

    *vocabulary* pads the vocabulary to that many tokens (0: as many as the tokenizer has).
    *extra* are further archive members by name. The real en→zh package is 6 layers, 512 wide,
    8 heads, 32,000 tokens.
    """
    tokenizer, tokens = _tokenizer()
    tokens += [f"<unused{index}>" for index in range(len(tokens), vocabulary)]
    root = "translate-en_zh-0_1"
    with tempfile.TemporaryDirectory() as folder:
        _save_model(Path(folder), tokens, layers, width, heads)
        with zipfile.ZipFile(path, "w") as archive:
            archive.writestr(f"{root}/metadata.json", json.dumps(dict(metadata)))
            archive.writestr(f"{root}/sentencepiece.model", tokenizer)
            for file in sorted(Path(folder).iterdir()):
                archive.write(file, f"{root}/model/{file.name}")
            for name, content in (extra or {}).items():
                archive.writestr(name, content)
    return path


def _tokenizer() -> tuple[bytes, list[str]]:
    import sentencepiece

    written = io.BytesIO()
    sentencepiece.SentencePieceTrainer.train(
        sentence_iterator=iter(SENTENCES * 4),
        model_writer=written,
        vocab_size=160,
        hard_vocab_limit=False,
        character_coverage=1.0,
        minloglevel=2,
    )
    model = written.getvalue()
    processor = sentencepiece.SentencePieceProcessor(model_proto=model)
    return model, [processor.id_to_piece(index) for index in range(processor.get_piece_size())]


def _save_model(folder: Path, tokens: list[str], layers: int, width: int, heads: int) -> None:
    import ctranslate2

    spec = ctranslate2.specs.TransformerSpec.from_config(layers, heads)
    spec.register_source_vocabulary(tokens)
    spec.register_target_vocabulary(tokens)
    random = np.random.default_rng(0)
    _fill(spec.encoder, random, width, len(tokens))
    _fill(spec.decoder, random, width, len(tokens))
    spec.validate()
    spec.optimize(quantization="int8")
    spec.save(str(folder))


def _fill(stack: Any, random: np.random.Generator, width: int, tokens: int) -> None:
    def array(*shape: int) -> Any:
        return (random.standard_normal(shape) * 0.1).astype(np.float32)

    def linear(spec: Any, rows: int, columns: int) -> None:
        spec.weight, spec.bias = array(rows, columns), array(rows)

    def norm(spec: Any) -> None:
        spec.gamma, spec.beta = np.ones(width, np.float32), np.zeros(width, np.float32)

    embeddings = stack.embeddings[0] if isinstance(stack.embeddings, list) else stack.embeddings
    embeddings.weight = array(tokens, width)
    for layer in stack.layer:
        for name in ("self_attention", "attention"):
            attention = getattr(layer, name, None)
            if attention is None:
                continue
            sizes = (3, 1) if name == "self_attention" else (1, 2, 1)
            for part, size in zip(attention.linear, sizes, strict=True):
                linear(part, size * width, width)
            norm(attention.layer_norm)
        linear(layer.ffn.linear_0, 4 * width, width)
        linear(layer.ffn.linear_1, width, 4 * width)
        norm(layer.ffn.layer_norm)
    norm(stack.layer_norm)
    if hasattr(stack, "projection"):
        linear(stack.projection, tokens, width)
