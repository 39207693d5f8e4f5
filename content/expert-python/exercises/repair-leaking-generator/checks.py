from repair_leaking_generator import first, read_lines, records

DISK = {
    "a": ["id,name\n", "1,Ada\n", "2,Alan\n", "3,Grace\n"],
    "b": ["name,year,id\n", "Guido,1991,4\n"],
    "bad": ["id,name\n", "1\n", "2,Alan\n", "3,x,y\n"],
    "empty": [],
    "header": ["id,name\n"],
    "blank": ["id,name\n", "\n", "5,Barbara\n"],
    "no end": ["id,name\n", "6,Donald"],
}


class File:
    def __init__(self, disk, path):
        self.disk = disk
        self.path = path
        self.lines = iter(DISK[path])

    def __iter__(self):
        return self

    def __next__(self):
        if self.path == self.disk.broken and self.disk.read == 2:
            raise OSError("read error")
        line = next(self.lines)
        self.disk.read += 1
        return line

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.close()

    def close(self):
        if self in self.disk.open:
            self.disk.open.remove(self)


class Disk:
    """Knows which files are open, and how many lines were read."""

    def __init__(self, broken=None):
        self.open = []
        self.opened = []
        self.read = 0
        self.broken = broken
        self.most = 0

    def opener(self, path):
        file = File(self, path)
        self.open.append(file)
        self.opened.append(path)
        self.most = max(self.most, len(self.open))
        return file

    def left_open(self):
        return [file.path for file in self.open]


def test_reads_lines():
    """The lines come without their ends, also where the last one has none."""
    disk = Disk()
    assert list(read_lines("no end", disk.opener)) == ["id,name", "6,Donald"]
    assert disk.left_open() == []


def test_opens_when_asked():
    """A generator that nobody asked has opened nothing; a list of a thousand of them is no thousand files."""
    disk = Disk()
    lines = read_lines("a", disk.opener)
    assert disk.opened == []
    next(lines)
    assert (disk.left_open(), disk.read) == (["a"], 1)
    lines.close()


def test_closing_the_lines_closes_the_file():
    """Whoever has enough closes the generator: what stands after the loop does not run then, a `finally` does."""
    disk = Disk()
    lines = read_lines("a", disk.opener)
    next(lines)
    lines.close()
    assert disk.left_open() == []


def test_a_read_error_closes_the_file():
    """When the disk fails in the middle, the file is closed and the error passes."""
    disk = Disk(broken="a")
    lines = read_lines("a", disk.opener)
    found = []
    try:
        for line in lines:
            found.append(line)
    except OSError:
        assert disk.left_open() == []
        assert found == ["id,name", "1,Ada"]
        return
    raise AssertionError("the read error should pass")


def test_chains_files(paths, ids):
    """All files are one stream, each with columns of its own; a file without any line adds nothing."""
    disk = Disk()
    bad = []
    found = list(records(paths, disk.opener, bad))
    assert [record["id"] for record in found] == ids
    assert bad == []
    assert disk.left_open() == []


test_chains_files.cases = {
    "two files": (["a", "b"], ["1", "2", "3", "4"]),
    "an empty one between": (["b", "empty", "a"], ["4", "1", "2", "3"]),
    "an empty one first": (["empty", "b"], ["4"]),
    "only a header": (["header", "b"], ["4"]),
    "none at all": ([], []),
}


def test_names_cells_by_the_file_they_are_in():
    """The columns are those of the record's own file."""
    found = list(records(["b"], Disk().opener, []))
    assert found == [{"name": "Guido", "year": "1991", "id": "4"}]


def test_sorts_bad_lines_out(path, good, expected):
    """A line with another number of cells is kept for whoever mends the file, and the stream goes on."""
    bad = []
    found = list(records([path], Disk().opener, bad))
    assert [record["id"] for record in found] == good
    assert bad == expected


test_sorts_bad_lines_out.cases = {
    "too few, too many": ("bad", ["2"], ["1", "3,x,y"]),
    "an empty line": ("blank", ["5"], [""]),
}


def test_is_lazy():
    """A header and one record are two lines: nothing more is read, and the second file is not opened."""
    disk = Disk()
    stream = records(["a", "b"], disk.opener, [])
    assert disk.opened == []
    next(stream)
    assert (disk.opened, disk.read) == (["a"], 2)
    stream.close()


def test_one_file_at_a_time():
    """A file is closed before the next one is opened: a process has a thousand descriptors, not a million."""
    disk = Disk()
    list(records(["a", "b", "bad", "header", "a"], disk.opener, []))
    assert disk.most == 1
    assert disk.left_open() == []


def test_closing_the_records_closes_the_file():
    """Closing is passed on to the generator inside; a stream that refuses to be closed raises RuntimeError."""
    disk = Disk()
    bad = []
    stream = records(["a", "b"], disk.opener, bad)
    next(stream)
    stream.close()
    assert disk.left_open() == []
    assert (disk.opened, bad) == (["a"], [])


def test_what_is_thrown_in_is_no_bad_line(error):
    """The `yield` hands control to the consumer: what comes back from there has nothing to do with the line."""
    disk = Disk()
    bad = []
    stream = records(["a", "b"], disk.opener, bad)
    next(stream)
    raised = None
    try:
        stream.throw(error)
    except BaseException as caught:
        raised = caught
    assert raised is error, f"the error should pass, but there was {raised!r}"
    assert bad == []
    assert disk.left_open() == []


test_what_is_thrown_in_is_no_bad_line.cases = {
    "a ValueError": (ValueError("consumer"),),
    "an interrupt": (KeyboardInterrupt(),),
}


def test_a_missing_file_passes():
    """A file that cannot be opened is an error of the caller's, not an empty file."""
    disk = Disk()
    stream = records(["a", "nowhere"], disk.opener, [])
    try:
        list(stream)
    except KeyError:
        assert disk.left_open() == []
        return
    raise AssertionError("the opener's error should pass")


def test_finds_the_first():
    """The first record that is wanted is returned, and no line after it is read."""
    disk = Disk()
    assert first(["a", "b"], disk.opener, lambda each: each["id"] == "2") == {
        "id": "2",
        "name": "Alan",
    }
    assert (disk.read, disk.opened, disk.left_open()) == (3, ["a"], [])


def test_finds_nothing():
    """Where no record is wanted there is `None`, and every file was closed."""
    disk = Disk()
    assert first(["a", "empty", "b"], disk.opener, lambda each: False) is None
    assert (disk.opened, disk.left_open()) == (["a", "empty", "b"], [])


def test_closes_when_the_predicate_fails():
    """While an exception is handled its traceback keeps the local names of all frames alive: close the generator yourself."""
    disk = Disk()

    def wanted(record):
        return record["year"] == "1991"

    try:
        first(["a", "b"], disk.opener, wanted)
    except KeyError:
        assert disk.left_open() == []
        return
    raise AssertionError("the predicate's error should pass")
