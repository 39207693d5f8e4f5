"""The names of a `let` are known from one line to the next."""
from collections import ChainMap

WORDS = {"quote", "if", "let", "fn", "do"}


def evaluate(program, names):
    return value_of(program, ChainMap({}, names))


def value_of(form, scope):
    match form:
        case bool() | int() | float() | None:
            return form
        case str(name):
            if name not in scope:
                raise NameError(name)
            return scope[name]
        case ["quote", data]:
            return data
        case ["if", test, then, other]:
            return value_of(then if value_of(test, scope) else other, scope)
        case ["let", dict(forms), body]:
            inner = scope.new_child()
            for name, each in forms.items():
                inner[name] = value_of(each, inner)
            return value_of(body, inner)
        case ["fn", [*parameters], body] if all(isinstance(p, str) for p in parameters):
            return function(parameters, body, scope)
        case ["do", *forms]:
            value = None
            for each in forms:
                value = value_of(each, scope)
            return value
        case [str(word), *_] if word in WORDS:
            raise SyntaxError(f"this is no {word}: {form}")
        case [called, *arguments]:
            call = value_of(called, scope)
            return call(*[value_of(each, scope) for each in arguments])
        case _:
            raise SyntaxError(f"this is no form: {form}")


def function(parameters, body, scope):
    def call(*arguments):
        if len(arguments) != len(parameters):
            raise TypeError(f"{len(parameters)} arguments are wanted")
        return value_of(body, scope.new_child(dict(zip(parameters, arguments))))

    return call
