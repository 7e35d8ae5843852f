"""rancangan + library -> Naskah: fills parameters, numbers, resolves references, cites regulations.

assemble.py is the way in; it calls, in this order:
parameters (values of the user, by the clause's rules) -> environment (sandboxed Jinja: clause text) ->
markup (text -> units with levels) -> numbering -> references -> terms (ketentuan with their places).
"""
