"""A catatan proposed from a document that was read, for somebody to look through before it is registered."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

import yaml

from naskah.bahasa.durasi import hari_terakhir
from naskah.bahasa.galat import BahasaError
from naskah.exchange.facts import derive_id
from naskah.model.bacaan import JenisBacaan
from naskah.model.galat import Galat, NaskahError
from naskah.model.jenis import JenisTerdaftar
from naskah.reading.facts import Fakta, FaktaBatas, FaktaInduk, FaktaMasa, FaktaPihak, JenisWewenang
from naskah.reading.facts.capitals import capitalize

_LEBAR = 110
# hal of a deadline -> what the registry calls it, and the event or day that it counts from.
_ACUAN = {
    ("keadaan-kahar", "setelah"): ("keadaan-kahar", "kahar-terjadi"),
    ("tanggapan-kahar", "setelah"): ("tanggapan-keadaan-kahar", "pemberitahuan-diterima"),
    ("perubahan-alamat", "sebelum"): ("perubahan-alamat", "perubahan-alamat-berlaku"),
}
_MASA = ("akhir-jangka-waktu", "tanggal-berakhir-dikehendaki")


@dataclass
class Usulan:
    """A proposed catatan: its keys, and what a person must decide."""

    isi: dict[str, Any]
    ragu: list[str] = field(default_factory=list)

    @property
    def kurang(self) -> list[str]:
        """Keys that every entry needs and the document did not tell."""
        kurang = [kunci for kunci in ("judul", "tanggal") if not self.isi.get(kunci)]
        perjanjian = not str(self.isi["jenis"]).startswith("peraturan")
        return [*kurang, "pihak"] if perjanjian and len(self.isi.get("pihak", ())) < 2 else kurang


def propose_catatan(fakta: Fakta, berkas: str) -> Usulan:
    """Return the entry that the facts of a document make.

    Args:
        fakta: what was understood of it.
        berkas: the file, as the entry is to name it.

    Raises:
        NaskahError: an adendum, which is entered with the agreement that it changes.
    """
    if fakta.jenis is JenisBacaan.ADENDUM:
        pesan = "ini adendum; catat pada perjanjian yang diubahnya: naskah registri catat --help"
        raise NaskahError(Galat(pesan, berkas))
    peraturan = fakta.jenis.peraturan
    jenis = fakta.jenis.value if fakta.jenis is not JenisBacaan.TIDAK_DIKENAL else JenisTerdaftar.PERJANJIAN_LAIN.value
    usulan = Usulan({"jenis": jenis, "judul": fakta.judul})
    isi = usulan.isi
    if peraturan and fakta.nomor:
        isi["nomor"] = fakta.nomor[0]
    if fakta.tanggal:
        isi["tanggal"] = fakta.tanggal
    if fakta.tempat:
        isi["tempat"] = fakta.tempat
    if not peraturan:
        isi["pihak"] = [_party(satu) for satu in fakta.pihak]
    isi["ketentuan"] = list(_iter_ketentuan(fakta, usulan.ragu))
    if fakta.dasar_hukum:
        isi["dasar_hukum"] = list(dict.fromkeys(satu.kunci for satu in fakta.dasar_hukum))
    isi["dokumen"] = [berkas]
    if fakta.tanggal:
        isi["id"] = derive_id({"pihak": (), **isi, "tanggal": fakta.tanggal.isoformat()})
    usulan.ragu += _list_doubts(fakta)
    return usulan


def format_catatan(usulan: Usulan, asal: str) -> str:
    """Return the entry as YAML, with what must be looked at on top."""
    baris = [f"Usulan catatan dari {asal}. Cocokkan setiap baris dengan naskahnya sebelum didaftarkan."]
    baris += [f"Belum ada, isi dahulu: {kunci}" for kunci in usulan.kurang]
    baris += [f"Perlu dilihat: {satu}" for satu in usulan.ragu]
    kepala = "".join(f"# {' '.join(satu.split())}\n" for satu in baris)
    return kepala + yaml.safe_dump(usulan.isi, allow_unicode=True, sort_keys=False, width=_LEBAR)


def _party(pihak: FaktaPihak) -> dict[str, Any]:
    hasil: dict[str, Any] = {"nama": pihak.lembaga or pihak.nama or pihak.sebutan}
    if pihak.nomor:
        hasil["nomor"] = pihak.nomor
    if pihak.kedudukan:
        hasil["kedudukan"] = pihak.kedudukan
    if pihak.nama and pihak.jabatan:
        hasil["penandatangan"] = {"nama": capitalize(pihak.nama), "jabatan": pihak.jabatan}
        for satu in pihak.wewenang:
            kunci = "kuasa" if satu.jenis is JenisWewenang.KUASA else "pengangkatan"
            dokumen = {
                "dokumen": satu.dokumen,
                "nomor": satu.nomor,
                "tanggal": satu.tanggal,
                "tentang": satu.tentang,
            }
            hasil["penandatangan"].setdefault(kunci, []).append({k: v for k, v in dokumen.items() if v})
    return hasil


def _iter_ketentuan(fakta: Fakta, ragu: list[str]) -> Iterator[dict[str, Any]]:
    yield from _iter_masa(fakta, ragu)
    bertentangan = _find_contradictions(fakta.batas)
    for batas in fakta.batas:
        if not batas.durasi.cocok:
            ragu.append(
                f"{batas.sumber.letak}: angka dan huruf {batas.durasi.sumber.kutipan!r} tidak sama; belum dicatat"
            )
        elif bertentangan & {(hal, batas.arah) for hal in batas.hal}:
            lama = batas.durasi.sumber.kutipan
            ragu.append(
                f"{batas.sumber.letak}: batas {lama!r} berbeda dari batas lain untuk hal yang sama; belum dicatat"
            )
        else:
            yield from _iter_batas(batas, ragu)
    ada: set[tuple[str, str, str]] = set()
    for satu in fakta.berkala:
        kunci = (satu.hal, str(satu.setiap), satu.sumber.letak)
        if satu.hal == "lain":
            ragu.append(f"{satu.sumber.letak}: {satu.sumber.kutipan!r} belum dicatat sebagai kewajiban berkala")
        elif kunci not in ada:
            ada.add(kunci)
            yield {
                "jenis": "kewajiban-berkala",
                "hal": satu.hal,
                "setiap": str(satu.setiap),
                "sumber": satu.sumber.letak,
            }
    if salinan := fakta.salinan:
        ketentuan = {"jenis": "salinan", "rangkap": salinan.rangkap, "bermeterai": salinan.bermeterai or 0}
        yield ketentuan | ({"arsip": list(salinan.arsip)} if salinan.arsip else {}) | {"sumber": "Penutup"}
    yield from _iter_induk(fakta.induk)


def _find_contradictions(semua: Sequence[FaktaBatas]) -> set[tuple[str, str]]:
    """What has two deadlines of different lengths, counted alike: nobody can say which of them holds."""
    lama: dict[tuple[str, str], dict[str, set[tuple[str, str]]]] = {}
    for satu in semua:
        # An event that is not known by name may be another event; "sebelumnya" is before any.
        if satu.acuan in ("", *_MASA) and satu.durasi.cocok:
            for hal in satu.hal:
                menurut_acuan = lama.setdefault((hal, satu.arah), {})
                menurut_acuan.setdefault(satu.acuan, set()).add((str(satu.durasi.lama), satu.durasi.satuan))
    return {
        kunci
        for kunci, menurut_acuan in lama.items()
        if any(len(beda) > 1 for beda in menurut_acuan.values())
        or ("" in menurut_acuan and len(set().union(*menurut_acuan.values())) > 1)
    }


def _iter_masa(fakta: Fakta, ragu: list[str]) -> Iterator[dict[str, Any]]:
    masa = [satu for satu in fakta.masa if satu.lama]
    if any(_is_contradicted(satu, fakta) for satu in masa) or len({str(satu.lama) for satu in masa}) > 1:
        for satu in masa:
            pesan = "masa berlaku disebut berbeda-beda (angka, huruf, atau tempat lain); isi sendiri sesudah dipastikan"
            ragu.append(f"{satu.sumber.letak}: {satu.sumber.kutipan!r}: {pesan}")
        return
    for lain in fakta.masa:
        if not masa or lain is not masa[0]:
            ragu.append(f"{lain.sumber.letak}: masa berlaku {lain.sumber.kutipan!r} belum dicatat")
    if masa:
        satu = masa[0]
        hasil: dict[str, Any] = {"jenis": "jangka-waktu", "lama": str(satu.lama)}
        if satu.mulai:
            hasil["mulai"] = satu.mulai
        if not satu.mulai_disebut:
            hasil["mulai_dianggap"] = True
            ragu.append(f"{satu.sumber.letak}: mulai berlakunya tidak disebut; dianggap sejak ditandatangani")
        if satu.dapat_diperpanjang:
            hasil["dapat_diperpanjang"] = True
        yield hasil | {"sumber": satu.sumber.letak}


def _is_contradicted(masa: FaktaMasa, fakta: Fakta) -> bool:
    """Whether digits and words of the term differ ("3 (empat) tahun"), or its length and its last day."""
    dari = masa.sumber
    mulai = masa.mulai or fakta.tanggal
    if masa.lama and masa.akhir and mulai:
        # Both ways of counting are in use (tanggal.md 3).
        try:
            hari = [hari_terakhir(mulai, masa.lama, tanggal_sama=sama) for sama in (False, True)]
        except BahasaError:  # beyond the calendar
            return True
        if masa.akhir not in hari:
            return True
    return any(
        not satu.cocok
        and satu.sumber.bagian.memo is dari.bagian.memo
        and satu.sumber.awal < dari.akhir
        and dari.awal < satu.sumber.akhir
        for satu in fakta.durasi
    )


def _iter_batas(batas: FaktaBatas, ragu: list[str]) -> Iterator[dict[str, Any]]:
    dicatat = False
    if re.search(r"\bdiundangkan\b", batas.acuan) and re.search(
        r"\b(?:disesuaikan|menyesuaikan)\b", batas.sumber.kutipan
    ):
        dicatat = True
        isi = {"jenis": "batas-waktu", "hal": "penyesuaian peraturan", "batas": str(batas.durasi.lama)}
        yield isi | {"arah": batas.arah, "acuan": "pengundangan", "sumber": batas.sumber.letak}
    for hal in batas.hal:
        nama, acuan = _ACUAN.get((hal, batas.arah), (hal, batas.acuan if batas.acuan in _MASA else ""))
        if not acuan or not (batas.acuan or acuan == "perubahan-alamat-berlaku"):
            continue
        dicatat = True
        hasil = {"jenis": "batas-waktu", "hal": nama, "batas": str(batas.durasi.lama), "arah": batas.arah}
        hasil["acuan"] = acuan
        if nama == "tanggapan-keadaan-kahar" and "dianggap" in batas.sumber.kutipan:
            hasil["diam"] = "setuju"
        yield hasil | {"sumber": batas.sumber.letak}
    if not dicatat:
        ragu.append(f"{batas.sumber.letak}: batas {batas.durasi.sumber.kutipan!r} belum dicatat sebagai ketentuan")


def _iter_induk(semua: tuple[FaktaInduk, ...]) -> Iterator[dict[str, Any]]:
    """The agreement that this one follows, with its addenda."""
    induk = next((s for s in semua if s.tanggal and s.tentang and not s.jenis.startswith("Ad")), None)
    if induk is None:
        return
    hasil: dict[str, Any] = {
        "jenis": "induk",
        "judul": f"{induk.jenis} tentang {induk.tentang}",
        "nomor": list(induk.nomor),
        "tanggal": induk.tanggal,
    }
    adendum = [{"nomor": list(s.nomor), "tanggal": s.tanggal} for s in semua if s.jenis.startswith("Ad") and s.tanggal]
    yield hasil | ({"adendum": adendum} if adendum else {}) | {"sumber": induk.sumber.letak}


def _list_doubts(fakta: Fakta) -> Iterator[str]:
    yield from fakta.pembuka.selisih if fakta.pembuka else ()
    for pihak in fakta.pihak:
        for satu in pihak.wewenang:
            if satu.tanggal_kosong:
                yield f"tanggal {satu.dokumen} {pihak.sebutan} belum diisi dalam naskahnya"
    yield from fakta.tidak_dipahami
