"""Indonesian as the law writes it: numbers, dates, durations, working days, money, lists.

Pure functions that know nothing of the rest of naskah. Import from the module that holds the
function (`from naskah.bahasa.terbilang import terbilang`): nothing is re-exported here, so that
one module never loads the libraries of another.
"""
