import random
import re
from itertools import groupby

from find_the_bug import counterexample

ALPHABET = "ab1 "


def encode(text):
    """`aaab` becomes `3,a1,b`."""
    return "".join(f"{len(list(run))},{char}" for char, run in groupby(text))


def decode(encoded):
    return "".join(char * int(n) for n, char in re.findall(r"(\d+),(.)", encoded, re.DOTALL))


def breaks_on(is_bad, how="changes"):
    """A codec that does its work, but for texts of which `is_bad` is true."""
    def broken(text):
        if not is_bad(text):
            return encode(text)
        if how == "raises":
            raise IndexError("string index out of range")
        return encode(text + "b")

    return broken


def longest_run(text, chars=ALPHABET):
    return max((len(list(run)) for char, run in groupby(text) if char in chars), default=0)


BUGS = {
    "the empty text": lambda text: text == "",
    "a single character": lambda text: len(text) == 1,
    "any text": lambda text: True,
    "a run of ten": lambda text: longest_run(text) >= 10,
    "a run of forty": lambda text: longest_run(text) >= 40,
    "a run of exactly seventeen": lambda text: any(
        len(list(run)) == 17 for _, run in groupby(text)
    ),
    "a long run of spaces": lambda text: longest_run(text, " ") >= 25,
    "a digit after a letter": lambda text: re.search("[ab]1", text),
    "a space at the end": lambda text: text.endswith(" "),
    "only spaces": lambda text: text.strip() == "" and len(text) == 2,
    "one text of three": lambda text: text == "1 b",
    "another text of three": lambda text: text == "bab",
}


def neighbors(text):
    for at, char in enumerate(text):
        yield text[:at] + text[at + 1 :]
        for earlier in ALPHABET[: ALPHABET.index(char)]:
            yield text[:at] + earlier + text[at + 1 :]


class Counted:
    def __init__(self, function):
        self.function = function
        self.seen = []

    def __call__(self, text):
        self.seen.append(text)
        return self.function(text)


def test_believes_a_right_codec(seed):
    """Where nothing is wrong nothing is found."""
    assert counterexample(encode, decode, seed) is None


test_believes_a_right_codec.cases = {"seed 0": (0,), "seed 1": (1,), "seed 99": (99,)}


def test_finds(name, seed):
    """Texts that are tried must reach where bugs are: none, one and few characters, and long runs of each."""
    found = counterexample(breaks_on(BUGS[name]), decode, seed)
    assert found is not None, f"the codec fails for {name}, and it was not found"
    assert BUGS[name](found), f"{found!r} does not fail"


test_finds.cases = {f"{name}, seed {seed}": (name, seed) for name in BUGS for seed in (0, 7)}


def test_an_exception_is_a_failure(which):
    """A codec that raises has not given the text back; the error must not end the search."""
    is_bad = BUGS["a run of ten"]
    if which == "encode":
        found = counterexample(breaks_on(is_bad, "raises"), decode)
    else:
        def broken(encoded):
            if longest_run(decode(encoded)) > 9:
                raise ValueError(encoded)
            return decode(encoded)

        found = counterexample(encode, broken)
    assert found == "a" * 10


test_an_exception_is_a_failure.cases = {"while encoding": ("encode",), "while decoding": ("decode",)}


def test_returns_a_minimal_text(name):
    """Whoever gets the text sees the bug and nothing else: each smaller neighbor passes."""
    is_bad = BUGS[name]
    for seed in range(3):
        found = counterexample(breaks_on(is_bad), decode, seed)
        assert found is not None, "nothing was found"
        smaller = [text for text in neighbors(found) if is_bad(text)]
        assert smaller == []


test_returns_a_minimal_text.cases = {
    name: (name,) for name in BUGS if name != "a run of exactly seventeen"
}


def test_needs_more_than_one_round():
    """A step may open another one that was closed before: only a round without success is the end."""
    def is_bad(text):
        spread = len(text) in (11, 12) and set(text) <= {"a", "b"} and text[5] == "b"
        return longest_run(text, "b") >= 12 or spread and (len(text) == 12 or text.count("b") == 1)

    for seed in range(3):
        found = counterexample(breaks_on(is_bad), decode, seed)
        assert found is not None, "nothing was found"
        assert [text for text in neighbors(found) if is_bad(text)] == []


def test_keeps_to_its_budget(is_bad):
    """A test suite has hundreds of properties: 5000 calls are enough, also where everything passes or fails."""
    counted = Counted(breaks_on(is_bad))
    counterexample(counted, decode)
    assert len(counted.seen) <= 5000, f"encode was called {len(counted.seen)} times"


test_keeps_to_its_budget.cases = {
    "nothing fails": (lambda text: False,),
    "everything fails": (lambda text: True,),
    "long texts fail": (lambda text: longest_run(text) >= 30,),
}


def test_keeps_to_the_alphabet():
    """Only texts of the alphabet, of at most sixty characters, are promised to work."""
    counted = Counted(encode)
    counterexample(counted, decode)
    assert set("".join(counted.seen)) == set(ALPHABET)
    assert max(map(len, counted.seen)) <= 60, "a text was too long"


def test_can_be_repeated():
    """The same seed does the same: a failure in the night can be looked at in the morning."""
    runs = [Counted(breaks_on(BUGS["a run of ten"])) for _ in range(2)]
    for counted in runs:
        counterexample(counted, decode, 5)
    assert runs[0].seen == runs[1].seen


def test_leaves_the_global_generator_alone():
    """Seeding `random` itself makes everybody else's numbers predictable, or yours dependent on theirs."""
    random.seed(1)
    before = random.getstate()
    counterexample(encode, decode, 3)
    assert random.getstate() == before, "the global generator was used"
