"""An adendum: changes as data -> the text that makes them, and the parent's tree as it reads from then on.

assemble.py is the way in. It opens a `Kerja` (work.py) on the parent's state (parent.py), lets places.py, items.py,
definitions.py, parties.py and term.py carry out one change each, and writes the document around them (document.py).
"""
