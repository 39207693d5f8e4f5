from token_bucket import TokenBucket


class Clock:
    """Shows what it is told to; its numbers are exact in binary."""

    def __init__(self, now=1024.0):
        self.now = now

    def __call__(self):
        return self.now


def emptied(rate, capacity, now=1024.0):
    clock = Clock(now)
    bucket = TokenBucket(rate, capacity, clock)
    assert bucket.try_acquire(capacity) is True, "a new bucket should be full"
    return bucket, clock


def refuses(call, *arguments):
    try:
        call(*arguments)
    except ValueError:
        return True
    return False


def test_is_full_at_first():
    """As many requests as the bucket holds pass at once, and the next one does not."""
    bucket = TokenBucket(2, 4, Clock())
    assert [bucket.try_acquire() for _ in range(5)] == [True, True, True, True, False]


def test_fills_with_time():
    """After a second there are `rate` more tokens, no fewer and no more."""
    bucket, clock = emptied(2, 4)
    clock.now += 1
    assert [bucket.try_acquire() for _ in range(3)] == [True, True, False]


def test_fills_evenly():
    """Tokens do not come in gulps at the full second: half a second brings half of the rate."""
    bucket, clock = emptied(4, 8)
    clock.now += 0.5
    assert [bucket.try_acquire() for _ in range(3)] == [True, True, False]


def test_never_holds_more_than_its_capacity(idle):
    """A night without requests does not allow a flood in the morning."""
    bucket, clock = emptied(2, 4)
    clock.now += idle
    assert [bucket.try_acquire() for _ in range(5)] == [True, True, True, True, False]


test_never_holds_more_than_its_capacity.cases = {"just full": (2,), "long idle": (86400,)}


def test_asking_often_loses_nothing():
    """Two quarters of a second bring half a token each, together one: fractions are not cut off when somebody asks."""
    bucket, clock = emptied(2, 4)
    answers = []
    for _ in range(8):
        clock.now += 0.25
        answers.append(bucket.try_acquire())
    assert answers == [False, True] * 4


def test_asking_often_gains_nothing():
    """The same time is not credited twice, even if every request in between was refused."""
    bucket, clock = emptied(1, 4)
    answers = []
    for _ in range(8):
        clock.now += 0.125
        answers.append(bucket.try_acquire(2))
    assert answers == [False] * 8
    clock.now += 1
    assert [bucket.try_acquire(2), bucket.try_acquire(1)] == [True, False]


def test_takes_all_or_nothing():
    """A request that is too large leaves the tokens to smaller ones."""
    bucket = TokenBucket(1, 4, Clock())
    assert [bucket.try_acquire(n) for n in (3, 2, 1, 1)] == [True, False, True, False]


def test_says_how_long_to_wait(tokens, seconds):
    """Only what is missing has to flow in."""
    bucket = TokenBucket(2, 8, Clock())
    bucket.try_acquire(6)
    assert bucket.wait_time(tokens) == seconds


test_says_how_long_to_wait.cases = {
    "there already": (2, 0),
    "one is missing": (3, 0.5),
    "a whole bucket": (8, 3),
    "fewer than there are": (1, 0),
}


def test_the_wait_is_enough_and_not_too_long():
    """Just before the time that was told the tokens are missing, and at that time they are there."""
    bucket, clock = emptied(0.5, 4)
    wait = bucket.wait_time(3)
    assert wait == 6
    clock.now += wait - 0.25
    assert bucket.try_acquire(3) is False, "a quarter of a second early it should be refused"
    assert bucket.wait_time(3) == 0.25
    clock.now += 0.25
    assert bucket.try_acquire(3) is True, "at the time that was told it should pass"


def test_asking_for_the_wait_takes_nothing():
    """`wait_time` looks without touching."""
    bucket = TokenBucket(2, 4, Clock())
    for _ in range(10):
        bucket.wait_time(4)
    assert bucket.try_acquire(4) is True, "the tokens should still be there"


def test_only_differences_of_the_clock_count(now):
    """A clock may begin anywhere; a new bucket is full and not more than that."""
    bucket, clock = emptied(1, 2, now)
    assert bucket.try_acquire() is False, "an empty bucket gave a token"
    clock.now += 1
    assert [bucket.try_acquire(), bucket.try_acquire()] == [True, False]


test_only_differences_of_the_clock_count.cases = {
    "zero": (0.0,),
    "a million": (1048576.0,),
    "below zero": (-512.0,),
}


def test_holds_fractions():
    """Rate and capacity need not be whole numbers."""
    bucket, clock = emptied(0.25, 1.5)
    clock.now += 4
    assert [bucket.try_acquire(), bucket.try_acquire(0.5)] == [True, False]


def test_refuses_what_can_never_be(tokens):
    """More than the bucket holds would wait for ever, and a negative number would fill it."""
    bucket = TokenBucket(1, 4, Clock())
    assert refuses(bucket.try_acquire, tokens), "try_acquire should raise ValueError"
    assert refuses(bucket.wait_time, tokens), "wait_time should raise ValueError"
    assert bucket.try_acquire(4) is True, "a refused number should change nothing"


test_refuses_what_can_never_be.cases = {
    "more than the capacity": (5,),
    "zero": (0,),
    "negative": (-1,),
}


def test_refuses_a_bucket_without_sense(rate, capacity):
    """A rate or a capacity that is not positive is a mistake of whoever configures it."""
    assert refuses(TokenBucket, rate, capacity), "ValueError should be raised"


test_refuses_a_bucket_without_sense.cases = {
    "rate zero": (0, 1),
    "rate negative": (-1, 1),
    "capacity zero": (1, 0),
    "capacity negative": (1, -2),
}
