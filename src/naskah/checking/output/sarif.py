"""Findings as SARIF 2.1.0, which code hosts and editors show at their places (OASIS Standard, 27 March 2020)."""

import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any
from urllib.parse import quote

from naskah.checking.finding import Keparahan, Temuan
from naskah.checking.report import Laporan
from naskah.checking.rule import Aturan

_SKEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
_TINGKAT = {Keparahan.GALAT: "error", Keparahan.PERINGATAN: "warning", Keparahan.SARAN: "note"}


def make_sarif(semua: Sequence[Laporan], aturan: Mapping[str, Aturan], versi: str) -> str:
    """Return the log of one run over files.

    Args:
        semua: what became of the files.
        aturan: the rules of the catalogue, by code.
        versi: the version of naskah.
    """
    urutan = {kode: i for i, kode in enumerate(aturan)}
    galat = [_notify(str(g)) for laporan in semua for g in laporan.galat]
    jalan = {
        "tool": {
            "driver": {
                "name": "naskah periksa",
                "version": versi,
                "language": "id",
                "rules": [_rule(satu) for satu in aturan.values()],
            }
        },
        "language": "id",
        "columnKind": "unicodeCodePoints",
        "invocations": [{"executionSuccessful": not galat, "toolExecutionNotifications": galat}],
        "artifacts": [{"location": {"uri": _uri(satu.berkas)}} for satu in semua],
        "results": [
            _result(temuan, urutan[temuan.kode], i, laporan)
            for i, laporan in enumerate(semua)
            for temuan in laporan.temuan
        ],
    }
    log = {"$schema": _SKEMA, "version": "2.1.0", "runs": [jalan]}
    return json.dumps(log, ensure_ascii=False, indent=2) + "\n"


def _rule(aturan: Aturan) -> dict[str, Any]:
    return {
        "id": aturan.kode,
        "name": aturan.kode,
        "shortDescription": {"text": aturan.judul},
        "fullDescription": {"text": aturan.alasan},
        "help": {"text": f"{aturan.alasan}\nSalah: {aturan.salah}\nBenar: {aturan.benar}"},
        "defaultConfiguration": {"level": _TINGKAT[aturan.keparahan]},
    }


def _result(temuan: Temuan, urutan: int, berkas: int, laporan: Laporan) -> dict[str, Any]:
    tempat: dict[str, Any] = {"artifactLocation": {"uri": _uri(laporan.berkas), "index": berkas}}
    # A Word file has no lines that a viewer could show; there the logical place says where.
    if temuan.tempat is not None and laporan.satuan == "baris":
        tempat["region"] = {"startLine": max(temuan.tempat.baris, 1)}
        if temuan.kutipan:
            tempat["region"]["snippet"] = {"text": temuan.kutipan}
    hasil: dict[str, Any] = {
        "ruleId": temuan.kode,
        "ruleIndex": urutan,
        "level": _TINGKAT[temuan.keparahan],
        "message": {"text": f"{temuan.pesan} {temuan.saran}"},
        "locations": [{"physicalLocation": tempat, "logicalLocations": [{"fullyQualifiedName": temuan.letak}]}],
    }
    sifat: dict[str, Any] = {"kutipan": temuan.kutipan} if temuan.kutipan else {}
    if temuan.tempat is not None:
        sifat[laporan.satuan] = temuan.tempat.baris
    return hasil | {"properties": sifat} if sifat else hasil


def _notify(pesan: str) -> dict[str, Any]:
    return {"level": "error", "message": {"text": pesan}}


def _uri(berkas: str) -> str:
    jalur = Path(berkas)
    return jalur.as_uri() if jalur.is_absolute() else quote(jalur.as_posix())
