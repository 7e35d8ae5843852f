"""Registering: what is recorded, what is refused, and that nothing is recorded by half."""

from datetime import UTC, date, datetime, timedelta, timezone

import pytest
from sample_agreements import NK_000, NK_001, PKS_002, SAAT, add, build, jangka_waktu, with_ketentuan

from naskah.model.galat import NaskahError
from naskah.model.pendaftaran import Pendaftaran
from naskah.registry.connection import Registry
from naskah.registry.query import get_perjanjian, list_perjanjian
from naskah.registry.rebuild import rebuild
from naskah.registry.recording import record
from naskah.registry.registration import find_conflicts, prepare, register, register_many
from naskah.registry.state import Status
from naskah.registry.verification import verify


def count_peristiwa(registry: Registry) -> int:
    with registry.read() as conn:
        return int(conn.execute("SELECT count(*) FROM peristiwa").fetchone()[0])


def test_everything_registered_comes_back(registry: Registry) -> None:
    add(registry, build())
    hasil = get_perjanjian(registry, "002")
    kesatu, kedua = hasil.pihak
    assert (hasil.judul, hasil.tempat, hasil.jenis) == (PKS_002["judul"], "Pangkalpinang", "perjanjian-kerja-sama")
    assert (hasil.jangka_waktu, hasil.dapat_diperpanjang, hasil.unit) == ("5 tahun", True, PKS_002["unit"])
    assert (kesatu.sebutan, kesatu.nomor) == ("PIHAK KESATU", "002/TKKSD/DKUKM/2025")
    assert (kesatu.penandatangan, kesatu.jabatan) == ("Ahmad Yani", PKS_002["pihak"][0]["jabatan"])
    assert kesatu.korespondensi == PKS_002["pihak"][0]["korespondensi"]
    assert [(k.jenis, k.nomor, k.tanggal) for k in kesatu.kuasa] == [("kuasa", "120/0002/I", date(2025, 3, 17))]
    assert [(k.jenis, k.tentang) for k in kedua.kuasa] == [
        ("pengangkatan", "Mutasi dan Penunjukan Pejabat"),
        ("kuasa", None),
    ]
    assert hasil.ketentuan[3].data["penerima"] == ["Gubernur", "Kepala Cabang"]
    assert [(k.klausul, k.versi, k.pasal) for k in hasil.klausul] == [
        ("jangka-waktu/dengan-pemberitahuan", 2, "Pasal 6"),
        ("kerahasiaan/penuh", 1, "Pasal 7"),
    ]
    assert [(d.jalur, d.sidik, d.peran) for d in hasil.dokumen] == [("keluaran/002.docx", "ef" * 32, "naskah")]


def test_the_event_holds_all_the_facts(registry: Registry) -> None:
    add(registry, build())
    (peristiwa,) = get_perjanjian(registry, "002").peristiwa
    assert (peristiwa.urutan, peristiwa.jenis, peristiwa.oleh) == (1, "didaftarkan", "Sekretariat")
    assert Pendaftaran.model_validate_json(peristiwa.data) == build()


def test_the_event_is_dated_where_it_happened_and_timed_in_utc(registry: Registry) -> None:
    jayapura = timezone(timedelta(hours=9))
    register(registry, build(), oleh="Sekretariat", waktu=datetime(2026, 1, 5, 1, 30, tzinfo=jayapura))
    (peristiwa,) = get_perjanjian(registry, "002").peristiwa
    assert (peristiwa.tanggal, peristiwa.dicatat_pada) == ("2026-01-05", "2026-01-04T16:30:00Z")


def test_parties_keep_their_order_and_each_its_number(registry: Registry) -> None:
    ketiga = {**PKS_002["pihak"][1], "sebutan": "PIHAK KETIGA", "nama": "Bank Sumsel Babel", "nomor": None}
    add(registry, build(pihak=[*PKS_002["pihak"], ketiga]))
    (satu,) = list_perjanjian(registry, pada=date(2026, 1, 1))
    assert satu.pihak[2] == "Bank Sumsel Babel"
    assert satu.nomor == ("002/TKKSD/DKUKM/2025", "PER/06/042025")
    assert [p.nomor for p in get_perjanjian(registry, "002").pihak][2] is None


def test_the_same_facts_again_record_nothing(registry: Registry) -> None:
    assert add(registry, build(), build()) == ["baru", "sama"]
    assert add(registry, build(), perbarui=True) == ["sama"]
    assert count_peristiwa(registry) == 1


def test_other_facts_under_the_same_id_are_refused_and_the_difference_is_named(registry: Registry) -> None:
    add(registry, build())
    with pytest.raises(NaskahError) as galat:
        add(registry, build(judul="Lain", tempat="Muntok"))
    assert str(galat.value) == (
        "002: sudah terdaftar dengan isi lain (berbeda pada: judul, tempat). Bila perjanjian ini memang berubah,"
        " ulangi dengan --perbarui; bila ini perjanjian lain, beri id lain."
    )
    assert count_peristiwa(registry) == 1
    assert get_perjanjian(registry, "002").judul == PKS_002["judul"]


def test_an_update_replaces_the_facts_and_keeps_the_history(registry: Registry) -> None:
    add(registry, build())
    assert add(registry, with_ketentuan(jangka_waktu("1 tahun"), pihak=PKS_002["pihak"][:1]), perbarui=True) == [
        "diperbarui"
    ]
    hasil = get_perjanjian(registry, "002")
    assert [p.jenis for p in hasil.peristiwa] == ["didaftarkan", "diperbarui"]
    assert (hasil.akhir, len(hasil.pihak), len(hasil.tenggat)) == (date(2026, 4, 28), 1, 1)


def test_after_an_update_it_is_the_new_facts_that_are_registered(registry: Registry) -> None:
    add(registry, build())
    add(registry, build(judul="Baru"), perbarui=True)
    assert add(registry, build(judul="Baru")) == ["sama"]
    with pytest.raises(NaskahError, match="berbeda pada: judul"):
        add(registry, build())


@pytest.mark.parametrize(("perbarui", "hasil"), [(False, "sama"), (True, "diperbarui")])
def test_the_same_file_at_another_place_is_no_conflict(registry: Registry, perbarui: bool, hasil: str) -> None:
    add(registry, build())
    pindah = build(dokumen=[{**PKS_002["dokumen"][0], "jalur": "arsip/002.docx"}])
    assert add(registry, pindah, perbarui=perbarui) == [hasil]
    assert get_perjanjian(registry, "002").dokumen[0].jalur == ("arsip" if perbarui else "keluaran") + "/002.docx"


WORD = PKS_002["dokumen"][0]
TXT = {"jalur": "keluaran/002.txt", "sidik": "11" * 32}
WORD_BARU = {**WORD, "sidik": "00" * 32}


def files(registry: Registry) -> list[tuple[str, str]]:
    return [(d.jalur, d.sidik) for d in get_perjanjian(registry, "002").dokumen]


@pytest.mark.parametrize(
    ("awal", "lalu", "akhir"),
    [
        ([], [WORD], [WORD]),  # registered without a file, then put together
        ([WORD], [WORD, TXT], [WORD, TXT]),
        ([WORD], [WORD_BARU], [WORD_BARU]),  # the template has changed
    ],
)
def test_another_file_of_the_same_facts_is_recorded_without_being_asked_for(
    registry: Registry, awal: list[dict[str, str]], lalu: list[dict[str, str]], akhir: list[dict[str, str]]
) -> None:
    add(registry, build(dokumen=awal))
    assert add(registry, build(dokumen=lalu), build(dokumen=lalu)) == ["dokumen-dicatat", "sama"]
    assert files(registry) == [(d["jalur"], d["sidik"]) for d in akhir]
    assert [p.jenis for p in get_perjanjian(registry, "002").peristiwa] == ["didaftarkan", "dokumen-dicatat"]
    assert verify(registry) == []
    assert rebuild(registry).sama


def test_a_file_put_back_as_it_was_is_recorded_again(registry: Registry) -> None:
    add(registry, build())
    assert add(registry, build(dokumen=[WORD_BARU]), build()) == ["dokumen-dicatat", "dokumen-dicatat"]
    assert files(registry) == [(WORD["jalur"], WORD["sidik"])]


def test_registering_without_a_file_forgets_none(registry: Registry) -> None:
    add(registry, build())
    assert add(registry, build(dokumen=[]), perbarui=True) == ["sama"]
    assert files(registry) == [(WORD["jalur"], WORD["sidik"])]


def test_files_of_old_facts_are_history_when_the_facts_change(registry: Registry) -> None:
    add(registry, build(dokumen=[WORD]), build(dokumen=[WORD, TXT]))
    assert add(registry, build(judul="Baru", dokumen=[WORD_BARU]), perbarui=True) == ["diperbarui"]
    assert files(registry) == [(WORD["jalur"], WORD_BARU["sidik"])]


def test_other_facts_are_a_conflict_whatever_their_files(registry: Registry) -> None:
    add(registry, build())
    with pytest.raises(NaskahError, match="berbeda pada: judul\\)"):
        add(registry, build(judul="Lain", dokumen=[WORD_BARU]))


def same_but(**lain: object) -> Pendaftaran:
    return build(pihak=PKS_002["pihak"], **lain)


TANPA_NOMOR = [{**p, "nomor": None} for p in PKS_002["pihak"]]


@pytest.mark.parametrize("perbarui", [False, True])
def test_one_agreement_under_two_ids_is_refused_and_the_first_id_named(registry: Registry, perbarui: bool) -> None:
    add(registry, build())
    with pytest.raises(NaskahError) as galat:
        add(registry, same_but(id="lain", judul="Judul yang dibetulkan"), perbarui=perbarui)
    assert str(galat.value) == (
        'lain: perjanjian ini sudah terdaftar dengan id "002": jenis, tanggal, dan nomornya (atau judul dan para'
        ' pihaknya) sama. Tulis "id: 002" di rancangannya, dan pakai --perbarui bila isinya berubah;'
        " bila ini perjanjian lain, betulkan nomor atau judulnya."
    )
    assert count_peristiwa(registry) == 1


def test_capitals_and_spaces_make_no_other_number(registry: Registry) -> None:
    add(registry, build())
    pihak = [{**p, "nomor": f" {p['nomor'].lower()}"} for p in PKS_002["pihak"]]
    with pytest.raises(NaskahError, match='terdaftar dengan id "002"'):
        add(registry, build(id="lain", pihak=pihak))


@pytest.mark.parametrize(
    "lain",
    [
        {"tanggal": date(2025, 4, 30)},
        {"jenis": "kesepakatan-bersama"},
        {"pihak": [PKS_002["pihak"][0], {**PKS_002["pihak"][1], "nomor": "PER/07/042025"}]},
    ],
)
def test_another_day_kind_or_number_is_another_agreement(registry: Registry, lain: dict[str, object]) -> None:
    add(registry, build())
    assert add(registry, build(**{"pihak": PKS_002["pihak"], "id": "lain", **lain})) == ["baru"]


def test_without_numbers_title_day_and_parties_tell_an_agreement(registry: Registry) -> None:
    add(registry, build(pihak=TANPA_NOMOR))
    ketiga = {**TANPA_NOMOR[1], "nama": "Pihak Lain"}
    lain = [build(id="a", pihak=TANPA_NOMOR, judul="Lain"), build(id="b", pihak=[TANPA_NOMOR[0], ketiga])]
    assert add(registry, *lain) == ["baru", "baru"]
    with pytest.raises(NaskahError, match='terdaftar dengan id "002"'):
        add(registry, build(id="c", pihak=TANPA_NOMOR))


def test_one_agreement_twice_in_a_batch_is_refused(registry: Registry) -> None:
    semua = [build(), *(build(id=f"p{i}") for i in range(3)), same_but(id="lagi")]
    with pytest.raises(NaskahError, match='lagi: perjanjian ini sudah terdaftar dengan id "002"'):
        register_many(registry, semua, oleh="x")
    with pytest.raises(NaskahError, match='lagi: perjanjian ini sudah terdaftar dengan id "002"'):
        raise find_conflicts(registry, map(prepare, semua))["lagi"]
    assert count_peristiwa(registry) == 0


def test_numbers_given_up_by_an_update_are_free_again(registry: Registry) -> None:
    add(registry, build())
    add(registry, build(pihak=TANPA_NOMOR), perbarui=True)
    assert add(registry, same_but(id="lain")) == ["baru"]


def test_an_agreement_is_found_by_its_index_however_many_there_are(registry: Registry) -> None:
    with registry.read() as conn:
        rencana = str(conn.execute("EXPLAIN QUERY PLAN SELECT id FROM perjanjian WHERE jati = ?", ("x",)).fetchall())
    assert "USING INDEX perjanjian_jati" in rencana


def test_facts_recorded_before_a_key_existed_are_the_same_facts(registry: Registry) -> None:
    from naskah.registry.conflicts import list_differences

    baru = build().model_dump(mode="json", exclude_none=True)
    lama = build().model_dump_json(exclude={"tanggal_sama"}, exclude_none=True)
    assert list_differences(lama, baru) == []


def test_many_are_registered_in_their_order_with_one_chain(registry: Registry) -> None:
    semua = [build(id=f"pks-{i}") for i in range(1203)]
    assert register_many(registry, iter(semua), oleh="Sekretariat") == ["baru"] * 1203
    assert [p.id for p in list_perjanjian(registry, pada=date(2026, 1, 1))] == [p.id for p in semua]
    assert verify(registry) == []


def test_within_one_batch_a_later_row_of_the_same_id_sees_the_earlier(registry: Registry) -> None:
    semua = [build(), build(), build(judul="Lain")]
    assert register_many(registry, semua, oleh="x", perbarui=True) == ["baru", "sama", "diperbarui"]
    assert get_perjanjian(registry, "002").judul == "Lain"
    assert verify(registry) == []


def test_a_batch_reports_all_that_is_wrong_and_records_nothing(registry: Registry) -> None:
    add(registry, build())
    semua = [
        build(NK_000),
        build(judul="Lain"),
        with_ketentuan(jangka_waktu("1 tahun"), jangka_waktu("2 tahun"), id="ganda"),
    ]
    with pytest.raises(NaskahError) as galat:
        register_many(registry, semua, oleh="x")
    assert [g.kunci for g in galat.value.galat] == ["002", "ganda"]
    assert [p.id for p in list_perjanjian(registry, pada=date(2026, 1, 1))] == ["002"]
    assert count_peristiwa(registry) == 1


def test_a_batch_with_very_many_errors_counts_the_rest(registry: Registry) -> None:
    ganda = [jangka_waktu("1 tahun"), jangka_waktu("2 tahun")]
    with pytest.raises(NaskahError) as galat:
        register_many(registry, [with_ketentuan(*ganda, id=f"p{i}") for i in range(60)], oleh="x")
    assert len(galat.value.galat) == 51
    assert galat.value.galat[-1].pesan == "dan 10 kesalahan lain."


def test_a_batch_whose_source_fails_halfway_records_nothing(registry: Registry) -> None:
    def semua():
        for i in range(700):
            yield build(id=f"p{i}")
        raise RuntimeError("sumber putus")

    with pytest.raises(RuntimeError, match="sumber putus"):
        register_many(registry, semua(), oleh="x")
    assert count_peristiwa(registry) == 0
    assert verify(registry) == []


@pytest.mark.parametrize("oleh", ["", "   ", "a\nb", "a\x00b", "a\udcffb"])
def test_who_records_must_be_named(registry: Registry, oleh: str) -> None:
    with pytest.raises(NaskahError, match="nama pencatat"):
        register(registry, build(), oleh=oleh)


def test_text_of_every_script_comes_back_unharmed(registry: Registry) -> None:
    judul = 'Kerja Sama "Maju" & <Jaya> {{ x }} ‘kutip’ 🚀 اتفاقية'
    add(registry, build(id="a/b'c%", judul=judul))
    assert get_perjanjian(registry, "a/b'c%").judul == judul
    assert verify(registry) == []


def test_a_signing_on_another_day_moves_the_term(registry: Registry) -> None:
    add(registry, build())
    record(registry, "002", "ditandatangani", date(2025, 5, 6), oleh="Sekretariat", waktu=SAAT)
    hasil = get_perjanjian(registry, "002")
    assert (hasil.tanggal, hasil.akhir) == (date(2025, 5, 6), date(2030, 5, 5))
    semua = [(t.jenis, t.tanggal) for t in hasil.tenggat]
    assert [d for j, d in semua if j != "kewajiban-berkala"] == [date(2030, 4, 5), date(2030, 5, 5)]
    berkala = [d for j, d in semua if j == "kewajiban-berkala"]
    assert (len(berkala), berkala[0], berkala[-1]) == (10, date(2025, 11, 5), date(2030, 5, 5))
    assert [(p.jenis, p.tanggal) for p in hasil.peristiwa][1] == ("ditandatangani", "2025-05-06")


def test_facts_updated_after_the_signing_win(registry: Registry) -> None:
    add(registry, build())
    record(registry, "002", "ditandatangani", date(2025, 5, 6), oleh="Sekretariat")
    add(registry, build(tanggal=date(2025, 5, 7)), perbarui=True)
    assert get_perjanjian(registry, "002").tanggal == date(2025, 5, 7)


@pytest.mark.parametrize(
    ("jenis", "pesan"),
    [
        ("didaftarkan", "dicatat dengan: naskah registri tambah RANCANGAN"),
        ("diperbarui", "dicatat dengan: naskah registri tambah RANCANGAN --perbarui"),
        ("dihapus", "tidak dikenal"),
    ],
)
def test_only_events_that_stand_alone_are_recorded_by_themselves(registry: Registry, jenis: str, pesan: str) -> None:
    add(registry, build())
    with pytest.raises(NaskahError, match=pesan):
        record(registry, "002", jenis, date(2025, 5, 6), oleh="x")


def test_an_event_of_an_unknown_agreement_is_refused(registry: Registry) -> None:
    with pytest.raises(NaskahError, match='perjanjian "002" tidak ada'):
        record(registry, "002", "ditandatangani", date(2025, 5, 6), oleh="x")
    assert count_peristiwa(registry) == 0


@pytest.mark.parametrize(
    ("dicari", "saran"),
    [
        ("pks-babel-2052", " Maksudnya PKS-Babel-2025?"),
        ("babel", " Maksudnya PKS-Babel-2025?"),
        ("zzz", ""),
    ],
)
def test_an_unknown_id_is_answered_with_near_ones(registry: Registry, dicari: str, saran: str) -> None:
    add(registry, build(id="PKS-Babel-2025"), build(NK_001, id="nk-jakarta"))
    with pytest.raises(NaskahError) as galat:
        get_perjanjian(registry, dicari)
    assert str(galat.value) == (
        f'perjanjian "{dicari}" tidak ada di registri.{saran} Lihat semuanya: "naskah registri daftar".'
    )


def test_the_list_shows_each_agreement_with_its_state(registry: Registry) -> None:
    add(registry, build(NK_000), build(NK_001), build(PKS_002))
    daftar = list_perjanjian(registry, pada=date(2029, 12, 1))
    assert [(p.id, p.akhir, p.status) for p in daftar] == [
        ("000", date(2029, 1, 1), Status.BERAKHIR),
        ("001", date(2030, 2, 3), Status.SEGERA_BERAKHIR),
        ("002", date(2030, 4, 28), Status.SEGERA_BERAKHIR),
    ]


def test_time_without_a_zone_is_local_time(registry: Registry) -> None:
    setempat = datetime(2026, 1, 5, 3, 4, 5)
    register(registry, build(), oleh="x", waktu=setempat)
    (peristiwa,) = get_perjanjian(registry, "002").peristiwa
    assert datetime.fromisoformat(peristiwa.dicatat_pada) == setempat.astimezone(UTC)


def test_rows_made_ready_elsewhere_are_those_that_a_rebuild_makes(registry: Registry) -> None:
    semua = [prepare(build(d, id=f"p-{i}")) for i, d in enumerate((NK_000, NK_001, PKS_002))]
    assert register_many(registry, semua, oleh="Sekretariat", waktu=SAAT) == ["baru"] * 3
    assert rebuild(registry).sama
    assert verify(registry) == []
