"""Text in; sentences, words, Universal Dependencies trees and names out."""

from stemmata.language.detecting import detect
from stemmata.language.parsers import load_parser
from stemmata.language.trees import ROOT, Name, NameKind, Parser, Sentence, Word, asked_once, matches

__all__ = ["ROOT", "Name", "NameKind", "Parser", "Sentence", "Word", "asked_once", "detect", "load_parser", "matches"]
