"""PDFs of a batch: one LibreOffice run for each worker's share, made again only where missing."""

import subprocess

import pytest
from small_batch import make_row

from naskah.batch.pdf import PDF_TERBANYAK, convert_chunk, split_work
from naskah.model.galat import NaskahError


@pytest.mark.parametrize("pekerja", [1, 2])
def test_every_document_gets_its_pdf(ruang, pekerja):
    hasil = ruang.run(ruang.csv(make_row(i) for i in range(1, 5)), pdf=True, pekerja=pekerja)
    assert (hasil.terbit.ditulis, hasil.terbit.pdf) == (4, 4)
    assert ruang.documents() == sorted(f"pks-{i}.{akhiran}" for i in range(1, 5) for akhiran in ("docx", "pdf"))
    teks = subprocess.run(["pdftotext", ruang.hasil / "pks-3.pdf", "-"], capture_output=True, text=True, check=True)
    assert "Desa 3" in teks.stdout


def test_only_the_missing_pdfs_are_made(ruang):
    data = ruang.csv(make_row(i) for i in range(1, 4))
    ruang.run(data, pdf=True)
    (ruang.hasil / "pks-2.pdf").unlink()
    (ruang.hasil / "pks-3.docx").unlink()
    hasil = ruang.run(data, pdf=True)
    assert (hasil.terbit.ditulis, hasil.terbit.pdf) == (1, 1)


def test_one_document_that_cannot_be_converted_is_named_though_others_went_with_it(ruang):
    ruang.run(ruang.csv(make_row(i) for i in range(1, 5)))
    isi = [(f"pks-{i}", (ruang.hasil / f"pks-{i}.docx").read_bytes()) for i in range(1, 5)]
    isi[2] = ("rusak", b"PK\x03\x04 terpotong")
    with pytest.raises(NaskahError, match="rusak"):
        convert_chunk(isi)


@pytest.mark.parametrize(
    ("banyak", "pekerja", "bagian"),
    [(0, 2, []), (1, 2, [1]), (5, 2, [3, 2]), (2 * PDF_TERBANYAK + 1, 2, [PDF_TERBANYAK, PDF_TERBANYAK, 1])],
)
def test_the_work_is_shared_out_in_as_few_runs_as_there_are_workers(banyak, pekerja, bagian):
    assert [len(satu) for satu in split_work(list(range(banyak)), pekerja)] == bagian
