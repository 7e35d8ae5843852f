"""What the operating system refuses, said so that the user can mend it."""

import errno

_PESAN = {
    errno.ENOSPC: "disk penuh; kosongkan tempat, lalu jalankan lagi",
    errno.EDQUOT: "jatah disk habis; kosongkan tempat, lalu jalankan lagi",
    errno.EACCES: "tidak boleh ditulis; pilih folder lain, atau minta hak tulisnya",
    errno.EPERM: "tidak boleh ditulis; pilih folder lain, atau minta hak tulisnya",
    errno.EROFS: "tidak boleh ditulis; pilih folder lain, atau minta hak tulisnya",
    errno.ENOENT: "folder atau berkasnya tidak ada; periksa namanya",
    errno.ENOTDIR: "ada berkas di tempat yang seharusnya folder; pilih nama lain",
    errno.EEXIST: "ada berkas di tempat yang seharusnya folder; pilih nama lain",
    errno.EISDIR: "ini folder; sebutkan nama berkas di dalamnya",
    errno.ENAMETOOLONG: "nama berkas terlalu panjang; pilih nama yang lebih pendek",
    errno.EFBIG: "berkas terlalu besar untuk disk ini; pilih tempat lain",
    errno.ENOEXEC: "program ini tidak dapat dijalankan di komputer ini",
    errno.EIO: "disk tidak dapat dibaca atau ditulis; periksa disknya",
}


def explain_os_error(error: OSError) -> str:
    """What the system refused, as an Indonesian sentence that says what to do."""
    pesan = _PESAN.get(error.errno or 0)
    return pesan or f"sistem menolak (kode {errno.errorcode.get(error.errno or 0, error.errno)}); coba lagi"
