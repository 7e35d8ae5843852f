"""Changes of a party: another official, other facts, another address for letters."""

from dataclasses import replace

from naskah.assembly.adendum.tree import iter_letak
from naskah.assembly.adendum.work import Kerja
from naskah.assembly.context import PihakKonteks
from naskah.assembly.parts import Penyusun
from naskah.assembly.spans import inline, merge
from naskah.bahasa.terbilang import urutan
from naskah.library.yaml_lines import Jalur
from naskah.model.isi import Isi, Teks, isi, plain
from naskah.model.klausul import Bagian
from naskah.model.langkah import LangkahPihak, Perbuatan, Satuan, make_langkah
from naskah.model.letak import Letak
from naskah.model.naskah import Ayat, Isian, PihakNaskah, Rincian
from naskah.model.pendaftaran import DokumenKuasa
from naskah.model.pendaftaran_adendum import UbahPihak
from naskah.model.perubahan import Alamat, Pejabat, Ubah
from naskah.model.rancangan import Korespondensi, Penandatangan, Pihak, PilihanKlausul

# The names under which the clauses of correspondence print each fact; the first where it is new.
_KUNCI = {
    "penghubung": ("Narahubung", "Pejabat Penghubung", "Penghubung"),
    "alamat": ("Alamat",),
    "telepon": ("Telepon",),
    "faks": ("Faksimile", "Faks"),
    "surel": ("Surel", "Pos-el"),
}


# The clauses that present a party anew.
_PEJABAT, _PIHAK = "pejabat", "pihak"


def change_official(kerja: Kerja, pejabat: Pejabat, jalur: Jalur) -> None:
    """`pejabat: {pihak: kesatu, nama: ..., jabatan: ...}`."""
    i = _index(kerja, pejabat.pihak, jalur)
    kerja.touch_party(i, "pejabat", jalur)
    lama = kerja.pihak[i].penandatangan
    baru = Penandatangan.model_validate(pejabat.model_dump(exclude={"pihak", "bertindak_untuk"}))
    if baru == lama:
        raise kerja.fault(jalur, f"pejabat {name_pihak(i)} tidak berubah; hapus perubahan ini")
    pihak = kerja.pihak[i].model_copy(update={"penandatangan": baru})
    if pejabat.bertindak_untuk is not None:
        pihak = pihak.model_copy(update={"bertindak_untuk": pejabat.bertindak_untuk})
    catat = UbahPihak(
        urutan=i + 1,
        penandatangan=baru.nama,
        jabatan=baru.jabatan,
        kuasa=list_kuasa(baru),
        bertindak_untuk=pejabat.bertindak_untuk,
    )
    _present(kerja, i, pihak, catat, _PEJABAT, jalur)


def change_party(kerja: Kerja, ubah: Ubah, jalur: Jalur) -> None:
    """`ubah: {pihak: kesatu, nama: ..., kedudukan: ...}`."""
    assert ubah.pihak is not None
    i = _index(kerja, ubah.pihak, jalur)
    kerja.touch_party(i, "data", jalur)
    baru = {k: getattr(ubah, k) for k in ("nama", "kedudukan", "bertindak_untuk") if getattr(ubah, k) is not None}
    lama = kerja.pihak[i]
    if all(getattr(lama, k) == v for k, v in baru.items()):
        raise kerja.fault(jalur, f"data {name_pihak(i)} tidak berubah; hapus perubahan ini")
    _present(kerja, i, lama.model_copy(update=baru), UbahPihak(urutan=i + 1, **baru), _PIHAK, jalur)
    if "nama" in baru:
        for letak, satuan in iter_letak(kerja.naskah):
            if isinstance(satuan, Ayat | Rincian) and lama.nama in plain(satuan.isi):
                kerja.warn(jalur, f"nama lama {lama.nama!r} masih disebut dalam {letak}; ubah juga tempat itu")


def change_address(kerja: Kerja, alamat: Alamat, jalur: Jalur) -> None:
    """`alamat: {pihak: kedua, telepon: ...}`: the particulars of the party where they stand, or a sentence alone."""
    i = _index(kerja, alamat.pihak, jalur)
    kerja.touch_party(i, "alamat", jalur)
    baru = {k: getattr(alamat, k) for k in _KUNCI if getattr(alamat, k) is not None}
    lama = kerja.pihak[i].korespondensi
    dasar = lama.model_dump(exclude_none=True) if lama else {"alamat": kerja.pihak[i].kedudukan}
    hasil = Korespondensi.model_validate({**dasar, **baru})
    if hasil == lama:
        raise kerja.fault(jalur, f"alamat {name_pihak(i)} tidak berubah; hapus perubahan ini")
    kerja.pihak[i] = kerja.pihak[i].model_copy(update={"korespondensi": hasil})
    kerja.ubah_pihak.append(UbahPihak(urutan=i + 1, korespondensi=hasil.model_dump(exclude_none=True)))
    tempat = _find_particulars(kerja, name_pihak(i))
    if tempat is None:
        isian = tuple(Isian(_KUNCI[k][0], inline(v)) for k, v in hasil.model_dump(exclude_none=True).items())
        kerja.say("alamat", jalur, {"sebutan": name_pihak(i)}, satuan=[Ayat(None, (), isian=isian)], pihak=i + 1)
        return
    letak, satuan = tempat
    kerja.touch(letak, jalur)
    kerja.do(make_langkah(Perbuatan.UBAH, letak, _with_particulars(satuan, baru)))
    kerja.say("ubah", jalur, {"tempat": str(letak)}, letak, kutip=[letak])


def _with_particulars(satuan: Rincian, baru: dict[str, str]) -> Rincian:
    isian = list(satuan.isian)
    for kunci, nilai in baru.items():
        letak = next((n for n, satu in enumerate(isian) if satu.kunci in _KUNCI[kunci]), None)
        if letak is None:
            isian.append(Isian(_KUNCI[kunci][0], inline(nilai)))
        else:
            isian[letak] = replace(isian[letak], nilai=inline(nilai))
    return replace(satuan, isian=tuple(isian))


def _find_particulars(kerja: Kerja, sebutan: str) -> tuple[Letak, Rincian] | None:
    """The item with a party's address."""
    for letak, satuan in iter_letak(kerja.naskah):
        if isinstance(satuan, Rincian) and plain(satuan.isi).startswith(sebutan) and satuan.isian:
            return letak, satuan
    return None


def _present(kerja: Kerja, i: int, pihak: Pihak, catat: UbahPihak, kalimat: str, jalur: Jalur) -> None:
    """Present a party anew, in the words of the parent's own komparisi."""
    kerja.pihak[i] = pihak
    kerja.ubah_pihak.append(catat)
    komparisi = _write_komparisi(kerja, i)
    orang = pihak.penandatangan
    lama = kerja.naskah.pihak[i]
    baru = PihakNaskah(lama.nomor, lama.sebutan, orang.nama.upper(), orang.jabatan, pihak.nama, komparisi)
    langkah = LangkahPihak(i + 1, baru)
    kerja.langkah_pihak = [satu for satu in kerja.langkah_pihak if satu.urutan != i + 1] + [langkah]
    kutipan: tuple[Satuan, ...] = tuple(Ayat(None, alinea) for alinea in _quote_party(baru))
    # Said once, with the party as all changes leave it.
    dulu = [b for b in kerja.butir if b.pihak == i + 1 and b.nama in (_PEJABAT, _PIHAK)]
    kerja.butir = [b for b in kerja.butir if b not in dulu]
    kerja.say(_PIHAK if dulu else kalimat, jalur, {"sebutan": baru.sebutan}, satuan=kutipan, pihak=i + 1)


def _quote_party(pihak: PihakNaskah) -> tuple[Isi, ...]:
    """The paragraphs of a party as one reads them: name, then who that is."""
    pertama, *lain = pihak.komparisi or ((),)
    bersih = _end_with_stop((*isi(f"{pihak.nama_penandatangan}, "), *pertama)) if not lain else None
    return (bersih,) if bersih else (merge((*isi(f"{pihak.nama_penandatangan}, "), *pertama)), *lain)


def _end_with_stop(teks: Isi) -> Isi:
    """In the list of parties a komparisi ends with ";" or "."; alone it is a sentence."""
    *awal, akhir = merge(teks)
    return (*awal, replace(akhir, teks=akhir.teks.rstrip(" ;.") + ".")) if isinstance(akhir, Teks) else (*awal, akhir)


def _write_komparisi(kerja: Kerja, i: int) -> tuple[Isi, ...]:
    penyusun = Penyusun(kerja.penyusun.berkas, kerja.penyusun.pustaka, kerja.konteks_induk)
    terakhir = i == len(kerja.pihak) - 1
    satu = view_pihak(i, kerja.pihak[i])
    tambahan = {"pihak": satu, "terakhir": terakhir, "akhiran": "." if terakhir else ";"}
    pilihan = PilihanKlausul(klausul=kerja.induk.komparisi)
    alinea = penyusun.fill_bagian(pilihan, Bagian.KOMPARISI, tambahan).alinea
    return tuple(merge([span for span in satu if isinstance(span, Teks)]) for satu in alinea)


def view_pihak(i: int, pihak: Pihak) -> PihakKonteks:
    """A party as a clause sees it."""
    return PihakKonteks(
        urutan=i + 1,
        sebutan=name_pihak(i),
        nama=pihak.nama,
        nomor=pihak.nomor,
        kedudukan=pihak.kedudukan,
        bertindak_untuk=pihak.bertindak_untuk or pihak.nama,
        penandatangan=pihak.penandatangan,
        korespondensi=pihak.korespondensi,
    )


def list_kuasa(orang: Penandatangan) -> tuple[DokumenKuasa, ...]:
    """The documents that give a signatory authority, as the registry keeps them."""
    return tuple(
        DokumenKuasa(jenis=jenis, **satu.model_dump())
        for jenis, semua in (("pengangkatan", orang.pengangkatan), ("kuasa", orang.kuasa))
        for satu in semua
    )


def name_pihak(i: int) -> str:
    """ "PIHAK KESATU" for 0."""
    return f"PIHAK {urutan(i + 1).upper()}"


def _index(kerja: Kerja, urutan_pihak: int, jalur: Jalur) -> int:
    if urutan_pihak > len(kerja.pihak):
        jumlah = len(kerja.pihak)
        raise kerja.fault(
            (*jalur, "pihak"), f"naskah induk hanya mempunyai {jumlah} pihak; tidak ada pihak ke-{urutan_pihak}"
        )
    return urutan_pihak - 1
