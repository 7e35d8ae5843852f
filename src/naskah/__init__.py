"""naskah: perjanjian kerja sama pemerintah daerah, dari rancangan sampai tenggatnya."""

__version__ = "0.1.0"
