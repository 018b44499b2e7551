"""Words with a fixed key, words in order, and why there is no grade."""

import re
from collections.abc import ItemsView, Iterable, Iterator, KeysView, Mapping, ValuesView
from enum import Enum, EnumType
from typing import TYPE_CHECKING, Any, Final, NoReturn, Self, TypeVar, overload

import attrs

from implsupport.errors import FrameworkError, UnknownTermError, nearest, shown
from implsupport.sources import Source

__all__ = ["FrozenMap", "Gap", "Scale", "Term", "folded", "is_key"]

_KEY: Final = re.compile(r"[^\W_]+(-[^\W_]+)*")
_FOLDED: Final = re.compile(r"[\s_-]+")

_K = TypeVar("_K")
_W = TypeVar("_W")
_D = TypeVar("_D")
_V_co = TypeVar("_V_co", covariant=True)


class FrozenMap(Mapping[_K, _V_co]):
    """A mapping that cannot be changed, hashes by its content and pickles.

    Where all its keys are terms of one vocabulary, `[]`, `get` and `in` take the words for them
    too, folded as `Term.of` folds them. A word that the vocabulary does not have is not in the
    mapping, and `[]` says which words there are.

    Args:
        items: What it holds; the order is kept, but does not count for equality.

    >>> profile = FrozenMap({"clarity": 1, "politics": 2})
    >>> profile["clarity"], profile == {"politics": 2, "clarity": 1}
    (1, True)
    >>> rows = FrozenMap({Gap.NOT_STATED: 3})
    >>> rows["Not stated"], rows.get("not-stated"), "not-assessed" in rows
    (3, 3, False)
    """

    __slots__ = ("_items",)
    _items: dict[Any, _V_co]

    def __init__(self, items: Mapping[_K, _V_co] | None = None) -> None:
        """Copy what it holds, once."""
        if hasattr(self, "_items"):
            message = "a FrozenMap cannot be filled again"
            raise AttributeError(message)
        object.__setattr__(self, "_items", dict(items or {}))

    def __getitem__(self, key: _K | str) -> _V_co:
        try:
            return self._items[key]
        except KeyError:
            term = _named(self._items, key)
            if term is None:
                raise _absent(self._items, key) from None
            return self._items[term]

    def __contains__(self, key: object) -> bool:
        return key in self._items or _named(self._items, key) is not None

    @overload
    def get(self, key: _K | str, /) -> _V_co | None: ...
    @overload
    def get(self, key: _K | str, /, default: _D) -> _V_co | _D: ...
    def get(  # pyright: ignore[reportIncompatibleMethodOverride] -- a word is a key here too
        self, key: _K | str, /, default: object = None
    ) -> object:
        """Find what stands under a key, or give the default."""
        if key in self._items:
            return self._items[key]
        term = _named(self._items, key)
        return default if term is None else self._items[term]

    def __iter__(self) -> Iterator[_K]:
        return iter(self._items)

    def __len__(self) -> int:
        return len(self._items)

    def keys(self) -> KeysView[_K]:
        """Give the keys, in order."""
        return self._items.keys()

    def values(self) -> ValuesView[_V_co]:
        """Give the values, in order."""
        return self._items.values()

    def items(self) -> ItemsView[_K, _V_co]:
        """Give the pairs of key and value, in order."""
        return self._items.items()

    def __hash__(self) -> int:
        return hash(frozenset(self._items.items()))

    def __repr__(self) -> str:
        return f"FrozenMap({self._items!r})"

    def __reduce__(self) -> tuple[type[Self], tuple[dict[_K, _V_co]]]:
        return type(self), (dict(self._items),)

    def __setattr__(self, name: str, value: object) -> NoReturn:
        message = f"a FrozenMap cannot be changed: {name!r}"
        raise AttributeError(message)

    def __delattr__(self, name: str) -> NoReturn:
        message = f"a FrozenMap cannot be changed: {name!r}"
        raise AttributeError(message)


def _named(items: Mapping[Any, object], key: object) -> "Term | None":
    """Find the key that a word names where all keys are terms of one vocabulary."""
    if not isinstance(key, str) or _vocabulary(items) is None:
        return None
    word = folded(key)
    return next((term for term in items if term.key == word), None)


def _vocabulary(items: Iterable[object]) -> "type[Term] | None":
    first = next(iter(items), None)
    if not isinstance(first, Term):  # as in most mappings
        return None
    kind = type(first)
    return kind if all(type(key) is kind for key in items) else None


def _absent(items: Iterable[object], key: Any) -> KeyError:  # noqa: ANN401 -- whatever was given
    """Say of a word that is not in the vocabulary of the keys which words there are."""
    vocabulary = _vocabulary(items)
    try:
        if vocabulary is not None:
            vocabulary.of(key)
    except UnknownTermError as error:
        return _AbsentWordError(**attrs.asdict(error, recurse=False))
    return KeyError(key)


class _AbsentWordError(UnknownTermError, KeyError):
    """A word that is no key of a mapping of terms: whoever expects a KeyError gets one."""


def folded(word: str) -> str:
    """Fold a word as vocabularies do: case, space, hyphen and underscore make no difference.

    Args:
        word: A key, a label, or what somebody typed for one.

    Returns:
        The word in kebab-case.

    >>> folded(" Not_stated ")
    'not-stated'
    """
    return _FOLDED.sub("-", word.strip()).casefold()


def is_key(word: object) -> bool:
    """Tell whether a word is a key: letters and digits in lower case, parted by hyphens.

    Args:
        word: Whatever was given.

    Returns:
        Whether it may stand as a key.

    >>> is_key("not-stated"), is_key("Not stated")
    (True, False)
    """
    return isinstance(word, str) and bool(_KEY.fullmatch(word)) and word == word.casefold()


class _Vocabulary(EnumType):
    """The class of vocabularies: refuses one that is not well formed, then keeps it as it is.

    What `__init_subclass__` raises, `EnumType` makes anew from its text alone (from Python 3.12
    on), and an error of ours is made of its facts: so they are raised once the class is made.
    """

    def __init__(cls, *_: object, **__: object) -> None:  # pyright: ignore[reportInconsistentConstructor] -- what Enum passes
        faults: list[str] = vars(cls).get("_faults", [])
        if faults:
            raise FrameworkError(cls.__name__, tuple(faults))
        type.__setattr__(cls, "_is_made", True)

    def __setattr__(cls, name: str, value: object) -> None:
        cls._require_open(name)
        super().__setattr__(name, value)

    def __delattr__(cls, name: str) -> None:
        cls._require_open(name)
        super().__delattr__(name)

    def _require_open(cls, name: str) -> None:
        if vars(cls).get("_is_made"):
            message = f"{cls.__name__} cannot be changed: {name!r}"
            raise AttributeError(message)


class Term(Enum, metaclass=_Vocabulary):
    """A word of a vocabulary: a member of an enumeration with key, gloss and printed heading.

    Declare a vocabulary by subclassing, its source once in the class line. A member's value is
    its key, then its gloss, then, where it differs from the label, the source's own heading.

    Attributes:
        key: The stable kebab-case key that files hold.
        gloss: What the word means, in a phrase.
        printed: The source's own heading; shown, never parsed.
        source: Where the vocabulary comes from; declared once for all its terms.

    Raises:
        FrameworkError: If a key is not kebab-case or is given twice.

    >>> class Colour(Term):
    ...     RED = "red", "stop"
    ...     DARK_GREEN = "dark-green", "go"
    >>> Colour.of("Dark green"), Colour.DARK_GREEN.label, Colour.DARK_GREEN.gloss
    (Colour.DARK_GREEN, 'dark green', 'go')
    """

    key: str
    gloss: str
    printed: str
    source: Source | None
    _place: int
    _words: dict[object, Any]
    _faults: list[str]

    def __new__(cls, key: str, gloss: str = "", printed: str = "") -> Self:
        """Make a member whose value is its key."""
        term = object.__new__(cls)
        term._value_ = key
        term.key = key
        term.gloss = gloss
        term.printed = printed
        term._place = len(cls.__members__)
        return term

    def __init_subclass__(cls, *, source: Source | None = None) -> None:
        """Check the keys and index the words once."""
        super().__init_subclass__()
        names = cls.__members__.items()
        cls._faults = [
            *(f"{name} repeats the key {term.key!r}" for name, term in names if name != term.name),
            *(f"{shown(term.key)} is not a kebab-case key" for term in cls if not is_key(term.key)),
        ]
        cls.source = source
        cls._words = {word: term for term in cls for word in (term.key, term)}

    @property
    def label(self) -> str:
        """The key with hyphens as spaces, as people read it.

        >>> Gap.NOT_ASSESSED.label
        'not assessed'
        """
        return self.key.replace("-", " ")

    @classmethod
    def of(cls, word: Self | str) -> Self:
        """Find the term that a word names.

        Args:
            word: A term of this vocabulary, its key or its label; case, space, hyphen and
                underscore are folded.

        Returns:
            The term.

        Raises:
            UnknownTermError: If the vocabulary has no such word; it names the nearest.

        >>> Gap.of("not assessed")
        Gap.NOT_ASSESSED
        """
        try:
            term: Self = cls._words[word]  # an exact key or a term: the common case, at speed
        except (KeyError, TypeError):
            term = _found(cls._words, word, cls.__name__, cls)
        return term

    if TYPE_CHECKING:

        def __hash__(self) -> int: ...

    else:
        __hash__ = object.__hash__  # terms are equal only to themselves, so identity serves

    def __repr__(self) -> str:
        return f"{type(self).__name__}.{self.name}"

    def __setattr__(self, name: str, value: object) -> None:
        if "_sort_order_" in self.__dict__:  # the last that Enum sets while it makes a member
            message = f"{self!r} cannot be changed: {name!r}"
            raise AttributeError(message)
        super().__setattr__(name, value)

    def __delattr__(self, name: str) -> NoReturn:
        message = f"{self!r} cannot be changed: {name!r}"
        raise AttributeError(message)


def _found(words: Mapping[object, _W], word: object, name: str, terms: Iterable[Term]) -> _W:
    """Look a folded word up, or say which words there are."""
    found = words.get(folded(word)) if isinstance(word, str) else None
    if found is None:
        expected = tuple(term.key for term in terms)
        raise UnknownTermError(shown(word), name, expected, nearest(word, expected)) from None
    return found


class Gap(Term):
    """Why there is no grade. A gap keeps its reason and never becomes a grade.

    Source:
        This library. Status: ours.

    >>> Gap.of("not-stated").gloss
    'the source gives no judgement'
    """

    NOT_ASSESSED = "not-assessed", "nobody has judged it yet"
    NOT_STATED = "not-stated", "the source gives no judgement"
    INSUFFICIENT_EVIDENCE = "insufficient-evidence", "judged, but the evidence does not suffice"
    CONFLICTING_EVIDENCE = "conflicting-evidence", "the evidence, or those who judge it, disagree"
    NO_ANCHOR_FITS = "no-anchor-fits", "judged, but none of the anchors describes it"
    NOT_APPLICABLE = "not-applicable", "the criterion has no meaning for this case"


class Scale(Term):
    """A vocabulary whose terms stand in order, least to most, as declared.

    Grades of one scale compare with `<`, `<=`, `>` and `>=`; grades of two scales do not. The
    order is only ever the order of declaration, and grades have no distances.

    Raises:
        FrameworkError: If a grade has the key of a gap.

    >>> class Extent(Scale):
    ...     NO = "no", "not at all"
    ...     IN_PART = "in-part", "to some extent"
    ...     YES = "yes", "fully"
    >>> Extent.NO < Extent.YES, max(Extent.NO, Extent.IN_PART)
    (True, Extent.IN_PART)
    """

    _marks: dict[object, Any]

    def __init_subclass__(cls, *, source: Source | None = None) -> None:
        """Refuse the keys of gaps, and index grades and gaps together."""
        super().__init_subclass__(source=source)
        cls._faults += [f"{grade.key!r} is the key of a gap" for grade in cls if grade.key in _GAPS]
        cls._marks = _GAPS | cls._words

    @classmethod
    def mark(cls, word: Self | Gap | str) -> Self | Gap:
        """Find the grade or the gap that a word names.

        Args:
            word: A grade of this scale or a gap, or the key or label of one.

        Returns:
            The grade or the gap.

        Raises:
            UnknownTermError: If it is neither.

        >>> class Extent(Scale):
        ...     NO = "no", "not at all"
        ...     YES = "yes", "fully"
        >>> Extent.mark("Yes"), Extent.mark("not assessed")
        (Extent.YES, Gap.NOT_ASSESSED)
        """
        try:
            found: Self | Gap = cls._marks[word]
        except (KeyError, TypeError):
            found = _found(cls._marks, word, cls.__name__, (*cls, *Gap))
        return found

    def __lt__(self, other: Self) -> bool:
        return self._place < other._place if type(other) is type(self) else NotImplemented

    def __le__(self, other: Self) -> bool:
        return self._place <= other._place if type(other) is type(self) else NotImplemented

    def __gt__(self, other: Self) -> bool:
        return self._place > other._place if type(other) is type(self) else NotImplemented

    def __ge__(self, other: Self) -> bool:
        return self._place >= other._place if type(other) is type(self) else NotImplemented


_GAPS: Final[dict[object, Any]] = {word: gap for gap in Gap for word in (gap.key, gap)}
