"""A long batch takes no more memory than a short one."""

import subprocess
import sys

from small_batch import make_row

# What the kernel says was the most; the process measures itself, so that nothing of the tests counts.
_JALANKAN = """
import re, sys
from pathlib import Path
from naskah.batch.run import Pilihan, run_batch
from naskah.batch.sheet import Lembar
rancangan, data, folder = map(Path, sys.argv[1:])
hasil = run_batch(Pilihan(rancangan, Lembar(data), folder))
memori = int(re.search(r"VmHWM:\\s+(\\d+)", Path("/proc/self/status").read_text())[1]) // 1024
print(hasil.terbit.ditulis, memori)
"""


def peak(ruang, banyak):
    data = ruang.csv(make_row(i) for i in range(1, banyak + 1))
    perintah = [sys.executable, "-c", _JALANKAN, ruang.rancangan, data, ruang.folder / f"hasil-{banyak}"]
    hasil = subprocess.run(perintah, capture_output=True, text=True, check=True)
    ditulis, memori = map(int, hasil.stdout.split())
    assert ditulis == banyak
    return memori


def test_memory_does_not_grow_with_the_rows(ruang):
    sedikit, banyak = peak(ruang, 1_000), peak(ruang, 20_000)
    # What must be remembered of each row: its id, name and numbers. The documents alone would be 190 MB.
    assert banyak < sedikit + 30
