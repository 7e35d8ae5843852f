"""Changes of places: a pasal, ayat or item changed, inserted or deleted, with its sentence and its terms."""

from collections.abc import Sequence

from naskah.assembly.adendum.numbers import NomorError, number_after_last, number_between
from naskah.assembly.adendum.punctuation import end_ayat, end_with, read_ending
from naskah.assembly.adendum.terms import bind_terms, drop_terms, restate_terms
from naskah.assembly.adendum.text import Ketikan, PembangunSatuan
from naskah.assembly.adendum.tree import LetakError, find, find_siblings, index_labels, is_deleted
from naskah.assembly.adendum.work import Kerja
from naskah.assembly.markup import Satuan as Unit
from naskah.assembly.numbering import Tempat
from naskah.bahasa.daftar import join_daftar
from naskah.bahasa.terbilang import format_angka
from naskah.library.yaml_lines import Jalur
from naskah.model.langkah import Perbuatan, Satuan, make_langkah
from naskah.model.letak import Letak, parse_letak
from naskah.model.naskah import Ayat, Pasal
from naskah.model.perubahan import TETAP, Hapus, Sisipkan, Ubah


def change_place(kerja: Kerja, ubah: Ubah, jalur: Jalur) -> None:
    """`ubah: {tempat: ..., isi: ...}`."""
    assert ubah.tempat is not None and ubah.isi is not None
    letak, lama = kerja.locate(ubah.tempat, (*jalur, "tempat"))
    kerja.touch(letak, (*jalur, "tempat"))
    ketikan = kerja.typed(ubah.isi, (*jalur, "isi"))
    if ubah.judul is not None and not isinstance(lama, Pasal):
        raise kerja.fault((*jalur, "judul"), f"{letak} tidak berjudul; judul hanya milik pasal")
    put_changed(kerja, letak, lama, build_changed(kerja, letak, lama, ketikan, ubah.judul), jalur)
    restate_terms(kerja, letak, None if ubah.ketentuan == TETAP else ubah.ketentuan, jalur, looked=bool(ubah.ketentuan))


def put_changed(kerja: Kerja, letak: Letak, lama: Satuan, baru: Satuan, jalur: Jalur) -> None:
    """Put a changed unit in its place and say so; refused when nothing changed."""
    if baru == lama:
        raise kerja.fault(jalur, f"bunyi {letak} tidak berubah; hapus perubahan ini atau tulis bunyi yang baru")
    kerja.do(make_langkah(Perbuatan.UBAH, letak, baru))
    kerja.say("ubah", jalur, {"tempat": str(letak)}, letak, kutip=[letak])


def build_changed(kerja: Kerja, letak: Letak, lama: Satuan, ketikan: Ketikan, judul: str | None = None) -> Satuan:
    """The unit that a text makes of the one at a place: same number, same label, same end in its list."""
    pembangun = PembangunSatuan(index_labels(kerja.naskah), ketikan)
    unit = ketikan.parse([t for t, _ in letak.rincian])
    if isinstance(lama, Pasal):
        label = lama.label or f"pasal-{lama.nomor.lower()}"
        baru = pembangun.build_pasal(lama.nomor, label, judul or "", unit, lama)
        return _with_title(_end_pasal(baru), lama if judul is None else baru)
    if len(unit) != 1:
        raise ketikan.fault(
            f"{letak} hanya satu {letak.sebutan}, tetapi yang ditulis {len(unit)}; pisahkan perubahannya"
        )
    if isinstance(lama, Ayat):
        _, pasal = find(kerja.naskah, Letak(letak.pasal))
        assert isinstance(pasal, Pasal)
        return end_ayat(pembangun.build_ayat(pasal, letak.nomor, unit[0], lama))
    atas = index_above(kerja, letak)
    return end_with(pembangun.build_item(letak, atas, unit[0], lama), read_ending(lama))


def _with_title(pasal: Pasal, asal: Pasal) -> Pasal:
    return Pasal(pasal.nomor, asal.judul, pasal.ayat, pasal.label)


def _end_pasal(pasal: Pasal) -> Pasal:
    return Pasal(pasal.nomor, pasal.judul, tuple(map(end_ayat, pasal.ayat)), pasal.label)


def index_above(kerja: Kerja, letak: Letak) -> Tempat:
    """The indexed place of the unit that holds an item: the ayat itself rather than its pasal."""
    cari = (letak.pasal, letak.ayat, letak.rincian[:-1])
    semua = index_labels(kerja.naskah).tempat.values()
    return [tempat for tempat in semua if (tempat.pasal, tempat.ayat, tempat.rincian) == cari][-1]


def insert_place(kerja: Kerja, sisip: Sisipkan, jalur: Jalur) -> None:
    """`sisipkan: {setelah: ..., isi: ...}` or `{tempat: ..., isi: ...}`."""
    assert sisip.isi is not None
    setelah = find_predecessor(kerja, sisip, jalur)
    ketikan = kerja.typed(sisip.isi, (*jalur, "isi"))
    if setelah.sebutan == "pasal":
        if sisip.judul is None:
            raise kerja.fault(jalur, "pasal yang disisipkan perlu judul; isi kunci 'judul'")
    elif sisip.judul is not None:
        raise kerja.fault((*jalur, "judul"), f"{setelah.sebutan} tidak berjudul; judul hanya milik pasal")
    baru = insert_units(kerja, setelah, ketikan, sisip.judul or "", jalur)
    bind_terms(kerja, baru[0], sisip.ketentuan, (*jalur, "ketentuan"))


def insert_units(kerja: Kerja, setelah: Letak, ketikan: Ketikan, judul: str, jalur: Jalur) -> list[Letak]:
    """Insert the units typed after a place, and say so; returns their places."""
    unit = ketikan.parse([t for t, _ in setelah.rincian])
    saudara = find_siblings(kerja.naskah, setelah)
    nomor = [s.nomor for s in saudara]
    i = nomor.index(setelah.nomor)
    sesudah = setelah.with_nomor(str(nomor[i + 1])) if i + 1 < len(nomor) else None
    kelompok: list[list[Unit]] = [unit] if setelah.sebutan == "pasal" else [[u] for u in unit]
    baru: list[Letak] = []
    sebelum = setelah
    for satu in kelompok:
        letak = setelah.with_nomor(_next_number(kerja, sebelum, sesudah, nomor, jalur))
        kerja.touch(letak, jalur)
        satuan = _build_new(kerja, letak, satu, ketikan, judul)
        kerja.do(make_langkah(Perbuatan.SISIP, letak, satuan, sebelum))
        baru.append(letak)
        sebelum = letak
    _say_inserted(kerja, setelah, sesudah, baru, jalur)
    return baru


def find_predecessor(kerja: Kerja, sisip: Sisipkan, jalur: Jalur) -> Letak:
    """The place after which to insert: named, or found from the number that the new place is to have."""
    if sisip.setelah is not None:
        try:
            letak, satuan = find(kerja.naskah, parse_letak(sisip.setelah))
        except LetakError as error:
            raise kerja.fault((*jalur, "setelah"), str(error)) from None
        del satuan  # a deleted unit still marks a place to insert after
        return letak
    assert sisip.tempat is not None
    letak = parse_letak(sisip.tempat)
    jalur = (*jalur, "tempat")
    try:
        saudara = find_siblings(kerja.naskah, letak)
    except LetakError as error:
        raise kerja.fault(jalur, str(error)) from None
    nomor = [str(s.nomor) for s in saudara]
    if letak.nomor in nomor:
        if is_deleted(saudara[nomor.index(letak.nomor)]):
            pesan = f"{letak} pernah ada dan sudah dihapus, jadi nomornya tidak dipakai lagi"
            raise kerja.fault(jalur, f"{pesan}; pakai setelah: {letak}")
        raise kerja.fault(jalur, f"{letak} sudah ada; sisipkan di nomor lain, atau pakai ubah")
    for i, satu in enumerate(nomor):
        sesudah = nomor[i + 1] if i + 1 < len(nomor) else None
        if _candidate(satu, sesudah, letak.sebutan) == letak.nomor:
            return letak.with_nomor(satu) if not letak.rincian else find(kerja.naskah, letak.with_nomor(satu))[0]
    mungkin = [_candidate(n, nomor[i + 1] if i + 1 < len(nomor) else None, letak.sebutan) for i, n in enumerate(nomor)]
    bebas = ", ".join(m for m in mungkin if m not in nomor)
    raise kerja.fault(jalur, f"{letak} tidak dapat disisipkan: nomornya tidak menyambung; nomor yang dapat: {bebas}")


def _candidate(sebelum: str, sesudah: str | None, sebutan: str) -> str:
    if sesudah is None:
        return number_after_last(sebelum)
    return number_between(sebelum, huruf_kapital=sebutan == "pasal")


def _next_number(kerja: Kerja, sebelum: Letak, sesudah: Letak | None, ada: list[str | None], jalur: Jalur) -> str:
    try:
        nomor = _candidate(sebelum.nomor, sesudah.nomor if sesudah else None, sebelum.sebutan)
    except NomorError as error:
        raise kerja.fault(jalur, str(error)) from None
    if nomor in ada:
        letak = sebelum.with_nomor(nomor)
        if is_deleted(find(kerja.naskah, letak)[1]):
            pesan = f"{letak} di sana sudah dihapus, dan nomornya tidak dipakai lagi; pakai setelah: {letak}"
        else:
            pesan = f"di sana sudah ada {letak}; sisipkan setelah {letak}, atau ubah {letak}"
        raise kerja.fault((*jalur, "setelah"), pesan)
    return nomor


def _build_new(kerja: Kerja, letak: Letak, unit: list[Unit], ketikan: Ketikan, judul: str) -> Satuan:
    pembangun = PembangunSatuan(index_labels(kerja.naskah), ketikan)
    if letak.sebutan == "pasal":
        return _end_pasal(pembangun.build_pasal(letak.pasal, f"pasal-{letak.pasal.lower()}", judul, unit, None))
    if letak.sebutan == "ayat":
        _, pasal = find(kerja.naskah, Letak(letak.pasal))
        assert isinstance(pasal, Pasal)
        return end_ayat(pembangun.build_ayat(pasal, letak.nomor, unit[0], None))
    return pembangun.build_item(letak, index_above(kerja, letak), unit[0], None)


def _say_inserted(kerja: Kerja, setelah: Letak, sesudah: Letak | None, baru: list[Letak], jalur: Jalur) -> None:
    nilai = {
        "sebelum": setelah.terakhir,
        "jumlah": format_angka(len(baru)),
        "sebutan": setelah.sebutan,
        "nomor": join_daftar([satu.terakhir for satu in baru]),
        "hasil": "",
    }
    induk = setelah.induk
    nilai["dalam"] = str(induk) if induk is not None else ""
    if setelah.rincian and induk is not None:
        # An item alone would leave the conjunctions of its list untold: the unit that holds the list is quoted.
        nilai["hasil"] = str(induk)
    kutip = [induk] if setelah.rincian and induk is not None else baru
    if sesudah is None:
        kerja.say("tambah", jalur, nilai, baru[0], kutip=kutip)
    else:
        kerja.say("sisip", jalur, nilai | {"sesudah": sesudah.terakhir}, baru[0], kutip=kutip)


def delete_place(kerja: Kerja, hapus: Hapus, jalur: Jalur) -> None:
    """`hapus: Pasal 13 ayat (3)`."""
    assert hapus.tempat is not None
    letak, _ = kerja.locate(hapus.tempat, jalur)
    remove(kerja, letak, jalur)


def remove(kerja: Kerja, letak: Letak, jalur: Jalur) -> None:
    """Delete a place and its terms, and say so."""
    kerja.touch(letak, jalur)
    saudara = [s for s in find_siblings(kerja.naskah, letak) if not is_deleted(s)]
    if len(saudara) == 1:
        wadah = letak.induk
        pesan = f"{letak} satu-satunya yang tersisa" + (f" dalam {wadah}; hapus {wadah}" if wadah else "")
        raise kerja.fault(jalur, pesan)
    _, lama = find(kerja.naskah, letak)
    kerja.do(make_langkah(Perbuatan.HAPUS, letak, lama))
    induk = letak.induk if letak.rincian else None
    if induk is not None and _moves_ends(saudara, find_siblings(kerja.naskah, letak), letak):
        # Its conjunction or full stop went to another item, which the adendum must say as well.
        kerja.say("hapus", jalur, {"tempat": str(letak), "hasil": str(induk)}, letak, kutip=[induk])
    else:
        kerja.say("hapus", jalur, {"tempat": str(letak)}, letak)
    drop_terms(kerja, letak)


def _moves_ends(sebelum: Sequence[Satuan], sesudah: Sequence[Satuan], dihapus: Letak) -> bool:
    """Whether items beside a deleted one end in another way now."""
    tetap = [satu for satu in sebelum if satu.nomor != dihapus.nomor]
    return tetap != [satu for satu in sesudah if not is_deleted(satu)]
