import ast


def fold(source):
    return ast.parse(source)
