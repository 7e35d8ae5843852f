"""What typer writes itself, in Indonesian: usage lines, kinds of values, wrong use of the command line."""

from typing import Any

from typer.core import TyperCommand, TyperGroup

_JENIS = {"path": "BERKAS", "str": "TEKS", "int": "BILANGAN", "int range": "BILANGAN", "integer range": "BILANGAN"}


class _Indonesia:
    """The parts of a command's help that typer writes itself."""

    def collect_usage_pieces(self, ctx: Any) -> list[str]:
        """The usage line without its prefix."""
        pieces = super().collect_usage_pieces(ctx)  # type: ignore[misc]
        return ["[PILIHAN]" if p == "[OPTIONS]" else p.replace("COMMAND [ARGS]...", "PERINTAH ...") for p in pieces]

    def get_usage(self, ctx: Any) -> str:
        """The usage line."""
        usage: str = super().get_usage(ctx)  # type: ignore[misc]
        return usage.replace("Usage:", "Pemakaian:", 1)

    def get_params(self, ctx: Any) -> Any:
        """The parameters, their kinds of value named in Indonesian."""
        params = super().get_params(ctx)  # type: ignore[misc]
        for param in params:
            if param.param_type_name == "option" and param.metavar is None:
                param.metavar = "" if param.is_flag else _JENIS.get(param.type.name)
            elif param.param_type_name == "argument" and param.metavar is None:
                param.metavar = param.name.upper()
            if "--help" in param.opts:
                param.help = "Tampilkan bantuan ini."
        return params


class Perintah(_Indonesia, TyperCommand):
    """A command whose help speaks Indonesian."""


class Kelompok(_Indonesia, TyperGroup):
    """A group of commands whose help speaks Indonesian."""


def explain_usage_error(error: Any) -> str:
    """A wrong use of the command line as an Indonesian sentence."""
    nama = type(error).__name__
    param = getattr(error, "param", None)
    sebutan = _name_parameter(param, error)
    if nama == "NoSuchOption":
        usul = f"; mungkin maksudnya {', '.join(error.possibilities)}" if error.possibilities else ""
        return f"pilihan {error.option_name} tidak ada{usul}"
    if nama == "MissingParameter":
        return f"{sebutan} belum disebut"
    if nama == "BadParameter":
        return f"{sebutan}: nilainya tidak dapat dipakai ({_translate_bad_value(error.message)})"
    if nama == "BadOptionUsage":
        return f"pilihan {error.option_name} butuh nilai"
    pesan: str = error.format_message()
    if pesan.startswith("Got unexpected extra argument"):
        lebih = pesan.rpartition("(")[2].rstrip(")")
        return f"argumen {lebih!r} berlebih; apit nilai yang berspasi dengan tanda kutip"
    return pesan.rstrip(".")


def _name_parameter(param: Any, error: Any) -> str:
    if param is None:
        return str(getattr(error, "param_hint", "") or "argumen")
    if param.param_type_name == "argument":
        return f"argumen {param.name}"
    return f"pilihan {'/'.join(param.opts)}"


def _translate_bad_value(pesan: str) -> str:
    nilai, _, inggris = pesan.rstrip(".").partition(" is not ")
    if inggris.startswith("one of"):
        return f"{nilai} tidak dikenal; pilih {inggris.removeprefix('one of ')}"
    if inggris.startswith("in the range"):
        return f"{nilai} di luar batas {inggris.removeprefix('in the range ')}"
    if "int" in inggris:
        return f"{nilai} bukan bilangan bulat"
    return pesan
