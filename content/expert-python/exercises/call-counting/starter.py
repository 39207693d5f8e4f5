import ast
from collections import Counter


def count_calls(source, namespace=None):
    counts = Counter()
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Call):
            counts[ast.unparse(node.func)] += 1
    return counts
