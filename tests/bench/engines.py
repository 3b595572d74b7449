"""How fast the engines are: the built-in one on an article, Argos beside argostranslate itself.

The built-in engine gets the terms of the shipped glossary, as the server gives them. Two minutes
in all on two quiet cores. CPU seconds tell more than seconds where the machine is shared.
"""

from __future__ import annotations

import os
import resource
import subprocess
import sys
import tempfile
import time
import zipfile
from pathlib import Path

from tests.small_models import SENTENCES, build_argosmodel

ARTICLE = Path(__file__).parent / "article.txt"
SLOTS = 6
_PARAGRAPHS = [" ".join(SENTENCES[:4])] * 2


def run() -> None:
    """Print sentences and words a second, seconds to the first result, and peak memory."""
    with tempfile.TemporaryDirectory() as folder:
        # A process of its own, as peak memory never goes down.
        subprocess.run([sys.executable, "-m", __name__, folder, str(SLOTS)], check=True)
        _argos(Path(folder))


def builtin(folder: Path, slots: int) -> None:
    """Print the row of the built-in engine with so many *slots*, loading included."""
    from glossary import Matcher, shipped
    from reader.translation.base_model import ADAPTER, assembled
    from reader.translation.engine import Request
    from reader.translation.gguf import builtin_engine
    from reader.translation.pipeline import hints

    base = assembled(folder)
    matcher = Matcher(shipped())
    sentences = [line for line in ARTICLE.read_text("utf-8").splitlines() if line]
    requests = [Request(text, hints(matcher.find(text))) for text in sentences]
    engine = builtin_engine(lambda: base, ADAPTER, slots=slots)
    start, cpu = time.perf_counter(), time.process_time()
    drafts = engine.translate(requests)
    next(drafts)
    first = time.perf_counter() - start
    list(drafts)
    seconds, cpu = time.perf_counter() - start, time.process_time() - cpu
    words = sum(len(text.split()) for text in sentences)
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(
        f"built-in, {slots} slots: {len(sentences)} sentences in {seconds:.1f} s "
        f"({cpu:.1f} CPU s), {len(sentences) / seconds:.2f} sentences/s, "
        f"{words / seconds:.1f} words/s, first after {first:.1f} s, peak {memory:.0f} MB",
        flush=True,
    )


def _argos(folder: Path) -> None:
    """Compare our adapter, argostranslate and bare CTranslate2 on one model of the real shape."""
    from reader.translation.argos import MOST_TOKENS, ArgosEngine
    from reader.translation.argos_package import open_package
    from reader.translation.engine import Request

    archive = build_argosmodel(
        folder / "real.argosmodel", layers=6, width=512, heads=8, vocabulary=32_000
    )
    with zipfile.ZipFile(archive) as opened:
        opened.extractall(folder)
    package_folder = next(folder.glob("translate-*"))
    package = open_package(package_folder)
    texts = [text for _ in _PARAGRAPHS for text in SENTENCES[:4]]

    engine = ArgosEngine(package_folder)
    next(engine.translate([Request("Warm up.")]))
    start = time.perf_counter()
    list(engine.translate([Request(text) for text in texts]))
    ours = time.perf_counter() - start

    tokens = [[piece.text for piece in package.encode(text)] for text in texts]
    bare = _bare(package_folder, tokens, MOST_TOKENS)
    theirs = _argostranslate(package_folder)
    print(f"Argos adapter: {len(texts) / ours:.2f} sentences/s")
    print(f"  {theirs / ours:.2f} times as fast as argostranslate by paragraph")
    print(f"  {bare / ours:.2f} of a bare translate_batch")


def _bare(folder: Path, tokens: list[list[str]], longest: int) -> float:
    import ctranslate2

    cores = os.cpu_count() or 1
    translator = ctranslate2.Translator(str(folder / "model"), inter_threads=cores, intra_threads=1)
    translator.translate_batch(tokens[:1])
    start = time.perf_counter()
    translator.translate_batch(
        tokens,
        beam_size=4,
        length_penalty=1.0,
        max_batch_size=-(-len(tokens) // cores),
        max_decoding_length=longest,
    )
    return time.perf_counter() - start


def _argostranslate(folder: Path) -> float:
    """Return the seconds of argostranslate for the same paragraphs, its sentences given.

    Its own splitter would be downloaded; everything else is as it does it.
    """
    import ctranslate2
    from argostranslate import settings
    from argostranslate.package import Package
    from argostranslate.translate import apply_packaged_translation

    class Given:
        def split_sentences(self, text: str) -> list[str]:
            return list(SENTENCES[:4])

    package = Package(folder)
    translator = ctranslate2.Translator(
        str(folder / "model"),
        inter_threads=settings.inter_threads,
        intra_threads=settings.intra_threads,
    )
    apply_packaged_translation(package, "Warm up.", translator, Given(), 1)
    start = time.perf_counter()
    for paragraph in _PARAGRAPHS:
        apply_packaged_translation(package, paragraph, translator, Given(), 1)
    return time.perf_counter() - start


if __name__ == "__main__":
    builtin(Path(sys.argv[1]), int(sys.argv[2]))
