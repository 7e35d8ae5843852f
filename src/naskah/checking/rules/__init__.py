"""The rules, one module for each group of the catalogue; loading this package registers them all."""

from naskah.checking.rules import angka as angka
from naskah.checking.rules import angka_masa as angka_masa
from naskah.checking.rules import angka_naskah as angka_naskah
from naskah.checking.rules import angka_tanggal as angka_tanggal
from naskah.checking.rules import bahasa as bahasa
from naskah.checking.rules import bahasa_tanda as bahasa_tanda
from naskah.checking.rules import dasar_hukum as dasar_hukum
from naskah.checking.rules import dasar_hukum_berita as dasar_hukum_berita
from naskah.checking.rules import dasar_hukum_isi as dasar_hukum_isi
from naskah.checking.rules import dasar_hukum_judul as dasar_hukum_judul
from naskah.checking.rules import dasar_hukum_lengkap as dasar_hukum_lengkap
from naskah.checking.rules import istilah as istilah
from naskah.checking.rules import istilah_ejaan as istilah_ejaan
from naskah.checking.rules import istilah_kata as istilah_kata
from naskah.checking.rules import istilah_nama as istilah_nama
from naskah.checking.rules import istilah_perangkat as istilah_perangkat
from naskah.checking.rules import kelengkapan as kelengkapan
from naskah.checking.rules import kelengkapan_akhir as kelengkapan_akhir
from naskah.checking.rules import kelengkapan_naskah as kelengkapan_naskah
from naskah.checking.rules import penomoran as penomoran
from naskah.checking.rules import penomoran_isi as penomoran_isi
from naskah.checking.rules import penomoran_perincian as penomoran_perincian
from naskah.checking.rules import penutup as penutup
from naskah.checking.rules import rujukan as rujukan
from naskah.checking.rules import rujukan_tujuan as rujukan_tujuan
