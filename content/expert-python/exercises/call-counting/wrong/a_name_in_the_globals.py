"""A name that begins with an underscore is in nobody's way."""
import ast
from collections import Counter


class Counting(ast.NodeTransformer):
    def visit_Call(self, node):
        key = ast.Constant(ast.unparse(node.func))
        self.generic_visit(node)
        mark = ast.Call(ast.Name("_count", ast.Load()), [key], [])
        node.keywords.append(ast.keyword(None, mark))
        return node


def count_calls(source, namespace=None):
    counts = Counter()

    def count(key):
        counts[key] += 1
        return {}

    tree = ast.fix_missing_locations(Counting().visit(ast.parse(source)))
    namespace = {} if namespace is None else namespace
    namespace |= {"__name__": "__main__", "_count": count}
    try:
        exec(compile(tree, "<counted>", "exec", dont_inherit=True), namespace)
    except BaseException as error:
        error.counts = counts
        raise
    finally:
        namespace.pop("_count", None)
    return counts
