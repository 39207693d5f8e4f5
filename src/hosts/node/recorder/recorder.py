"""Records how a program runs, step by step, as lines of JSON. Standard library only; CPython 3.10 and newer.

It is loaded by `sitecustomize` before the program, which then runs as it always does: nothing of it is on the stack,
on the path or among the modules. What it reads of the program's objects it reads without running code of theirs, and
it keeps none of them from one step to the next.

The first line says what recorded: {"v", "python", "by"}. After it come

    {"c": code, "name", "file", "line", "cells", "free", "kind"}     once before the first step in it
    {"n": step, "k": kind, "t": thread, "o": [characters of stdout, of stderr], "s": [[frame, code, line], ...],
     "l": {frame: {name: value}}, "d": {frame: [name, ...]}, "h": {object: what it is}, "g": [object, ...],
     "v": value, "full": true}
    {"end": why, "steps": number of all, "left": number of steps left out}

`s` is the stack, innermost frame last. `l`, `d`, `h` and `g` say what is new, changed or gone since the step before; a
full step says everything. A value is a string, to be shown as it is, or the number of an object in the heap. `v` is what
a return, a yield or an exception carries. Kinds: line, call, return, yield, resume, throw, raise, handled, unwind.
"""

import sys


def record(fd, root, limits):
    """Begins to record into the file `fd` what code below the folder `root` does."""
    import gc
    import os
    import time
    import types
    from _json import encode_basestring_ascii as quote
    from _thread import allocate_lock, get_ident

    most_steps = limits['steps']
    most_objects = limits['objects']
    most_items = limits['items']
    most_text = limits['text']
    most_frames = limits['frames']
    most_threads = limits['threads']
    most_bytes = limits['bytes']
    deadline = time.process_time() + limits['seconds']
    kept_at_end = most_steps // 10
    kept_at_begin = most_steps - kept_at_end
    keyframe_every = 50

    now, getframe, write_bytes = time.process_time, sys._getframe, os.write
    gc_enabled, gc_disable, gc_enable = gc.isenabled, gc.disable, gc.enable
    version = sys.version_info

    # --- What things are, without asking them -------------------------------------------------------------------

    exact_type = type
    type_dict = type.__dict__['__dict__'].__get__
    type_mro = type.__dict__['__mro__'].__get__
    type_name = type.__dict__['__name__'].__get__
    exception_args = BaseException.__dict__['args'].__get__
    exception_cause = BaseException.__dict__['__cause__'].__get__
    exception_context = BaseException.__dict__['__context__'].__get__
    Getset = types.GetSetDescriptorType
    Member = types.MemberDescriptorType

    def cut(text):
        return text if len(text) <= most_text else text[: most_text - 1] + '\u2026'

    def show_int(value):
        if -10**30 < value < 10**30:
            return int.__repr__(value)
        if value.bit_length() < 2000:
            return cut(int.__repr__(value))
        return f'an int of {value.bit_length()} bits'

    def show_str(value):
        return str.__repr__(value) if len(value) <= most_text else cut(str.__repr__(value[:most_text])) + '\u2026'

    def show_bytes(value):
        return bytes.__repr__(value[:most_text]) + ('\u2026' if len(value) > most_text else '')

    shown_by_value = {
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
    }

    def name_of(cls):
        """The name of a class, with its module where that is not the program's."""
        space = type_dict(cls)
        qualified = space.get('__qualname__')
        name = type_name(cls)
        module = space.get('__module__')
        if exact_type(qualified) is str:
            name = qualified
        if exact_type(module) is str and module not in ('builtins', '__main__'):
            return f'{module}.{name}'
        return name

    def own(cls):
        """Whether a class is the program's own, or derived from one that is."""
        for base in type_mro(cls):
            space = type_dict(base)
            module = space.get('__module__')
            if exact_type(module) is str and module in own_modules:
                return True
        return False

    own_modules = {'__main__'}
    uninteresting = frozenset(
        '__builtins__ __name__ __doc__ __package__ __loader__ __spec__ __file__ __cached__ __annotations__ '
        '__conditional_annotations__ __annotate__ __annotate_func__ __annotations_cache__'.split()
    )
    hidden_in_class = frozenset(
        '__module__ __dict__ __weakref__ __doc__ __qualname__ __firstlineno__ __static_attributes__ __annotations__ '
        '__annotate__ __annotate_func__ __annotations_cache__ __classdictcell__ __classcell__ __slots__ '
        '__abstractmethods__ _abc_impl __orig_bases__ __parameters__ __type_params__'.split()
    )

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

    # --- One step's heap ----------------------------------------------------------------------------------------

    state = {
        'step': 0, 'serial': 0, 'frame': 0, 'code': 0, 'bytes': 0, 'since_key': 0,
        'ended': False, 'left': 0, 'check': 0,
    }
    known_objects = {}  # id -> (serial, id of the type): those of the last step
    known_frames = {}  # id -> serial: those on a stack, and suspended ones that were seen
    heap_before = {}  # serial -> text
    locals_before = {}  # frame serial -> {name: text}
    codes = {}  # id of a code object -> serial; the code objects themselves are kept, so that ids stay theirs
    kept_codes = []
    threads = {}  # identity -> index
    ring = []

    def encode(roots):
        """The texts of the values `roots`, and of every object that can be reached from them."""
        objects = {}
        ids = {}
        queue = []

        def value(thing):
            cls = exact_type(thing)
            show = shown_by_value.get(cls)
            if show is not None:
                return quote(show(thing))
            place = id(thing)
            serial = ids.get(place)
            if serial is None:
                if len(ids) >= most_objects:
                    return quote('\u2026 ' + name_of(cls))
                before = known_objects.get(place)
                if before is not None and before[1] == id(cls):
                    serial = before[0]
                else:
                    state['serial'] = serial = state['serial'] + 1
                ids[place] = serial
                types_of[place] = id(cls)
                queue.append((serial, thing, cls))
            return str(serial)

        types_of = {}
        texts = [value(root) for root in roots]
        at = 0
        while at < len(queue):
            serial, thing, cls = queue[at]
            at += 1
            objects[serial] = describe(thing, cls, value)
        queue.clear()
        known_objects.clear()
        for place, serial in ids.items():
            known_objects[place] = (serial, types_of[place])
        return texts, objects

    def sequence(kind, name, size, items, value):
        shown = ','.join([value(item) for item in items])
        return f'{{"k":"{kind}","t":{quote(name)},"n":{size},"v":[{shown}]}}'

    def mapping(kind, name, size, items, value, more=''):
        shown = ','.join([f'[{value(key)},{value(item)}]' for key, item in items])
        return f'{{"k":"{kind}","t":{quote(name)},"n":{size},"v":[{shown}]{more}}}'

    def named(kind, name, fields, value, more=''):
        shown = ','.join([f'[{quote(cut(key))},{value(item)}]' for key, item in fields[:most_items]])
        return f'{{"k":"{kind}","t":{quote(name)},"n":{len(fields)},"v":[{shown}]{more}}}'

    def first(iterator):
        found = []
        for item in iterator:
            if len(found) >= most_items:
                break
            found.append(item)
        return found

    def fields_or_leaf(thing, cls, value):
        name = name_of(cls)
        if own(cls):
            return named('object', name, fields_of(thing, cls), value)
        return f'{{"k":"leaf","t":{quote(name)}}}'

    # Of exact types `len`, slices and loops run no code of the program's.

    def of_list(thing, cls, value):
        shown = ','.join([value(item) for item in thing[:most_items]])
        return f'{{"k":"list","t":"list","n":{len(thing)},"v":[{shown}]}}'

    def of_tuple(thing, cls, value):
        shown = ','.join([value(item) for item in thing[:most_items]])
        return f'{{"k":"tuple","t":"tuple","n":{len(thing)},"v":[{shown}]}}'

    def of_set(thing, cls, value):
        return sequence('set', name_of(cls), set.__len__(thing), first(set.__iter__(thing)), value)

    def of_frozenset(thing, cls, value):
        return sequence('set', name_of(cls), frozenset.__len__(thing), first(frozenset.__iter__(thing)), value)

    def of_dict(thing, cls, value):
        items = thing.items() if len(thing) <= most_items else first(iter(thing.items()))
        shown = ','.join([f'[{value(key)},{value(item)}]' for key, item in items])
        return f'{{"k":"dict","t":"dict","n":{len(thing)},"v":[{shown}]}}'

    def of_function(thing, cls, value):
        fields = []
        code = thing.__code__
        cells = thing.__closure__ or ()
        for name, cell in zip(code.co_freevars, cells):
            try:
                fields.append((name, cell.cell_contents))
            except ValueError:
                pass
        defaults = thing.__defaults__ or ()
        if defaults:
            names = code.co_varnames[code.co_argcount - len(defaults) : code.co_argcount]
            fields.extend((f'{name}=', default) for name, default in zip(names, defaults))
        if thing.__kwdefaults__:
            fields.extend((f'{name}=', default) for name, default in dict.items(thing.__kwdefaults__))
        return named('function', 'function', fields, value, f',"s":{quote(cut(thing.__qualname__))}')

    def of_class(thing, cls, value):
        name = name_of(thing)
        if not own(thing):
            return f'{{"k":"leaf","t":{quote("class " + name)}}}'
        fields = [
            (key, item)
            for key, item in type_dict(thing).items()
            if exact_type(key) is str and key not in hidden_in_class and exact_type(item) not in (Getset, Member)
        ]
        order = ','.join([quote(cut(name_of(base))) for base in type_mro(thing)[:most_items]])
        return named('class', name, fields, value, f',"mro":[{order}]')

    def of_method(thing, cls, value):
        fields = [('__func__', thing.__func__), ('__self__', thing.__self__)]
        return named('method', 'method', fields, value)

    def of_builtin(thing, cls, value):
        return f'{{"k":"leaf","t":{quote(cut("built-in " + thing.__name__))}}}'

    def of_module(thing, cls, value):
        name = fields_of(thing, cls) and dict.get(module_space(thing), '__name__')
        return f'{{"k":"leaf","t":{quote("module " + (name if exact_type(name) is str else "?"))}}}'

    module_space = types.ModuleType.__dict__['__dict__'].__get__

    def of_cell(thing, cls, value):
        try:
            return named('object', 'cell', [('cell_contents', thing.cell_contents)], value)
        except ValueError:
            return named('object', 'cell', [], value)

    def suspended(kind, name, frame, running, code, value):
        if frame is None:
            return f'{{"k":"{kind}","t":{quote(name)},"s":"finished"}}'
        if not interesting(code):
            return f'{{"k":"leaf","t":{quote(name)}}}'
        serial = serial_of(frame)
        if running:
            return f'{{"k":"{kind}","t":{quote(name)},"s":"running","frame":{serial}}}'
        fields = variables(frame, code)
        more = f',"s":"suspended","frame":{serial},"line":{frame.f_lineno or 0}'
        return named(kind, name, fields, value, more)

    def of_generator(thing, cls, value):
        return suspended(
            'generator', f'generator {thing.__qualname__}', thing.gi_frame, thing.gi_running, thing.gi_code, value
        )

    def of_coroutine(thing, cls, value):
        return suspended(
            'coroutine', f'coroutine {thing.__qualname__}', thing.cr_frame, thing.cr_running, thing.cr_code, value
        )

    def of_async_generator(thing, cls, value):
        return suspended(
            'generator', f'async generator {thing.__qualname__}', thing.ag_frame, thing.ag_running, thing.ag_code, value
        )

    def of_exception(thing, cls, value):
        fields = [('args', exception_args(thing))]
        for name, linked in (('__cause__', exception_cause(thing)), ('__context__', exception_context(thing))):
            if linked is not None:
                fields.append((name, linked))
        if own(cls):
            fields.extend(fields_of(thing, cls))
        return named('exception', name_of(cls), fields, value)

    def of_staticmethod(thing, cls, value):
        return named('object', name_of(cls), [('__func__', thing.__func__)], value)

    def of_property(thing, cls, value):
        fields = [(name, getter) for name, getter in (('fget', thing.fget), ('fset', thing.fset)) if getter]
        return named('object', 'property', fields, value)

    def of_slice(thing, cls, value):
        return named('object', 'slice', [('start', thing.start), ('stop', thing.stop), ('step', thing.step)], value)

    def of_bytearray(thing, cls, value):
        return f'{{"k":"leaf","t":{quote(cut(bytearray.__repr__(thing[:most_text])))}}}'

    describers = {
        list: of_list,
        tuple: of_tuple,
        set: of_set,
        frozenset: of_frozenset,
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
        staticmethod: of_staticmethod,
        classmethod: of_staticmethod,
        property: of_property,
        slice: of_slice,
        bytearray: of_bytearray,
    }
    by_base = [
        (BaseException, of_exception),
        (type, of_class),
        (types.ModuleType, of_module),
    ]
    containers = [
        (dict, dict.__len__, lambda thing: dict.items(thing).__iter__(), True),
        (list, list.__len__, list.__iter__, False),
        (tuple, tuple.__len__, tuple.__iter__, False),
        (set, set.__len__, set.__iter__, False),
        (frozenset, frozenset.__len__, frozenset.__iter__, False),
    ]

    def describe(thing, cls, value):
        describer = describers.get(cls)
        if describer is not None:
            return describer(thing, cls, value)
        mro = type_mro(cls)
        for base, describer in by_base:
            if base in mro:
                return describer(thing, cls, value)
        for base, length, iterate, is_mapping in containers:
            if base in mro:
                name = name_of(cls)
                fields = fields_of(thing, cls) if own(cls) else []
                more = ''
                if fields:
                    shown = ','.join([f'[{quote(cut(key))},{value(item)}]' for key, item in fields[:most_items]])
                    more = f',"f":[{shown}]'
                items = first(iterate(thing))
                if is_mapping:
                    return mapping(base.__name__, name, length(thing), items, value, more)
                shown = ','.join([value(item) for item in items])
                kind = 'set' if base is frozenset else base.__name__
                return f'{{"k":"{kind}","t":{quote(name)},"n":{length(thing)},"v":[{shown}]{more}}}'
        for base in mro:
            if base in shown_by_value:
                # A subclass of int, str and so on: by the value of its base.
                text = shown_by_value[base](base.__new__(base, thing) if base is bool else to_base(base, thing))
                return named('object', name_of(cls), fields_of(thing, cls), value, f',"s":{quote(text)}')
        if type_dict(cls).get('__module__') in ('_collections', 'collections') and type_name(cls) == 'deque':
            return sequence('list', 'deque', cls.__len__(thing), first(cls.__iter__(thing)), value)
        return fields_or_leaf(thing, cls, value)

    def to_base(base, thing):
        if base is int:
            return int.__add__(thing, 0)
        if base is float:
            return float.__add__(thing, 0.0)
        if base is str:
            return str.__str__(thing) if exact_type(thing) is str else str.__getitem__(thing, slice(None)) + ''
        if base is bytes:
            return bytes.__getitem__(thing, slice(None)) + b''
        if base is complex:
            return complex.__add__(thing, 0j)
        return thing

    # --- Frames -------------------------------------------------------------------------------------------------

    folder = root if root.endswith(os.sep) else root + os.sep
    foreign = tuple(
        os.path.join(prefix, '') for prefix in {sys.prefix, sys.exec_prefix, sys.base_prefix} if prefix
    )
    decided = {}

    def interesting(code):
        name = code.co_filename
        known = decided.get(name)
        if known is None:
            known = name.startswith(folder) and not (
                name.startswith(foreign) and not folder.startswith(foreign) or 'site-packages' in name
            )
            decided[name] = known
        return known

    def serial_of(frame):
        place = id(frame)
        serial = known_frames.get(place)
        if serial is None:
            state['frame'] = serial = state['frame'] + 1
            known_frames[place] = serial
        return serial

    def code_of(code):
        serial = codes.get(id(code))
        if serial is None:
            state['code'] = serial = state['code'] + 1
            codes[id(code)] = serial
            kept_codes.append(code)
            flags = code.co_flags
            kind = (
                'coroutine' if flags & 0x80 else 'async generator' if flags & 0x200
                else 'generator' if flags & 0x20 else 'function' if flags & 1 else 'body'
            )
            name = getattr(code, 'co_qualname', code.co_name)
            cells = ','.join([quote(each) for each in code.co_cellvars])
            free = ','.join([quote(each) for each in code.co_freevars])
            put(
                f'{{"c":{serial},"name":{quote(name)},"file":{quote(code.co_filename[len(folder):])},'
                f'"line":{code.co_firstlineno},"cells":[{cells}],"free":[{free}],"kind":"{kind}"}}\n'
            )
        return serial

    snapshots_are_kept = version < (3, 13)
    may_be_cleared = version >= (3, 12)
    refcount = sys.getrefcount

    def variables(frame, code):
        """The names and values of a frame, without keeping its snapshot alive."""
        space = frame.f_locals
        if not code.co_flags & 1:
            return [
                (name, thing)
                for name, thing in dict.items(space)
                if exact_type(name) is str and name not in uninteresting
            ] if exact_type(space) is dict else []
        found = list(space.items())
        # Below 3.13 a frame keeps the dictionary, and so what is in it; another's reference to it is not touched.
        if snapshots_are_kept and may_be_cleared and refcount(space) <= 3:
            dict.clear(space)
        return found

    # --- Output -------------------------------------------------------------------------------------------------

    def count_written(stream):
        """Counts the characters that Python writes to a stream; a stream of another make is not counted."""
        raw = getattr(getattr(stream, 'buffer', None), 'raw', None) or getattr(stream, 'buffer', None)
        total = [0]
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

    out, err = count_written(sys.stdout), count_written(sys.stderr)

    # --- Writing ------------------------------------------------------------------------------------------------

    lock = allocate_lock()

    def put(text):
        data = text.encode('ascii')
        state['bytes'] += len(data)
        write_bytes(fd, data)

    def step(kind, frame, line=None, value=None, has_value=False):
        if state['ended']:
            return
        enabled = gc_enabled()
        if enabled:
            gc_disable()
        lock.acquire()
        try:
            if not state['ended']:
                take(kind, frame, line, value, has_value)
        finally:
            lock.release()
            if enabled:
                gc_enable()

    def take(kind, frame, line, carried, has_value):
        thread = threads.get(get_ident())
        if thread is None:
            if len(threads) >= most_threads:
                return
            threads[get_ident()] = thread = len(threads)
        stack = []
        at = frame
        while at is not None:
            code = at.f_code
            if interesting(code):
                stack.append((at, code))
            at = at.f_back
        del at
        stack.reverse()
        if len(stack) > most_frames:
            stack = stack[: most_frames // 2] + stack[-most_frames // 2 :]
        roots = []
        spaces = []
        shown_stack = []
        for each, code in stack:
            serial = serial_of(each)
            found = variables(each, code)
            at_line = each.f_lineno if line is None or each is not frame else line
            shown_stack.append(f'[{serial},{code_of(code)},{at_line or code.co_firstlineno}]')
            spaces.append((serial, [name for name, _ in found]))
            roots.extend([thing for _, thing in found])
            found.clear()
        on_stack = {id(each) for each, _ in stack}
        stack.clear()
        if has_value:
            roots.append(carried)
        texts, objects = encode(roots)
        roots.clear()
        del carried

        state['step'] += 1
        at_end = state['step'] > kept_at_begin or state['bytes'] > most_bytes
        full = at_end or state['since_key'] == 0
        state['since_key'] = (state['since_key'] + 1) % keyframe_every

        place = 0
        shown_locals = []
        gone_names = []
        named_now = {}
        for serial, names in spaces:
            space = {}
            for name in names:
                space[name] = texts[place]
                place += 1
            named_now[serial] = space
            before = None if full else locals_before.get(serial)
            if before is None:
                changed = space
            else:
                changed = {name: text for name, text in space.items() if before.get(name) != text}
                gone = [quote(name) for name in before if name not in space]
                if gone:
                    gone_names.append(f'"{serial}":[{",".join(gone)}]')
            if changed or before is None:
                inner = ','.join([f'{quote(name)}:{text}' for name, text in changed.items()])
                shown_locals.append(f'"{serial}":{{{inner}}}')
        locals_before.clear()
        locals_before.update(named_now)

        if full:
            changed_objects = objects
            gone_objects = []
        else:
            changed_objects = {
                serial: text for serial, text in objects.items() if heap_before.get(serial) != text
            }
            gone_objects = [str(serial) for serial in heap_before if serial not in objects]
        heap_before.clear()
        heap_before.update(objects)

        parts = [f'{{"n":{state["step"]},"k":"{kind}","t":{thread},"o":[{out[0]},{err[0]}]']
        parts.append(f',"s":[{",".join(shown_stack)}]')
        if shown_locals:
            parts.append(f',"l":{{{",".join(shown_locals)}}}')
        if gone_names:
            parts.append(f',"d":{{{",".join(gone_names)}}}')
        if changed_objects:
            inner = ','.join([f'"{serial}":{text}' for serial, text in changed_objects.items()])
            parts.append(f',"h":{{{inner}}}')
        if gone_objects:
            parts.append(f',"g":[{",".join(gone_objects)}]')
        if has_value:
            parts.append(f',"v":{texts[-1]}')
        if full:
            parts.append(',"full":true')
        parts.append('}\n')
        text = ''.join(parts)
        if at_end:
            ring.append(text)
            if len(ring) > kept_at_end:
                ring.pop(0)
                state['left'] += 1
        else:
            put(text)

        # Frames that have gone are forgotten: another may stand where they stood.
        if len(known_frames) > len(on_stack) + 64:
            for gone in [each for each in known_frames if each not in on_stack]:
                del known_frames[gone]

        state['check'] += 1
        if state['check'] % 16 == 0 and now() > deadline:
            finish('time')
            sys.stdout.flush()
            sys.stderr.flush()
            os._exit(0)

    def finish(why):
        if state['ended']:
            return
        state['ended'] = True
        for line in ring:
            put(line)
        put(f'{{"end":"{why}","steps":{state["step"]},"left":{state["left"]}}}\n')

    # --- Where events come from ---------------------------------------------------------------------------------

    forget = known_frames.pop

    def begin_frame(frame):
        """What stood where a new frame stands is another."""
        forget(id(frame), None)

    import opcode

    asks_for_next = {
        opcode.opmap[name] for name in ('FOR_ITER', 'SEND', 'YIELD_FROM', 'END_ASYNC_FOR') if name in opcode.opmap
    }
    stops = (StopIteration, StopAsyncIteration)

    def ends_a_loop(frame, exception):
        """Whether an exception only tells a loop or an `await` that there is no more."""
        if exact_type(exception) not in stops:
            return False
        instructions = frame.f_code.co_code
        at = frame.f_lasti
        return at >= 0 and (instructions[at] in asks_for_next or instructions[at + 2 : at + 3] in next_bytes)

    next_bytes = {bytes([opcode.opmap['YIELD_FROM']])} if 'YIELD_FROM' in opcode.opmap else set()

    def by_monitoring():
        monitoring = sys.monitoring
        events = monitoring.events
        tool = next((each for each in (4, 3, 5) if monitoring.get_tool(each) is None), None)
        if tool is None:
            return False
        monitoring.use_tool_id(tool, 'interview-lab')
        DISABLE = monitoring.DISABLE
        raised = {}  # thread -> id of the exception that is on its way
        caught = {}  # id of a frame -> the line in which an exception came, until a line of a handler runs

        def start(code, offset):
            if not interesting(code):
                return DISABLE
            frame = getframe(1)
            if not code.co_flags & (0x20 | 0x80 | 0x200):
                begin_frame(frame)
            step('call', frame)

        def resume(code, offset):
            if not interesting(code):
                return DISABLE
            step('resume', getframe(1))

        def line(code, number):
            if not interesting(code):
                return DISABLE
            frame = getframe(1)
            if caught:
                came = caught.get(id(frame))
                if came == number:
                    return  # an `await` or `with` that only passes the exception on
                if came is not None:
                    del caught[id(frame)]
                    raised.pop(get_ident(), None)
                    step('handled', frame)
            step('line', frame)

        def returned(code, offset, value):
            if not interesting(code):
                return DISABLE
            step('return', getframe(1), None, value, True)

        def yielded(code, offset, value):
            if not interesting(code):
                return DISABLE
            step('yield', getframe(1), None, value, True)

        def thrown(code, offset, exception):
            if interesting(code):
                raised[get_ident()] = id(exception)
                step('throw', getframe(1), None, exception, True)

        def rose(code, offset, exception):
            if not interesting(code) or raised.get(get_ident()) == id(exception):
                return
            frame = getframe(1)
            if not ends_a_loop(frame, exception):
                raised[get_ident()] = id(exception)
                step('raise', frame, None, exception, True)

        def handled(code, offset, exception):
            if interesting(code) and raised.get(get_ident()) == id(exception):
                frame = getframe(1)
                caught.setdefault(id(frame), came_in(frame, exception))

        def came_in(frame, exception):
            """The line of a frame in which an exception came into it."""
            at = BaseException.__dict__['__traceback__'].__get__(exception)
            line = 0
            while at is not None:
                if at.tb_frame is frame:
                    line = at.tb_lineno
                at = at.tb_next
            return line

        def again(code, offset, exception):
            if interesting(code):
                caught.pop(id(getframe(1)), None)
                raised[get_ident()] = id(exception)

        def unwound(code, offset, exception):
            if interesting(code):
                frame = getframe(1)
                caught.pop(id(frame), None)
                if not ends_a_loop(frame, exception):
                    raised[get_ident()] = id(exception)
                    step('unwind', frame, None, exception, True)

        wanted = {
            events.PY_START: start,
            events.PY_RESUME: resume,
            events.LINE: line,
            events.PY_RETURN: returned,
            events.PY_YIELD: yielded,
            events.PY_THROW: thrown,
            events.RAISE: rose,
            events.RERAISE: again,
            events.EXCEPTION_HANDLED: handled,
            events.PY_UNWIND: unwound,
        }
        every = 0
        for event, callback in wanted.items():
            monitoring.register_callback(tool, event, callback)
            every |= event
        monitoring.set_events(tool, every)
        return True

    def by_tracing():
        modules = sys.modules
        follows_threads = False

        return_value = opcode.opmap['RETURN_VALUE']
        yields = {opcode.opmap[name] for name in ('YIELD_VALUE', 'YIELD_FROM', 'SEND') if name in opcode.opmap}
        begun = set()  # ids of the frames of generators that are suspended
        unwinding = 0  # what is on its way out of a frame is not told of before it comes into the next
        raised = {}
        pending = {}  # id of a frame -> the exception event in it was not followed by a line yet

        awaited = {}  # thread -> the frame that goes on, and its line: whether by an exception, the next event says

        def go_on(thrown_into):
            """Tells of the frame that goes on, unless an exception is thrown into it; whether there was one."""
            waiting = awaited.pop(get_ident(), None)
            if waiting is not None and waiting[0] is not thrown_into:
                step('resume', *waiting)
            return waiting is not None

        def follow_threads():
            """Once the program can start threads; it may never import what does."""
            nonlocal follows_threads
            threading = modules.get('threading')
            if not follows_threads and hasattr(threading, 'settrace'):
                follows_threads = True
                threading.settrace(trace)

        def trace(frame, event, arg):
            code = frame.f_code
            if not interesting(code):
                return None
            go_on(None)
            if code.co_flags & (0x20 | 0x80 | 0x200) and id(frame) in begun:
                begun.discard(id(frame))
                awaited[get_ident()] = frame, frame.f_lineno
            else:
                begin_frame(frame)
                step('call', frame)
            return local

        def local(frame, event, arg):
            place = id(frame)
            is_raised = event == 'exception' and not ends_a_loop(frame, arg[1])
            went_on = go_on(frame if is_raised else None)
            if event == 'line':
                follow_threads()
                if pending.pop(place, False):
                    raised.pop(get_ident(), None)
                    step('handled', frame)
                step('line', frame)
            elif event == 'return':
                code = frame.f_code
                instruction = code.co_code[frame.f_lasti]
                # 3.10 goes back before the instruction that waits for another.
                waits = code.co_code[frame.f_lasti + 2 : frame.f_lasti + 3] in next_bytes
                failed = pending.pop(place, False)
                if instruction == return_value:
                    begun.discard(place)
                    step('return', frame, None, arg, True)
                elif not failed and (instruction in yields or waits) and code.co_flags & (0x20 | 0x80 | 0x200):
                    begun.add(place)
                    step('yield', frame, None, arg, True)
                else:
                    begun.discard(place)
                    raised[get_ident()] = unwinding
                    step('unwind', frame)
            elif is_raised:
                exception = arg[1]
                pending[place] = True
                before = raised.get(get_ident())
                raised[get_ident()] = id(exception)
                if before not in (id(exception), unwinding):
                    kind = 'throw' if went_on or place in begun else 'raise'
                    step(kind, frame, None, exception, True)
                    begun.discard(place)
            return local

        sys.settrace(trace)
        return True

    import atexit

    atexit.register(finish, 'exit')
    how = 'monitoring' if version >= (3, 12) else 'tracing'
    put(f'{{"v":1,"python":{quote(sys.version.split()[0])},"by":"{how}"}}\n')
    # What was needed to begin only must not count as the program's garbage.
    gc.collect()
    (by_monitoring if how == 'monitoring' else by_tracing)()
