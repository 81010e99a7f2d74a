"""Trains, measures and exports the language model; see README.md."""
