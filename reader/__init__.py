"""Duizhao 对照: an English article and its Chinese translation side by side, made offline."""

__version__ = "0.1.0"
