"""What cannot be is refused, with a sentence that says what to do; nothing is recorded then."""

from typing import Any

import pytest
from life import KELAK, NK_000, NK_001, PKS_002, Semua

from naskah.model.galat import NaskahError
from naskah.model.pendaftaran import Pendaftaran
from naskah.registry.registration import register
from naskah.registry.verification import read_head

KAHAR = ("kahar-terjadi", "2026-03-13", {"uraian": "banjir"})
AKHIR = ("diakhiri", "2027-01-11", {"alasan": "tujuan tercapai"})
TEGURAN = ("kejadian", "2026-05-04", {"acuan": "teguran-diterima"})
MONEV = "pemantauan dan evaluasi serta laporan bersama"

Peristiwa = tuple[str, str, dict[str, Any]]


def notice(tanggal: str, hal: str = "lain", **lain: str) -> Peristiwa:
    return ("pemberitahuan", tanggal, {"hal": hal, **lain})


def correct(peristiwa: int, tanggal: str = "2030-07-01") -> Peristiwa:
    return ("koreksi", tanggal, {"peristiwa": peristiwa, "alasan": "salah catat"})


TOLAK: list[tuple[str, list[Peristiwa], Peristiwa, str]] = [
    (PKS_002, [], ("laporan", "2025-04-28", {}), "28 April 2025 mendahului penandatanganan; periksa tanggalnya"),
    (PKS_002, [], ("laporan", "2040-01-02", {}), "tanggal 2 Januari 2040 belum tiba; catat sesudah terjadi"),
    (PKS_002, [], ("kahar-berakhir", "2026-01-01", {}),
     'tidak dapat terjadi ketika perjanjian "berlaku" pada 1 Januari 2026; hanya ketika dalam keadaan kahar'),
    (PKS_002, [AKHIR], ("kahar-terjadi", "2027-01-12", {"uraian": "gempa"}), 'ketika perjanjian "diakhiri"'),
    (PKS_002, [AKHIR], notice("2027-02-01"), 'ketika perjanjian "diakhiri"'),
    (PKS_002, [AKHIR], ("diakhiri", "2027-02-01", {"alasan": "tujuan tercapai"}), 'ketika perjanjian "diakhiri"'),
    (PKS_002, [("digantikan", "2027-01-11", {"oleh": NK_001})], ("digantikan", "2027-02-01", {"oleh": NK_000}),
     'ketika perjanjian "digantikan"'),
    # What is recorded already stays possible.
    (PKS_002, [KAHAR], ("diakhiri", "2026-03-10", {"alasan": "tujuan tercapai"}),
     "sudah tercatat peristiwa 7 (kahar-terjadi, 13 Maret 2026), yang tidak dapat terjadi lagi karena perjanjian"
     ' menjadi "diakhiri". Catat koreksi atas peristiwa 7 lebih dahulu'),
    (PKS_002, [KAHAR, ("kahar-berakhir", "2026-04-01", {})], correct(7, "2026-05-15"),
     "sudah tercatat peristiwa 8 (kahar-berakhir, 1 April 2026), yang tidak dapat terjadi lagi"),
    (PKS_002, [TEGURAN], ("ditandatangani", "2026-06-01", {}), "peristiwa 7 (kejadian, 4 Mei 2026)"),
    (PKS_002, [KAHAR, ("kahar-berakhir", "2026-04-01", {})], ("ditandatangani", "2026-06-01", {}),
     "peristiwa 7 (kahar-terjadi, 13 Maret 2026) mendahului penandatanganan pada 1 Juni 2026"),
    (PKS_002, [("diadendum", "2026-05-04", {"selama": "1 tahun"})], ("diakhiri", "2026-01-01", AKHIR[2]),
     "Adendum Kesatu ditandatangani atau berlaku 4 Mei 2026, ketika perjanjiannya akan sudah selesai"),
    (PKS_002, [("diadendum", "2030-04-01", {"selama": "1 tahun"}), notice("2030-06-01")], correct(7),
     "sudah tercatat peristiwa 8 (pemberitahuan, 1 Juni 2030)"),
    # Fields.
    (PKS_002, [], ("kahar-terjadi", "2026-03-13", {}), 'uraian: wajib diisi pada peristiwa "kahar-terjadi": apa yang'),
    (PKS_002, [], ("kahar-terjadi", "2026-03-13", {"uraian": "x", "sebab": "y"}),
     'sebab: tidak dikenal pada peristiwa "kahar-terjadi". Yang ada: uraian.'),
    (PKS_002, [], ("kahar-terjadi", "2026-03-13", {"uraian": "a\x07b"}), "uraian: memuat karakter kendali"),
    (PKS_002, [], ("kahar-terjadi", "2026-03-13", {"uraian": "a" * 2001}), "uraian: terlalu panjang (2001 huruf)"),
    (PKS_002, [], ("wanprestasi", "2026-03-13", {"pihak": 3, "uraian": "x"}),
     "pihak: perjanjian ini hanya mempunyai 2 PIHAK, bukan 3"),
    (PKS_002, [], ("wanprestasi", "2026-03-13", {"pihak": "kedua", "uraian": "x"}),
     'pihak: "kedua" bukan nomor urut PIHAK; tulis bilangan bulat mulai dari 1'),
    (PKS_002, [], ("wanprestasi", "2026-03-13", {"pihak": 0, "uraian": "x"}), 'pihak: "0" bukan nomor urut PIHAK'),
    (PKS_002, [], ("laporan", "2026-03-13", {"untuk": "31 Februari 2026"}), "untuk: "),
    (PKS_002, [], ("kabar", "2026-03-13", {}), 'jenis peristiwa "kabar" tidak dikenal. '),
    (PKS_002, [], ("kegiatan-dilaporkan", "2026-03-13", {}), "dicatat dengan: naskah registri lapor"),
    # Notices and answers.
    (PKS_002, [], notice("2026-03-13", "libur"), 'hal: "libur" tidak ada dalam pilihan: perpanjangan'),
    (PKS_002, [], notice("2026-03-13", "lain", diterima="2026-03-12"),
     "diterima: 12 Maret 2026 harus antara tanggal surat dan hari ini"),
    (PKS_002, [], notice("2026-03-13", "lain", diterima="2041-01-01"),
     "diterima: 1 Januari 2041 harus antara tanggal surat dan hari ini"),
    (PKS_002, [], notice("2026-03-13", "pengakhiran"),
     "berakhir: wajib diisi pada pemberitahuan pengakhiran"),
    (PKS_002, [], notice("2026-03-13", "perubahan-alamat"),
     "berlaku: wajib diisi pada pemberitahuan perubahan-alamat"),
    (PKS_002, [], notice("2026-03-13", "perpanjangan", berakhir="2026-04-01"),
     "berakhir: hanya untuk pemberitahuan pengakhiran; hapus, atau ganti halnya"),
    (PKS_002, [], notice("2026-03-13", "pengakhiran", berakhir="2026-03-12"),
     "berakhir: 12 Maret 2026 mendahului pemberitahuannya"),
    (PKS_002, [], ("jawaban", "2026-03-13", {"atas": 3, "isi": "setuju"}),
     "atas: peristiwa 3 bukan pemberitahuan pada perjanjian ini. Catat pemberitahuannya lebih dahulu"),
    (PKS_002, [notice("2026-03-01")], ("jawaban", "2026-03-13", {"atas": 3, "isi": "setuju"}),
     "Yang ada: 7"),
    (PKS_002, [notice("2026-03-14")], ("jawaban", "2026-03-13", {"atas": 7, "isi": "setuju"}),
     "atas: pemberitahuannya baru 14 Maret 2026, sesudah jawaban ini"),
    # Promises.
    (NK_001, [], ("laporan", "2026-03-13", {"hal": "monev"}), 'hal: tidak ada kewajiban berkala "monev". Yang ada: '),
    (NK_001, [], ("laporan", "2026-03-13", {}), "hal: ada beberapa kewajiban berkala, sebutkan salah satu: "),
    (NK_001, [], ("laporan", "2026-03-13", {"hal": MONEV, "untuk": "2026-02-04"}),
     "tidak ada tenggat terbuka yang cocok pada hari itu. Yang terbuka: "),
    (PKS_002, [], ("kejadian", "2026-03-13", {"acuan": "kahar-terjadi"}),
     'acuan: untuk "kahar-terjadi" catat peristiwa berjenis kahar-terjadi'),
    (PKS_002, [], ("kejadian", "2026-03-13", {"acuan": "tanggal-berakhir-dikehendaki"}), "berjenis pemberitahuan"),
    (PKS_002, [], ("kejadian", "2026-03-13", {"acuan": "teguran"}),
     'acuan: tidak ada ketentuan yang mengacu pada "teguran". Yang ada: teguran-diterima'),
    (PKS_002, [], ("dipenuhi", "2025-07-13", {"hal": "serah terima"}),
     "tidak ada tenggat terbuka yang cocok pada hari itu. Yang terbuka: laporan pemantauan dan evaluasi"
     " (28 Oktober 2025); pemberitahuan-perpanjangan (29 Maret 2030); akhir-jangka-waktu (28 April 2030)"),
    (PKS_002, [("laporan", "2025-10-01", {})], ("dipenuhi", "2026-03-13",
     {"hal": "laporan pemantauan dan evaluasi", "untuk": "2025-10-28"}), "tidak ada tenggat terbuka yang cocok"),
    # Endings.
    (PKS_002, [], ("diakhiri", "2026-03-13", {"alasan": "tujuan tercapai", "per": "2025-04-28"}),
     "per: 28 April 2025 mendahului penandatanganan"),
    (PKS_002, [], ("diakhiri", "2026-03-13", {"alasan": "tujuan tercapai", "per": "2030-04-29"}),
     "per: 29 April 2030 melewati hari terakhirnya, 28 April 2030"),
    (PKS_002, [], ("diakhiri", "2030-05-01", {"alasan": "tujuan tercapai"}),
     'alasan: jangka waktunya sudah berakhir pada 1 Mei 2030; pakai "jangka waktu berakhir"'),
    (PKS_002, [], ("diakhiri", "2030-05-01", {"alasan": "jangka waktu berakhir", "per": "2030-04-28"}),
     "per: kosongkan"),
    (PKS_002, [], ("diakhiri", "2030-04-28", {"alasan": "jangka waktu berakhir"}),
     "alasan: jangka waktunya belum berakhir pada 28 April 2030; catat sesudah hari terakhirnya"),
    (PKS_002, [], ("digantikan", "2026-03-13", {"oleh": PKS_002}), "tidak dapat menggantikan dirinya sendiri"),
    (PKS_002, [], ("digantikan", "2026-03-13", {"oleh": "x"}), 'oleh: "x" belum terdaftar. Daftarkan perjanjian'),
    # Corrections.
    (PKS_002, [], correct(1, "2026-05-15"), "1 bukan peristiwa perjanjian ini"),
    (PKS_002, [], correct(3, "2026-05-15"), "didaftarkan tidak dapat dikoreksi"),
    (PKS_002, [KAHAR, correct(7, "2026-05-15")],
     correct(7, "2026-05-16"), "peristiwa: 7 sudah dikoreksi"),
    (PKS_002, [KAHAR, correct(7, "2026-05-15")],
     correct(8, "2026-05-15"), "koreksi tidak dapat dikoreksi"),
    (PKS_002, [notice("2026-03-01"), ("jawaban", "2026-03-02", {"atas": 7, "isi": "setuju"})],
     correct(7, "2026-05-15"), "8 (jawaban) bergantung padanya. Koreksi yang itu"),
    (PKS_002, [("diadendum", "2026-03-01", {"selama": "1 tahun"}), ("diadendum", "2026-04-01", {"selama": "1 tahun"})],
     correct(7, "2026-05-15"), "8 (diadendum) bergantung padanya"),
    # Adenda.
    (PKS_002, [], ("diadendum", "2026-03-13", {}), "sebutkan apa yang diubah"),
    (PKS_002, [], ("diadendum", "2026-03-13", {"selama": "1 tahun", "menjadi": "6 tahun"}), "isi salah satu"),
    (PKS_002, [], ("diadendum", "2030-04-20", {"selama": "1 tahun", "berlaku": "2030-05-01"}),
     'mulai berlaku 1 Mei 2030, ketika perjanjiannya "berakhir"'),
    (PKS_002, [("kahar-terjadi", "2029-03-13", {"uraian": "x"})], ("diadendum", "2026-03-13", {"menjadi": "2 tahun"}),
     "peristiwa 7 (kahar-terjadi, 13 Maret 2029) sudah tercatat, padahal menurut data yang baru"),
]  # fmt: skip


@pytest.mark.parametrize(("perjanjian", "sebelum", "peristiwa", "pesan"), TOLAK)
def test_what_cannot_be_is_refused(
    semua: Semua, perjanjian: str, sebelum: list[Peristiwa], peristiwa: Peristiwa, pesan: str
) -> None:
    hidup = semua[perjanjian]
    for jenis, tanggal, isian in sebelum:
        hidup.catat(jenis, tanggal, **isian)
    kepala, rincian = read_head(hidup.registry), hidup.rincian
    jenis, tanggal, isian = peristiwa
    with pytest.raises(NaskahError) as galat:
        hidup.catat(jenis, tanggal, **isian)
    assert pesan in str(galat.value)
    assert (read_head(hidup.registry), hidup.rincian) == (kepala, rincian)


def test_all_that_is_wrong_is_said_at_once(semua: Semua) -> None:
    with pytest.raises(NaskahError) as galat:
        semua[PKS_002].catat("pemberitahuan", "2026-03-13", hal="perpanjangan", dari=3, berakhir="2026-01-01")
    assert [g.pesan.split(":")[0] for g in galat.value.galat] == ["dari", "berakhir", "berakhir"]


def test_the_same_event_twice_is_refused(semua: Semua) -> None:
    semua[PKS_002].catat("laporan", "2025-10-01")
    with pytest.raises(NaskahError, match="peristiwa yang sama sudah tercatat"):
        semua[PKS_002].catat("laporan", "2025-10-01")


def test_facts_that_make_recorded_events_impossible_are_refused(semua: Semua) -> None:
    hidup = semua["perda-ntt-2-2026"]
    hidup.catat("laporan", "2026-07-20", hal="laporan pelaksanaan")
    isi = {"id": hidup.id, "jenis": "peraturan-daerah", "judul": "x", "tanggal": "2026-08-01"}
    with pytest.raises(NaskahError, match='menurut data yang baru perjanjian pada hari itu "rancangan"'):
        register(hidup.registry, Pendaftaran.model_validate(isi), oleh="x", waktu=KELAK, perbarui=True)
    pendek = {**isi, "tanggal": "2026-05-04", "ketentuan": [
        {"jenis": "jangka-waktu", "lama": "1 bulan", "sumber": "Pasal 1"},
    ]}  # fmt: skip
    assert register(hidup.registry, Pendaftaran.model_validate(pendek), oleh="x", waktu=KELAK, perbarui=True)
    hidup.catat("diarsipkan", "2026-06-10", salinan="asli", tempat="lemari")


def test_fewer_parties_than_an_event_names_are_refused(semua: Semua) -> None:
    hidup = semua["kb-babel-2020"]
    hidup.catat("pejabat-diganti", "2021-01-01", pihak=2, nama="Ani")
    isi = {
        "id": hidup.id, "jenis": "kesepakatan-bersama", "judul": "x", "tanggal": "2020-09-21",
        "pihak": [{"sebutan": "PIHAK KESATU", "nama": "Pemerintah Provinsi"}],
    }  # fmt: skip
    with pytest.raises(NaskahError, match="menyebut PIHAK urutan 2, padahal perjanjian ini hanya mempunyai 1 PIHAK"):
        register(hidup.registry, Pendaftaran.model_validate(isi), oleh="x", waktu=KELAK, perbarui=True)
