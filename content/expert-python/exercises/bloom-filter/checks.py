import bloom_filter
from bloom_filter import BloomFilter


def items(name, count):
    return [f"{name}-{number}".encode() for number in range(count)]


def filled(capacity, error_rate, added):
    made = BloomFilter(capacity, error_rate)
    for item in added:
        made.add(item)
    return made


def refuses(call):
    try:
        call()
    except ValueError:
        return
    raise AssertionError("ValueError should be raised")


def test_has_the_right_size(capacity, error_rate, bits, hashes):
    """The formulas of the task: bits are rounded up, the number of hashes to the nearest, and it is at least one."""
    made = BloomFilter(capacity, error_rate)
    assert (made.bits, made.hashes) == (bits, hashes)


test_has_the_right_size.cases = {
    "usual": (1_000, 0.01, 9_586, 7),
    "rare errors": (100, 0.0001, 1_918, 13),
    "one item": (1, 0.5, 2, 1),
    "many errors": (1_000, 0.9, 220, 1),
}


def test_forgets_nothing(capacity, error_rate):
    """What was added is found, always: this is the direction in which a filter is never wrong."""
    added = items("added", capacity)
    made = filled(capacity, error_rate, added)
    assert [item for item in added if item not in made] == []


test_forgets_nothing.cases = {"usual": (1_000, 0.01), "small": (3, 0.1), "full of errors": (50, 0.9)}


def test_an_empty_filter_holds_nothing():
    """Without an item no bit is set, so that nothing can be there."""
    made = BloomFilter(100, 0.01)
    assert [item for item in [b"", b"\0", *items("other", 50)] if item in made] == []
    assert not any(bytes(made)), "a new filter has a bit set"


def test_takes_any_bytes(item):
    """Nothing is special about empty or binary items."""
    made = filled(10, 0.001, [item])
    assert item in made, "it was added"
    assert b"something else" not in made, "it was not added"


test_takes_any_bytes.cases = {"empty": (b"",), "zero": (b"\0",), "not UTF-8": (b"\xff\xfe",)}


def test_is_wrong_as_seldom_as_promised(capacity, error_rate, asked):
    """When the places of an item are not independent, far more strangers are taken for members."""
    made = filled(capacity, error_rate, items("added", capacity))
    wrong = sum(item in made for item in items("stranger", asked))
    bound = 2 * error_rate * asked
    assert wrong <= bound, f"{wrong} of {asked} strangers are taken for members; {bound:.0f} may be"


test_is_wrong_as_seldom_as_promised.cases = {
    "one in ten": (500, 0.1, 2_000),
    "one in a hundred": (500, 0.01, 4_000),
    "one in two hundred": (200, 0.005, 6_000),
}


def test_sets_about_half_of_the_bits():
    """Filled to its capacity about half of the bits are set: that is where the formulas come from."""
    made = filled(1_000, 0.01, items("added", 1_000))
    share = sum(bin(byte).count("1") for byte in bytes(made)) / made.bits
    assert 0.45 < share < 0.55, f"{share:.0%} of the bits are set"


def test_sets_at_most_as_many_bits_as_hashes():
    """One item sets one bit for each hash, or fewer if two of them fall together."""
    for item in items("one", 30):
        state = bytes(filled(100, 0.001, [item]))
        count = sum(bin(byte).count("1") for byte in state)
        assert 5 <= count <= 10, f"{count} bits are set by one item with 10 hashes"


def test_adding_again_changes_nothing():
    """It is a set: a bit that is set stays set."""
    once = filled(10, 0.01, [b"a", b"b"])
    twice = filled(10, 0.01, [b"b", b"a", b"a", b"b"])
    assert bytes(twice) == bytes(once)


def test_state_is_small(capacity, error_rate, length):
    """A filter that keeps its items, or a byte for each bit, is no longer worth its errors."""
    made = filled(capacity, error_rate, items("added", capacity))
    state = bytes(made)
    assert len(state) == length


test_state_is_small.cases = {"usual": (1_000, 0.01, 1_199), "one byte": (1, 0.5, 1)}


def test_state_can_be_read_again():
    """A filter is written by one process and read by another, which may then go on adding."""
    added = items("added", 200)
    read = BloomFilter.from_bytes(200, 0.01, bytes(filled(200, 0.01, added)))
    assert [item for item in added if item not in read] == []
    read.add(b"more")
    assert bytes(read) == bytes(filled(200, 0.01, [*added, b"more"]))


def test_a_copy_of_the_state_stands_alone():
    """What comes in as data, or went out as such, must not change with the filter."""
    data = bytearray(bytes(filled(50, 0.01, [b"a"])))
    before = bytes(data)
    read = BloomFilter.from_bytes(50, 0.01, data)
    for item in items("more", 20):
        read.add(item)
    assert bytes(data) == before


def test_refuses_data_of_another_length(change):
    """State of a filter with other parameters would be read wrongly, without a word."""
    data = bytes(BloomFilter(50, 0.01))
    changed = data + b"\0" if change == "longer" else data[:-1] if change == "shorter" else b""
    refuses(lambda: BloomFilter.from_bytes(50, 0.01, changed))


test_refuses_data_of_another_length.cases = {each: (each,) for each in ("longer", "shorter", "empty")}


def test_a_union_holds_both():
    """The union is what one gets by adding all items to one filter, bit for bit; both operands stay as they are."""
    one, other = filled(100, 0.01, items("one", 40)), filled(100, 0.01, items("other", 40))
    before = bytes(one), bytes(other)
    both = one | other
    assert bytes(both) == bytes(filled(100, 0.01, items("one", 40) + items("other", 40)))
    both.add(b"more")
    assert (bytes(one), bytes(other)) == before


def test_a_union_needs_equal_parameters(capacity, error_rate):
    """With another number of bits or of hashes the same item has other places."""
    refuses(lambda: BloomFilter(100, 0.01) | BloomFilter(capacity, error_rate))


test_a_union_needs_equal_parameters.cases = {
    "capacity": (101, 0.01),
    "rate": (100, 0.02),
    "as many bytes": (100, 0.0101),
    "as many bits": (200, 0.1),
}


def test_refuses_impossible_parameters(capacity, error_rate):
    """A filter without room, or one that never or always errs, cannot be built."""
    refuses(lambda: BloomFilter(capacity, error_rate))


test_refuses_impossible_parameters.cases = {
    "no capacity": (0, 0.1),
    "negative": (-5, 0.1),
    "never": (10, 0),
    "always": (10, 1),
    "not a number": (10, float("nan")),
}


def test_every_process_agrees():
    """`hash` of bytes is salted anew in each process (PYTHONHASHSEED): here is what another process would see."""
    before = bytes(filled(50, 0.01, items("added", 20)))
    original = hash
    patched = "hash" not in vars(bloom_filter)
    if patched:
        bloom_filter.hash = lambda value: original(("another process", value))
    try:
        after = bytes(filled(50, 0.01, items("added", 20)))
    finally:
        if patched:
            del bloom_filter.hash
    assert after == before
