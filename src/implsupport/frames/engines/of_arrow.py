"""What arrow does in its own way: it writes words as codes."""

from typing import Final

from implsupport.frames import plans
from implsupport.frames.columns import Coded, Native
from implsupport.frames.engines.of_all import FEW_WORDS, Engine, Keys

__all__ = ["ENGINE"]


def _coded(table: Native, keys: Keys) -> list[Coded]:
    return [_coded_array(table[name]) for name in keys]


def _coded_array(array: Native) -> Coded:
    """Take the words of a dictionary; it may hold nothing as a word, or a word twice."""
    whole = array.dictionary_encode().unify_dictionaries().combine_chunks()
    if whole.dictionary.null_count or len(whole.dictionary.unique()) < len(whole.dictionary):
        whole = whole.dictionary_decode().dictionary_encode()
    words = whole.dictionary.to_pylist()
    width = "uint8" if len(words) <= FEW_WORDS else "int32"
    codes = whole.indices.fill_null(len(words)).cast(width)
    return words, codes.to_numpy(zero_copy_only=False)


ENGINE: Final = Engine(coded=_coded, categories=plans.as_categories)
