"""Naskah -> docx, html, txt, pdf. Import the module of the format wanted; each loads only what it needs."""
