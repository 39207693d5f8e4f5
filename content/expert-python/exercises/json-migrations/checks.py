import copy

from json_migrations import MigrationFailed, Schema, TooNew


def people():
    schema = Schema()

    @schema.step(2)
    def list_of_mails(person):
        return {**person, "mails": [person["mail"]] if person.get("mail") else []}

    @schema.step(1)
    def split_name(person):
        person["first"], person["last"] = person.pop("name").split()

    @schema.step(3)
    def nest(person):
        person["contact"]["mails"] = person.pop("mails")

    return schema


OLD = {"name": "Ada Lovelace", "mail": "ada@example.org", "contact": {"city": "London"}}
NEW = {
    "version": 4,
    "first": "Ada",
    "last": "Lovelace",
    "mail": "ada@example.org",
    "contact": {"city": "London", "mails": ["ada@example.org"]},
}


def error_of(call, *arguments):
    try:
        call(*arguments)
    except Exception as error:
        return error
    return None


def test_brings_up_to_date(document):
    """Steps run in the order of versions, whatever the order in which they were registered."""
    assert people().load(document) == NEW


test_brings_up_to_date.cases = {
    "without a version": (copy.deepcopy(OLD),),
    "version 1": ({**copy.deepcopy(OLD), "version": 1},),
    "version 3": ({**copy.deepcopy(NEW), "mails": ["ada@example.org"], "contact": {"city": "London"}, "version": 3},),
    "the latest": (copy.deepcopy(NEW),),
}


def test_knows_the_latest_version():
    """It follows from the steps; nobody has to keep a number in step with them."""
    schema = Schema()
    assert schema.latest == 1
    schema.step(1)(lambda document: None)
    assert schema.latest == 2
    assert people().latest == 4


def test_writes_the_version_of_an_untouched_document():
    """A document without a version is told its version, also where there are no steps."""
    assert Schema().load({"a": 1}) == {"a": 1, "version": 1}


def test_the_schema_writes_the_version():
    """A step that forgets the version, or that writes a wrong one, does no harm."""
    schema = Schema()
    schema.step(1)(lambda document: {"a": document["a"]})
    schema.step(2)(lambda document: document.update(version=17))
    assert schema.load({"a": 1, "version": 1}) == {"a": 1, "version": 3}


def test_an_empty_document_is_a_result():
    """A step may return an empty dict, which is not the same as returning nothing."""
    schema = Schema()
    schema.step(1)(lambda document: {})
    assert schema.load({"a": 1}) == {"version": 2}


def test_leaves_the_caller_alone():
    """Steps may change what they are given, deep down too: it is not the caller's document."""
    document = copy.deepcopy(OLD)
    people().load(document)
    assert document == OLD


def test_a_failed_step_leaves_the_caller_alone():
    """A step that fails half-way has changed a copy."""
    schema = Schema()

    @schema.step(1)
    def broken(document):
        document["contact"]["city"] = "?"
        raise KeyError("zip")

    document = copy.deepcopy(OLD)
    error_of(schema.load, document)
    assert document == OLD


def test_the_result_is_the_callers(version):
    """Whatever is done to the result does not reach the document, even if no step ran."""
    schema = people()
    document = {"contact": {"city": "London"}, "mails": [], "version": version}
    before = copy.deepcopy(document)
    schema.load(document)["contact"]["city"] = "Paris"
    assert document == before


test_the_result_is_the_callers.cases = {"after a step": (3,), "without a step": (4,)}


def test_refuses_what_is_too_new():
    """Who does not know a version must not guess: fields may have another meaning now."""
    document = {"version": 5}
    assert isinstance(error_of(people().load, document), TooNew), "TooNew should be raised"
    assert document == {"version": 5}


def test_refuses_what_is_no_version(version):
    """`True` equals 1 and `1.0` as well, and neither is a version that a program has written."""
    error = error_of(people().load, {**copy.deepcopy(OLD), "version": version})
    assert isinstance(error, ValueError), f"ValueError should be raised, but there was {error!r}"


test_refuses_what_is_no_version.cases = {
    "zero": (0,),
    "negative": (-1,),
    "text": ("1",),
    "true": (True,),
    "a float": (1.0,),
    "null": (None,),
}


def test_a_gap_is_found_before_a_step_runs():
    """Half a migration is worse than none: a missing step is noticed first."""
    schema = Schema()
    ran = []
    schema.step(1)(lambda document: ran.append(1))
    schema.step(3)(lambda document: ran.append(3))
    assert isinstance(error_of(schema.load, {}), LookupError), "LookupError should be raised"
    assert ran == []
    assert schema.load({"version": 3}) == {"version": 4}
    assert ran == [3]


def test_says_which_step_failed():
    """The version and the cause lead to the step; a bare KeyError could come from anywhere."""
    schema = people()
    error = error_of(schema.load, {"name": "Ada Lovelace"})
    assert isinstance(error, MigrationFailed), f"MigrationFailed should be raised, but there was {error!r}"
    assert error.version == 3
    assert isinstance(error.__cause__, KeyError), "the cause should be the error of the step"


def test_a_lookup_error_of_a_step_is_no_gap():
    """`KeyError` is a `LookupError`: one that a step raises must not pass for a missing step."""
    schema = Schema()
    cause = LookupError("no such country")

    @schema.step(1)
    def broken(document):
        raise cause

    error = error_of(schema.load, {})
    assert isinstance(error, MigrationFailed), f"MigrationFailed should be raised, but there was {error!r}"
    assert error.__cause__ is cause, "the cause should be the very error of the step"


def test_an_interrupt_passes():
    """Ctrl-C is no failed migration."""
    schema = Schema()

    @schema.step(1)
    def interrupted(document):
        raise KeyboardInterrupt

    try:
        schema.load({})
    except KeyboardInterrupt:
        return
    raise AssertionError("KeyboardInterrupt should pass")


def test_refuses_a_step(version):
    """Mistakes of whoever writes steps are told when the module is imported."""
    schema = people()
    error = error_of(lambda: schema.step(version)(lambda document: None))
    assert isinstance(error, ValueError), f"ValueError should be raised, but there was {error!r}"
    assert schema.load(copy.deepcopy(OLD)) == NEW


test_refuses_a_step.cases = {
    "a second one": (2,),
    "zero": (0,),
    "negative": (-3,),
    "text": ("4",),
    "true": (True,),
}


def test_leaves_the_function_as_it_is():
    """A step stays a function that a test can call by itself."""
    def step(document):
        return document

    schema = Schema()
    assert schema.step(1)(step) is step, "the decorator should return the function itself"


def test_schemas_share_nothing():
    """Two kinds of documents have steps of their own."""
    one, other = Schema(), Schema()
    one.step(1)(lambda document: None)
    assert [one.latest, other.latest] == [2, 1]
