"""Whatever is changed behind the back of naskah is found, also by one who drops the guards first."""

# ruff: noqa: S608 - here we are the attacker

import sqlite3
from collections.abc import Iterable
from contextlib import closing
from datetime import date
from pathlib import Path

import pytest
from sample_agreements import SAAT, add, build, create_three

from naskah.model.galat import NaskahError
from naskah.registry.database import open_registry
from naskah.registry.events import canonical, compute_hash
from naskah.registry.query import get_perjanjian
from naskah.registry.rebuild import rebuild
from naskah.registry.recording import record
from naskah.registry.schema import PENGAMAN, TAMPILAN
from naskah.registry.verification import read_head, verify


def tamper(path: Path, *perintah: str, pengaman: Iterable[str] = tuple(PENGAMAN)) -> None:
    """Run SQL on the file as anybody could: guards dropped before, put back afterwards."""
    with closing(sqlite3.connect(path)) as conn:
        for nama in PENGAMAN:
            conn.execute(f"DROP TRIGGER {nama}")
        for sql in perintah:
            conn.execute(sql)
        for nama in pengaman:
            conn.execute(PENGAMAN[nama])
        conn.commit()


def check(path: Path) -> list[str]:
    with open_registry(path) as registry:
        return verify(registry)


def test_an_untouched_registry_is_fine(three: Path) -> None:
    assert check(three) == []


def test_a_registry_that_may_only_be_read_is_verified_too(three: Path) -> None:
    with open_registry(three, readonly=True) as registry:
        assert verify(registry) == []


def test_an_empty_registry_is_fine(path: Path) -> None:
    with open_registry(path, create=True) as registry:
        assert verify(registry) == []


@pytest.mark.parametrize("urutan", [1, 2, 4])
@pytest.mark.parametrize(
    ("kolom", "nilai"),
    [
        ("perjanjian", "CASE perjanjian WHEN '001' THEN '002' ELSE '001' END"),
        ("perjanjian", "'999'"),
        ("jenis", "'diperbarui'"),
        ("jenis", "'entah'"),
        ("tanggal", "'2024-01-01'"),
        ("dicatat_pada", "'2024-01-01T00:00:00Z'"),
        ("oleh", "'Orang Lain'"),
        ("data", "replace(data, 'PIHAK', 'pihak') || ' '"),
        ("data", "'bukan JSON'"),
        ("data", "'[]'"),
        ("hash_sebelum", "'" + "a" * 64 + "'"),
        ("hash", "'" + "a" * 64 + "'"),
    ],
)
def test_any_field_of_any_event_changed_is_found(three: Path, urutan: int, kolom: str, nilai: str) -> None:
    tamper(three, f"UPDATE peristiwa SET {kolom} = {nilai} WHERE urutan = {urutan}")
    assert any(f"Peristiwa {urutan} " in pesan for pesan in check(three))


@pytest.mark.parametrize(
    ("perintah", "pesan"),
    [
        (["DELETE FROM peristiwa WHERE urutan = 1"], "Peristiwa 1 hilang."),
        (["DELETE FROM peristiwa WHERE urutan = 2"], "Peristiwa 2 hilang."),
        (["DELETE FROM peristiwa WHERE urutan = 4"], "Peristiwa 4 hilang."),
        (["DELETE FROM peristiwa WHERE urutan >= 3"], "Peristiwa 3 sampai dengan 4 hilang."),
        (["DELETE FROM peristiwa"], "Peristiwa 1 sampai dengan 4 hilang."),
        (
            # The end of the chain put right as well: then it is the projection that tells.
            [
                "DELETE FROM peristiwa WHERE urutan = 3",
                "DELETE FROM peristiwa WHERE urutan = 4",
                "UPDATE rantai SET jumlah = 2, hash = (SELECT hash FROM peristiwa WHERE urutan = 2)",
            ],
            "Isi registri berbeda dari peristiwanya pada: 002.",
        ),
        (
            ["DELETE FROM peristiwa WHERE urutan = 2", "UPDATE peristiwa SET urutan = urutan - 1 WHERE urutan > 2"],
            "Peristiwa 2 diubah",
        ),
        (["UPDATE peristiwa SET urutan = urutan + 10"], "Peristiwa 1 sampai dengan 10 hilang."),
        (
            [
                "UPDATE peristiwa SET urutan = -1 WHERE urutan = 2",
                "UPDATE peristiwa SET urutan = 2 WHERE urutan = 3",
                "UPDATE peristiwa SET urutan = 3 WHERE urutan = -1",
            ],
            "Peristiwa 2 diubah",
        ),
        (
            ["INSERT INTO peristiwa SELECT 5, perjanjian, jenis, '2020-01-01', dicatat_pada, oleh, data, hash, hash"
             " FROM peristiwa WHERE urutan = 4"],
            "Ada 5 peristiwa, tetapi tercatat 4: ada yang disisipkan.",
        ),
        (["UPDATE rantai SET jumlah = 9"], "Peristiwa 5 sampai dengan 9 hilang."),
        (["UPDATE rantai SET hash = 'x'"], "Ujung rantai peristiwa tidak cocok"),
        (["DELETE FROM rantai"], "ujung rantai peristiwa hilang"),
        (["DROP TABLE rantai"], "Sebagian registri tidak terbaca"),
    ],
)  # fmt: skip
def test_events_removed_reordered_or_slipped_in_are_found(three: Path, perintah: list[str], pesan: str) -> None:
    tamper(three, *perintah, pengaman=() if "DROP" in perintah[0] else tuple(PENGAMAN))
    assert any(pesan in satu for satu in check(three)), check(three)


def test_an_event_forged_with_a_fresh_hash_breaks_the_chain_after_it(three: Path) -> None:
    with closing(sqlite3.connect(three)) as conn:
        lama = conn.execute("SELECT * FROM peristiwa WHERE urutan = 2").fetchone()
    baru = (*lama[:5], "Orang Lain", *lama[6:8])
    tamper(three, f"UPDATE peristiwa SET oleh = 'Orang Lain', hash = '{compute_hash(*baru)}' WHERE urutan = 2")
    assert any("Peristiwa 3 tidak menyambung" in pesan for pesan in check(three))


def test_a_chain_forged_to_its_end_is_found_by_the_head_kept_elsewhere(three: Path) -> None:
    with open_registry(three) as registry:
        tersimpan = read_head(registry)
    with closing(sqlite3.connect(three)) as conn:
        semua = conn.execute("SELECT * FROM peristiwa ORDER BY urutan").fetchall()
    sebelum, perintah = semua[0][7], []
    for urutan, *isi in semua:
        isi[4] = "Orang Lain"
        sidik = compute_hash(urutan, *isi[:6], sebelum)
        perintah.append(
            f"UPDATE peristiwa SET oleh = 'Orang Lain', hash_sebelum = '{sebelum}', hash = '{sidik}'"
            f" WHERE urutan = {urutan}"
        )
        sebelum = sidik
    tamper(three, *perintah, f"UPDATE rantai SET hash = '{sebelum}'")
    with open_registry(three) as registry:
        assert verify(registry) == []
        assert read_head(registry) != tersimpan


@pytest.mark.parametrize("hilang", list(PENGAMAN))
def test_a_guard_that_is_gone_is_found(three: Path, hilang: str) -> None:
    tamper(three, pengaman=[nama for nama in PENGAMAN if nama != hilang])
    (pesan,) = check(three)
    assert pesan.startswith(f"Pengaman {hilang} pada tabel peristiwa hilang atau diubah.")


def test_a_trigger_slipped_in_is_found(three: Path) -> None:
    tamper(three, "CREATE TRIGGER jahat AFTER INSERT ON peristiwa BEGIN DELETE FROM tenggat; END")
    assert check(three) == ["Ada pemicu jahat yang bukan milik registri. Hapus pemicu itu."]


@pytest.mark.parametrize(
    ("perintah", "di_mana"),
    [
        ("UPDATE tenggat SET tanggal = '2031-01-01' WHERE jenis = 'pemberitahuan-perpanjangan'", "002"),
        ("UPDATE tenggat SET akibat = NULL WHERE perjanjian = '001'", "001"),
        ("DELETE FROM tenggat WHERE perjanjian = '000'", "000"),
        ("UPDATE perjanjian SET akhir = '2031-01-01' WHERE id = '001'", "001"),
        ("UPDATE pihak SET nomor = 'X' WHERE perjanjian IN ('000', '002')", "000, 002"),
        ("DELETE FROM kuasa WHERE pihak = 1", "002"),
        ("UPDATE ketentuan SET data = '{}' WHERE perjanjian = '001'", "001"),
        ("UPDATE pemakaian_klausul SET versi = 9", "002"),
        ("UPDATE dokumen SET sidik = 'x'", "002"),
        ("UPDATE penandatangan SET nama = 'x' WHERE perjanjian = '000' AND pihak = 1", "000"),
        ("DROP TABLE tenggat", "tabel tenggat"),
        ("ALTER TABLE dokumen ADD COLUMN lain TEXT", "tabel dokumen"),
    ],
)
def test_a_projection_other_than_the_events_give_is_found_and_mended(three: Path, perintah: str, di_mana: str) -> None:
    with closing(sqlite3.connect(three)) as conn:
        conn.execute(perintah)
        conn.commit()
    with open_registry(three) as registry:
        assert verify(registry) == [
            f'Isi registri berbeda dari peristiwanya pada: {di_mana}. Jalankan "naskah registri bangun-ulang".'
        ]
        hasil = rebuild(registry)
        assert (hasil.sama, ", ".join(hasil.berbeda)) == (False, di_mana)
        assert (hasil.perjanjian, hasil.peristiwa) == (3, 4)
        assert verify(registry) == []
        assert rebuild(registry).sama


def test_rows_without_their_parent_are_found(three: Path) -> None:
    with closing(sqlite3.connect(three)) as conn:
        conn.execute("DELETE FROM perjanjian WHERE id = '002'")
        conn.commit()
    pesan = check(three)
    assert any(satu.startswith("Ada 2 baris pihak tanpa perjanjian yang memilikinya.") for satu in pesan)
    assert any("berbeda dari peristiwanya pada: 002" in satu for satu in pesan)


def test_a_row_held_twice_in_a_table_made_without_its_key_is_found(three: Path) -> None:
    with closing(sqlite3.connect(three)) as conn:
        conn.execute("ALTER TABLE dokumen RENAME TO lama")
        conn.execute("CREATE TABLE dokumen AS SELECT * FROM lama UNION ALL SELECT * FROM lama")
        conn.execute("DROP TABLE lama")
        conn.commit()
    assert any("berbeda dari peristiwanya pada: tabel dokumen" in satu for satu in check(three))


def test_an_event_that_is_not_even_text_is_found(three: Path) -> None:
    tamper(
        three,
        "ALTER TABLE peristiwa RENAME TO lama",
        "CREATE TABLE peristiwa AS SELECT * FROM lama",
        "UPDATE peristiwa SET data = x'00ff' WHERE urutan = 2",
        "DROP TABLE lama",
    )
    assert any(satu.startswith("Peristiwa 2 diubah") for satu in check(three))


def test_an_index_that_does_not_hold_its_rows_is_found_and_mended(three: Path) -> None:
    with closing(sqlite3.connect(three)) as conn:
        conn.execute("PRAGMA writable_schema=ON")
        conn.execute("UPDATE sqlite_schema SET sql = replace(sql, '= 1', '= 0') WHERE name = 'tenggat_hari_kerja'")
        conn.commit()
    with open_registry(three) as registry:
        assert all(satu.startswith("Berkas basis data rusak: ") for satu in verify(registry))
        assert verify(registry)
        rebuild(registry)
        assert verify(registry) == []


def test_damage_to_the_file_is_told_without_a_traceback(three: Path) -> None:
    isi = bytearray(three.read_bytes())
    for awal in range(4096, len(isi), 4096):
        isi[awal : awal + 64] = b"\xff" * 64
    three.write_bytes(isi)
    try:
        pesan = check(three)
    except NaskahError as error:
        pesan = [str(error)]
    assert any("rusak" in satu or "tidak terbaca" in satu for satu in pesan), pesan


@pytest.mark.parametrize(
    "perintah",
    [
        "UPDATE peristiwa SET oleh = 'x' WHERE urutan = 1",
        "DELETE FROM peristiwa WHERE urutan = 4",
        "REPLACE INTO peristiwa SELECT urutan, perjanjian, jenis, tanggal, dicatat_pada, 'x', data, hash_sebelum, hash"
        " FROM peristiwa WHERE urutan = 4",
        "INSERT INTO peristiwa SELECT 5, perjanjian, jenis, tanggal, dicatat_pada, oleh, data, 'x', hash"
        " FROM peristiwa WHERE urutan = 4",
        "INSERT INTO peristiwa SELECT 6, perjanjian, jenis, tanggal, dicatat_pada, oleh, data, hash, 'x'"
        " FROM peristiwa WHERE urutan = 4",
    ],
)
def test_the_guards_stop_a_slip_in_an_sqlite_browser(three: Path, perintah: str) -> None:
    with closing(sqlite3.connect(three)) as conn, pytest.raises(sqlite3.IntegrityError, match="peristiwa"):
        conn.execute(perintah)
    assert check(three) == []


def test_recording_on_a_chain_without_its_end_is_refused(three: Path) -> None:
    tamper(three, "DELETE FROM rantai")
    with open_registry(three) as registry, pytest.raises(NaskahError, match="ujung rantai"):
        record(registry, "002", "ditandatangani", date(2025, 5, 6), oleh="x")


def test_recording_after_an_event_was_slipped_in_is_refused(three: Path) -> None:
    tamper(
        three,
        "INSERT INTO peristiwa SELECT 5, perjanjian, jenis, tanggal, dicatat_pada, oleh, data, hash, 'x'"
        " FROM peristiwa WHERE urutan = 4",
    )
    with open_registry(three) as registry, pytest.raises(NaskahError, match="isi registri tidak utuh"):
        record(registry, "002", "ditandatangani", date(2025, 5, 6), oleh="x")


def test_rebuilding_from_events_that_do_not_add_up_changes_nothing(three: Path) -> None:
    tamper(three, "UPDATE peristiwa SET jenis = 'entah' WHERE urutan = 4")
    with open_registry(three) as registry:
        with pytest.raises(NaskahError, match="Peristiwa 4 diubah"):
            rebuild(registry)
        assert get_perjanjian(registry, "002").akhir == date(2030, 4, 28)


SISIPAN = (
    "INSERT INTO peristiwa SELECT 5, perjanjian, jenis, '2020-01-01', dicatat_pada, oleh, data, hash, 'abc'"
    " FROM peristiwa WHERE urutan = 4"
)
UJUNG_DUA = "UPDATE rantai SET jumlah = 2, hash = (SELECT hash FROM peristiwa WHERE urutan = 2)"
RANTAI_PUTUS = [
    (["UPDATE peristiwa SET data = replace(data, '5 tahun', '9 tahun')"], "Peristiwa 2 diubah"),
    (["DELETE FROM peristiwa"], "Peristiwa 1 sampai dengan 4 hilang"),
    (["DELETE FROM peristiwa", f"UPDATE rantai SET jumlah = 0, hash = '{'0' * 64}'"], "peristiwa di ujung dihapus"),
    (["DELETE FROM peristiwa WHERE urutan > 2", UJUNG_DUA], "peristiwa di ujung dihapus"),
    ([SISIPAN], "Peristiwa 5 diubah"),
    ([SISIPAN, "UPDATE rantai SET jumlah = 5, hash = 'abc'"], "Peristiwa 5 diubah"),
    (["DELETE FROM rantai"], "ujung rantai peristiwa hilang"),
    (["UPDATE peristiwa SET data = 'bukan JSON' WHERE urutan = 4"], "Peristiwa 4 diubah"),
]


@pytest.mark.parametrize(("perintah", "pesan"), RANTAI_PUTUS)
def test_a_broken_chain_is_not_laundered_by_rebuilding(three: Path, perintah: list[str], pesan: str) -> None:
    tamper(three, *perintah)
    with open_registry(three) as registry:
        with closing(sqlite3.connect(three)) as conn:
            sebelum = list(conn.iterdump())
        with pytest.raises(NaskahError) as galat:
            rebuild(registry)
        assert pesan in str(galat.value)
        assert "Pulihkan registri dari cadangan." in str(galat.value)
        assert "tidak ada yang diubah" in str(galat.value)
        with closing(sqlite3.connect(three)) as conn:
            assert list(conn.iterdump()) == sebelum


@pytest.mark.parametrize(("perintah", "pesan"), RANTAI_PUTUS)
def test_with_a_broken_chain_the_only_advice_is_the_backup(three: Path, perintah: list[str], pesan: str) -> None:
    tamper(three, *perintah)
    temuan = check(three)
    assert any(pesan in satu for satu in temuan), temuan
    assert not [satu for satu in temuan if "Pulihkan registri dari cadangan." not in satu or "Jalankan" in satu]


@pytest.mark.parametrize("tampilan", list(TAMPILAN))
def test_a_view_that_is_gone_is_found_and_made_again(three: Path, tampilan: str) -> None:
    with closing(sqlite3.connect(three)) as conn:
        conn.execute(f"DROP VIEW {tampilan}")
    with open_registry(three) as registry:
        assert verify(registry) == [
            f"Isi registri berbeda dari peristiwanya pada: tampilan {tampilan}."
            ' Jalankan "naskah registri bangun-ulang".'
        ]
        assert rebuild(registry).berbeda == (f"tampilan {tampilan}",)
        assert verify(registry) == []


@pytest.mark.parametrize(
    ("data", "pesan"),
    [
        ("'bukan JSON'", "data peristiwa 2 tidak terbaca: isinya bukan JSON yang utuh."),
        ("json_remove(data, '$.tanggal')", 'data peristiwa 2 tidak terbaca: kunci "tanggal" tidak ada.'),
        ("'[]'", "data peristiwa 2 tidak terbaca: susunan isinya tidak dikenal."),
        ("json_set(data, '$.tanggal', 'kemarin')", "data peristiwa 2 tidak terbaca: ada nilai (misalnya tanggal)"),
    ],
)
def test_unreadable_facts_are_told_in_words_that_name_the_event(three: Path, data: str, pesan: str) -> None:
    tamper(three, f"UPDATE peristiwa SET data = {data} WHERE urutan = 2")
    semua = check(three)
    assert any(pesan in satu for satu in semua), semua
    assert not [satu for satu in semua if "Error" in satu or "Expecting" in satu]


def test_the_unreadable_record_of_a_file_is_told_by_its_own_event(three: Path) -> None:
    with open_registry(three) as registry:
        add(registry, build(dokumen=[{"jalur": "002.txt", "sidik": "11" * 32}]))
    tamper(three, "UPDATE peristiwa SET data = '[1]' WHERE urutan = 5")
    assert any("data peristiwa 5 tidak terbaca: susunan isinya tidak dikenal." in satu for satu in check(three))


@pytest.mark.parametrize(
    "perintah",
    [
        "UPDATE ketentuan SET data = '{rusak'",
        "UPDATE ketentuan SET data = '7'",
        "UPDATE perjanjian SET akhir = 'x'",
        "UPDATE tenggat SET tanggal = '0000' WHERE jenis = 'akhir-jangka-waktu'",
    ],
)
def test_an_unreadable_list_is_told_and_the_check_advised(three: Path, perintah: str) -> None:
    with closing(sqlite3.connect(three)) as conn:
        conn.execute(perintah)
        conn.commit()
    pesan = 'isi registri tidak terbaca: .* Jalankan "naskah registri verifikasi"'
    with open_registry(three) as registry, pytest.raises(NaskahError, match=pesan):
        get_perjanjian(registry, "002")


def test_a_lost_table_is_told_in_indonesian(three: Path) -> None:
    with closing(sqlite3.connect(three)) as conn:
        conn.execute("DROP TABLE pihak")
    with open_registry(three) as registry, pytest.raises(NaskahError, match="tabel (main.)?pihak tidak ada"):
        get_perjanjian(registry, "002")


def test_the_hash_covers_each_field_separately() -> None:
    isi = ["p", "j", "t", "w", "o", "d", "h"]
    semua = {compute_hash(1, *isi), compute_hash(2, *isi)}
    for i in range(len(isi)):
        semua.add(compute_hash(1, *isi[:i], isi[i] + "x", *isi[i + 1 :]))
    for i in range(len(isi) - 1):
        # The end of one field is not the beginning of the next.
        semua.add(compute_hash(1, *isi[:i], isi[i] + isi[i + 1], "", *isi[i + 2 :]))
        semua.add(compute_hash(1, *isi[:i], "", isi[i] + isi[i + 1], *isi[i + 2 :]))
    assert len(semua) == 2 + len(isi) + 2 * (len(isi) - 1)


def test_one_value_has_one_canonical_text() -> None:
    assert canonical({"b": 1, "a": {"d": "é", "c": [1, None]}}) == '{"a":{"c":[1,null],"d":"é"},"b":1}'


def test_the_same_events_at_the_same_time_have_the_same_hashes(tmp_path: Path) -> None:
    kepala = []
    for nama in ("a.db", "b.db"):
        create_three(tmp_path / nama)
        with open_registry(tmp_path / nama) as registry:
            kepala.append(read_head(registry))
    assert kepala[0] == kepala[1]
    assert kepala[0].jumlah == 4
    assert SAAT.tzinfo is not None
