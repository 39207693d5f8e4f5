"""A false operand makes the whole `and` false, wherever it stands."""
import ast
import operator
import warnings

LIMIT = 4096
BINARY = {
    ast.Add: operator.add,
    ast.Sub: operator.sub,
    ast.Mult: operator.mul,
    ast.Div: operator.truediv,
    ast.FloorDiv: operator.floordiv,
    ast.Mod: operator.mod,
    ast.Pow: operator.pow,
    ast.LShift: operator.lshift,
    ast.RShift: operator.rshift,
    ast.BitOr: operator.or_,
    ast.BitAnd: operator.and_,
    ast.BitXor: operator.xor,
}
UNARY = {
    ast.UAdd: operator.pos,
    ast.USub: operator.neg,
    ast.Invert: operator.invert,
    ast.Not: operator.not_,
}
VALUES = (int, float, complex, str, bytes)


def fold(source):
    return Folder().visit(ast.parse(source))


def size(value):
    if isinstance(value, int):
        return value.bit_length()
    return len(value) if isinstance(value, (str, bytes)) else 0


def may_be_large(compute, left, right):
    """Whether the operands alone tell that the value is beyond the limit."""
    if isinstance(left, (str, bytes)) and compute is operator.mod:
        return True
    if not isinstance(right, int):
        left, right = right, left
    if not isinstance(right, int):
        return False
    if compute is operator.mul and isinstance(left, (str, bytes)):
        return len(left) * right > LIMIT
    if not isinstance(left, int):
        return False
    if compute is operator.lshift:
        return left != 0 and left.bit_length() + right > LIMIT
    if compute is operator.pow and abs(left) > 1:
        return (left.bit_length() - 1) * abs(right) >= LIMIT
    return False


class Folder(ast.NodeTransformer):
    def visit_Expr(self, node):
        before = node.value
        self.generic_visit(node)
        if isinstance(node.value, ast.Constant) and node.value is not before:
            node.value = ast.copy_location(ast.Constant(None), before)
        return node

    def visit_BinOp(self, node):
        self.generic_visit(node)
        return computed(node, BINARY.get(type(node.op)), node.left, node.right)

    def visit_UnaryOp(self, node):
        self.generic_visit(node)
        return computed(node, UNARY[type(node.op)], node.operand)

    def visit_BoolOp(self, node):
        self.generic_visit(node)
        ends = isinstance(node.op, ast.Or)
        for value in node.values:
            if isinstance(value, ast.Constant) and bool(value.value) == ends:
                return value
        while len(node.values) > 1 and isinstance(node.values[0], ast.Constant):
            if bool(node.values[0].value) == ends:
                return node.values[0]
            del node.values[0]
        return node if len(node.values) > 1 else node.values[0]

    def visit_IfExp(self, node):
        self.generic_visit(node)
        if isinstance(node.test, ast.Constant):
            return node.body if node.test.value else node.orelse
        return node


def computed(node, compute, *operands):
    if compute is None or not all(isinstance(each, ast.Constant) for each in operands):
        return node
    values = [each.value for each in operands]
    if compute is not operator.not_:
        if not all(isinstance(each, VALUES) for each in values):
            return node
        if len(values) == 2 and may_be_large(compute, *values):
            return node
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error")
            value = compute(*values)
    except Exception:
        return node
    if size(value) > LIMIT:
        return node
    return ast.copy_location(ast.Constant(value), node)
