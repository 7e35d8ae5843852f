"""The register's traffic with spreadsheets: registers that offices keep come in, lists and reports go out."""
