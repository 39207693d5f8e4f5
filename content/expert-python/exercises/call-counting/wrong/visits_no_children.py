"""A transformer visits every node by itself; `visit_Call` needs to look at its own call only."""
import ast
import builtins
from collections import Counter


class Counting(ast.NodeTransformer):
    def visit_Call(self, node):
        key = ast.Constant(ast.unparse(node.func))
        mark = ast.Call(ast.Name("<count>", ast.Load()), [key], [])
        node.keywords.append(ast.keyword(None, mark))
        return node


def count_calls(source, namespace=None):
    counts = Counter()

    def count(key):
        counts[key] += 1
        return {}

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
