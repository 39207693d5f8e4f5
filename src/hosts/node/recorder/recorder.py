"""Records how a program runs, step by step, as lines of JSON. Standard library only; CPython 3.10 and newer.

It is loaded by `sitecustomize` before the program, which then runs as it always does: nothing of it is on the stack,
on the path or among the modules. What it reads of the program's objects it reads without running code of theirs, and
it keeps none of them from one step to the next.

The first line says what recorded: {"v", "python", "by"}. After it come

    {"c": code, "name", "file", "line", "cells", "free", "kind"}     once before the first step in it
    {"thread": thread, "name"}                                       once before the first step of it
    {"n": step, "k": kind, "t": thread, "o": [bytes of stdout, of stderr], "s": [[frame, code, line], ...],
     "m": left out, "w": [[thread, [[frame, code, line], ...], left out], ...], "a": [task, ...], "r": task,
     "l": {frame: {name: value}}, "d": {frame: [name, ...]}, "h": {object: what it is}, "g": [object, ...],
     "v": value, "full": true}
    {"end": why, "steps": number of all, "left": number of steps left out, "threads": number of threads left out}

`s` is the stack, innermost frame last, of which `m` frames in the middle are left out; `w` are the stacks of the other
threads. `a` are the tasks of the event loop that runs, of which `r` is the one that does. `l`, `d`, `h` and `g` say
what is new, changed or gone since the step before; a full step says everything. A value is a string, to be shown as it
is, or the number of an object in the heap. `v` is what a return, a yield or an exception carries. Kinds: line, call,
return, yield, resume, throw, raise, handled, unwind.
"""

import atexit
import gc
import opcode
import os
import sys
import time
import types
from _json import encode_basestring_ascii as quote
from _thread import allocate_lock, get_ident

try:
    from _thread import get_native_id
except ImportError:
    get_native_id = get_ident

# What the program may replace is taken as it was before it began.
modules = sys.modules
version = sys.version_info
getframe, refcount, exception_now, frames_now = sys._getframe, sys.getrefcount, sys.exc_info, sys._current_frames
gc_enabled, gc_disable, gc_enable, gc_objects = gc.isenabled, gc.disable, gc.enable, gc.get_objects
processor_time, write_bytes = time.process_time, os.write

# --- What things are, without asking them ---------------------------------------------------------------------------

exact_type = type
type_dict = type.__dict__['__dict__'].__get__
mro_of = type.__dict__['__mro__'].__get__
type_name = type.__dict__['__name__'].__get__
type_module = type.__dict__['__module__'].__get__
module_space = types.ModuleType.__dict__['__dict__'].__get__
exception_args = BaseException.__dict__['args'].__get__
exception_cause = BaseException.__dict__['__cause__'].__get__
exception_context = BaseException.__dict__['__context__'].__get__
exception_traceback = BaseException.__dict__['__traceback__'].__get__
Getset = types.GetSetDescriptorType
Member = types.MemberDescriptorType
uninteresting = frozenset(
    '__module__ __qualname__ __firstlineno__ __static_attributes__ __classdict__ '
    '__builtins__ __name__ __doc__ __package__ __loader__ __spec__ __file__ __cached__ __annotations__ '
    '__conditional_annotations__ __annotate__ __annotate_func__ __annotations_cache__'.split()
)
hidden_in_class = frozenset(
    '__module__ __dict__ __weakref__ __doc__ __qualname__ __firstlineno__ __static_attributes__ __annotations__ '
    '__annotate__ __annotate_func__ __annotations_cache__ __classdictcell__ __classcell__ __slots__ '
    '__abstractmethods__ _abc_impl __orig_bases__ __parameters__ __type_params__'.split()
)

# Where a recording ends, or leaves something out, unless the one who asks for it says otherwise.
limits = {
    'steps': 5000, 'seconds': 10, 'bytes': 8_000_000, 'threads': 8, 'frames': 50, 'objects': 300, 'items': 30,
    'text': 80, 'counts': 0,
}  # fmt: skip
keyframe_every = 50


def type_mro(cls):
    """In which order a class looks names up; not yet known while its metaclass says."""
    return mro_of(cls) or ()


def by_identity(table):
    """A table of classes by their ids: to look one up must not ask its metaclass for a hash or whether it is equal."""
    return {id(cls): value for cls, value in table.items()}


def is_among(cls, classes):
    return any(each is cls for each in classes)


def cut(text):
    most = limits['text']
    if exact_type(text) is not str:
        text = str.__getitem__(text, slice(None))
    return text if len(text) <= most else text[: most - 1] + '\u2026'


def show_int(value):
    if -(10**30) < value < 10**30:
        return int.__repr__(value)
    if value.bit_length() < 2000:
        return cut(int.__repr__(value))
    return f'an int of {value.bit_length()} bits'


def show_str(value):
    most = limits['text']
    return str.__repr__(value) if len(value) <= most else cut(str.__repr__(value[:most])) + '\u2026'


def show_bytes(value):
    most = limits['text']
    return bytes.__repr__(value[:most]) + ('\u2026' if len(value) > most else '')


shown_by_value = by_identity({
    type(None): lambda value: 'None',
    bool: lambda value: 'True' if value else 'False',
    int: show_int,
    float: float.__repr__,
    complex: complex.__repr__,
    str: show_str,
    bytes: show_bytes,
    type(Ellipsis): lambda value: 'Ellipsis',
    type(NotImplemented): lambda value: 'NotImplemented',
    range: range.__repr__,
})
# The value of an instance of a subclass as an instance of its base.
as_base = {
    int: lambda thing: int.__add__(thing, 0),
    float: lambda thing: float.__add__(thing, 0.0),
    complex: lambda thing: complex.__add__(thing, 0j),
    str: lambda thing: str.__add__(str.__getitem__(thing, slice(None)), ''),
    bytes: lambda thing: bytes.__add__(bytes.__getitem__(thing, slice(None)), b''),
}


def module_of(cls):
    """The module of a class; those that are written in C keep it elsewhere than in their namespace."""
    try:
        return type_module(cls)
    except AttributeError:
        return None


def name_of(cls):
    """The name of a class, with its module where that is not the program's."""
    space = type_dict(cls)
    qualified = space.get('__qualname__')
    name = qualified if exact_type(qualified) is str else type_name(cls)
    module = module_of(cls)
    return f'{module}.{name}' if exact_type(module) is str and module not in ('builtins', '__main__') else name


def fields_of(thing, cls):
    """The names and values that an instance has itself, read by descriptors written in C."""
    found = []
    space = None
    for base in type_mro(cls):
        for name, attribute in type_dict(base).items():
            kind = exact_type(attribute)
            if kind is Member and name != '__weakref__':
                try:
                    found.append((name, attribute.__get__(thing)))
                except (AttributeError, TypeError):
                    pass
            elif kind is Getset and name == '__dict__' and space is None:
                space = attribute.__get__(thing)
    if exact_type(space) is dict:
        found.extend((name, value) for name, value in dict.items(space) if exact_type(name) is str)
    return found


def first(iterator):
    found = []
    for item in iterator:
        if len(found) >= limits['items']:
            break
        found.append(item)
    return found


# --- What is said of an object: `heap` says what its parts are ------------------------------------------------------
# Of exact types `len`, slices and loops run no code of the program's.


def leaf(name):
    return f'{{"k":"leaf","t":{quote(cut(name))}}}'


def fields_text(heap, fields):
    value = heap.value
    return ','.join([f'[{quote(cut(name))},{value(item)}]' for name, item in fields[: limits['items']]])


def sequence(heap, kind, name, size, items, more=''):
    return f'{{"k":"{kind}","t":{quote(name)},"n":{size},"v":[{",".join(map(heap.value, items))}]{more}}}'


def mapping(heap, name, size, pairs, more=''):
    value = heap.value
    shown = ','.join([f'[{value(key)},{value(item)}]' for key, item in pairs])
    return f'{{"k":"dict","t":{quote(name)},"n":{size},"v":[{shown}]{more}}}'


def named(heap, kind, name, fields, more=''):
    return f'{{"k":"{kind}","t":{quote(name)},"n":{len(fields)},"v":[{fields_text(heap, fields)}]{more}}}'


def of_list(heap, thing, cls):
    return sequence(heap, 'list', 'list', len(thing), thing[: limits['items']])


def of_tuple(heap, thing, cls):
    return sequence(heap, 'tuple', 'tuple', len(thing), thing[: limits['items']])


def of_set(heap, thing, cls):
    return sequence(heap, 'set', name_of(cls), len(thing), first(cls.__iter__(thing)))


def of_dict(heap, thing, cls):
    pairs = thing.items() if len(thing) <= limits['items'] else first(iter(thing.items()))
    return mapping(heap, 'dict', len(thing), pairs)


def of_deque(heap, thing, cls):
    return sequence(heap, 'list', 'deque', len(thing), first(cls.__iter__(thing)))


def of_function(heap, thing, cls):
    fields = []
    code = thing.__code__
    for name, cell in zip(code.co_freevars, thing.__closure__ or ()):
        try:
            fields.append((name, cell.cell_contents))
        except ValueError:
            pass
    defaults = thing.__defaults__ or ()
    names = code.co_varnames[code.co_argcount - len(defaults) : code.co_argcount]
    fields.extend((f'{name}=', default) for name, default in zip(names, defaults))
    if thing.__kwdefaults__ is not None:
        fields.extend((f'{name}=', default) for name, default in dict.items(thing.__kwdefaults__))
    return named(heap, 'function', 'function', fields, f',"s":{quote(cut(thing.__qualname__))}')


def of_class(heap, thing, cls):
    name = name_of(thing)
    if not heap.is_own(thing):
        return leaf(f'class {name}')
    space = type_dict(thing)
    fields = [
        (key, item)
        for key, item in space.items()
        if exact_type(key) is str and key not in hidden_in_class and not is_among(exact_type(item), (Getset, Member))
    ]
    slots = [quote(cut(key)) for key, item in space.items() if exact_type(item) is Member and key != '__weakref__']
    descriptors = [quote(cut(key)) for key, item in fields if is_data_descriptor(exact_type(item))]
    more = f',"mro":[{",".join([quote(cut(name_of(base))) for base in first(iter(type_mro(thing)))])}]'
    if slots:
        more += f',"slots":[{",".join(slots)}]'
    if descriptors:
        more += f',"data":[{",".join(descriptors)}]'
    return named(heap, 'class', name, fields, more)


def is_data_descriptor(cls):
    return any('__set__' in type_dict(base) or '__delete__' in type_dict(base) for base in type_mro(cls))


def of_method(heap, thing, cls):
    return named(heap, 'method', 'method', [('__func__', thing.__func__), ('__self__', thing.__self__)])


def of_builtin(heap, thing, cls):
    return leaf(f'built-in {thing.__name__}')


def of_module(heap, thing, cls):
    name = dict.get(module_space(thing), '__name__')
    return leaf(f'module {name if exact_type(name) is str else "?"}')


def of_cell(heap, thing, cls):
    try:
        return named(heap, 'object', 'cell', [('cell_contents', thing.cell_contents)])
    except ValueError:
        return named(heap, 'object', 'cell', [])


def suspended(heap, kind, name, frame, running, has_begun, waits_for):
    """What has a frame of its own: its names where it is suspended."""
    if frame is None:
        return f'{{"k":"{kind}","t":{quote(cut(name))},"s":"finished"}}'
    code = frame.f_code
    frames = heap.frames
    if not frames.interesting(code):
        return leaf(name)
    serial = frames.serial_of(frame)
    if running:
        return f'{{"k":"{kind}","t":{quote(cut(name))},"s":"running","frame":{serial}}}'
    fields = variables(frame, code)
    if waits_for is not None:
        fields.append(('waits for', waits_for))
    state = 'suspended' if has_begun else 'not begun'
    more = f',"s":"{state}","frame":{serial},"line":{frame.f_lineno or code.co_firstlineno}'
    return named(heap, kind, cut(name), fields, more)


def has_begun(thing, attribute, frame):
    """Whether what is suspended has run at all; below 3.11 the frame tells, later the object does."""
    return getattr(thing, attribute, frame is not None and frame.f_lasti >= 0)


def of_generator(heap, thing, cls):
    name, frame = f'generator {thing.__qualname__}', thing.gi_frame
    begun = has_begun(thing, 'gi_suspended', frame)
    return suspended(heap, 'generator', name, frame, thing.gi_running, begun, thing.gi_yieldfrom)


def of_coroutine(heap, thing, cls):
    name, frame = f'coroutine {thing.__qualname__}', thing.cr_frame
    begun = has_begun(thing, 'cr_suspended', frame)
    return suspended(heap, 'coroutine', name, frame, thing.cr_running, begun, thing.cr_await)


def of_async_generator(heap, thing, cls):
    name, frame = f'async generator {thing.__qualname__}', thing.ag_frame
    begun = has_begun(thing, 'ag_suspended', frame)
    return suspended(heap, 'generator', name, frame, thing.ag_running, begun, thing.ag_await)


def of_task(heap, thing, cls):

    def field(name):
        return next(space[name] for space in map(type_dict, type_mro(cls)) if name in space).__get__(thing)

    is_done = cls.done(thing)
    fields = [('coroutine', cls.get_coro(thing))]
    if not is_done:
        waits_for = field('_fut_waiter')
        if waits_for is not None:
            fields.append(('waits for', waits_for))
    elif not cls.cancelled(thing):
        error = field('_exception')
        if error is None:
            fields.append(('result', field('_result')))
        else:
            fields.append(('exception', error))
    state = 'cancelled' if cls.cancelled(thing) else 'done' if is_done else 'pending'
    return named(heap, 'task', f'task {cut(cls.get_name(thing))}', fields, f',"s":"{state}"')


def of_exception(heap, thing, cls):
    fields = [('args', exception_args(thing))]
    for name, linked in (('__cause__', exception_cause(thing)), ('__context__', exception_context(thing))):
        if linked is not None:
            fields.append((name, linked))
    if heap.is_own(cls):
        fields.extend(fields_of(thing, cls))
    return named(heap, 'exception', name_of(cls), fields)


def of_wrapper(heap, thing, cls):
    return named(heap, 'object', name_of(cls), [('__func__', thing.__func__)])


def of_property(heap, thing, cls):
    parts = (('fget', thing.fget), ('fset', thing.fset), ('fdel', thing.fdel))
    return named(heap, 'object', 'property', [(name, part) for name, part in parts if part is not None])


def of_slice(heap, thing, cls):
    return named(heap, 'object', 'slice', [('start', thing.start), ('stop', thing.stop), ('step', thing.step)])


def of_bytearray(heap, thing, cls):
    return leaf(bytearray.__repr__(thing[: limits['text']]))


describers = by_identity({
    list: of_list,
    tuple: of_tuple,
    set: of_set,
    frozenset: of_set,
    dict: of_dict,
    types.FunctionType: of_function,
    type: of_class,
    types.MethodType: of_method,
    types.BuiltinFunctionType: of_builtin,
    types.ModuleType: of_module,
    types.CellType: of_cell,
    types.GeneratorType: of_generator,
    types.CoroutineType: of_coroutine,
    types.AsyncGeneratorType: of_async_generator,
    staticmethod: of_wrapper,
    classmethod: of_wrapper,
    property: of_property,
    slice: of_slice,
    bytearray: of_bytearray,
})
describers_by_base = ((BaseException, of_exception), (type, of_class), (types.ModuleType, of_module))
containers = (
    ('dict', dict, dict.__len__, lambda thing: dict.items(thing).__iter__()),
    ('list', list, list.__len__, list.__iter__),
    ('tuple', tuple, tuple.__len__, tuple.__iter__),
    ('set', set, set.__len__, set.__iter__),
    ('set', frozenset, frozenset.__len__, frozenset.__iter__),
)


# What these are does not change: it is said once.
settled = frozenset((id(types.ModuleType), id(types.BuiltinFunctionType)))


def describe_by_base(heap, thing, cls):
    """What an instance of another class is, as JSON."""
    mro = type_mro(cls)
    for base, describer in describers_by_base:
        if is_among(base, mro):
            return describer(heap, thing, cls)
    name = cut(name_of(cls))
    if name == 'collections.deque':
        return of_deque(heap, thing, cls)
    fields = fields_of(thing, cls) if heap.is_own(cls) else None
    for kind, base, length, iterate in containers:
        if is_among(base, mro):
            more = f',"f":[{fields_text(heap, fields)}]' if fields else ''
            items = first(iterate(thing))
            if kind == 'dict':
                return mapping(heap, name, length(thing), items, more)
            return sequence(heap, kind, name, length(thing), items, more)
    for base, convert in as_base.items():
        if is_among(base, mro):
            text = quote(shown_by_value[id(base)](convert(thing)))
            return named(heap, 'object', name, fields or [], f',"s":{text}')
    return leaf(name) if fields is None else named(heap, 'object', name, fields)


class Heap:
    """The objects that can be reached at a step, numbered as long as they can be reached."""

    def __init__(self, frames):
        self.frames = frames
        # By id: number, id of the type, and what is said of it when that is settled.
        self.known = {}  # those of the step before
        self.found = {}  # those of this step
        self.numbers = 0
        self.own_modules = {'__main__'}
        self.queue = []
        self.own_references = 0
        self.value = self.values()
        if limits['counts']:
            self.calibrate()

    def values(self):
        """Makes `value`: a value as JSON, a text or the number of an object that is then described as well."""
        known, found, queue, most = self.known, self.found, self.queue, limits['objects']

        def value(thing):
            cls = exact_type(thing)
            show = shown_by_value.get(id(cls))
            if show is not None:
                return quote(show(thing))
            place = id(thing)
            entry = found.get(place)
            if entry is None:
                if len(found) >= most:
                    return quote('\u2026 ' + cut(name_of(cls)))
                entry = known.get(place)
                # One that stands where another stood a step before is another where its type is.
                if entry is None or entry[1] != id(cls):
                    self.numbers += 1
                    entry = (self.numbers, id(cls), None)
                found[place] = entry
                queue.append((entry, thing, cls))
            return str(entry[0])

        return value

    def is_own(self, cls):
        """Whether a class is the program's own, or derived from one that is."""
        own_modules = self.own_modules
        for base in type_mro(cls):
            module = type_dict(base).get('__module__')
            if exact_type(module) is str and module in own_modules:
                return True
        return False

    def encode(self, roots, held):
        """The texts of the values `roots`, and of every object that can be reached from them, by its number.

        `held` says by the id of an object how many references to it are the recorder's; None where it cannot be said.
        """
        objects = {}
        queue, value, describer_of = self.queue, self.value, describers.get
        generations = self.generations() if limits['counts'] else None
        texts = [value(root) for root in roots]
        for entry, thing, cls in queue:  # it grows on the way
            number, _, text = entry
            if text is None:
                text = describer_of(id(cls), describe_by_base)(self, thing, cls)
                if id(cls) in settled:
                    self.found[id(thing)] = (number, id(cls), text)
            if generations is not None:
                text = self.counted(text, refcount(thing), id(thing), held, generations)
            objects[number] = text
        thing = cls = None
        queue.clear()
        self.known.clear()
        self.known.update(self.found)
        self.found.clear()
        return texts, objects

    def counted(self, text, count, place, held, generations):
        """With the references that the program has to an object, and the collector's generation that it is in."""
        own = held.get(place, 0)
        if own is not None:
            text = f'{text[:-1]},"rc":{count - own - self.own_references}}}'
        generation = generations.get(place)
        return text if generation is None else f'{text[:-1]},"gen":{generation}}}'

    def generations(self):
        """The generation of each object that is not in the oldest."""
        return {id(thing): young for young in (1, 0) for thing in gc_objects(young)}

    def calibrate(self):
        """Learns how many references reading an object takes: versions of Python differ."""
        probe = []
        _, objects = self.encode([probe], {id(probe): 1})
        (text,) = objects.values()
        self.own_references = int(text.partition('"rc":')[2].partition(',')[0].rstrip('}')) - 1
        self.known.clear()


# --- Frames ---------------------------------------------------------------------------------------------------------

suspends = 0x20 | 0x80 | 0x200  # flags of the code of generators, coroutines and asynchronous generators
is_optimized = 0x1
keeps_snapshots = version < (3, 13)
may_clear_snapshots = version >= (3, 12)
not_of_interest = (types.ModuleType, types.FunctionType, types.BuiltinFunctionType, type)


def variables(frame, code):
    """The names and values of a frame, without keeping its snapshot alive."""
    space = frame.f_locals
    if not code.co_flags & is_optimized:
        if not is_among(dict, type_mro(exact_type(space))):
            return []
        return [
            (name, thing)
            for name, thing in dict.items(space)
            if exact_type(name) is str and name not in uninteresting
        ]
    found = list(space.items())
    # Below 3.13 a frame keeps the dictionary, and so what is in it; another's reference to it is not touched.
    if keeps_snapshots and may_clear_snapshots and refcount(space) <= 3:
        dict.clear(space)
    return found


def global_variables(frame, code):
    """The names of its module that a frame uses, as `global name`."""
    space = frame.f_globals
    if exact_type(space) is not dict:
        return []
    return [
        (f'global {name}', space[name])
        for name in code.co_names
        if name in space and name not in uninteresting and not is_among(exact_type(space[name]), not_of_interest)
    ]


class Frames:
    """The frames of the program, numbered as long as they live, and their code."""

    def __init__(self, root, put):
        self.folder = root if root.endswith(os.sep) else root + os.sep
        prefixes = {prefix for prefix in (sys.prefix, sys.exec_prefix, sys.base_prefix) if prefix}
        foreign = tuple(os.path.join(prefix, '') for prefix in prefixes)
        # A program that lies within an installation is the user's nevertheless.
        self.foreign = () if self.folder.startswith(foreign) else foreign
        self.own = os.path.join(os.path.dirname(record.__code__.co_filename), '')
        self.put = put
        self.decided = {}
        self.known = {}  # id of a frame -> (number, code): those of the step before
        self.seen = {}  # those of this step
        self.numbers = 0
        self.codes = {}  # id of code -> number
        self.kept_codes = []  # so that the ids stay theirs

    def interesting(self, code):
        name = code.co_filename
        known = self.decided.get(name)
        if known is None:
            is_within = name.startswith(self.folder)
            known = is_within and not name.startswith((self.own, *self.foreign)) and 'site-packages' not in name
            self.decided[name] = known
        return known

    def begin(self, frame):
        """What stood where a new frame stands is another."""
        self.known.pop(id(frame), None)

    def serial_of(self, frame):
        place = id(frame)
        entry = self.seen.get(place)
        if entry is None:
            code = id(frame.f_code)
            entry = self.known.get(place)
            if entry is None or entry[1] != code:
                self.numbers += 1
                entry = (self.numbers, code)
            self.seen[place] = entry
        return entry[0]

    def settle(self):
        """Frames that were not seen in a step are forgotten: another may stand where they stood."""
        self.known, self.seen = self.seen, {}

    def code_of(self, code):
        number = self.codes.get(id(code))
        if number is None:
            self.codes[id(code)] = number = len(self.codes) + 1
            self.kept_codes.append(code)
            flags = code.co_flags
            kind = (
                'coroutine' if flags & 0x80 else 'async generator' if flags & 0x200
                else 'generator' if flags & 0x20 else 'function' if flags & is_optimized else 'body'
            )  # fmt: skip
            self.put(
                f'{{"c":{number},"name":{quote(getattr(code, "co_qualname", code.co_name))},'
                f'"file":{quote(code.co_filename[len(self.folder):])},"line":{code.co_firstlineno},'
                f'"cells":[{",".join(map(quote, code.co_cellvars))}],"free":[{",".join(map(quote, code.co_freevars))}],'
                f'"kind":"{kind}"}}\n'
            )
        return number

    def stack_of(self, frame):
        """The frames of the program from the outermost, and how many in the middle are left out."""
        stack = []
        while frame is not None:
            if self.interesting(frame.f_code):
                stack.append(frame)
            frame = frame.f_back
        stack.reverse()
        half = limits['frames'] // 2
        left_out = max(0, len(stack) - 2 * half)
        return (stack[:half] + stack[-half:], left_out) if left_out else (stack, 0)


# --- Tasks and output -----------------------------------------------------------------------------------------------


def tasks_now():
    """The tasks of the event loop that runs in this thread, and the one that does."""
    tasks, events = modules.get('asyncio.tasks'), modules.get('asyncio.events')
    if exact_type(tasks) is not types.ModuleType or exact_type(events) is not types.ModuleType:
        return [], None
    known, running_loop = module_space(tasks), module_space(events).get('_get_running_loop')
    if 'all_tasks' not in known or 'current_task' not in known or running_loop is None:
        return [], None
    loop = running_loop()
    if loop is None:
        return [], None
    task_type = known.get('Task')
    if exact_type(task_type) is type and module_of(task_type) == '_asyncio':
        describers[id(task_type)] = of_task
    of_kind = [task for task in known['all_tasks'](loop) if exact_type(task) is task_type]
    return of_kind, known['current_task'](loop)


def count_written(stream):
    """Counts the bytes that Python writes to a stream; a stream of another make is not counted."""
    total = [0]
    raw = getattr(getattr(stream, 'buffer', None), 'raw', None) or getattr(stream, 'buffer', None)
    if raw is None:
        return total
    try:
        write = raw.write

        def counted(data):
            written = write(data)
            total[0] += len(data) if written is None else written
            return written

        raw.write = counted
    except AttributeError:
        pass
    return total


# --- Keeping steps --------------------------------------------------------------------------------------------------


class Steps:
    """Writes a line for each step, saying what is new in it."""

    def __init__(self, fd, root):
        self.fd = fd
        self.bytes = 0
        self.number = 0
        self.ended = False
        self.since_full = 0
        self.frames = Frames(root, self.put)
        self.heap = Heap(self.frames)
        self.names_before = {}  # number of a frame -> {name: text}
        self.objects_before = {}  # number of an object -> text
        self.threads = {}  # identity -> (what the system calls it, number)
        self.natives = []  # what the system calls each thread, by its number
        self.threads_left = set()
        self.last = []  # the lines of the last steps, where there are too many
        self.last_bytes = 0
        self.left = 0
        self.kept_last = limits['steps'] // 10
        self.kept_first = limits['steps'] - self.kept_last
        self.deadline = processor_time() + limits['seconds']
        self.lock = allocate_lock()
        self.out, self.err = count_written(sys.stdout), count_written(sys.stderr)

    def put(self, text):
        data = text.encode('ascii')
        self.bytes += len(data)
        try:
            write_bytes(self.fd, data)
        except OSError:
            self.ended = True  # the program closed what it never opened, or the disk is full

    def step(self, kind, frame, value=None, has_value=False, line=None):
        """Takes a step, unless the recording has ended; the program notices nothing of what goes wrong.

        `line` is where the frame is, when that is not where it says.
        """
        if self.ended:
            return
        with self.lock:
            enabled = gc_enabled()
            if enabled:
                gc_disable()
            try:
                if not self.ended:
                    self.take(kind, frame, value, has_value, line)
            except (RecursionError, MemoryError):
                self.since_full = 0  # what the step says is lost, and the next one says everything
            finally:
                if enabled:
                    gc_enable()

    def thread(self):
        """The number of the thread that runs; None where there are too many."""
        identity, native = get_ident(), get_native_id()
        known = self.threads.get(identity)
        if known is not None and known[0] == native:
            return known[1]
        numbers = len(self.natives)
        if numbers >= limits['threads']:
            self.threads_left.add(native)
            return None
        self.natives.append(native)
        self.threads[identity] = (native, numbers)
        self.put(f'{{"thread":{numbers},"name":{quote(cut(thread_name(identity)))}}}\n')
        return numbers

    def take(self, kind, frame, carried, has_value, line):
        thread = self.thread()
        if thread is None:
            return
        stacks = [(thread, *self.frames.stack_of(frame)), *(self.other_stacks() if len(self.threads) > 1 else [])]
        tasks, task = tasks_now()
        roots, spaces, held = [], [], {}
        lines = {id(frame): line}
        # What a module holds is shown with its body, or else with the functions that use it.
        bodies = {
            id(each.f_globals) for _, stack, _ in stacks for each in stack if not each.f_code.co_flags & is_optimized
        }
        shown, *shown_others = [
            (number, self.shown_stack(stack, bodies, lines, roots, spaces, held), left)
            for number, stack, left in stacks
        ]
        stacks.clear()
        tasks.sort(key=self.task_order)
        at_tasks, at_carried = len(roots), len(roots) + len(tasks)
        roots.extend(tasks)
        held.update((id(each), None) for each in tasks)
        if has_value:
            roots.append(carried)
            held[id(carried)] = None  # how many hold it on its way cannot be told
        texts, objects = self.heap.encode(roots, held)
        task_texts = texts[at_tasks:at_carried]
        running = str(self.heap.known[id(task)][0]) if task is not None and id(task) in self.heap.known else None
        roots.clear()
        tasks.clear()
        del carried, task
        self.frames.settle()

        self.number += 1
        is_late = self.number > self.kept_first or self.bytes > limits['bytes'] // 8 * 7
        full = is_late or self.since_full == 0
        self.since_full = (self.since_full + 1) % keyframe_every
        parts = [f'{{"n":{self.number},"k":"{kind}","t":{thread},"o":[{self.out[0]},{self.err[0]}],"s":[{shown[1]}]']
        if shown[2]:
            parts.append(f',"m":{shown[2]}')
        if shown_others:
            others = ','.join([f'[{number},[{stack}],{left}]' for number, stack, left in shown_others])
            parts.append(f',"w":[{others}]')
        if task_texts:
            parts.append(f',"a":[{",".join(task_texts)}]')
        if running:
            parts.append(f',"r":{running}')
        self.names_delta(parts, spaces, texts, full)
        self.objects_delta(parts, objects, full)
        if has_value:
            parts.append(f',"v":{texts[-1]}')
        parts.append(',"full":true}\n' if full else '}\n')
        self.keep(''.join(parts), is_late)
        if self.number % 16 == 0 and processor_time() > self.deadline:
            self.finish('time')

    def other_stacks(self):
        """Of the threads that were seen and do not run now: number, frames, frames left out."""
        here = get_ident()
        found = []
        for identity, frame in frames_now().items():
            known = self.threads.get(identity)
            if known is not None and identity != here:
                stack, left_out = self.frames.stack_of(frame)
                if stack:
                    found.append((known[1], stack, left_out))
        found.sort(key=lambda each: each[0])
        return found

    def shown_stack(self, stack, bodies, lines, roots, spaces, held):
        """A stack as JSON; its values are added to `roots`, and its names to `spaces`."""
        frames = self.frames
        shown = []
        for frame in stack:
            code = frame.f_code
            if code.co_name == '<module>':
                own = frame.f_globals.get('__name__')
                if exact_type(own) is str:
                    self.heap.own_modules.add(own)
            number = frames.serial_of(frame)
            found = variables(frame, code)
            if id(frame.f_globals) not in bodies:
                found.extend(global_variables(frame, code))
            line = lines.get(id(frame)) or frame.f_lineno or code.co_firstlineno
            shown.append(f'[{number},{frames.code_of(code)},{line}]')
            spaces.append((number, [name for name, _ in found]))
            roots.extend([thing for _, thing in found])
            if limits['counts']:
                own = 2 if code.co_flags & is_optimized and version < (3, 12) else 1
                for _, thing in found:
                    held[id(thing)] = held.get(id(thing), 0) + own
            found.clear()
        return ','.join(shown)

    def task_order(self, task):
        known = self.heap.known.get(id(task))
        return (known[0] if known else self.heap.numbers + 1, exact_type(task).get_name(task))

    def names_delta(self, parts, spaces, texts, full):
        place = 0
        shown, gone_names, now = [], [], {}
        for number, names in spaces:
            space = {}
            for name in names:
                space[name] = texts[place]
                place += 1
            now[number] = space
            before = None if full else self.names_before.get(number)
            if before is None:
                changed = space
            else:
                changed = {name: text for name, text in space.items() if before.get(name) != text}
                gone = [quote(name) for name in before if name not in space]
                if gone:
                    gone_names.append(f'"{number}":[{",".join(gone)}]')
            if changed or before is None:
                inner = ','.join([f'{quote(name)}:{text}' for name, text in changed.items()])
                shown.append(f'"{number}":{{{inner}}}')
        self.names_before = now
        if shown:
            parts.append(f',"l":{{{",".join(shown)}}}')
        if gone_names:
            parts.append(f',"d":{{{",".join(gone_names)}}}')

    def objects_delta(self, parts, objects, full):
        before = {} if full else self.objects_before
        changed = [f'"{number}":{text}' for number, text in objects.items() if before.get(number) != text]
        gone = [str(number) for number in before if number not in objects]
        self.objects_before = objects
        if changed:
            parts.append(f',"h":{{{",".join(changed)}}}')
        if gone:
            parts.append(f',"g":[{",".join(gone)}]')

    def keep(self, text, is_late):
        """Of too many steps, or of too much text, the first and the last part are kept."""
        if not is_late:
            self.put(text)
            return
        self.last.append(text)
        self.last_bytes += len(text)
        while len(self.last) > self.kept_last or (self.last_bytes > limits['bytes'] // 8 and len(self.last) > 1):
            self.last_bytes -= len(self.last.pop(0))
            self.left += 1

    def finish(self, why='exit'):
        if self.ended:
            return
        for line in self.last:
            self.put(line)
        self.put(f'{{"end":"{why}","steps":{self.number},"left":{self.left},"threads":{len(self.threads_left)}}}\n')
        self.ended = True

    def stop(self):
        """What goes on in a fork is not the program that is recorded."""
        self.ended = True


def thread_name(identity):
    """The name of the thread that runs, when the program has what names threads."""
    threading = modules.get('threading')
    active = module_space(threading).get('_active') if exact_type(threading) is types.ModuleType else None
    thread = dict.get(active, identity) if exact_type(active) is dict else None
    if thread is not None:
        for name, value in fields_of(thread, exact_type(thread)):
            if name == '_name' and exact_type(value) is str:
                return value
    return ''


# --- Listening to events --------------------------------------------------------------------------------------------

asks_for_next = {
    opcode.opmap[name] for name in ('FOR_ITER', 'SEND', 'YIELD_FROM', 'END_ASYNC_FOR') if name in opcode.opmap
}
yield_from = {bytes([opcode.opmap['YIELD_FROM']])} if 'YIELD_FROM' in opcode.opmap else set()
return_value = opcode.opmap['RETURN_VALUE']
yields = {opcode.opmap[name] for name in ('YIELD_VALUE', 'YIELD_FROM', 'SEND') if name in opcode.opmap}


def ends_a_loop(frame, exception):
    """Whether an exception only tells a loop or an `await` that there is no more."""
    if not is_among(exact_type(exception), (StopIteration, StopAsyncIteration)):
        return False
    instructions = frame.f_code.co_code
    at = frame.f_lasti
    return at >= 0 and (instructions[at] in asks_for_next or instructions[at + 2 : at + 3] in yield_from)


def line_in(frame, exception):
    """The line of a frame in which an exception came into it."""
    at = exception_traceback(exception)
    line = 0
    while at is not None:
        if at.tb_frame is frame:
            line = at.tb_lineno
        at = at.tb_next
    return line


class Listener:
    """Makes the same steps of what the versions of Python tell in different ways."""

    def __init__(self, steps):
        self.steps = steps
        self.frames = steps.frames
        self.interesting = steps.frames.interesting
        self.raised = {}  # thread -> id of the exception that is on its way

    def bounded(self, callback):
        """One that costs a program at the end of its stack a level at most, and nothing once all is recorded."""
        steps = self.steps

        def call(*arguments):
            if steps.ended:
                return self.stop()
            try:
                return callback(*arguments)
            except RecursionError:
                return None

        return call

    def handled(self, frame):
        self.raised.pop(get_ident(), None)
        exception = exception_now()[1]
        self.steps.step('handled', frame, exception, exception is not None)


class MonitoringListener(Listener):
    """By `sys.monitoring`, from 3.12 on."""

    def listen(self):
        monitoring = sys.monitoring
        tool = next((each for each in (4, 3, 5) if monitoring.get_tool(each) is None), None)
        if tool is None:
            return
        monitoring.use_tool_id(tool, 'interview-lab')
        self.tool = tool
        self.disable = monitoring.DISABLE
        self.caught = {}  # id of a frame -> the line in which an exception came, until a line of a handler runs
        callbacks = {
            'PY_START': self.start, 'PY_RESUME': self.resume, 'LINE': self.line, 'PY_RETURN': self.returned,
            'PY_YIELD': self.yielded, 'PY_THROW': self.thrown, 'RAISE': self.rose, 'RERAISE': self.again,
            'EXCEPTION_HANDLED': self.came, 'PY_UNWIND': self.unwound,
        }  # fmt: skip
        every = 0
        for name, callback in callbacks.items():
            event = getattr(monitoring.events, name)
            monitoring.register_callback(tool, event, self.bounded(callback))
            every |= event
        monitoring.set_events(tool, every)

    def stop(self):
        """The program goes on as if nobody had recorded it."""
        sys.monitoring.set_events(self.tool, 0)

    def start(self, code, offset):
        if not self.interesting(code):
            return self.disable
        frame = getframe(2)
        if not code.co_flags & suspends:
            self.frames.begin(frame)
        self.steps.step('call', frame)

    def resume(self, code, offset):
        if not self.interesting(code):
            return self.disable
        self.steps.step('resume', getframe(2))

    def line(self, code, number):
        if not self.interesting(code):
            return self.disable
        frame = getframe(2)
        if self.caught:
            came = self.caught.get(id(frame))
            if came == number:
                return  # an `await` or `with` that only passes the exception on
            if came is not None:
                del self.caught[id(frame)]
                self.handled(frame)
        self.steps.step('line', frame)

    def returned(self, code, offset, value):
        if not self.interesting(code):
            return self.disable
        self.steps.step('return', getframe(2), value, True)

    def yielded(self, code, offset, value):
        if not self.interesting(code):
            return self.disable
        self.steps.step('yield', getframe(2), value, True)

    def thrown(self, code, offset, exception):
        if self.interesting(code):
            self.raised[get_ident()] = id(exception)
            self.steps.step('throw', getframe(2), exception, True)

    def rose(self, code, offset, exception):
        if not self.interesting(code) or self.raised.get(get_ident()) == id(exception):
            return
        frame = getframe(2)
        if not ends_a_loop(frame, exception):
            self.raised[get_ident()] = id(exception)
            self.steps.step('raise', frame, exception, True)

    def came(self, code, offset, exception):
        if self.interesting(code) and self.raised.get(get_ident()) == id(exception):
            frame = getframe(2)
            self.caught.setdefault(id(frame), line_in(frame, exception))

    def again(self, code, offset, exception):
        if self.interesting(code):
            self.caught.pop(id(getframe(2)), None)
            self.raised[get_ident()] = id(exception)

    def unwound(self, code, offset, exception):
        if self.interesting(code):
            frame = getframe(2)
            self.caught.pop(id(frame), None)
            if not ends_a_loop(frame, exception):
                self.raised[get_ident()] = id(exception)
                self.steps.step('unwind', frame, exception, True)


unwinding = 0  # what is on its way out of a frame is not told of before it comes into the next


class TracingListener(Listener):
    """By `sys.settrace`, on 3.10 and 3.11."""

    def listen(self):
        self.follows_threads = False
        self.suspended = set()  # ids of the frames of generators that have begun and are suspended
        self.pending = set()  # ids of frames: the exception in it was not followed by a line yet
        # thread -> the frame that goes on, and its line: whether by an exception, the next event says
        self.going_on = {}
        self.trace, self.local = self.bounded(self.called), self.bounded(self.happened)
        sys.settrace(self.trace)

    def stop(self):
        """The thread that runs goes on as if nobody had recorded it."""
        sys.settrace(None)

    def go_on(self, thrown_into):
        """Tells of the frame that goes on, unless an exception is thrown into it; whether there was one."""
        frame, line = self.going_on.pop(get_ident(), (None, 0))
        if frame is not None and frame is not thrown_into:
            self.steps.step('resume', frame, line=line)
        return frame is not None

    def follow_threads(self):
        """Once the program can start threads; it may never import what does."""
        threading = modules.get('threading')
        if not self.follows_threads and hasattr(threading, 'settrace'):
            self.follows_threads = True
            threading.settrace(self.trace)

    def called(self, frame, event, arg):
        code = frame.f_code
        if not self.interesting(code):
            return None
        self.go_on(None)
        if code.co_flags & suspends and id(frame) in self.suspended:
            self.suspended.discard(id(frame))
            self.going_on[get_ident()] = frame, frame.f_lineno
        else:
            self.frames.begin(frame)
            self.steps.step('call', frame)
        return self.local

    def happened(self, frame, event, arg):
        place = id(frame)
        is_raised = event == 'exception' and not ends_a_loop(frame, arg[1])
        went_on = self.go_on(frame if is_raised else None)
        if event == 'line':
            self.follow_threads()
            if place in self.pending:
                self.pending.discard(place)
                self.handled(frame)
            self.steps.step('line', frame)
        elif event == 'return':
            self.left(frame, arg)
        elif is_raised:
            exception = arg[1]
            self.pending.add(place)
            before = self.raised.get(get_ident())
            self.raised[get_ident()] = id(exception)
            if before not in (id(exception), unwinding):
                kind = 'throw' if went_on or place in self.suspended else 'raise'
                self.steps.step(kind, frame, exception, True)
                self.suspended.discard(place)
        return self.local

    def left(self, frame, value):
        """A frame is left, by a return, a yield or an exception: its instruction tells by which."""
        place = id(frame)
        code = frame.f_code
        instruction = code.co_code[frame.f_lasti]
        # 3.10 goes back before the instruction that waits for another.
        waits = code.co_code[frame.f_lasti + 2 : frame.f_lasti + 3] in yield_from
        failed = place in self.pending
        self.pending.discard(place)
        self.suspended.discard(place)
        if instruction == return_value:
            self.steps.step('return', frame, value, True)
        elif not failed and (instruction in yields or waits) and code.co_flags & suspends:
            self.suspended.add(place)
            self.steps.step('yield', frame, value, True)
        else:
            self.raised[get_ident()] = unwinding
            self.steps.step('unwind', frame)


def record(fd, root, given):
    """Begins to record into the file `fd` what code below the folder `root` does."""
    limits.update(given)
    steps = Steps(fd, root)
    how = 'monitoring' if version >= (3, 12) else 'tracing'
    steps.put(f'{{"v":1,"python":{quote(sys.version.split()[0])},"by":"{how}"}}\n')
    atexit.register(steps.finish)
    if hasattr(os, 'register_at_fork'):
        os.register_at_fork(after_in_child=steps.stop)
    listener = MonitoringListener(steps) if how == 'monitoring' else TracingListener(steps)
    # What was needed to begin only must not count as the program's garbage.
    gc.collect()
    listener.listen()
