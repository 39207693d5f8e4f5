import json
from decimal import Decimal

from pydantic_boundary import Rejected, dump_order, parse_order


def order(**changes):
    """A right order as data, with changes; `...` takes a field away."""
    data = {
        "id": "A-17",
        "customer": "Ada",
        "lines": [{"sku": "tea", "count": 2, "price": "3.50"}],
        "payment": {"kind": "invoice", "days": 14},
        **changes,
    }
    return {name: value for name, value in data.items() if value is not ...}


def line(**changes):
    data = {"sku": "tea", "count": 2, "price": "3.50", **changes}
    return {name: value for name, value in data.items() if value is not ...}


def rejected(data):
    text = data if isinstance(data, (str, bytes)) else json.dumps(data)
    try:
        parse_order(text)
    except Rejected as error:
        return error
    raise AssertionError("Rejected should be raised")


def parsed(**changes):
    return parse_order(json.dumps(order(**changes)))


def test_takes_a_right_order(kind):
    """What is right becomes an object whose fields have their types."""
    text = json.dumps(order(customer="  Ada\t"))
    found = parse_order(text.encode() if kind == "bytes" else text)
    assert (found.id, found.customer, found.note) == ("A-17", "Ada", None)
    assert (found.lines[0].sku, found.lines[0].count) == ("tea", 2)
    assert found.lines[0].price == Decimal("3.50")
    assert type(found.lines[0].price) is Decimal, "the price should be a Decimal"
    assert (found.payment.kind, found.payment.days) == ("invoice", 14)


test_takes_a_right_order.cases = {"text": ("text",), "bytes": ("bytes",)}


def test_takes_a_card():
    """The kind decides which fields there are."""
    found = parsed(payment={"kind": "card", "last_four": "0042"}, note="ring")
    assert (found.payment.kind, found.payment.last_four, found.note) == ("card", "0042", "ring")


def test_rejects(changes, place):
    """The one place that is wrong is told, and nothing else."""
    assert rejected(order(**changes)).faults == [place]


test_rejects.cases = {
    "no id": ({"id": ...}, "id"),
    "an empty id": ({"id": ""}, "id"),
    "small letters": ({"id": "a-1"}, "id"),
    "a long id": ({"id": "A" * 21}, "id"),
    "a line break behind the id": ({"id": "A-1\n"}, "id"),
    "a number for a text": ({"customer": 5}, "customer"),
    "an empty customer": ({"customer": "  "}, "customer"),
    "an unknown field": ({"admin": True}, "admin"),
    "no lines": ({"lines": []}, "lines"),
    "too many lines": ({"lines": [line(sku=f"s{n}") for n in range(101)]}, "lines"),
    "no payment": ({"payment": ...}, "payment"),
    "a note that is no text": ({"note": 5}, "note"),
    "a total from outside": ({"total": "0"}, "total"),
}


def test_rejects_lines(changes, place):
    """Places tell the number of the line. Nothing is converted: who sends `true` does not mean one."""
    data = order(lines=[line(sku="milk"), line(**changes)])
    assert rejected(data).faults == [f"lines.1.{place}"]


test_rejects_lines.cases = {
    "a text as count": ({"count": "2"}, "count"),
    "true as count": ({"count": True}, "count"),
    "a float as count": ({"count": 2.0}, "count"),
    "zero": ({"count": 0}, "count"),
    "too many": ({"count": 1001}, "count"),
    "an empty sku": ({"sku": ""}, "sku"),
    "no price": ({"price": ...}, "price"),
    "a number as price": ({"price": 3.5}, "price"),
    "a whole number as price": ({"price": 3}, "price"),
    "nothing to pay": ({"price": "0.00"}, "price"),
    "negative": ({"price": "-1.00"}, "price"),
    "three places": ({"price": "3.505"}, "price"),
    "not a number": ({"price": "NaN"}, "price"),
    "infinite": ({"price": "Infinity"}, "price"),
    "no number at all": ({"price": "cheap"}, "price"),
    "an unknown field": ({"discount": "1.00"}, "discount"),
}


def test_rejects_payments(payment, place):
    """A payment of one kind has no field of the other; the place is that of the field."""
    assert rejected(order(payment=payment)).faults == [place]


test_rejects_payments.cases = {
    "an unknown kind": ({"kind": "cash"}, "payment"),
    "no kind": ({"days": 14}, "payment"),
    "days that are not offered": ({"kind": "invoice", "days": 15}, "payment.days"),
    "days as text": ({"kind": "invoice", "days": "14"}, "payment.days"),
    "no days": ({"kind": "invoice"}, "payment.days"),
    "three digits": ({"kind": "card", "last_four": "004"}, "payment.last_four"),
    "no digits": ({"kind": "card", "last_four": "abcd"}, "payment.last_four"),
    "other digits": ({"kind": "card", "last_four": "٠٠٤٢"}, "payment.last_four"),
    "both": ({"kind": "card", "last_four": "0042", "days": 14}, "payment.days"),
}


def test_rejects_what_is_no_order(text):
    """No JSON, or JSON of another shape, is a fault of the whole."""
    assert rejected(text).faults == [""]


test_rejects_what_is_no_order.cases = {
    "nothing": ("",),
    "no json": ("{",),
    "a list": ("[]",),
    "a text": ('"A-1"',),
    "no utf-8": (b'{"id": "\xff"}',),
}


def test_rejects_an_article_twice():
    """What depends on several lines is a fault of the whole order."""
    assert rejected(order(lines=[line(), line(count=1)])).faults == [""]


def test_tells_all_faults():
    """Whoever sends an order with four faults should not need four tries."""
    data = order(
        id="?", customer="", lines=[line(count=0, price=1), line(sku="")], payment={"kind": "card"}
    )
    assert rejected(data).faults == [
        "customer", "id", "lines.0.count", "lines.0.price", "lines.1.sku", "payment.last_four",
    ]


def test_shows_nothing_that_was_sent(data):
    """Messages end in logs and in answers: they may tell the place, and not the customer's secret."""
    error = rejected(data)
    chain = [error]
    while chain[-1].__cause__ or chain[-1].__context__:
        chain.append(chain[-1].__cause__ or chain[-1].__context__)
    shown = " ".join(f"{each} {each!r} {getattr(each, 'faults', '')}" for each in chain)
    assert "s3cret" not in shown, f"it shows {shown}"


test_shows_nothing_that_was_sent.cases = {
    "a value": (order(id="s3cret"),),
    "a customer": (order(customer="s3cret", lines=[]),),
    "no json": ('{"customer": "s3cret"',),
    "a kind": (order(payment={"kind": "s3cret"}),),
    "twice": (order(lines=[line(sku="s3cret"), line(sku="s3cret")]),),
}


def test_total():
    """Money is added exactly."""
    lines = [line(sku="a", count=3, price="0.10"), line(sku="b", count=1, price="19.90")]
    total = parsed(lines=lines).total
    assert (total, type(total)) == (Decimal("20.20"), Decimal)


def test_cannot_be_changed():
    """What was checked stays as it was checked, at every depth."""
    found = parsed()
    for target, name in ((found, "id"), (found.lines[0], "count"), (found.payment, "days")):
        try:
            setattr(target, name, getattr(target, name))
        except (AttributeError, TypeError, ValueError):
            continue
        raise AssertionError(f"{name} can be set")
    assert type(found.lines) is tuple, "lines should be a tuple"


def test_equal_by_value():
    """Two orders with the same content are equal, and another note makes another order."""
    assert parsed() == parsed()
    assert parsed() != parsed(note="x")


def test_comes_back(data):
    """What is written can be read again, with exact prices, and nothing that the reader would refuse."""
    found = parse_order(json.dumps(data))
    text = dump_order(found)
    assert parse_order(text) == found
    assert "total" not in json.loads(text), "the total should not be written"


test_comes_back.cases = {
    "invoice": (order(),),
    "card": (order(payment={"kind": "card", "last_four": "0042"}, note="x"),),
    "prices": (order(lines=[line(sku="a", price="0.1"), line(sku="b", price="123456789012.34")]),),
}
