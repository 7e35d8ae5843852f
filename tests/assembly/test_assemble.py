"""The whole way: a draft becomes a tree, its terms and its clause uses; or every fault of it at once."""

from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest
from small_workspace import SmallWorkspace, make_draft, make_pihak, outline, show_isi, to_yaml
from syrupy.assertion import SnapshotAssertion

from naskah.assembly.assemble import Susunan
from naskah.library.drafts import load_rancangan
from naskah.model.galat import NaskahError

DURASI = {"jenis": "durasi", "keterangan": "x"}


@pytest.fixture
def ruang_penuh(ruang: SmallWorkspace) -> SmallWorkspace:
    """A small library of which every pasal refers to another."""
    ruang.clause(
        "jangka-waktu/a",
        "(1) {{ naskah.sebutan }} berlaku {{ durasi | terbilang }}. {#berlaku}\n"
        "(2) Perpanjangan masa {{ rujuk('berlaku') }} diajukan {{ batas | terbilang }} sebelumnya. {#ajuan}",
        judul="Jangka Waktu",
        parameter={"durasi": DURASI, "batas": DURASI | {"bawaan": "30 hari"}},
        ketentuan=[
            {"jenis": "jangka-waktu", "lama": "{{ durasi }}", "dari": "berlaku"},
            {
                "jenis": "batas-waktu",
                "hal": "perpanjangan",
                "batas": "{{ batas }}",
                "arah": "sebelum",
                "acuan": "akhir-jangka-waktu",
                "dari": "ajuan",
            },
        ],
    )
    ruang.clause(
        "tugas/a",
        "{% for pihak in naskah.pihak %}\n(1) {{ pihak.sebutan }} bertugas:\n{{ tugas | rincian }}\n{% endfor %}\n"
        "(2) Tugas sebagaimana dimaksud {{ rujuk('tugas.1', 'tugas.2') }} berlaku selama masa {{ rujuk('berlaku') }}.",
        judul="Tugas *Bersama*",
        parameter={"tugas": {"jenis": "rincian", "keterangan": "x"}},
    )
    ruang.clause(
        "surat/a",
        "Surat ke:\n{% for p in naskah.pihak %}\na. {{ p.sebutan }}:\n| Alamat | {{ p.kedudukan }}\n{% endfor %}",
        judul="Korespondensi",
    )
    ruang.write(
        "peraturan.yaml",
        "uu-1-2000: {jenis: uu, sebutan: Undang-Undang, nomor: 1, tahun: 2000, tentang: Contoh, sumber: x}\n",
    )
    return ruang


def full_draft() -> dict[str, Any]:
    return make_draft(
        [
            {"klausul": "tugas/a", "parameter": {"tugas": ["a", {"isi": "b", "rincian": ["c", "d"]}]}},
            {"judul": "Ketentuan Lain", "isi": "(3) Lihat {{ rujuk('tugas', 'jangka-waktu') }}.\n(9) *Lain-lain*."},
            {"klausul": "jangka-waktu/a", "parameter": {"durasi": "5 tahun"}},
            {"klausul": "surat/a", "judul": "Surat-Menyurat"},
        ],
        premis=["bahwa satu", "bahwa dua"],
        dasar_hukum=["uu-1-2000"],
        pihak=make_pihak(3),
    )


def show(susunan: Susunan) -> str:
    """The whole result as text, one line a unit."""
    n = susunan.naskah
    baris = [n.kepala.jenis, *n.kepala.pihak, show_isi(n.kepala.tentang), show_isi(n.pembuka)]
    baris += [f"{p.nomor}. {p.nama_penandatangan}: {' / '.join(map(show_isi, p.komparisi))}" for p in n.pihak]
    baris += [show_isi(s) for s in n.setelah_pihak]
    if n.premis:
        baris += [show_isi(n.premis.pengantar), *(f"- {show_isi(b)}" for b in n.premis.butir)]
    for d in n.dasar:
        baris += [show_isi(d.pengantar), *(f"- {show_isi(b)}" for b in d.butir)]
    baris.append(show_isi(n.kesepakatan))
    for p in n.iter_pasal():
        baris += [f"Pasal {p.nomor} {show_isi(p.judul)} {{#{p.label}}}", *outline(p)]
    baris += [show_isi(s) for s in n.penutup]
    baris += [" | ".join(f"{b.sebutan}: {b.nama}" for b in r) for r in n.tanda_tangan]
    baris += [f"ketentuan {k.model_dump_json(exclude_defaults=True)} {k.jenis}" for k in susunan.ketentuan]
    baris += [f"klausul {k.klausul} v{k.versi} di {k.pasal}" for k in susunan.klausul]
    return "\n".join(baris)


def test_a_whole_draft_becomes_a_whole_document(ruang_penuh: SmallWorkspace, snapshot: SnapshotAssertion) -> None:
    assert show(ruang_penuh.assemble(full_draft())) == snapshot


def test_the_same_draft_gives_the_same_document(ruang_penuh: SmallWorkspace) -> None:
    satu, dua = ruang_penuh.assemble(full_draft()), ruang_penuh.assemble(full_draft())
    assert (satu.naskah, satu.ketentuan, satu.klausul) == (dua.naskah, dua.ketentuan, dua.klausul)


def test_every_unit_of_the_tree_has_a_label_of_its_own(ruang_penuh: SmallWorkspace) -> None:
    label: list[str | None] = []

    def walk(rincian: Any) -> None:
        for r in rincian:
            label.append(r.label)
            walk(r.rincian)

    for p in ruang_penuh.assemble(full_draft()).naskah.iter_pasal():
        label.append(p.label)
        for a in p.ayat:
            label.append(a.label)
            walk(a.rincian)
    assert None not in label
    assert len(label) == len(set(label)) > 15


def test_every_clause_in_use_is_listed_with_version_hash_and_place(ruang_penuh: SmallWorkspace) -> None:
    dipakai = ruang_penuh.assemble(full_draft()).klausul
    assert [(k.klausul, k.pasal) for k in dipakai][:4] == [
        ("tugas/a", "Pasal 1"),
        ("jangka-waktu/a", "Pasal 3"),
        ("surat/a", "Pasal 4"),
        ("pembuka/umum", "pembuka"),
    ]
    for satu in dipakai:
        isi = (ruang_penuh.folder / "clauses" / f"{satu.klausul}.md").read_bytes()
        assert satu.sidik == sha256(isi).hexdigest()
        assert satu.versi == 1
    assert [k.klausul for k in dipakai].count("komparisi/umum") == 1
    assert "memperhatikan/umum" not in [k.klausul for k in dipakai]


def test_a_clause_of_a_newer_version_is_listed_with_it(ruang: SmallWorkspace) -> None:
    ruang.clause("kahar/a", "x", versi=7)
    assert ruang.assemble(make_draft([{"klausul": "kahar/a"}])).klausul[0].versi == 7


@pytest.mark.parametrize(
    ("ruang_kerja", "rancangan", "hasil"),
    [
        ("", {}, False),
        ("tanggal_sama: false", {}, False),
        ("tanggal_sama: true", {}, True),
        ("tanggal_sama: true", {"tanggal_sama": False}, False),
        ("tanggal_sama: false", {"tanggal_sama": True}, True),
        ("", {"tanggal_sama": True}, True),
    ],
)
def test_the_draft_decides_how_the_last_day_counts_before_the_workspace(
    ruang: SmallWorkspace, ruang_kerja: str, rancangan: dict[str, bool], hasil: bool
) -> None:
    ruang.write("naskah.yaml", ruang_kerja)
    assert ruang.assemble(make_draft(**rancangan)).tanggal_sama is hasil


def test_the_faults_of_all_clauses_and_parts_come_at_once(ruang_penuh: SmallWorkspace) -> None:
    ruang_penuh.clause("rusak/a", "a. tanpa pembuka")
    ruang_penuh.clause("rusak/b", "{{ tidak_ada }}")
    ruang_penuh.clause("rusak/c", "{{ x", judul="C")
    (ruang_penuh.folder / "clauses/rusak/d.md").write_text("---\njudul: D\n---\nx\n")
    ruang_penuh.clause("penutup/umum", "{{ naskah.__class__ }}", bagian="penutup")
    pasal: list[Any] = [{"klausul": f"rusak/{x}"} for x in "abcd"]
    pasal += [{"klausul": "hilang/a"}, {"klausul": "jangka-waktu/a", "parameter": {"durasi": 5}}, "Baik."]
    pasal += [{"judul": "X", "isi": "{{ rujuk('zzz') }}"}, {"judul": "W", "isi": "Baik. {#y}"}]
    pasal += [{"judul": "Z", "isi": "(1) Baik. {#y}\n(2) B.", "ketentuan": [{"jenis": "salah"}]}]
    galat = ruang_penuh.faults(make_draft(pasal, dasar_hukum=["uu-9-9999"]))
    berkas = [g.berkas for g in galat]
    assert {f"clauses/rusak/{x}.md" for x in "abcd"} <= set(berkas)
    assert berkas.count("clauses/penutup/umum.md") == 1
    pesan = "\n".join(str(g) for g in galat)
    for bagian in (
        "pasal ke-5 › klausul: klausul 'hilang/a' tidak ada",
        "pasal ke-6 › parameter › durasi: tulis lama waktunya",
        "label 'zzz' tidak ada",
        "label 'y' dipakai dua kali",
        "jenis tidak dikenal",
        "peraturan 'uu-9-9999' tidak dikenal",
    ):
        assert pesan.count(bagian) == 1, bagian
    assert len(galat) == len(set(galat))


def test_a_faulty_clause_used_for_every_party_is_reported_once(ruang: SmallWorkspace) -> None:
    ruang.clause("komparisi/umum", "{{ pihak.tidak_ada }}", bagian="komparisi")
    galat = ruang.faults(make_draft(pihak=make_pihak(5)))
    assert [g.berkas for g in galat] == ["clauses/komparisi/umum.md"]


def test_a_topic_that_is_absent_is_not_referred_to(ruang: SmallWorkspace) -> None:
    ruang.clause("kahar/a", "Kahar{% if naskah.ada('sanksi') %} dan {{ rujuk('sanksi') }}{% endif %}.")
    ruang.clause("sanksi/b", "Sanksi.")
    tanpa = ruang.assemble(make_draft([{"klausul": "kahar/a"}])).naskah
    dengan = ruang.assemble(make_draft([{"klausul": "sanksi/b"}, {"klausul": "kahar/a"}])).naskah
    assert [outline(p) for p in tanpa.iter_pasal()] == [["Kahar."]]
    assert [outline(p) for p in dengan.iter_pasal()] == [["Sanksi."], ["Kahar dan dalam [Pasal 1]."]]


def test_a_topic_chosen_twice_keeps_the_first_as_its_name(ruang: SmallWorkspace) -> None:
    ruang.clause("kahar/a", "(1) Satu.\n(2) Dua.")
    pasal = list(ruang.assemble(make_draft([{"klausul": "kahar/a"}] * 2)).naskah.iter_pasal())
    assert [p.label for p in pasal] == ["kahar", "kahar--2"]
    assert pasal[1].ayat[0].label == "kahar--2.1"


def test_three_parties_work_throughout(ruang_penuh: SmallWorkspace) -> None:
    pihak = make_pihak(3)
    for i, satu in enumerate(pihak):
        satu["nomor"] = f"{i}/PKS/2026"
    naskah = ruang_penuh.assemble(full_draft() | {"pihak": pihak}).naskah
    assert len(naskah.pihak) == len(naskah.kepala.nomor) == 3
    assert sum(len(b) for b in naskah.tanda_tangan) == 3
    assert [a.nomor for a in next(naskah.iter_pasal()).ayat] == ["1", "2", "3", "4"]


def test_faults_of_the_draft_itself_name_the_file_as_the_user_gave_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("a.yaml").write_text(to_yaml(make_draft() | {"judl": "x"}))
    with pytest.raises(NaskahError, match=r"^a.yaml:\d+: judl: "):
        load_rancangan(Path("a.yaml"))
