"""How fast a batch is, against the plain docxtpl loop on the same template, data and machine.

    python benchmarks/batch.py [--rows 2000] [--rounds 5] [--folder /dev/shm] [--memory] [--pdf]

All are measured in turn, round after round, so that whatever else the machine does falls on each alike; what counts
are the ratios of the medians. Ratios to docxtpl are of CPU time, which other programs on a shared machine disturb less
than the clock; two processes against one is by the clock, and needs both cores idle. The loop is
`DocxTemplate(path).render(context, autoescape=True)` and `save`, with the very context that our template gets, already
made. "rendering" makes that context too. "batch" is everything: read the sheet, validate, assemble, render, write,
register. Both are measured on our template, and rendering and docxtpl also on a lean one (lean.py), which is where
docxtpl is at its best; the ratios of the batch are given to either loop.
"""

import argparse
import gc
import io
import os
import resource
import shutil
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

from markupsafe import Markup

sys.path.insert(0, str(Path(__file__).resolve().parent))
from lean import write_lean_template
from sheet import write_csv, write_xlsx

from naskah.assembly.assemble import Susunan, assemble
from naskah.batch.drafting import PengisiBaris
from naskah.batch.run import Pilihan, plan_batch, run_batch
from naskah.batch.sheet import Lembar
from naskah.library.pustaka import Pustaka
from naskah.library.workspace import Workspace
from naskah.rendering.docx import compile_template, render_docx
from naskah.rendering.docx.compile import prepare_template
from naskah.rendering.docx.context import build_context
from naskah.rendering.docx.jinja_parts import CompiledTemplate, compile_parts

HERE = Path(__file__).resolve().parent
DRAFT = HERE / "rancangan.yaml"
LOOP, LEAN_LOOP = "docxtpl loop", "docxtpl loop, lean template"
SAMPLE = 40  # documents of one round of the docxtpl loop, which is slow


class Times(NamedTuple):
    """Milliseconds a document."""

    clock: float
    cpu: float


@contextmanager
def stopwatch(documents: int) -> Iterator[list[Times]]:
    """The times of the block, in a list that is filled when it ends."""
    times: list[Times] = []
    clock, cpu = time.perf_counter(), time.process_time()
    yield times
    times.append(Times((time.perf_counter() - clock) / documents * 1e3, (time.process_time() - cpu) / documents * 1e3))


def make_susunan(data: Path, count: int) -> tuple[list[Susunan], Path]:
    """The assembled drafts of the first rows, and the template."""
    tugas = plan_batch(Pilihan(DRAFT, Lembar(data), Path("unused")))
    pengisi = PengisiBaris(tugas.dasar, tugas.kepala.kolom, tugas.berkas_data)
    pustaka = Pustaka(Workspace(tugas.akar))
    rows = (row for row in Lembar(data).read() if row.nomor > tugas.kepala.nomor)
    return [
        assemble(pengisi.make_draft(row), pustaka) for _, row in zip(range(count), rows, strict=False)
    ], tugas.templat


def time_docxtpl(contexts: list[dict[str, object]], template: Path) -> Times:
    """The obvious loop."""
    from docxtpl import DocxTemplate

    with stopwatch(len(contexts)) as times:
        for context in contexts:
            document = DocxTemplate(template)
            document.render(context, autoescape=True)
            document.save(io.BytesIO())
    return times[0]


def time_rendering(semua: list[Susunan], compiled: CompiledTemplate) -> Times:
    """Our rendering alone."""
    with stopwatch(len(semua)) as times:
        for satu in semua:
            render_docx(satu.naskah, compiled)
    return times[0]


def time_batch(data: Path, folder: Path, rows: int, workers: int) -> Times:
    """A whole batch, in this process or in `workers` others."""
    out, registry = folder / "out", folder / "registry.db"
    with stopwatch(rows) as times:
        result = run_batch(Pilihan(DRAFT, Lembar(data), out, registri=registry, oleh="benchmark", pekerja=workers))
    assert (result.terbit.ditulis, result.terbit.didaftarkan) == (rows, rows), result
    shutil.rmtree(out)
    for file in folder.glob("registry.db*"):
        file.unlink()
    return times[0]


def measure(arguments: argparse.Namespace, folder: Path) -> None:
    rows = arguments.rows
    csv, xlsx = folder / "data.csv", folder / "data.xlsx"
    write_csv(csv, rows)
    write_xlsx(xlsx, rows)
    semua, template = make_susunan(csv, 400)
    contexts = [build_context(satu.naskah, Markup("")) for satu in semua[:SAMPLE]]
    lean = folder / "lean.docx"
    write_lean_template(lean)
    compiled = compile_template(template)
    # Past the check of templates, which refuses this one.
    compiled_lean = compile_parts(lean.name, prepare_template(lean.read_bytes(), lean.name))
    ways: dict[str, Callable[[], Times]] = {
        LOOP: lambda: time_docxtpl(contexts, template),
        LEAN_LOOP: lambda: time_docxtpl(contexts, lean),
        "rendering alone": lambda: time_rendering(semua, compiled),
        "rendering alone, lean template": lambda: time_rendering(semua, compiled_lean),
        "batch from csv, 1 process": lambda: time_batch(csv, folder, rows, 1),
        "batch from xlsx, 1 process": lambda: time_batch(xlsx, folder, rows, 1),
        "batch from csv, 2 processes": lambda: time_batch(csv, folder, rows, 2),
    }
    times: dict[str, list[Times]] = {name: [] for name in ways}
    for _ in range(arguments.rounds):
        for name, way in ways.items():
            times[name].append(way())
    clock = {name: statistics.median(t.clock for t in values) for name, values in times.items()}
    cpu = {name: statistics.median(t.cpu for t in values) for name, values in times.items()}
    print(f"load of the machine: {os.getloadavg()[0]:.1f} on {os.cpu_count()} cores")
    print(f"{'ms a document, medians':<31}{'clock':>8}{'cpu':>8}{'times docxtpl':>15}{'lean':>7}   cpu of all rounds")
    for name, values in times.items():
        ratios = [f"{cpu[loop] / cpu[name]:.1f}" if "2 processes" not in name else "" for loop in (LOOP, LEAN_LOOP)]
        rounds = " ".join(f"{t.cpu:.3f}" for t in values)
        print(f"{name:<31}{clock[name]:>8.3f}{cpu[name]:>8.3f}{ratios[0]:>15}{ratios[1]:>7}   {rounds}")
    pairs = zip(times["batch from csv, 1 process"], times["batch from csv, 2 processes"], strict=True)
    print(
        f"two processes against one, by the clock: {statistics.median(a.clock / b.clock for a, b in pairs):.2f} times"
    )
    print(f"peak memory of this process: {peak_memory():.0f} MB (it holds 400 assembled drafts)")


def peak_memory() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


_MEMORY = """
import gc, re, sys, time
from pathlib import Path
from naskah.batch.run import Pilihan, run_batch
from naskah.batch.sheet import Lembar

if __name__ == "__main__":
    gc.set_threshold(200_000)
    draft, data, out, workers = sys.argv[1:]
    start = time.perf_counter()
    registry = Path(out + ".db")
    options = {"registri": registry, "oleh": "b", "pekerja": int(workers)}
    done = run_batch(Pilihan(Path(draft), Lembar(Path(data)), Path(out), **options))
    seconds = time.perf_counter() - start
    peak = int(re.search(r"VmHWM:\\s+(\\d+)", Path("/proc/self/status").read_text())[1]) // 1024
    print(f"{done.terbit.ditulis} documents, {workers} worker(s): {seconds:.0f} s, peak of the main process {peak} MB")
"""


def measure_memory(rows: int, workers: int, folder: Path) -> None:
    """A batch in a process of its own, and the peak memory of that process."""
    data = folder / f"data-{rows}.csv"
    write_csv(data, rows)
    script = folder / "memory.py"
    script.write_text(_MEMORY)
    subprocess.run([sys.executable, script, DRAFT, data, folder / f"out-{rows}", str(workers)], check=True)
    shutil.rmtree(folder / f"out-{rows}")


def measure_pdf(folder: Path, count: int = 400) -> None:
    data = folder / "data-pdf.csv"
    write_csv(data, count)
    for workers in (1, 2):
        out = folder / f"pdf-{workers}"
        start = time.perf_counter()
        result = run_batch(Pilihan(DRAFT, Lembar(data), out, pdf=True, pekerja=workers))
        seconds = time.perf_counter() - start
        print(f"{result.terbit.pdf} PDF, {workers} worker: {seconds / count * 1000:.0f} ms a document, all included")
        shutil.rmtree(out)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--rows", type=int, default=2000)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--folder", type=Path, default=Path("/dev/shm"), help="where to write; tmpfs unless named")  # noqa: S108
    parser.add_argument("--memory", action="store_true", help="100,000 documents, with their peak memory")
    parser.add_argument("--pdf", action="store_true", help="PDFs of 400 documents")
    arguments = parser.parse_args()
    folder = arguments.folder / f"naskah-benchmark-{os.getpid()}"
    folder.mkdir()
    gc.set_threshold(200_000)  # as the command does (cli.main); the docxtpl loop gets it too
    try:
        if arguments.memory:
            for rows, workers in ((10_000, 1), (100_000, 1), (100_000, 2)):
                measure_memory(rows, workers, folder)
        elif arguments.pdf:
            measure_pdf(folder)
        else:
            measure(arguments, folder)
    finally:
        shutil.rmtree(folder)


if __name__ == "__main__":
    main()
