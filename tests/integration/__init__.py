"""Whole processes: the wheel, the server, killed workers, other databases."""
