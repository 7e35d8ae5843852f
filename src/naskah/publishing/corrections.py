"""Whether facts registered anew still carry the adenda that were signed on the old ones.

An adendum names places and states totals: what it says on paper cannot follow a later correction of its parent.
"""

from collections.abc import Iterator, Sequence
from datetime import date

from naskah.assembly.adendum.apply import apply_perubahan
from naskah.assembly.adendum.parent import compute_akhir
from naskah.assembly.adendum.tree import LetakError, find
from naskah.bahasa.durasi import parse_durasi
from naskah.bahasa.tanggal import format_tanggal
from naskah.model.galat import Galat, NaskahError
from naskah.model.ketentuan import KETENTUAN, JangkaWaktu
from naskah.model.langkah import PerubahanNaskah
from naskah.model.naskah import Naskah
from naskah.model.naskah_json import load_naskah, load_perubahan
from naskah.model.pendaftaran import Pendaftaran
from naskah.registry.adendum import Adendum, amend_ketentuan
from naskah.registry.connection import Registry
from naskah.registry.lineage import Silsilah, find_lineage
from naskah.registry.schema import SELAMANYA


def check_correction(registry: Registry, baru: Pendaftaran) -> None:
    """Check the facts that are to replace those registered under the same id.

    Raises:
        NaskahError: an adendum of the agreement changes a place that the new text does not have, extends another
            term, or was signed outside the new term; each is named.
    """
    lama = find_lineage(registry, baru.id)
    if lama is None or not lama.adendum or lama.naskah is None or baru.isi_naskah is None:
        return
    galat = [*_check_parties(lama, baru), *_check_places(lama, baru.isi_naskah), *_check_terms(lama, baru)]
    if galat:
        raise NaskahError(Galat(pesan, kunci=baru.id) for pesan in galat)


def _check_parties(lama: Silsilah, baru: Pendaftaran) -> Iterator[str]:
    jumlah = len(lama.data["pihak"])
    if len(baru.pihak) != jumlah:
        pertama = lama.adendum[0].sebutan
        yield f"kini {len(baru.pihak)} pihak, padahal {pertama} ditandatangani {jumlah} pihak; pertahankan jumlahnya"


def _check_places(lama: Silsilah, isi_baru: bytes) -> Iterator[str]:
    """Every place that the adenda change must be there, and about the same thing."""
    dulu, kini = load_naskah(lama.require_naskah()), load_naskah(isi_baru)
    for satu in lama.adendum:
        perubahan = load_perubahan(satu.data["langkah"].encode())
        lain = list(_iter_moved(dulu, kini, perubahan))
        yield from (f"{satu.sebutan} ({satu.data['id']}) {pesan}; {_advise(satu)}" for pesan in lain)
        if lain:
            return  # what later adenda stand on is not there either
        try:
            dulu, kini = apply_perubahan(dulu, perubahan), apply_perubahan(kini, perubahan)
        except LetakError as error:
            yield f"{satu.sebutan} ({satu.data['id']}) tidak cocok dengan isi yang baru: {error}; {_advise(satu)}"
            return


def _iter_moved(dulu: Naskah, kini: Naskah, perubahan: PerubahanNaskah) -> Iterator[str]:
    topik = [{p.nomor: p.label for p in naskah.iter_pasal()} for naskah in (dulu, kini)]
    ditambah = {langkah.letak for langkah in perubahan.langkah if langkah.setelah is not None}
    for langkah in perubahan.langkah:
        letak = langkah.setelah or langkah.letak
        if letak in ditambah:
            continue
        if letak.pasal in topik[1] and topik[0].get(letak.pasal) != topik[1][letak.pasal]:
            yield f"mengubah {letak}, sedangkan dalam isi yang baru Pasal {letak.pasal} mengatur hal lain"
            continue
        try:
            find(kini, letak)
        except LetakError as error:
            yield f"mengubah tempat yang tidak ada dalam isi yang baru: {error}"


def _advise(satu: Adendum) -> str:
    return (
        "pertahankan tempat itu beserta nomornya, atau catat koreksi atas peristiwa "
        f"{satu.peristiwa} (adendum itu) lebih dahulu"
    )


def _check_terms(lama: Silsilah, baru: Pendaftaran) -> Iterator[str]:
    """The term that each adendum was signed in, and the one it extends."""
    data = baru.model_dump(mode="json", exclude_none=True)
    for i, satu in enumerate(lama.adendum):
        sebelum = lama.adendum[:i]
        tanggal = date.fromisoformat(satu.data["tanggal"])
        if tanggal < baru.tanggal:
            yield (
                f"tanggal penandatanganan menjadi {format_tanggal(baru.tanggal)}, padahal {satu.sebutan} "
                f"ditandatangani {format_tanggal(tanggal)}; periksa tanggalnya"
            )
        jangka = _find_term(data["ketentuan"], baru.tanggal, sebelum)
        akhir = compute_akhir(jangka, baru.tanggal, baru.tanggal_sama)
        if akhir is not None and tanggal > akhir:
            yield (
                f"menurut data yang baru berakhir {format_tanggal(akhir)}, sebelum {satu.sebutan} ditandatangani "
                f"({format_tanggal(tanggal)}); periksa jangka waktunya"
            )
        dulu = _find_term(lama.data["ketentuan"], date.fromisoformat(lama.tanggal), sebelum)
        if jangka is not None and dulu is not None and jangka.lama != dulu.lama:
            yield from _check_extension(satu, dulu, jangka)


def _find_term(ketentuan: Sequence[dict[str, object]], tanggal: date, adendum: Sequence[Adendum]) -> JangkaWaktu | None:
    for satu in amend_ketentuan(ketentuan, tanggal.isoformat(), adendum):
        if satu.sampai == SELAMANYA and satu.data["jenis"] == "jangka-waktu":
            hasil = KETENTUAN.validate_python(dict(satu.data))
            assert isinstance(hasil, JangkaWaktu)
            return hasil
    return None


def _check_extension(satu: Adendum, dulu: JangkaWaktu, kini: JangkaWaktu) -> Iterator[str]:
    """An extension "by so much" was printed as a total of the old term."""
    for ubah in satu.data["perubahan"]:
        selama = ubah.get("perpanjang", {}).get("selama")
        if selama is None:
            continue
        tercetak = dulu.lama + parse_durasi(selama)
        if kini.lama + parse_durasi(selama) != tercetak:
            yield (
                f"jangka waktu menjadi {kini.lama}, padahal {satu.sebutan} ({satu.data['id']}) memperpanjang "
                f"{dulu.lama} dengan {selama} dan naskahnya menyebut {tercetak}; bila yang berlaku memang {tercetak}, "
                f"tulis 'perpanjang: {{menjadi: {tercetak}}}' pada rancangan adendum itu, daftarkan dengan --perbarui, "
                f"lalu ulangi perintah ini; bila tidak, pertahankan {dulu.lama}"
            )
