"""Write a trained adapter as a LoRA in GGUF (float16), as llama.cpp loads it.

Needs torch, numpy and gguf.
"""

from __future__ import annotations

import argparse
from pathlib import Path

from data import GGUF_NAMES


def main() -> None:
    """Read the adapter and write the GGUF that the command line names."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("adapter", type=Path, help="what train.py wrote (.pt)")
    parser.add_argument("out", type=Path, help="the GGUF to write")
    options = parser.parse_args()
    export(options.adapter, options.out)


def export(adapter: Path, out: Path) -> None:
    """Write *adapter* to *out*; its alpha is twice its rank, as in training."""
    import gguf
    import numpy as np
    import torch

    state = torch.load(adapter, map_location="cpu", weights_only=True)
    rank = next(weight.shape[0] for name, weight in state.items() if name.endswith(".A"))
    writer = gguf.GGUFWriter(str(out), "gemma3")
    writer.add_type(gguf.GGUFType.ADAPTER)
    writer.add_string("adapter.type", "lora")
    writer.add_float32("adapter.lora.alpha", 2.0 * rank)
    writer.add_name("duizhao-en-zh")
    for key, weight in state.items():
        layer, name, which = key.split(".")
        tensor = f"blk.{layer}.{GGUF_NAMES[name]}.weight.lora_{which.lower()}"
        writer.add_tensor(tensor, weight.float().numpy().astype(np.float16))
    writer.write_header_to_file()
    writer.write_kv_data_to_file()
    writer.write_tensors_to_file()
    writer.close()


if __name__ == "__main__":
    main()
