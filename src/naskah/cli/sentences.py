"""The sentences that typer takes from gettext, in Indonesian, so that help and errors are of one tongue."""

import gettext

_KALIMAT = {
    "Arguments": "Argumen",
    "Options": "Pilihan",
    "Commands": "Perintah",
    "Error": "Galat",
    "Aborted.": "Dibatalkan.",
    "Aborted!": "Dibatalkan!",
    "Missing command.": "Perintahnya belum disebut.",
    "No such command {name!r}.": "Perintah {name!r} tidak ada.",
    "Try [blue]'{command_path} {help_option}'[/] for help.": "Lihat [blue]{command_path} {help_option}[/].",
    "(deprecated) ": "(usang) ",
    "[default: {}]": "[bawaan: {}]",
    "[env var: {}]": "[variabel: {}]",
    "[required]": "[wajib]",
    "default: {default}": "bawaan: {default}",
    "env var: {var}": "variabel: {var}",
    "required": "wajib",
    "(dynamic)": "(dinamis)",
}


def install() -> None:
    """Give typer its Indonesian. It takes `gettext.gettext` as it is imported, so this must come before."""
    gettext.gettext = lambda message: _KALIMAT.get(message, message)
