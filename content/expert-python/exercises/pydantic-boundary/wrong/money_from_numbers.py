"""A JSON number is as good as a text: `Decimal` takes both."""
from decimal import Decimal
from typing import Annotated, Literal, Union

from pydantic import (
    AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field, StringConstraints,
    ValidationError, model_validator,
)


class Rejected(Exception):
    """The order cannot be taken; `faults` says where."""

    def __init__(self, faults):
        super().__init__(f"{len(faults)} faults")
        self.faults = faults


def _text_only(value):
    if isinstance(value, bool):
        raise ValueError("a price comes as a text")
    return value


def _not_empty(lines):
    if not lines:
        raise ValueError("an order has lines")
    return lines


class _Strict(BaseModel):
    model_config = ConfigDict(extra="forbid", strict=True, frozen=True)


_Price = Annotated[
    Decimal, BeforeValidator(_text_only),
    Field(gt=0, decimal_places=2, allow_inf_nan=False, strict=False),
]


class Line(_Strict):
    sku: str = Field(min_length=1)
    count: int = Field(ge=1, le=1000)
    price: _Price


class Card(_Strict):
    kind: Literal["card"]
    last_four: str = Field(pattern=r"\A[0-9]{4}\z")


class Invoice(_Strict):
    kind: Literal["invoice"]
    days: Literal[14, 30]


class Order(_Strict):
    id: str = Field(min_length=1, max_length=20, pattern=r"\A[A-Z0-9-]+\z")
    customer: Annotated[str, StringConstraints(strip_whitespace=True, min_length=1)]
    lines: Annotated[tuple[Line, ...], Field(max_length=100), AfterValidator(_not_empty)]
    payment: Annotated[Union[Card, Invoice], Field(discriminator="kind")]
    note: Union[str, None] = None

    @model_validator(mode="after")
    def _no_article_twice(self):
        if len({line.sku for line in self.lines}) < len(self.lines):
            raise ValueError("an article comes twice")
        return self

    @property
    def total(self):
        return sum((line.count * line.price for line in self.lines), Decimal(0))


def _place(loc):
    if loc[:1] == ("payment",) and loc[1:2] in [("card",), ("invoice",)]:
        loc = ("payment", *loc[2:])
    return ".".join(map(str, loc))


def parse_order(text):
    try:
        return Order.model_validate_json(text)
    except ValidationError as error:
        faults = sorted({_place(fault["loc"]) for fault in error.errors()})
    raise Rejected(faults)


def dump_order(order):
    return order.model_dump_json()
