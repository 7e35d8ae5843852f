"""Templates whose output is whole whatever the naskah, proved; and all others, looked at each time."""

import pytest

from naskah.library.workspace import packaged_data
from naskah.model.galat import NaskahError
from naskah.rendering.docx import compile_template
from naskah.rendering.docx.wholeness import _is_always_whole, check_whole


def wrap(isi):
    return f'<?xml version="1.0" encoding="UTF-8"?>\n<w:body xmlns:w="w">{isi}</w:body>'


P = "<w:p><w:t>{{ x }}</w:t></w:p>"


@pytest.mark.parametrize(
    "isi",
    [
        P,
        f"{{% if x %}}{P}{{% elif y %}}{P}{P}{{% else %}}{{% endif %}}",
        f"{{% for a in x %}}{{% if a %}}{P}{{% endif %}}{{% else %}}{P}{{% endfor %}}",
        '{{ "{%" }}{{ x.y }}{{ x[0] }}',
    ],
)
def test_branches_that_hold_whole_elements_prove_the_template(isi):
    assert _is_always_whole(wrap(isi))


@pytest.mark.parametrize(
    "isi",
    [
        "<w:p>{% if x %}</w:p>{% endif %}",
        "{% if x %}<w:p>{% else %}<w:p>{% endif %}</w:p>",
        "<w:p>{% for a in x %}</w:p><w:p>{% endfor %}</w:p>",
        '<w:p w:id="{{ x }}"/>',
        "{{ x | safe }}",
        "{{ f(x) }}",
        "{% set a = x %}{{ a }}",
        "<w:p>",
    ],
)
def test_anything_else_proves_nothing(isi):
    assert not _is_always_whole(wrap(isi))


@pytest.mark.parametrize("jalur", sorted((packaged_data() / "templates").glob("*.docx")), ids=lambda p: p.stem)
def test_the_shipped_templates_are_proved(jalur):
    templat = compile_template(jalur)
    assert all(_is_always_whole(sumber) for sumber in templat.sumber.values())


@pytest.mark.parametrize(
    ("sumber", "teks"),
    [
        (wrap("<w:p>{% if x %}</w:p>{% endif %}"), wrap("<w:p>")),
        (wrap(P), wrap("<w:p>satu</w:t><w:br/><w:t>dua</w:p>")),
    ],
    ids=["template not proved", "line break outside its text"],
)
def test_what_is_not_whole_is_refused(sumber, teks):
    with pytest.raises(NaskahError, match="tidak utuh"):
        check_whole("a.docx", "word/document.xml", sumber, teks)
