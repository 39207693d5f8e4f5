def trace(function=None, *, write=print):
    return function
