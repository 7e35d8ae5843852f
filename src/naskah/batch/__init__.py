"""Many rancangan at once: one row of a sheet, one document and one row of the registry; resumable.

run.py is the way in. sheet (rows of csv or xlsx) -> header (columns to keys of the rancangan, by targets) ->
work (in other processes: a row becomes a draft, a tree, a Word file) -> spool -> placing and registering.
"""
