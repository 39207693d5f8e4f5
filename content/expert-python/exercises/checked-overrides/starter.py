def final(function):
    return function


class Checked(type):
    def __new__(metacls, name, bases, namespace, **kwargs):
        return super().__new__(metacls, name, bases, namespace, **kwargs)
