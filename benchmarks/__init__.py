"""Benchmarks: one module each, run by `make bench NAME=coding`; their figures are the docs' figures."""
