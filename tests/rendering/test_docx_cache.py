"""The cache of prepared templates: it speeds up, and can neither break nor be needed."""

import json
import os
from pathlib import Path

import pytest
from rendered_docx import TEMPLATES
from sample_trees import make

from naskah.model.galat import NaskahError
from naskah.rendering.docx import compile as compile_module
from naskah.rendering.docx import compile_template, render_docx
from naskah.rendering.docx.cache import Siap, cache_folder, save_prepared


@pytest.fixture
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "c"))
    return tmp_path / "c" / "naskah" / "templat"


@pytest.fixture
def berkas(tmp_path: Path) -> Path:
    salinan = tmp_path / "t.docx"
    salinan.write_bytes((TEMPLATES / "nota-kesepakatan.docx").read_bytes())
    return salinan


def fresh(berkas: Path) -> bytes:
    compile_module._compile.cache_clear()
    return render_docx(make(2), compile_template(berkas))


def test_a_cached_template_renders_the_same(cache: Path, berkas: Path) -> None:
    pertama = fresh(berkas)
    assert len(list(cache.glob("*.json"))) == 1
    assert fresh(berkas) == pertama
    assert oct(cache.stat().st_mode)[-3:] == "700"


@pytest.mark.parametrize(
    "rusak",
    [b"", b"bukan json", b"0" * 64 + b"\n{}", b"\xff\xfe", b'{"anggota": []}'],
)  # fmt: skip
def test_a_damaged_cache_is_made_again(cache: Path, berkas: Path, rusak: bytes) -> None:
    pertama = fresh(berkas)
    (satu,) = cache.glob("*.json")
    utuh = satu.read_bytes()
    satu.write_bytes(rusak)
    assert fresh(berkas) == pertama
    assert satu.read_bytes() == utuh


def test_a_changed_letter_in_the_cache_is_noticed(cache: Path, berkas: Path) -> None:
    pertama = fresh(berkas)
    (satu,) = cache.glob("*.json")
    satu.write_bytes(satu.read_bytes().replace(b"ANTARA", b"ANTERA"))
    assert fresh(berkas) == pertama


@pytest.mark.parametrize("ganti", [{"sumber": {"word/document.xml": "{% for %}"}}, {"anggota": [1]}, {"sumber": 3}])
def test_a_cache_forged_with_its_checksum_breaks_nothing(cache: Path, berkas: Path, ganti: dict) -> None:
    import hashlib

    pertama = fresh(berkas)
    (satu,) = cache.glob("*.json")
    isi = json.dumps(json.loads(satu.read_bytes().partition(b"\n")[2]) | ganti).encode()
    satu.write_bytes(hashlib.sha256(isi).hexdigest().encode() + b"\n" + isi)
    assert fresh(berkas) == pertama


def test_no_cache_is_needed(berkas: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    halangan = tmp_path / "berkas"
    halangan.write_text("bukan folder")
    monkeypatch.setenv("XDG_CACHE_HOME", str(halangan))
    assert fresh(berkas)
    monkeypatch.delenv("XDG_CACHE_HOME")
    monkeypatch.setattr(Path, "home", lambda: (_ for _ in ()).throw(RuntimeError("no home")))
    assert cache_folder() is None
    assert fresh(berkas)


def test_relative_cache_home_is_ignored(monkeypatch: pytest.MonkeyPatch) -> None:
    """As the XDG specification says."""
    monkeypatch.setenv("XDG_CACHE_HOME", "nisbi")
    assert cache_folder() == Path.home() / ".cache" / "naskah" / "templat"


def test_old_entries_go(cache: Path) -> None:
    for n in range(70):
        save_prepared(f"{n:03}", Siap((), {}))
        os.utime(cache / f"{n:03}.json", (n, n))
    assert len(list(cache.glob("*"))) == 64
    assert not (cache / "000.json").exists() and (cache / "069.json").exists()


def test_a_changed_template_is_compiled_anew(cache: Path, berkas: Path) -> None:
    pertama = render_docx(make(2), compile_template(berkas))
    assert compile_template(berkas) is compile_template(berkas)
    berkas.write_bytes((TEMPLATES / "nota-kesepakatan.docx").read_bytes().replace(b"styles", b"styles"))
    os.utime(berkas, (1, 1))
    assert render_docx(make(2), compile_template(berkas)) == pertama
    berkas.write_bytes(b"rusak")
    with pytest.raises(NaskahError, match="t.docx: bukan berkas Word"):
        compile_template(berkas)


def test_missing_template(tmp_path: Path) -> None:
    with pytest.raises(NaskahError, match="tidak dapat dibaca; periksa nama dan izin"):
        compile_template(tmp_path / "tidak-ada.docx")
