"""What things are: rancangan, klausul, naskah (the tree), ketentuan, peraturan, pendaftaran.

Nothing here reads a file or a database.
"""
