def dispatch(function):
    function.register = lambda cls, implementation=None: implementation
    function.find = lambda cls: function
    return function
