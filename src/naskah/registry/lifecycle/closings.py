"""What an event settles: which open deadlines it meets, waives or makes pointless."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta

from naskah.registry.adendum import Adendum
from naskah.registry.deadlines import AKHIR_JANGKA_WAKTU, SEBELUM, Tenggat
from naskah.registry.events import Peristiwa
from naskah.registry.lifecycle import kinds
from naskah.registry.lifecycle.anchors import PENGAKHIRAN_DIKEHENDAKI, TINDAK_LANJUT
from naskah.registry.lifecycle.kinds import Kejadian
from naskah.registry.recurring import KEGIATAN, KEWAJIBAN_BERKALA

TERPENUHI = "dipenuhi"
TERLAMBAT = "dipenuhi terlambat"

_ADENDUM, _PENINJAUAN = TINDAK_LANJUT + "adendum", TINDAK_LANJUT + "peninjauan"
_PEMBERITAHUAN, _BERITA_ACARA = TINDAK_LANJUT + "pemberitahuan", TINDAK_LANJUT + "berita-acara"
_LAIN = "lain"


class Penutupan:
    """The deadlines of one agreement while its events settle them, one after the other."""

    def __init__(self, tenggat: Iterable[Tenggat]) -> None:
        self.tenggat = sorted(tenggat, key=lambda t: (t.tanggal, t.jenis, t.ketentuan, t.pemicu))
        self._penerimaan: dict[int, int] = {}  # what says when a notice was received -> that notice
        self._surat_alamat: list[Kejadian] = []  # notices of a new address that has not come yet

    def apply(self, kejadian: Kejadian) -> None:
        """Let one event of the table settle what it settles."""
        match kejadian.jenis:
            case kinds.PEMBERITAHUAN:
                self._notify(kejadian)
            case kinds.DITERIMA:
                self._penerimaan[kejadian.urutan] = kejadian.data["atas"]
            case kinds.JAWABAN:
                self._answer(kejadian)
            case kinds.LAPORAN:
                self._report(kejadian)
            case kinds.DIPENUHI | kinds.DIKESAMPINGKAN:
                self._settle(kejadian)
            case kinds.DITINJAU:
                self._close(kejadian, [i for i, t in self._open(kejadian.tanggal) if t.jenis == _PENINJAUAN])
            case kinds.KAHAR_BERAKHIR:
                self._end_kahar(kejadian)
            case kinds.ALAMAT_DIUBAH:
                self._move_address(kejadian)
            case kinds.DIAKHIRI if kejadian.data.get("dokumen"):
                self._close(kejadian, [i for i, t in self._open(kejadian.tanggal) if t.jenis == _BERITA_ACARA])

    def apply_laporan(self, laporan: Peristiwa, kode: str, tahun: int) -> None:
        """Let the report of an activity meet the year it was planned for."""
        jatuh = f"{tahun:04}-12-31"
        for i, t in self._unsettled(laporan.tanggal):
            if t.jenis == KEGIATAN and t.tanggal == jatuh and t.hal.split(" ", 1)[0] == kode:
                self._close_one(i, laporan.tanggal, laporan.urutan)

    def apply_adendum(self, adendum: Adendum) -> None:
        """An adendum is what some events ask for, and it is a review too."""
        tanggal = str(adendum.data["tanggal"])
        for i in [i for i, t in self._open(tanggal) if t.jenis in (_ADENDUM, _PENINJAUAN)]:
            self._close_one(i, tanggal, adendum.peristiwa)

    def end(self, saat: str, per: str, sebab: str, penutup: int) -> None:
        """The agreement has ended: after its last day `per` nothing of it is asked for but what survives."""
        besok = (date.fromisoformat(per) + timedelta(days=1)).isoformat()
        for i, satu in enumerate(self.tenggat):
            if satu.acuan == AKHIR_JANGKA_WAKTU and satu.arah != SEBELUM:
                continue
            gugur = satu.tanggal > per or satu.jenis in (AKHIR_JANGKA_WAKTU, PENGAKHIRAN_DIKEHENDAKI)
            pada = max(saat if gugur else max(saat, besok), satu.berlaku_dari)
            if satu.berlaku_sampai > pada:
                self.tenggat[i] = satu.close(pada, sebab, penutup)

    def _notify(self, kejadian: Kejadian) -> None:
        hal = kejadian.data["hal"]
        # What an event recorded later on the same day asks for is for that one.
        urut = (kejadian.tanggal, kejadian.urutan)
        terbuka = [(i, t) for i, t in self._open(kejadian.tanggal) if (t.berlaku_dari, t.pemicu) <= urut]
        # The notice meets its own deadline and one that waits; what an event asks to be notified of is another thing.
        batas = [i for i, t in terbuka if t.hal == hal and not t.jenis.startswith((TINDAK_LANJUT, "pengakhiran-"))]
        lanjut = [i for i, t in terbuka if t.jenis == _PEMBERITAHUAN and hal in (t.hal, _LAIN)]
        milik = [i for i in batas if self.tenggat[i].pemicu == kejadian.urutan]
        menunggu = [*[i for i in batas if i not in milik][:1], *lanjut[:1]]
        self._close(kejadian, [*milik, *menunggu])
        if hal == kinds.PERUBAHAN_ALAMAT and not menunggu:
            self._surat_alamat.append(kejadian)

    def _move_address(self, kejadian: Kejadian) -> None:
        """What the change asks for is the letter that tells of it, or one sent before."""
        milik = [i for i, t in self._open(kejadian.tanggal) if t.pemicu == kejadian.urutan]
        if kejadian.data.get("nomor"):
            self._close(kejadian, milik)
            return
        berlaku = kejadian.data.get("berlaku", kejadian.tanggal)
        for surat in self._surat_alamat:
            if surat.data["berlaku"] <= berlaku and surat.data.get("dari") in (None, kejadian.data["pihak"]):
                self._close(kejadian, milik, f"sudah diberitahukan (peristiwa {surat.urutan})")
                self._surat_alamat.remove(surat)
                return

    def _answer(self, kejadian: Kejadian) -> None:
        surat = kejadian.data["atas"]
        atas = [(i, t) for i, t in self._open(kejadian.tanggal) if surat in (t.pemicu, self._penerimaan.get(t.pemicu))]
        self._close(kejadian, [i for i, t in atas if t.hal.startswith("tanggapan-")])
        if kejadian.data["isi"] == kinds.MENOLAK:
            self._close(kejadian, [i for i, t in atas if t.jenis == PENGAKHIRAN_DIKEHENDAKI], "ditolak")

    def _end_kahar(self, kejadian: Kejadian) -> None:
        # What had to last longer to have an effect did not.
        belum = [
            i
            for i, t in self._open(kejadian.tanggal)
            if t.acuan == kinds.KAHAR_TERJADI and t.jenis == _PENINJAUAN and t.tanggal > kejadian.tanggal
        ]
        self._close(kejadian, belum, "keadaan kahar berakhir lebih dahulu")

    def _report(self, kejadian: Kejadian) -> None:
        """A report meets the period it falls in, or one overdue; `untuk` names another."""
        hal, untuk = kejadian.data.get("hal"), kejadian.data.get("untuk")
        semua = [
            (i, t) for i, t in enumerate(self.tenggat) if t.jenis == KEWAJIBAN_BERKALA and (hal is None or t.hal == hal)
        ]
        if untuk is not None:
            tersisa = dict(self._unsettled(kejadian.tanggal))
            self._close(kejadian, [i for i, t in semua if t.tanggal == untuk and i in tersisa][:1])
            return
        # Only the period begun: two reports in one year do not also settle the next.
        sebelum: dict[int, str] = {}
        for i, t in semua:
            awal = sebelum.get(t.ketentuan, "")
            sebelum[t.ketentuan] = t.tanggal
            if t.berlaku_dari <= kejadian.tanggal < t.berlaku_sampai and awal < kejadian.tanggal:
                self._close(kejadian, [i])
                return

    def _settle(self, kejadian: Kejadian) -> None:
        data = kejadian.data
        untuk = data.get("untuk")
        calon = self._open(kejadian.tanggal) if untuk is None else self._unsettled(kejadian.tanggal)
        # The end of the term is neither met nor waived: it is extended, or it comes.
        cocok = [
            i
            for i, t in calon
            if data["hal"] in (t.hal, t.jenis) and untuk in (None, t.tanggal) and t.jenis != AKHIR_JANGKA_WAKTU
        ]
        sebab = None if kejadian.jenis == kinds.DIPENUHI else f"dikesampingkan: {data['alasan']}"
        self._close(kejadian, cocok[:1], sebab)

    def _open(self, saat: str) -> Iterator[tuple[int, Tenggat]]:
        return ((i, t) for i, t in enumerate(self.tenggat) if t.berlaku_dari <= saat < t.berlaku_sampai)

    def _unsettled(self, saat: str) -> Iterator[tuple[int, Tenggat]]:
        """What no event has closed before: open, missed, or yet to come."""
        return ((i, t) for i, t in enumerate(self.tenggat) if t.penutup is None or t.berlaku_sampai > saat)

    def _close(self, kejadian: Kejadian, yang: Sequence[int], sebab: str | None = None) -> None:
        for i in yang:
            self._close_one(i, kejadian.tanggal, kejadian.urutan, sebab)

    def _close_one(self, i: int, saat: str, penutup: int, sebab: str | None = None) -> None:
        satu = self.tenggat[i]
        # Holidays are no part of this, so of what is counted in working days nothing is said to be late.
        lambat = saat > satu.tanggal and not satu.hari_kerja
        # An occurrence that had been missed stays unlisted since then, whatever is said of it later.
        sampai = max(min(satu.berlaku_sampai, saat), satu.berlaku_dari)
        alasan = sebab or (TERLAMBAT if lambat else TERPENUHI)
        self.tenggat[i] = satu.close(sampai, alasan, penutup)
