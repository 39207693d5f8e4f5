import random
import time
from itertools import islice

from prefix_tree import PrefixTree


def test_knows_whole_words_only():
    """The beginning of a word is no word unless it was added itself."""
    tree = PrefixTree(["team", "tea"])
    assert [word for word in ("t", "te", "tea", "team", "teams") if word in tree] == ["tea", "team"]


def test_a_longer_word_does_not_hide_a_shorter_one():
    """The order in which words are added must not matter."""
    for words in (["tea", "team"], ["team", "tea"]):
        tree = PrefixTree()
        for word in words:
            tree.add(word)
        assert sorted(tree.starting_with("te")) == ["tea", "team"]


def test_counts_a_word_once():
    """It is a set: adding a word again changes nothing."""
    tree = PrefixTree(["a", "b", "a"])
    tree.add("b")
    assert len(tree) == 2


def test_yields_in_ascending_order(prefix, expected):
    """The words with a prefix, in the order of their characters, whatever the order of adding."""
    tree = PrefixTree(["b", "ab", "a", "abc", "aa", "ca"])
    assert list(tree.starting_with(prefix)) == expected


test_yields_in_ascending_order.cases = {
    "all": ("", ["a", "aa", "ab", "abc", "b", "ca"]),
    "some": ("a", ["a", "aa", "ab", "abc"]),
    "the prefix itself": ("abc", ["abc"]),
    "no word, but a prefix": ("c", ["ca"]),
    "nothing": ("x", []),
    "longer than any word": ("abcd", []),
}


def test_finds_the_longest_prefix(text, expected):
    """The longest *word* with which the text begins; nodes that end no word are passed by."""
    tree = PrefixTree(["/", "/api", "/api/users/me"])
    assert tree.longest_prefix_of(text) == expected


test_finds_the_longest_prefix.cases = {
    "a word itself": ("/api", "/api"),
    "a longer text": ("/apiary", "/api"),
    "on the way to a longer word": ("/api/users/7", "/api"),
    "the shortest": ("/about", "/"),
    "nothing": ("about", None),
}


def test_the_empty_word_is_a_word():
    """Nothing was said against `""`: once added it is found, and every text begins with it."""
    tree = PrefixTree(["a"])
    assert "" not in tree, "nobody added the empty word"
    assert tree.longest_prefix_of("b") is None, "nobody added the empty word"
    tree.add("")
    assert "" in tree, "the empty word was added"
    assert list(tree.starting_with("")) == ["", "a"]
    assert tree.longest_prefix_of("b") == ""
    assert len(tree) == 2


def test_no_character_is_special(word):
    """A mark for the end of a word that is itself a character collides with that character."""
    tree = PrefixTree(["a"])
    assert f"a{word}" not in tree, "it was not added"
    tree.add(f"a{word}b")
    assert list(tree.starting_with("")) == ["a", f"a{word}b"]
    assert f"a{word}" not in tree, "it was not added"


test_no_character_is_special.cases = {
    "dollar": ("$",), "star": ("*",), "hash": ("#",), "null": ("\0",), "end": ("end",),
}


def test_discards_a_word_and_no_other(word, expected):
    """A word goes; words that it begins, and words that begin it, stay."""
    tree = PrefixTree(["tea", "team", "ten"])
    tree.discard(word)
    assert list(tree.starting_with("")) == expected
    assert len(tree) == len(expected)


test_discards_a_word_and_no_other.cases = {
    "that begins another": ("tea", ["team", "ten"]),
    "that continues another": ("team", ["tea", "ten"]),
    "that stands alone": ("ten", ["tea", "team"]),
    "that is only a prefix": ("te", ["tea", "team", "ten"]),
    "that is longer than any": ("teams", ["tea", "team", "ten"]),
}


def test_a_discarded_word_is_no_prefix():
    """What was taken away is not found on the way to a longer word."""
    tree = PrefixTree(["/", "/api", "/api/users"])
    tree.discard("/api")
    assert tree.longest_prefix_of("/api/orders") == "/"
    tree.add("/api")
    assert tree.longest_prefix_of("/api/orders") == "/api"


def test_takes_long_words():
    """Three thousand characters are more than the call stack holds: a walk down is a loop."""
    word = "ab" * 1_500
    tree = PrefixTree([word, word[:2_000]])
    assert word in tree, "the word was added"
    assert [len(each) for each in tree.starting_with(word[:5])] == [2_000, 3_000]
    assert len(tree.longest_prefix_of(word + "c")) == 3_000
    tree.discard(word)
    assert len(tree) == 1


def ratio_of_times(small, large, enough):
    """How much longer `large` takes. The fastest of a few rounds counts: a busy machine makes rounds slower, none faster."""
    fastest = [float("inf"), float("inf")]
    for _ in range(8):
        for at, work in enumerate((small, large)):
            begin = time.perf_counter()
            work()
            fastest[at] = min(fastest[at], time.perf_counter() - begin)
        if fastest[1] < enough * fastest[0]:
            break
    return fastest[1] / fastest[0]


def test_yields_lazily():
    """Whoever wants three of many words should not wait for all of them."""
    def search_of(count):
        tree = PrefixTree(f"{number:06}" for number in range(count))

        def search():
            for _ in range(40):
                first = list(islice(tree.starting_with("0"), 3))
            assert first == ["000000", "000001", "000002"]

        return search

    ratio = ratio_of_times(search_of(100), search_of(5_000), 12)
    assert ratio < 12, f"with 50 times the words it takes {ratio:.0f} times as long"


def test_agrees_with_a_set():
    """Against a plain set of words, over random calls."""
    chance = random.Random(5)
    tree, model = PrefixTree(), set()
    for _ in range(600):
        word = "".join(chance.choice("ab") for _ in range(chance.randrange(5)))
        if chance.random() < 0.6:
            tree.add(word)
            model.add(word)
        else:
            tree.discard(word)
            model.discard(word)
        prefix = word[:2]
        expected = sorted(each for each in model if each.startswith(prefix))
        assert list(tree.starting_with(prefix)) == expected
        begins = [each for each in model if "abab".startswith(each)]
        assert tree.longest_prefix_of("abab") == max(begins, key=len, default=None)
