"""For any sequence of registering, updating and signing: rebuilt = stored, and the chain holds."""

from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st
from sample_agreements import PKS_002, SAAT, build, jangka_waktu, pemberitahuan

from naskah.model.galat import NaskahError
from naskah.model.pendaftaran import Pendaftaran
from naskah.registry.connection import Registry
from naskah.registry.database import open_registry
from naskah.registry.query import get_perjanjian, list_perjanjian
from naskah.registry.rebuild import rebuild
from naskah.registry.recording import record
from naskah.registry.registration import register, register_many
from naskah.registry.verification import read_head, verify

ID = st.sampled_from(["a", "b", "ç"])
TANGGAL = st.dates(date(1990, 1, 1), date(2060, 12, 31))
LAMA = st.builds(
    lambda n, satuan: f"{n} {satuan}", st.integers(1, 40), st.sampled_from(["hari", "bulan", "tahun", "hari kerja"])
)


@st.composite
def ketentuan(draw: st.DrawFn) -> list[dict[str, Any]]:
    # May name working days as a term, or a notice without a term: then it must be refused.
    semua = [jangka_waktu(draw(LAMA), mulai=draw(st.none() | TANGGAL))] if draw(st.booleans()) else []
    for _ in range(draw(st.integers(0, 3))):
        semua.append(pemberitahuan(draw(LAMA), arah=draw(st.sampled_from(["sebelum", "setelah"]))))
    return semua


FAKTA = st.builds(
    lambda id, judul, tanggal, sama, ketentuan, pihak: build(
        id=id, judul=judul, tanggal=tanggal, tanggal_sama=sama, ketentuan=ketentuan, pihak=PKS_002["pihak"][:pihak]
    ),
    ID,
    st.text(st.characters(categories=["L", "N", "P", "S"]), min_size=1, max_size=20),
    TANGGAL,
    st.booleans(),
    ketentuan(),
    st.integers(0, 2),
)
LANGKAH = st.one_of(
    st.tuples(st.just("daftar"), FAKTA, st.booleans()),
    st.tuples(st.just("banyak"), st.lists(FAKTA, max_size=5), st.booleans()),
    st.tuples(st.just("tanda-tangan"), ID, TANGGAL),
    st.tuples(st.just("bangun-ulang"), st.none(), st.none()),
)


def do(registry: Registry, langkah: tuple[str, Any, Any]) -> list[Pendaftaran]:
    """Do one step; returns the registrations that hold from now on."""
    apa, isi, lain = langkah
    if apa == "daftar":
        register(registry, isi, oleh="x", waktu=SAAT, perbarui=lain)
        return [isi]
    if apa == "banyak":
        register_many(registry, isi, oleh="x", waktu=SAAT, perbarui=lain)
        return list(isi)
    if apa == "tanda-tangan":
        record(registry, isi, "ditandatangani", lain, oleh="x", waktu=SAAT)
    else:
        assert rebuild(registry).sama
    return []


@settings(max_examples=40, deadline=None)
@given(st.lists(LANGKAH, max_size=8))
def test_rebuilt_is_stored_and_the_chain_holds_after_any_steps(semua: list[tuple[str, Any, Any]]) -> None:
    berlaku: dict[str, Pendaftaran] = {}
    with TemporaryDirectory() as folder, open_registry(Path(folder) / "r.db", create=True) as registry:
        for langkah in semua:
            sebelum = read_head(registry)
            try:
                berlaku |= {p.id: p for p in do(registry, langkah)}
            except NaskahError:
                assert read_head(registry) == sebelum  # what is refused leaves no trace
        assert verify(registry) == []
        assert rebuild(registry).sama
        assert {p.id for p in list_perjanjian(registry, pada=date(2026, 1, 1))} == set(berlaku)
        for nama, fakta in berlaku.items():
            assert get_perjanjian(registry, nama).judul == fakta.judul


@settings(max_examples=40, deadline=None)
@given(FAKTA)
def test_every_deadline_of_a_term_lies_on_its_side_of_the_last_day(fakta: Pendaftaran) -> None:
    with TemporaryDirectory() as folder, open_registry(Path(folder) / "r.db", create=True) as registry:
        try:
            register(registry, fakta, oleh="x", waktu=SAAT)
        except NaskahError:
            return
        hasil = get_perjanjian(registry, fakta.id)
        wajib = [k for k in fakta.ketentuan if k.jenis in ("jangka-waktu", "batas-waktu")]
        assert len(hasil.tenggat) == len(wajib)
        for satu in hasil.tenggat:
            assert hasil.akhir is not None
            if satu.jenis == "akhir-jangka-waktu":
                assert satu.tanggal == hasil.akhir
            else:
                assert (satu.tanggal < hasil.akhir) is (satu.arah == "sebelum")
