"""Settings of alerts and mail in naskah.yaml: bad ones are named with their line before anything is sent."""

from pathlib import Path

import pytest

from naskah.library.settings import PengaturanPeringatan, load_settings, split_alamat
from naskah.model.galat import NaskahError

DASAR = "surel:\n  host: surat.contoh.go.id\n  dari: a@contoh.go.id\n  kepada: [b@contoh.go.id]\n"


def load(tmp_path: Path, isi: str):
    (tmp_path / "naskah.yaml").write_text(isi)
    return load_settings(tmp_path / "naskah.yaml")


def test_the_settings_of_the_project_say_what_holds_anyway() -> None:
    pengaturan = load_settings(Path(__file__).parents[2] / "naskah.yaml")
    assert pengaturan.peringatan == PengaturanPeringatan()
    assert pengaturan.surel is None


@pytest.mark.parametrize(("tls", "port"), [("", 587), ("  tls: ssl\n", 465), ("  tls: tanpa\n", 25)])
def test_the_port_is_the_usual_one_of_the_connection(tmp_path: Path, tls: str, port: int) -> None:
    assert load(tmp_path, DASAR + tls).surel.port_dipakai == port
    assert load(tmp_path, DASAR + tls + "  port: 2525\n").surel.port_dipakai == 2525


@pytest.mark.parametrize(
    ("tambahan", "pesan"),
    [
        ("  tls: ya\n", "naskah.yaml:5"),
        ("  port: 0\n", "paling kecil 1"),
        ("  sandi: rahasia\n", "kunci ini tidak dikenal"),
        ("  tls: tanpa\n  pengguna: p\n", "kata sandi terkirim terbuka"),
        ("  pengguna: pé\n", "huruf dan tanda latin"),
    ],
)
def test_wrong_mail_settings_are_named(tmp_path: Path, tambahan: str, pesan: str) -> None:
    with pytest.raises(NaskahError, match="naskah.yaml") as info:
        load(tmp_path, DASAR + tambahan)
    assert pesan in str(info.value)


def test_a_password_may_go_in_the_clear_only_to_this_machine(tmp_path: Path) -> None:
    lokal = DASAR.replace("surat.contoh.go.id", "localhost")
    assert load(tmp_path, lokal + "  tls: tanpa\n  pengguna: p\n").surel.pengguna == "p"


@pytest.mark.parametrize("kunci", ["host", "dari", "kepada"])
def test_without_a_server_or_addresses_there_is_no_mail(tmp_path: Path, kunci: str) -> None:
    isi = "".join(f"{baris}\n" for baris in DASAR.splitlines() if f"{kunci}:" not in baris)
    with pytest.raises(NaskahError, match="belum diisi"):
        load(tmp_path, isi)


@pytest.mark.parametrize(
    ("teks", "hasil"),
    [
        ("a@contoh.go.id", ("", "a@contoh.go.id")),
        ("<a@contoh.go.id>", ("", "a@contoh.go.id")),
        ("Bagian Kerja Sama <a@contoh.go.id>", ("Bagian Kerja Sama", "a@contoh.go.id")),
        ('"Kepala, Bagian" <a@contoh.go.id>', ("Kepala, Bagian", "a@contoh.go.id")),
        ("Peduli é <a.b+c@localhost>", ("Peduli é", "a.b+c@localhost")),
    ],
)
def test_an_address_may_have_a_name(teks: str, hasil: tuple[str, str]) -> None:
    assert split_alamat(teks) == hasil


@pytest.mark.parametrize(
    "teks",
    ["", "a", "a@", "@b.id", "a b@c.id", "a@b.id, c@d.id", "a@b.id\nBcc: x@y.id", "X\r\nBcc: y <a@b.id>", "<a@b.id> x",
     "a..b@c.id", ".a@b.id", "a.@b.id", "é@b.id", "a@bé.id", "a@b..id", "<<a@b.id>>"],
)  # fmt: skip
def test_what_is_no_address_is_refused(teks: str) -> None:
    with pytest.raises(ValueError, match="bukan alamat surel"):
        split_alamat(teks)


@pytest.mark.parametrize(
    ("tingkat", "pesan"),
    [("[]", "paling sedikit 1"), ("[30, -1]", "paling kecil 0"), ("[x]", "bilangan bulat"), ("30", "daftar")],
)
def test_wrong_levels_are_named(tmp_path: Path, tingkat: str, pesan: str) -> None:
    with pytest.raises(NaskahError, match=pesan):
        load(tmp_path, f"peringatan:\n  tingkat: {tingkat}\n")
