import time

from varint_frames import Decoder, FrameError, encode, encode_varint


def error_of(call, *arguments):
    try:
        call(*arguments)
    except FrameError as error:
        return error
    return None


def test_encodes_numbers(number, expected):
    """Seven bits a byte, the lowest first, and no byte more than needed."""
    assert encode_varint(number) == expected


test_encodes_numbers.cases = {
    "zero": (0, b"\x00"),
    "one byte": (127, b"\x7f"),
    "two bytes": (128, b"\x80\x01"),
    "the example": (300, b"\xac\x02"),
    "the last of two bytes": (16383, b"\xff\x7f"),
    "64 bits": (2**64 - 1, b"\xff" * 9 + b"\x01"),
}


def test_refuses_a_negative_number():
    """A negative number shifted to the right never becomes zero: without a check the loop has no end."""
    try:
        encode_varint(-1)
    except ValueError:
        return
    raise AssertionError("ValueError should be raised")


def test_encodes_a_frame():
    """The length, then the bytes."""
    assert encode(b"hi") == b"\x02hi"
    assert encode(b"x" * 300) == b"\xac\x02" + b"x" * 300


PAYLOADS = [b"", b"a", b"x" * 127, b"y" * 128, b"", b"z" * 300, bytes(range(256))]


def test_decodes_whatever_the_pieces(size):
    """Where the network cuts does not matter, in the middle of a length either."""
    stream = b"".join(encode(payload) for payload in PAYLOADS)
    decoder = Decoder(1000)
    found = []
    for at in range(0, len(stream), size):
        found += decoder.feed(stream[at : at + size])
    assert found == PAYLOADS
    assert error_of(decoder.close) is None, "the stream ended between two frames"


test_decodes_whatever_the_pieces.cases = {
    "byte by byte": (1,),
    "in twos": (2,),
    "in pieces of 128": (128,),
    "all at once": (10_000,),
}


def test_a_frame_comes_as_soon_as_it_is_complete():
    """A frame is handed out with its last byte, an empty one with its length: nobody waits for the next one."""
    decoder = Decoder(1000)
    assert [decoder.feed(b"\x02h"), decoder.feed(b"i\x00\x01"), decoder.feed(b"!")] == [
        [],
        [b"hi", b""],
        [b"!"],
    ]


def test_nothing_in_nothing_out():
    """Empty data changes nothing, in the middle of a frame either."""
    decoder = Decoder(10)
    assert [decoder.feed(b""), decoder.feed(b"\x01"), decoder.feed(b""), decoder.feed(b"a")] == [
        [],
        [],
        [],
        [b"a"],
    ]


def test_takes_any_buffer(kind):
    """A reader that receives into one buffer reuses it: frames are `bytes` of their own."""
    data = bytearray(b"\x02hi\x03a")
    decoder = Decoder(10)
    found = decoder.feed(kind(data))
    data[:] = bytes(len(data))
    assert found == [b"hi"]
    assert type(found[0]) is bytes, "frames should be bytes"
    assert decoder.feed(kind(bytearray(b"bc"))) == [b"abc"]


test_takes_any_buffer.cases = {"bytearray": (bytearray,), "memoryview": (memoryview,)}


def test_the_buffer_may_change_its_size():
    """A memoryview that is kept keeps its `bytearray` from growing: BufferError for the caller."""
    data = bytearray(b"\x05ab")
    decoder = Decoder(10)
    decoder.feed(data)
    data.extend(b"more")
    assert decoder.feed(b"cde") == [b"abcde"]


def test_the_limit_is_allowed():
    """A frame as large as the limit passes."""
    assert Decoder(300).feed(encode(b"x" * 300)) == [b"x" * 300]


def test_refuses_a_large_frame_at_once(limit, head):
    """The length alone is enough to refuse: who waits for the payload has already lost the memory."""
    decoder = Decoder(limit)
    assert error_of(decoder.feed, head), "FrameError should be raised"
    assert error_of(decoder.feed, b"\x00"), "after an error every feed should raise FrameError"


test_refuses_a_large_frame_at_once.cases = {
    "one more": (300, b"\xad\x02"),
    "huge": (300, b"\xff" * 9 + b"\x01"),
    "limit zero": (0, b"\x01"),
}


def test_refuses_a_length_in_pieces():
    """The same where each byte of the length comes by itself."""
    decoder = Decoder(300)
    assert decoder.feed(b"\xad") == []
    assert error_of(decoder.feed, b"\x02"), "FrameError should be raised"


def test_refuses_a_length_without_end():
    """An attacker's varint that never ends is refused after ten bytes, also when it is a number of zeros."""
    decoder = Decoder(300)
    assert [decoder.feed(b"\x80") for _ in range(9)] == [[]] * 9
    assert error_of(decoder.feed, b"\x80"), "ten bytes without an end should raise FrameError"


def test_takes_a_length_that_is_longer_than_needed():
    """`82 00` is two as well: odd, but no reason to hang up."""
    assert Decoder(10).feed(b"\x82\x00hi") == [b"hi"]


def test_good_frames_before_a_bad_one_are_not_lost():
    """What was complete is valid, whatever follows: it is in the error."""
    decoder = Decoder(10)
    decoder.feed(b"\x03o")
    error = error_of(decoder.feed, b"ne\x03two\x0b")
    assert error, "FrameError should be raised"
    assert list(error.frames) == [b"one", b"two"]
    again = error_of(decoder.feed, b"\x01a")
    assert again, "after an error every feed should raise FrameError"
    assert list(again.frames) == []


def test_hears_a_hang_up_in_the_middle(data):
    """Between two frames an end is an end; in the middle of one, or of its length, something is missing."""
    decoder = Decoder(1000)
    decoder.feed(encode(b"whole") + data)
    assert error_of(decoder.close), "FrameError should be raised"


test_hears_a_hang_up_in_the_middle.cases = {
    "in the payload": (b"\x03ab",),
    "after the length": (b"\x03",),
    "in the length": (b"\xac",),
}


def test_decoders_share_nothing():
    """Two connections have nothing to do with each other."""
    one, other = Decoder(10), Decoder(10)
    one.feed(b"\x02a")
    assert other.feed(b"\x01b") == [b"b"]
    assert one.feed(b"c") == [b"ac"]


def fastest(work):
    best = float("inf")
    for _ in range(3):
        begin = time.perf_counter()
        work()
        best = min(best, time.perf_counter() - begin)
    return best


def grows(work, small, factor):
    few, many = fastest(lambda: work(small)), fastest(lambda: work(small * factor))
    return many / few


def test_many_frames_at_once_take_time_in_step():
    """Sixteen times the frames take about sixteen times the time, not 256 times: no byte is moved for each frame."""
    def work(count):
        assert len(Decoder(6_000).feed(memoryview(frame * count))) == count

    frame = encode_varint(6_000) + bytes(6_000)
    ratio = grows(work, 100, 16)
    assert ratio < 80, f"16 times the frames take {ratio:.0f} times as long"


def test_one_frame_in_many_pieces_takes_time_in_step():
    """A large frame that comes in small pieces is not copied, nor its length read anew, for every piece."""
    def work(count):
        decoder = Decoder(10**9)
        decoder.feed(encode_varint(count * 64))
        for _ in range(count - 1):
            decoder.feed(piece)
        assert len(decoder.feed(piece)) == 1

    piece = bytes(64)
    ratio = grows(work, 500, 16)
    assert ratio < 80, f"16 times the pieces take {ratio:.0f} times as long"
