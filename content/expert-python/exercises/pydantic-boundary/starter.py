from pydantic import BaseModel


class Rejected(Exception):
    """The order cannot be taken; `faults` says where."""

    def __init__(self, faults):
        super().__init__(f"{len(faults)} faults")
        self.faults = faults


class Order(BaseModel):
    id: str
    customer: str


def parse_order(text):
    return Order.model_validate_json(text)


def dump_order(order):
    return order.model_dump_json()
