"""Which Jinja a clause may use: {{ ... }}, if, for and set, on numbers, texts and lists; nothing that can grow.

Checked on the syntax tree before anything runs, so that a refusal names its line. What values may be reached
is the business of environment.py.
"""

from collections.abc import Collection

from jinja2 import TemplateSyntaxError, nodes

from naskah.model.tipe import find_tak_tercetak

KEDALAMAN_LOOP = 2
KEDALAMAN_MAKSIMUM = 40  # of statements and expressions; Python's compiler and stack have bounds of their own

# All else of Jinja (macro, include, import, block, call, filter blocks, ~, **, dictionaries, slices) is refused.
_SIMPUL = (
    *(nodes.Template, nodes.Output, nodes.TemplateData, nodes.If, nodes.For, nodes.Assign),
    *(nodes.Name, nodes.Const, nodes.List, nodes.Getattr, nodes.Getitem, nodes.Call, nodes.Keyword, nodes.Filter),
    *(nodes.Test, nodes.Compare, nodes.Operand, nodes.And, nodes.Or, nodes.Not, nodes.CondExpr),
    *(nodes.Add, nodes.Sub, nodes.Mul, nodes.FloorDiv, nodes.Mod, nodes.Neg),
)


def check_syntax(pohon: nodes.Template) -> None:
    """Refuse what a clause has no use for; TemplateSyntaxError names the line.

    Every loop gets an empty piece of output at the start of its body, so that its turns can be counted.
    """
    _check_children(pohon, {n.name for n in pohon.find_all(nodes.Name) if n.ctx == "store"}, 0, 0)


def _check_children(induk: nodes.Node, dibuat: Collection[str], kedalaman: int, loop: int) -> None:
    for anak in induk.iter_child_nodes():
        loop_anak = loop + isinstance(anak, nodes.For)
        if masalah := _find_fault(anak, dibuat, kedalaman, loop_anak):
            baris = next((n.lineno for n in (anak, *anak.find_all(nodes.Node)) if n.lineno), induk.lineno)
            raise TemplateSyntaxError(masalah, baris)
        _check_children(anak, dibuat, kedalaman + 1, loop_anak)
        if isinstance(anak, nodes.For):
            anak.body.insert(0, nodes.Output([nodes.TemplateData("")], lineno=anak.lineno))


def _find_fault(simpul: nodes.Node, dibuat: Collection[str], kedalaman: int, loop: int) -> str | None:
    if not isinstance(simpul, _SIMPUL):
        return f"{type(simpul).__name__.lower()} tidak dipakai dalam klausul"
    if kedalaman >= KEDALAMAN_MAKSIMUM:
        return f"bertingkat lebih dari {KEDALAMAN_MAKSIMUM} kali"
    if loop > KEDALAMAN_LOOP:
        return f"for paling banyak {KEDALAMAN_LOOP} tingkat"
    if isinstance(simpul, nodes.For) and (simpul.test or simpul.recursive):
        return "for dengan if atau recursive tidak dipakai dalam klausul"
    # [x, x] again and again would make a list that doubles each time.
    if isinstance(simpul, nodes.List) and any(n.name in dibuat for n in simpul.find_all(nodes.Name)):
        return "daftar tidak dapat memuat nama yang dibuat dengan set atau for"
    if isinstance(simpul, nodes.Const) and isinstance(simpul.value, str) and find_tak_tercetak(simpul.value):
        return "teks memuat karakter yang tidak dapat dicetak"
    return None
