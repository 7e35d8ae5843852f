"""YAML in which every value remembers its line, so that an error can name it.

Stricter than YAML: no anchors or aliases (a few bytes of them can fill the memory), no tags, no duplicate
keys (plain YAML silently keeps the last), keys are text, size and depth are bounded. It is read event by
event: PyYAML's own composer recurses in C, and a deeply nested file would crash the process.
"""

import re
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

from naskah.bahasa.terbilang import group_ribuan
from naskah.model.galat import Galat, NaskahError

UKURAN_MAKSIMUM = 5_000_000  # bytes
KEDALAMAN_MAKSIMUM = 25
SIMPUL_MAKSIMUM = 200_000  # values in one file

_Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_TAG = "tag:yaml.org,2002:"
# Only these numbers mean what they look like: YAML makes 8 of 010, 10.0 of 10.000 and 750 of 12:30.
_BULAT = re.compile(r"-?(?:0|[1-9][0-9]{0,17})")
_BERMAKNA = (_TAG + "bool", _TAG + "null", _TAG + "timestamp")
_TAK_TERCETAK = re.compile("[^\\t\\n\\r\\x20-\\x7e\\x85\\xa0-\\ud7ff\\ue000-\\ufffd\\U00010000-\\U0010ffff]")
Jalur = tuple[str | int, ...]


@dataclass(slots=True)
class YamlBerbaris:
    """Parsed YAML: its data, and for each path the line and, of a scalar, the text as typed."""

    berkas: str
    data: Any = None
    baris: dict[Jalur, int] = field(default_factory=dict)
    mentah: dict[Jalur, str] = field(default_factory=dict)
    # Faults that leave the rest readable (an impossible date); validation reports them with its own.
    galat: dict[Jalur, Galat] = field(default_factory=dict)

    def find_line(self, jalur: Jalur) -> int | None:
        """The line of `jalur`, or of its nearest known ancestor; None for an empty file."""
        while jalur and jalur not in self.baris:
            jalur = jalur[:-1]
        return self.baris.get(jalur)


def read_bounded(path: Path, batas: int = UKURAN_MAKSIMUM) -> bytes:
    """The bytes of a file of at most `batas` bytes; NaskahError when it is missing, unreadable or larger."""
    nama = str(path)
    if not nama.isprintable():
        nama = nama.encode("utf-8", "backslashreplace").decode()
        raise NaskahError(Galat("nama berkas memuat karakter yang tidak dapat dicetak; ganti namanya", nama))
    if path.exists() and not path.is_file() and not path.is_dir():
        raise NaskahError(Galat("ini bukan berkas biasa; sebutkan berkas di disk", nama))  # a pipe never ends
    try:
        with path.open("rb") as berkas:
            isi = berkas.read(batas + 1)
    except FileNotFoundError:
        raise NaskahError(Galat("berkas ini tidak ada; periksa nama dan foldernya", str(path))) from None
    except IsADirectoryError:
        raise NaskahError(Galat("ini folder, bukan berkas; sebutkan berkas di dalamnya", str(path))) from None
    except OSError as error:
        raise NaskahError(Galat(f"berkas tidak dapat dibaca ({error.strerror})", str(path))) from None
    if len(isi) > batas:
        raise NaskahError(Galat(f"berkas lebih besar dari {group_ribuan(batas // 1000)} kB dan tidak dibaca", nama))
    return isi


def decode_text(isi: bytes, berkas: str) -> str:
    """UTF-8 text without a byte order mark; NaskahError naming the line of the first wrong byte."""
    if isi.startswith(b"PK\x03\x04"):
        raise NaskahError(Galat("ini berkas Word atau Excel, bukan teks; sebutkan berkas rancangannya (.yaml)", berkas))
    try:
        return isi.decode("utf-8-sig").replace("\r\n", "\n").replace("\r", "\n")
    except UnicodeDecodeError as error:
        baris = isi[: error.start].count(b"\n") + 1
        raise NaskahError(
            Galat("bukan teks UTF-8; simpan ulang berkas ini dengan pengodean UTF-8", berkas, baris)
        ) from None


def parse_yaml(teks: str, berkas: str, baris_awal: int = 0) -> YamlBerbaris:
    """Parse `teks`; `baris_awal` lines stand before it in its file. NaskahError names the line of a fault."""
    if cocok := _TAK_TERCETAK.search(teks):
        baris = teks.count("\n", 0, cocok.start()) + 1 + baris_awal
        raise NaskahError(Galat(f"memuat karakter kendali U+{ord(cocok[0]):04X}; hapus karakter itu", berkas, baris))
    hasil = YamlBerbaris(berkas)
    loader = _Loader(teks)
    try:
        _Pembaca(loader, hasil, baris_awal).read()
    except yaml.MarkedYAMLError as error:
        # An open quote shows only far below; the line to mend is the one that opens it.
        tanda = error.context_mark if _is_open_quote(error) else error.problem_mark or error.context_mark
        # The end of the file counts as a line of its own, which the user does not see.
        di = min(tanda.line, teks.rstrip().count("\n")) + 1 + baris_awal if tanda else None
        raise NaskahError(Galat(_explain(error), berkas, di)) from None
    finally:
        loader.dispose()
    return hasil


def load_yaml(path: Path) -> YamlBerbaris:
    """Read and parse a YAML file."""
    return parse_yaml(decode_text(read_bounded(path), str(path)), str(path))


def _is_open_quote(error: yaml.MarkedYAMLError) -> bool:
    return "quoted scalar" in (error.context or "") and "end of" in (error.problem or "")


def _explain(error: yaml.MarkedYAMLError) -> str:
    masalah = error.problem or ""
    if _is_open_quote(error):
        return "tanda kutip yang dibuka di sini belum ditutup"
    if "mapping values are not allowed" in masalah:
        return "titik dua di tengah nilai; apit nilainya dengan tanda kutip"
    if "found character" in masalah:
        return "nilai diawali tab, @, %, atau tanda lain yang tidak boleh; pakai spasi, atau apit dengan tanda kutip"
    if "could not find expected ':'" in masalah:
        return "titik dua sesudah nama kunci belum ada; periksa baris ini dan baris sebelumnya"
    if "did not find expected" in masalah or "end of stream" in masalah or "block end" in masalah:
        return "susunan YAML rusak di sini; periksa jorokan, tanda kutip, dan kurung di sekitar baris ini"
    return f"YAML tidak dapat dibaca ({masalah}); periksa jorokan dan tanda kutip di sekitar baris ini"


class _Pembaca:
    """Builds the data of one document from its events."""

    def __init__(self, loader: Any, hasil: YamlBerbaris, awal: int) -> None:
        self.loader, self.hasil, self.awal = loader, hasil, awal
        self.simpul = 0

    def read(self) -> None:
        """Fill in `hasil`; its data stay None when the file is empty."""
        self.loader.get_event()  # the stream begins
        if self.loader.check_event(yaml.StreamEndEvent):
            return
        self.loader.get_event()  # the document begins
        self.hasil.data = self._read_value(())
        self.loader.get_event()  # the document ends
        if not self.loader.check_event(yaml.StreamEndEvent):
            pesan = "berkas ini memuat lebih dari satu dokumen YAML; hapus garis '---' di tengahnya"
            raise self._fault(self.loader.peek_event(), pesan)

    def _line(self, event: yaml.Event) -> int:
        return self.awal + 1 + (event.start_mark.line if event.start_mark else 0)

    def _fault(self, event: yaml.Event, pesan: str) -> NaskahError:
        return NaskahError(Galat(pesan, self.hasil.berkas, self._line(event)))

    def _next(self, jalur: Jalur) -> Any:
        """The next event, within all bounds."""
        event = self.loader.get_event()
        if isinstance(event, yaml.AliasEvent) or event.anchor is not None:
            pesan = (
                "jangkar (&nama) dan alias (*nama) YAML tidak dipakai di sini; tulis nilainya, "
                "dan apit dengan tanda kutip bila teksnya diawali & atau *"
            )
            raise self._fault(event, pesan)
        self.simpul += 1
        if len(jalur) > KEDALAMAN_MAKSIMUM:
            raise self._fault(event, f"bertingkat lebih dari {KEDALAMAN_MAKSIMUM} kali")
        if self.simpul > SIMPUL_MAKSIMUM:
            raise self._fault(event, f"memuat lebih dari {SIMPUL_MAKSIMUM} nilai; pecah menjadi beberapa berkas")
        return event

    def _keep_fault(self, event: yaml.Event, jalur: Jalur, pesan: str) -> None:
        self.hasil.galat[jalur] = Galat(pesan, self.hasil.berkas, self._line(event))

    def _read_value(self, jalur: Jalur) -> Any:
        event = self._next(jalur)
        self.hasil.baris.setdefault(jalur, self._line(event))
        if event.tag is not None:
            tag = event.tag.replace(_TAG, "!!")
            self._keep_fault(event, jalur, f"tanda {tag} tidak dipakai di sini; hapus, atau apit nilainya dengan kutip")
        if isinstance(event, yaml.SequenceStartEvent):
            return self._read_sequence(jalur)
        if isinstance(event, yaml.MappingStartEvent):
            return self._read_mapping(jalur)
        return self._read_scalar(event, jalur)

    def _read_scalar(self, event: yaml.ScalarEvent, jalur: Jalur) -> Any:
        teks = self.hasil.mentah[jalur] = event.value
        tag = self.loader.resolve(yaml.ScalarNode, teks, event.implicit)
        if tag == _TAG + "int" and _BULAT.fullmatch(teks):
            return int(teks)
        if tag not in _BERMAKNA:
            return teks
        try:
            return self.loader.construct_object(yaml.ScalarNode(tag, teks))
        except ValueError:
            self._keep_fault(event, jalur, f"{teks} bukan tanggal yang ada; periksa hari dan bulannya")
            return None

    def _read_sequence(self, jalur: Jalur) -> list[Any]:
        data: list[Any] = []
        while not self.loader.check_event(yaml.SequenceEndEvent):
            data.append(self._read_value((*jalur, len(data))))
        self.loader.get_event()
        return data

    def _read_mapping(self, jalur: Jalur) -> dict[str, Any]:
        data: dict[str, Any] = {}
        while not self.loader.check_event(yaml.MappingEndEvent):
            event = self._next(jalur)
            if not isinstance(event, yaml.ScalarEvent):
                pesan = "nama kunci harus teks biasa; apit dengan tanda kutip bila nilainya diawali { atau ["
                raise self._fault(event, pesan)
            kunci: str = event.value
            if kunci in data:
                kembar = (*jalur, f"{kunci} (kembar)")
                self._read_value(kembar)
                self._keep_fault(event, kembar, "kunci ini tertulis dua kali; hapus salah satunya")
                continue
            self.hasil.baris[(*jalur, kunci)] = self._line(event)
            data[kunci] = self._read_value((*jalur, kunci))
        self.loader.get_event()
        return data
