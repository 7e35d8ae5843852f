"""What an event must fit before it is recorded: the state of its agreement, its promises, and later events."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta
from difflib import get_close_matches
from typing import Any, NamedTuple

from naskah.bahasa.tanggal import format_tanggal
from naskah.registry.adendum import Adendum, amend_ketentuan, extends
from naskah.registry.deadlines import AKHIR_JANGKA_WAKTU
from naskah.registry.identity import fold_teks
from naskah.registry.lifecycle import kinds
from naskah.registry.lifecycle.anchors import ALAMAT_BERLAKU, BERAKHIR_DIKEHENDAKI, PEMBERITAHUAN_DITERIMA
from naskah.registry.lifecycle.endings import ALASAN_WAKTU, list_alasan
from naskah.registry.lifecycle.kinds import JENIS_KEJADIAN, Kejadian, Tipe
from naskah.registry.periods import Bahan, compute_babak
from naskah.registry.progress import PENGGERAK, Perjalanan
from naskah.registry.recurring import KEWAJIBAN_BERKALA
from naskah.registry.state import TAMAT, Babak, Status, compute_status, find_babak

# Anchors that an event of a kind of its own gives.
_ACUAN_BERJENIS = {
    kinds.KAHAR_TERJADI: kinds.KAHAR_TERJADI,
    kinds.WANPRESTASI: kinds.WANPRESTASI,
    PEMBERITAHUAN_DITERIMA: kinds.PEMBERITAHUAN,
    BERAKHIR_DIKEHENDAKI: kinds.PEMBERITAHUAN,
    ALAMAT_BERLAKU: kinds.ALAMAT_DIUBAH,
    kinds.PERUBAHAN_ALAMAT: kinds.ALAMAT_DIUBAH,
    "pergantian-pejabat": kinds.PEJABAT_DIGANTI,
}
# Events that can make later ones, or an adendum, impossible though they are none of those themselves.
_MENGUBAH_MASA = (kinds.DIAKHIRI, kinds.DIGANTIKAN, kinds.DITANDATANGANI, kinds.KOREKSI)
_SEBUT_SURAT = {kinds.DITERIMA: "penerimaan", kinds.JAWABAN: "jawaban"}
_BUKAN_KEJADIAN = ("akhir-jangka-waktu", "pengundangan")


class Perjanjian(NamedTuple):
    """What is known of the agreement of an event, the event itself included."""

    perjalanan: Perjalanan
    letak: int | None  # where the event stands among those of the table; None: it is none of them
    pihak: int  # how many parties
    peraturan: bool
    # urutan -> kind and day of all its events, those that corrections reversed left out.
    peristiwa: Mapping[int, tuple[str, str]]

    @property
    def bahan(self) -> Bahan:
        """What its life is computed from."""
        return self.perjalanan.bahan

    @property
    def babak(self) -> Babak | None:
        """What was known of it on the day of the event."""
        return None if self.letak is None else self.perjalanan.babak_before(self.letak)


def iter_faults(kejadian: Kejadian, perjanjian: Perjanjian, hari_ini: date) -> Iterator[str]:
    """Yield, as Indonesian sentences, why an event does not fit its agreement."""
    if kejadian.tanggal > hari_ini.isoformat():
        yield f"tanggal {_day(kejadian.tanggal)} belum tiba; catat sesudah terjadi"
    yield from _check_order(kejadian, perjanjian)
    yield from _check_fields(kejadian, perjanjian, hari_ini)
    periksa = _PERIKSA.get(kejadian.jenis)
    if periksa is not None:
        yield from periksa(kejadian, perjanjian)


def _check_order(kejadian: Kejadian, perjanjian: Perjanjian) -> Iterator[str]:
    """The event, and every one that it can make impossible, must be possible in the state before it."""
    perjalanan, letak = perjanjian.perjalanan, perjanjian.letak
    if letak is not None:
        status = perjalanan.status_before(letak)
        if status not in JENIS_KEJADIAN[kejadian.jenis].boleh:
            yield explain_state(kejadian.jenis, status, kejadian.tanggal)
            return
    if kejadian.jenis in PENGGERAK or letak is None:
        for satu, status in perjalanan.iter_impossible(0 if letak is None else letak + 1):
            yield _explain_later(satu, status, perjanjian.bahan.tanggal)
    if kejadian.jenis in _MENGUBAH_MASA:
        yield from _check_adendum(perjanjian.bahan)


def _explain_later(satu: Kejadian, status: Status, tanggal: date) -> str:
    """The sentence for a recorded event that a new one makes impossible."""
    sebut = f"peristiwa {satu.urutan} ({satu.jenis}, {_day(satu.tanggal)})"
    if status is Status.RANCANGAN:
        return (
            f"{sebut} mendahului penandatanganan pada {format_tanggal(tanggal)}. Periksa tanggal penandatanganannya,"
            f" atau catat koreksi atas peristiwa {satu.urutan} lebih dahulu"
        )
    return (
        f'sudah tercatat {sebut}, yang tidak dapat terjadi lagi karena perjanjian menjadi "{status}". Catat koreksi'
        f" atas peristiwa {satu.urutan} lebih dahulu"
    )


def list_impossible(bahan: Bahan) -> list[tuple[Kejadian, Status]]:
    """Return the events that cannot happen in the state before them, each with that state."""
    return list(Perjalanan(bahan).iter_impossible())


def _check_adendum(bahan: Bahan) -> Iterator[str]:
    """No adendum may come after the agreement has ended."""
    for i, satu in enumerate(bahan.adendum):
        babak = compute_babak(bahan._replace(adendum=bahan.adendum[:i]))
        for hari in {str(satu.data["tanggal"]), satu.berlaku}:
            if _status_on(babak, hari) not in TAMAT or (hari == satu.berlaku and _continues(babak, satu)):
                continue
            yield (
                f"{satu.sebutan} ditandatangani atau berlaku {_day(hari)}, ketika perjanjiannya akan sudah selesai."
                f" Periksa tanggalnya, atau catat koreksi atas peristiwa {satu.peristiwa} lebih dahulu"
            )
            return


def _status_on(babak: Sequence[Babak], hari: str) -> Status:
    d = date.fromisoformat(hari)
    return compute_status(d, find_babak(babak, d))[0]


def _continues(babak: Sequence[Babak], adendum: Adendum) -> bool:
    """Whether an extension, signed in time, takes effect on the day after the last day: there is no gap."""
    kemarin = date.fromisoformat(adendum.berlaku) - timedelta(days=1)
    return (
        extends(adendum.data)
        and str(adendum.data["tanggal"]) < adendum.berlaku
        and _status_on(babak, adendum.berlaku) is Status.BERAKHIR
        and compute_status(kemarin, find_babak(babak, kemarin))[0] not in TAMAT
    )


def explain_state(jenis: str, status: Status, tanggal: str) -> str:
    """Return the sentence for an event that cannot happen in a state."""
    kind = JENIS_KEJADIAN[jenis]
    if status is Status.RANCANGAN:
        return f"tanggal {_day(tanggal)} mendahului penandatanganan; periksa tanggalnya"
    boleh = ", ".join(s.value for s in Status if s in kind.boleh)
    return f'tidak dapat terjadi ketika perjanjian "{status}" pada {_day(tanggal)}; hanya ketika {boleh}'


def _check_fields(kejadian: Kejadian, perjanjian: Perjanjian, hari_ini: date) -> Iterator[str]:
    for bidang in JENIS_KEJADIAN[kejadian.jenis].bidang:
        nilai = kejadian.data.get(bidang.nama)
        if nilai is None:
            continue
        if bidang.tipe is Tipe.PIHAK and nilai > perjanjian.pihak:
            yield f"{bidang.nama}: perjanjian ini hanya mempunyai {perjanjian.pihak} PIHAK, bukan {nilai}"
        if bidang.nama == "diterima" and not kejadian.tanggal <= nilai <= hari_ini.isoformat():
            yield f"diterima: {_day(nilai)} harus antara tanggal surat dan hari ini"


def _check_notice(kejadian: Kejadian, perjanjian: Perjanjian) -> Iterator[str]:
    hal, data = kejadian.data["hal"], kejadian.data
    for nama, milik in (("berakhir", kinds.PENGAKHIRAN), ("berlaku", kinds.PERUBAHAN_ALAMAT)):
        if hal == milik and nama not in data:
            yield f"{nama}: wajib diisi pada pemberitahuan {hal}"
        if hal != milik and nama in data:
            yield f"{nama}: hanya untuk pemberitahuan {milik}; hapus, atau ganti halnya"
    if data.get("berakhir", "9999") < kejadian.tanggal:
        yield f"berakhir: {_day(data['berakhir'])} mendahului pemberitahuannya"
    akhir = _last_day(kejadian, perjanjian)
    if akhir is not None and "berakhir" in data and data["berakhir"] > akhir.isoformat():
        yield (
            f"berakhir: {_day(data['berakhir'])} melewati hari terakhirnya, {format_tanggal(akhir)}; isi hari itu atau"
            " yang lebih awal"
        )
    yield from _check_number(kejadian, perjanjian)


def _last_day(kejadian: Kejadian, perjanjian: Perjanjian) -> date | None:
    """The last day of the term by all that is signed on the day of the event, though not in effect yet."""
    bahan = perjanjian.bahan
    adendum = [a for a in bahan.adendum if str(a.data["tanggal"]) <= kejadian.tanggal]
    return compute_babak(bahan._replace(adendum=adendum, kejadian=()))[-1].akhir


def _check_number(kejadian: Kejadian, perjanjian: Perjanjian) -> Iterator[str]:
    """One letter is one notice; only another party may have used its number too."""
    nomor, data = kejadian.data.get("nomor"), kejadian.data
    if nomor is None:
        return
    for satu in perjanjian.bahan.kejadian:
        if satu.jenis != kinds.PEMBERITAHUAN or satu.urutan == kejadian.urutan or satu.data["hal"] != data["hal"]:
            continue
        lain_pihak = "dari" in data and "dari" in satu.data and data["dari"] != satu.data["dari"]
        if not lain_pihak and fold_teks(satu.data.get("nomor", "")) == fold_teks(nomor):
            yield (
                f"nomor: surat {nomor} sudah tercatat sebagai peristiwa {satu.urutan}. Hari diterimanya dicatat dengan"
                f" peristiwa diterima atas={satu.urutan}; bila peristiwa itu salah, catat koreksi atasnya lebih dahulu"
            )
            return


def _check_about_notice(kejadian: Kejadian, perjanjian: Perjanjian) -> Iterator[str]:
    """An answer, or a receipt, belongs to one notice, once."""
    atas = perjanjian.peristiwa.get(kejadian.data["atas"])
    if atas is None or atas[0] != kinds.PEMBERITAHUAN:
        ada = [str(n) for n, (jenis, _) in perjanjian.peristiwa.items() if jenis == kinds.PEMBERITAHUAN]
        saran = f"Yang ada: {', '.join(ada)}" if ada else "Catat pemberitahuannya lebih dahulu"
        yield f"atas: peristiwa {kejadian.data['atas']} bukan pemberitahuan pada perjanjian ini. {saran}"
    elif atas[1] > kejadian.tanggal:
        yield f"atas: pemberitahuannya baru {_day(atas[1])}, sesudah {_SEBUT_SURAT[kejadian.jenis]} ini"
    else:
        yield from _check_once(kejadian, perjanjian)


def _check_once(kejadian: Kejadian, perjanjian: Perjanjian) -> Iterator[str]:
    for satu in perjanjian.bahan.kejadian:
        sebut = f"peristiwa {satu.urutan}, {_day(satu.tanggal)}"
        if satu.urutan == kejadian.data["atas"]:
            if kejadian.jenis == kinds.DITERIMA and satu.data.get("diterima"):
                yield (
                    f"atas: hari diterimanya sudah dicatat, {_day(satu.data['diterima'])}. Bila itu salah, catat"
                    f" koreksi atas peristiwa {satu.urutan}, lalu catat lagi pemberitahuannya"
                )
        elif satu.urutan == kejadian.urutan or satu.data.get("atas") != kejadian.data["atas"]:
            continue
        elif satu.jenis == kejadian.jenis == kinds.JAWABAN:
            yield (
                f"atas: pemberitahuan itu sudah dijawab ({sebut}: {satu.data['isi']}). Bila catatan itu salah, catat"
                f" koreksi atas peristiwa {satu.urutan}; bila pendiriannya berubah, catat pemberitahuan yang baru"
            )
        elif satu.jenis == kejadian.jenis:
            yield f"atas: hari diterimanya sudah dicatat ({sebut}). Bila itu salah, catat koreksi atasnya"
        elif (satu.jenis == kinds.JAWABAN) == (satu.tanggal < kejadian.tanggal) and satu.tanggal != kejadian.tanggal:
            yield f"tanggal {_day(kejadian.tanggal)}: surat itu tidak dapat dijawab sebelum diterima ({sebut})"


def _check_settling(kejadian: Kejadian, perjanjian: Perjanjian) -> Iterator[str]:
    if kejadian.data["hal"] in ("jangka-waktu", AKHIR_JANGKA_WAKTU):
        yield (
            "hal: akhir jangka waktu tidak dipenuhi atau dikesampingkan. Bila diperpanjang, catat diadendum; bila"
            f' berakhir, catat diakhiri dengan alasan "{ALASAN_WAKTU}" sesudah hari terakhirnya'
        )


def _check_report(kejadian: Kejadian, perjanjian: Perjanjian) -> Iterator[str]:
    semua = _list_ketentuan(perjanjian.bahan)
    berkala = list(dict.fromkeys(k["hal"] for k in semua if k["jenis"] == KEWAJIBAN_BERKALA))
    hal = kejadian.data.get("hal")
    if not berkala:
        yield (
            "perjanjian ini tidak mempunyai kewajiban berkala; kegiatan Rencana Kerja dicatat dengan"
            " 'naskah registri lapor'"
        )
    elif hal is None and len(berkala) > 1:
        yield f"hal: ada beberapa kewajiban berkala, sebutkan salah satu: {', '.join(berkala)}"
    elif hal is not None and hal not in berkala:
        yield f'hal: tidak ada kewajiban berkala "{hal}". {_suggest(hal, berkala)}'


def _check_happening(kejadian: Kejadian, perjanjian: Perjanjian) -> Iterator[str]:
    acuan = kejadian.data["acuan"]
    if acuan in _ACUAN_BERJENIS:
        yield f'acuan: untuk "{acuan}" catat peristiwa berjenis {_ACUAN_BERJENIS[acuan]}'
        return
    ada = [
        k.get("acuan") or k.get("peristiwa")
        for k in _list_ketentuan(perjanjian.bahan)
        if k["jenis"] in ("batas-waktu", "tindak-lanjut")
    ]
    ada = [a for a in dict.fromkeys(ada) if a not in _ACUAN_BERJENIS and a not in _BUKAN_KEJADIAN]
    if acuan not in ada:
        yield f'acuan: tidak ada ketentuan yang mengacu pada "{acuan}". {_suggest(acuan, ada)}'


def _check_ending(kejadian: Kejadian, perjanjian: Perjanjian) -> Iterator[str]:
    data = kejadian.data
    alasan = list_alasan(_list_ketentuan(perjanjian.bahan), peraturan=perjanjian.peraturan)
    if data["alasan"] not in alasan:
        yield f'alasan: "{data["alasan"]}" bukan alasan berakhirnya. {_suggest(data["alasan"], list(alasan))}'
        return
    dokumen = alasan[data["alasan"]]
    if dokumen and not data.get("dokumen"):
        yield f"dokumen: wajib diisi, karena perjanjian meminta {dokumen} untuk alasan ini"
    hari = date.fromisoformat(kejadian.tanggal)
    lewat = compute_status(hari, perjanjian.babak)[0] is Status.BERAKHIR
    if lewat and data["alasan"] != ALASAN_WAKTU:
        yield f'alasan: jangka waktunya sudah berakhir pada {_day(kejadian.tanggal)}; pakai "{ALASAN_WAKTU}"'
    if not lewat and data["alasan"] == ALASAN_WAKTU:
        yield f"alasan: jangka waktunya belum berakhir pada {_day(kejadian.tanggal)}; catat sesudah hari terakhirnya"
    yield from _check_last_day(kejadian, perjanjian)
    for satu in perjanjian.bahan.kejadian:
        sama = satu.jenis == kinds.DIAKHIRI and satu.data["alasan"] == data["alasan"] == ALASAN_WAKTU
        if sama and satu.urutan != kejadian.urutan:
            yield (
                f"alasan: berakhirnya sudah dicatat (peristiwa {satu.urutan}, {_day(satu.tanggal)}). Untuk mengubah"
                f" isinya, catat koreksi atas peristiwa {satu.urutan}, lalu catat lagi"
            )


def _check_last_day(kejadian: Kejadian, perjanjian: Perjanjian) -> Iterator[str]:
    per = kejadian.data.get("per")
    if per is None:
        return
    if kejadian.data["alasan"] == ALASAN_WAKTU:
        yield f'per: kosongkan; pada alasan "{ALASAN_WAKTU}" hari terakhirnya sudah ditentukan jangka waktunya'
    if per < perjanjian.bahan.tanggal.isoformat():
        yield f"per: {_day(per)} mendahului penandatanganan"
    babak = perjanjian.babak
    if babak is not None and babak.akhir is not None and per > babak.akhir.isoformat():
        yield f"per: {_day(per)} melewati hari terakhirnya, {format_tanggal(babak.akhir)}; pilih hari yang lebih awal"


def _list_ketentuan(bahan: Bahan) -> list[Mapping[str, Any]]:
    """All promises that ever were in force, those of the adenda too."""
    return [k.data for k in amend_ketentuan(bahan.ketentuan, bahan.tanggal.isoformat(), bahan.adendum)]


def _suggest(kata: str, ada: Sequence[Any]) -> str:
    mirip = get_close_matches(kata, ada, 3, 0.4) or list(ada)
    return f"Yang ada: {'; '.join(mirip)}" if mirip else "Perjanjian ini tidak mempunyainya"


def _day(teks: str) -> str:
    return format_tanggal(date.fromisoformat(teks))


_PERIKSA = {
    kinds.PEMBERITAHUAN: _check_notice,
    kinds.DITERIMA: _check_about_notice,
    kinds.JAWABAN: _check_about_notice,
    kinds.DIPENUHI: _check_settling,
    kinds.DIKESAMPINGKAN: _check_settling,
    kinds.LAPORAN: _check_report,
    kinds.KEJADIAN: _check_happening,
    kinds.DIAKHIRI: _check_ending,
}
