"""The draft of an adendum to its files, and to the registry under its parent."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from hashlib import sha256
from pathlib import Path

from naskah.assembly.adendum.activity_cells import drop_deleted
from naskah.assembly.adendum.apply import apply_perubahan
from naskah.assembly.adendum.assemble import SusunanAdendum, assemble_adendum
from naskah.library.adendum import BerkasAdendum
from naskah.library.pustaka import Pustaka
from naskah.model.langkah import Perbuatan
from naskah.model.naskah_json import dump_naskah, dump_perubahan
from naskah.model.pendaftaran import DokumenTerdaftar
from naskah.model.pendaftaran_adendum import PenandatanganTerdaftar, PendaftaranAdendum, UbahKegiatan
from naskah.publishing.parents import load_induk
from naskah.publishing.publish import HasilDaftar, Pilihan, Terbitan, place
from naskah.publishing.registration import derive_id, iter_kegiatan, relative_path
from naskah.publishing.review import Pemeriksa

PERAN = "adendum"


def publish_adendum(berkas: BerkasAdendum, pustaka: Pustaka, pilihan: Pilihan) -> Terbitan:
    """Make the files of an adendum and register it. NaskahError: nothing was written, nothing registered."""
    susunan = assemble_adendum(berkas, pustaka, load_induk(berkas, pustaka, pilihan.registri or pilihan.registri_induk))
    asal = Path(berkas.nama)
    saran = Pemeriksa(pustaka).review(susunan.naskah, berkas)

    def record(tetap: Mapping[Path, bytes], registri: Path, akar: Path) -> tuple[HasilDaftar, str]:
        from naskah.registry.adendum_registration import register_adendum
        from naskah.registry.database import open_registry

        pendaftaran = make_pendaftaran_adendum(susunan, asal, tetap, akar)
        with open_registry(registri) as basis:
            return register_adendum(basis, pendaftaran, oleh=pilihan.oleh, perbarui=pilihan.perbarui), pendaftaran.id

    return replace(place(susunan, asal, pustaka, pilihan, record), saran=saran)


def _make_kegiatan(susunan: SusunanAdendum) -> Iterator[UbahKegiatan]:
    """The rows of the Rencana Kerja that change, as the whole plan would register them."""
    sesudah = apply_perubahan(susunan.induk.naskah, susunan.perubahan)
    terdaftar = {satu.kode: satu for satu in iter_kegiatan(drop_deleted(sesudah))}
    for langkah in susunan.perubahan.kegiatan:
        dihapus = langkah.perbuatan is Perbuatan.HAPUS
        yield UbahKegiatan(kode=langkah.kode, isi=None if dihapus else terdaftar[langkah.kode])


def make_pendaftaran_adendum(
    susunan: SusunanAdendum, berkas: Path, dokumen: Mapping[Path, bytes], akar: Path
) -> PendaftaranAdendum:
    """The registration of an adendum: its facts, the changes as data, its steps and its tree."""
    rancangan = susunan.rancangan
    naskah = dump_naskah(susunan.naskah)
    return PendaftaranAdendum(
        id=rancangan.id or derive_id(berkas),
        induk=susunan.induk.id,
        urutan=susunan.urutan,
        tanggal=rancangan.tanggal,
        berlaku=susunan.berlaku,
        tempat=rancangan.tempat,
        nomor=rancangan.nomor,
        penandatangan=tuple(
            PenandatanganTerdaftar(nama=p.penandatangan.nama, jabatan=p.penandatangan.jabatan) for p in susunan.pihak
        ),
        perubahan=rancangan.dump_perubahan(),
        langkah=dump_perubahan(susunan.perubahan).decode(),
        ketentuan=susunan.ketentuan,
        pihak=susunan.ubah_pihak,
        kegiatan=tuple(_make_kegiatan(susunan)),
        klausul=susunan.klausul,
        dokumen=tuple(
            DokumenTerdaftar(jalur=relative_path(jalur, akar), sidik=sha256(isi).hexdigest(), peran=PERAN)
            for jalur, isi in dokumen.items()
        ),
        naskah=sha256(naskah).hexdigest(),
        isi_naskah=naskah,
    )
