"""Rules that hold of any agreement and any sequence of events, by random lives in real registries."""

from datetime import date, timedelta
from json import loads
from typing import Any

from hypothesis import assume, given, settings
from hypothesis import strategies as st
from life import KALENDER, Hidup
from random_lives import ID, LANGKAH, MULAI, Langkah, agreements, dump, new_registry, try_record

from naskah.bahasa.durasi import hari_terakhir, parse_durasi
from naskah.model.galat import NaskahError
from naskah.model.pendaftaran import Pendaftaran
from naskah.registry.alerts import count_peringatan, list_peringatan
from naskah.registry.events import read_peristiwa
from naskah.registry.kinds import fold
from naskah.registry.lifecycle.checks import list_impossible
from naskah.registry.projection import read_bahan
from naskah.registry.rebuild import rebuild
from naskah.registry.verification import read_head, verify

HIDUP = settings(max_examples=60, deadline=None)
BANYAK = st.lists(LANGKAH, max_size=9)
TENGGAT = (
    "SELECT tanggal, jenis, ketentuan, pemicu, hal, berlaku_dari, berlaku_sampai, sebab_tutup FROM tenggat"
    " WHERE perjanjian = 'a'"
)


def rows(hidup: Hidup, sql: str) -> list[tuple[Any, ...]]:
    with hidup.registry.read() as conn:
        return conn.execute(sql).fetchall()


def open_on(hidup: Hidup, hari: date) -> set[tuple[Any, ...]]:
    return {satu[:5] for satu in rows(hidup, TENGGAT) if satu[5] <= hari.isoformat() < satu[6]}


@HIDUP
@given(agreements(), BANYAK)
def test_what_is_accepted_is_what_a_rebuild_makes_and_what_is_refused_leaves_no_trace(
    fakta: Pendaftaran, semua: list[Langkah]
) -> None:
    with new_registry(fakta) as hidup:
        for langkah in semua:
            sebelum = (read_head(hidup.registry), dump(hidup.registry))
            if try_record(hidup, langkah) is None:
                assert (read_head(hidup.registry), dump(hidup.registry)) == sebelum
        assert rebuild(hidup.registry).sama
        assert verify(hidup.registry) == []


@HIDUP
@given(agreements(), BANYAK)
def test_states_cover_all_time_and_every_event_was_possible(fakta: Pendaftaran, semua: list[Langkah]) -> None:
    with new_registry(fakta) as hidup:
        for langkah in semua:
            try_record(hidup, langkah)
        keadaan = rows(hidup, "SELECT dari, sampai, keadaan, sebab FROM keadaan WHERE perjanjian = 'a' ORDER BY dari")
        assert (keadaan[0][0], keadaan[-1][1]) == ("0001-01-01", "9999-12-31")
        for satu, berikut in zip(keadaan, keadaan[1:], strict=False):
            assert satu[1] == berikut[0]
            assert satu[2:] != berikut[2:]
        with hidup.registry.read() as conn:
            lipat = fold(ID, read_peristiwa(conn, ID))
        assert list_impossible(read_bahan(lipat, loads(lipat.data))) == []


@HIDUP
@given(agreements(), BANYAK)
def test_no_deadline_closes_without_a_reason(fakta: Pendaftaran, semua: list[Langkah]) -> None:
    with new_registry(fakta) as hidup:
        for langkah in semua:
            terbuka = open_on(hidup, MULAI + timedelta(days=langkah.hari - 1))
            if try_record(hidup, langkah) is None or langkah.jenis == "ditandatangani":
                continue
            tersisa = {satu[:5]: satu for satu in rows(hidup, TENGGAT)}
            assert terbuka <= tersisa.keys()
        for *_, dari, sampai, sebab in rows(hidup, TENGGAT):
            assert (sebab is None) == (sampai == "9999-12-31"), (dari, sampai, sebab)


@HIDUP
@given(agreements(), BANYAK, LANGKAH)
def test_a_corrected_event_is_as_if_never_recorded_but_both_stay(
    fakta: Pendaftaran, semua: list[Langkah], salah: Langkah
) -> None:
    with new_registry(fakta) as hidup:
        for langkah in semua:
            try_record(hidup, langkah)
        sebelum = dump(hidup.registry)
        nomor = try_record(hidup, salah)
        assume(nomor is not None)
        hari = max(salah.tanggal, MULAI.isoformat())
        koreksi = hidup.catat("koreksi", hari, peristiwa=nomor, alasan="salah catat")
        assert dump(hidup.registry) == sebelum
        peristiwa = [p.urutan for p in hidup.rincian.peristiwa]
        assert peristiwa[-2:] == [nomor, koreksi]
        # What was corrected can be recorded once more.
        assert try_record(hidup, salah) is not None


@HIDUP
@given(agreements(), BANYAK, LANGKAH, st.integers(1, 400), st.integers(0, 400))
def test_an_event_changes_nothing_before_its_day_and_reopens_nothing(
    fakta: Pendaftaran, semua: list[Langkah], terakhir: Langkah, lebih_dulu: int, sesudah: int
) -> None:
    assume(terakhir.jenis != "ditandatangani")  # which moves the term from its first day on
    with new_registry(fakta) as hidup:
        for langkah in semua:
            try_record(hidup, langkah)
        hari = MULAI + timedelta(days=terakhir.hari)
        dahulu = [hari - timedelta(days=n) for n in (1, lebih_dulu)]
        kelak = hari + timedelta(days=sesudah)
        sebelum = [(open_on(hidup, d), hidup.keadaan(d.isoformat())) for d in dahulu]
        tertutup = {satu[:5] for satu in rows(hidup, TENGGAT)} - open_on(hidup, kelak)
        assume(try_record(hidup, terakhir) is not None)
        assert [(open_on(hidup, d), hidup.keadaan(d.isoformat())) for d in dahulu] == sebelum
        if terakhir.jenis != "diadendum":  # which may bring back a day that an adendum before it had moved
            assert not tertutup & open_on(hidup, kelak)


@HIDUP
@given(agreements(), st.lists(LANGKAH, min_size=2, max_size=6, unique_by=lambda s: s.hari), st.randoms())
def test_the_order_of_recording_does_not_matter(fakta: Pendaftaran, semua: list[Langkah], acak: Any) -> None:
    with new_registry(fakta) as hidup:
        semua = [satu for satu in semua if try_record(hidup, satu) is not None]
    # Adenda are numbered as they are recorded.
    assume(len(semua) > 1 and [s.jenis for s in semua].count("diadendum") < 2)
    lain = list(semua)
    acak.shuffle(lain)
    hasil = [_live(fakta, urut) for urut in (semua, lain)]
    # In another order one may be refused that cannot come before what is recorded.
    assert None in hasil or hasil[0] == hasil[1]


def _live(fakta: Pendaftaran, semua: list[Langkah]) -> dict[str, list[Any]] | None:
    with new_registry(fakta) as hidup:
        nomor = {try_record(hidup, langkah): f"{langkah.jenis} {langkah.tanggal}" for langkah in semua}
        return None if None in nomor else _without_numbers(dump(hidup.registry), nomor)


def _without_numbers(isi: dict[str, list[Any]], nomor: dict[int | None, str]) -> dict[str, list[Any]]:
    bersih = {
        "tenggat": [(*s[:4], nomor.get(s[4], ""), *s[5:16], nomor.get(s[16], "")) for s in isi["tenggat"]],
        "keadaan": isi["keadaan"],
        "pihak": isi["pihak"],
        "penandatangan": isi["penandatangan"],
        "akhir": [s[11] for s in isi["perjanjian"]],
    }
    teks = {k: [_rename(s) for s in v] for k, v in bersih.items()}
    return {k: sorted(v, key=repr) for k, v in teks.items()}


def _rename(satu: Any) -> Any:
    """A reason may name an event by its number."""
    if not isinstance(satu, tuple):
        return satu
    awal = "sudah diberitahukan"
    return tuple(awal if isinstance(s, str) and s.startswith(awal) else s for s in satu)


@HIDUP
@given(st.integers(1, 24), st.lists(st.integers(1, 24), min_size=1, max_size=5), st.dates(MULAI, date(2028, 3, 1)))
def test_extensions_never_drift(mula: int, tambahan: list[int], tanggal: date) -> None:
    lama = {"jenis": "jangka-waktu", "lama": f"{mula} bulan", "sumber": "Pasal 1"}
    lapor = {"jenis": "kewajiban-berkala", "hal": "monev", "setiap": "1 bulan", "sumber": "Pasal 2"}
    fakta = Pendaftaran.model_validate(
        {"id": ID, "jenis": "nota-kesepakatan", "judul": "Uji", "tanggal": tanggal, "ketentuan": [lama, lapor]}
    )
    with new_registry(fakta) as hidup:
        for i, n in enumerate(tambahan):
            hidup.catat("diadendum", (tanggal + timedelta(days=i)).isoformat(), selama=f"{n} bulan")
        jumlah = mula + sum(tambahan)
        assert hidup.rincian.akhir == hari_terakhir(tanggal, parse_durasi(f"{jumlah} bulan"))
        hari = [t.tanggal for t in hidup.rincian.tenggat if t.jenis == "kewajiban-berkala"]
        assert hari == [hari_terakhir(tanggal, parse_durasi(f"{n} bulan")) for n in range(1, jumlah + 1)]


@HIDUP
@given(agreements(), BANYAK, st.integers(0, 1500), st.integers(0, 400))
def test_the_page_the_alerts_and_their_count_agree(
    fakta: Pendaftaran, semua: list[Langkah], hari: int, dalam: int
) -> None:
    with new_registry(fakta) as hidup:
        for langkah in semua:
            try_record(hidup, langkah)
        pada = MULAI + timedelta(days=hari)
        daftar = [
            p for p in list_peringatan(hidup.registry, pada=pada, dalam=dalam, kalender=KALENDER) if p.perjanjian == ID
        ]
        batas = pada + timedelta(days=dalam)
        halaman = [
            t
            for t in hidup.halaman(pada.isoformat())["tenggat"]
            if t["nasib"] in ("terbuka", "lewat") and t["tanggal"] <= batas
        ]
        assert sorted((p.tanggal, p.jenis, p.hal, p.pemicu) for p in daftar) == sorted(
            (t["tanggal"], t["jenis"], t["hal"], t["pemicu"]) for t in halaman
        )
        jumlah = count_peringatan(hidup.registry, pada=pada, dalam=dalam, kalender=KALENDER)
        assert jumlah == len(list_peringatan(hidup.registry, pada=pada, dalam=dalam, kalender=KALENDER))
        for t in hidup.halaman(pada.isoformat())["tenggat"]:
            if t["tanggal"] > pada:
                assert t["nasib"] not in ("terlewat", "lewat"), t


def test_a_wrong_step_is_the_only_thing_refused() -> None:
    """The random lives really live: most of their events are accepted on their own."""
    with new_registry(
        Pendaftaran.model_validate({"id": ID, "jenis": "nota-kesepakatan", "judul": "Uji", "tanggal": MULAI})
    ) as hidup:
        assert try_record(hidup, Langkah("kahar-terjadi", 5, {"uraian": "banjir"})) is not None
        assert try_record(hidup, Langkah("kahar-berakhir", 4, {})) is None
        try:
            hidup.catat("kahar-berakhir", "2024-02-04")
        except NaskahError as error:
            assert "hanya ketika dalam keadaan kahar" in str(error)
