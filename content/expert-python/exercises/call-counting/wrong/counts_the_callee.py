"""When the callee has been evaluated, the call is as good as made."""
import ast
import builtins
from collections import Counter


class Counting(ast.NodeTransformer):
    def visit_Call(self, node):
        key = ast.Constant(ast.unparse(node.func))
        self.generic_visit(node)
        node.func = ast.Call(ast.Name("<count>", ast.Load()), [key, node.func], [])
        return node


def count_calls(source, namespace=None):
    counts = Counter()

    def count(key, function):
        counts[key] += 1
        return function

    tree = ast.fix_missing_locations(Counting().visit(ast.parse(source)))
    namespace = {} if namespace is None else namespace
    namespace["__name__"] = "__main__"
    namespace["__builtins__"] = {**vars(builtins), "<count>": count}
    try:
        exec(compile(tree, "<counted>", "exec", dont_inherit=True), namespace)
    except BaseException as error:
        error.counts = counts
        raise
    return counts
