"""The look of the HTML page, on screen and on paper."""

GAYA = """
body { font-family: "Bookman Old Style", "URW Bookman", Georgia, serif; line-height: 1.4; margin: 0; }
main { max-width: 17cm; margin: 2rem auto; padding: 0 1rem; }
header, h1, h2, h3, h4 { text-align: center; font-size: 1em; break-after: avoid; overflow-wrap: anywhere; }
h1 { text-transform: uppercase; margin: 0 0 1em; }
h2, h3, h4 { font-weight: normal; margin: 1.5em 0 .5em; }
h1 span, h2 span, h3 span, h4 span { display: block; }
h2 .judul, h3 .judul { text-transform: uppercase; }
header p { margin: 0; text-align: center; }
p { margin: .5em 0; text-align: justify; overflow-wrap: anywhere; white-space: pre-line; }
ol, dl, .pihak { margin: .5em 0; padding: 0; list-style: none; }
li, .pihak > div { display: flex; margin: .25em 0; }
li > .tanda, .pihak .tanda { flex: 0 0 2.5em; }
li > div, .pihak .komparisi { flex: 1; min-width: 0; }
li p, .pihak p:first-child { margin-top: 0; }
.pihak .nama { flex: 0 0 11em; text-transform: uppercase; overflow-wrap: anywhere; }
.pihak .nama::after { content: ":"; float: right; padding: 0 .5em; }
blockquote { margin: .5em 0 1em; padding-left: 1em; border-left: 2px solid #ccc; }
dl { display: grid; grid-template-columns: max-content 1fr; column-gap: .75em; }
dd { margin: 0; overflow-wrap: anywhere; }
dd::before { content: ": "; }
a { color: inherit; }
:target { background: #fff3b0; }
.tanda-tangan { display: flex; text-align: center; text-transform: uppercase; break-inside: avoid; margin-top: 1.5em; }
.tanda-tangan > div { flex: 1; display: flex; flex-direction: column; overflow-wrap: anywhere; min-width: 0; }
.tanda-tangan p { text-align: center; margin: 0; }
.tanda-tangan .nama { margin-top: auto; padding-top: 3cm; }
@page { size: 215mm 330mm; margin: 25mm 25mm 25mm 30mm; }
@media print {
  main { max-width: none; margin: 0; padding: 0; }
  a { text-decoration: none; }
  :target { background: none; }
}
"""
