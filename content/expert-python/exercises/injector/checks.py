from abc import ABC, abstractmethod
from dataclasses import dataclass

from injector import Container, ResolutionError


class Clock(ABC):
    @abstractmethod
    def now(self): ...


class Fixed(Clock):
    def now(self):
        return 42


class Repository:
    def __init__(self, url: str = "memory"):
        self.url = url


class Service:
    def __init__(self, repository: Repository):
        self.repository = repository


class Api:
    def __init__(self, service: Service, clock: Clock, limit: int = 10):
        self.service = service
        self.clock = clock
        self.limit = limit


class Chicken:
    def __init__(self, egg: "Egg"):
        self.egg = egg


class Egg:
    def __init__(self, chicken: "Chicken"):
        self.chicken = chicken


class Narcissus:
    def __init__(self, mirror: "Narcissus"):
        pass


def container(*kinds):
    made = Container()
    for kind in kinds:
        made.register(kind)
    return made


def refused(call):
    try:
        call()
    except ResolutionError as error:
        return str(error)
    raise AssertionError("ResolutionError should be raised")


def test_makes_what_is_needed():
    """A parameter whose type is registered is made first, and so on down the chain."""
    api = container(Repository, Service)
    api.register(Clock, Fixed)
    made = api.resolve(Api)
    assert isinstance(made.service.repository, Repository), "the repository should be made"
    assert made.clock.now() == 42
    assert made.limit == 10


def test_each_time_anew():
    """Without `singleton` every use gets an object of its own."""
    repositories = container(Repository)
    one, other = repositories.resolve(Service), repositories.resolve(Service)
    assert one.repository is not other.repository, "each service should have a repository of its own"


def test_a_singleton_is_made_once():
    """All share the one that was made at the first use."""
    made = []

    def factory() -> Repository:
        made.append(1)
        return Repository("factory")

    shared = Container()
    shared.register(Repository, factory, singleton=True)
    assert made == []
    services = [shared.resolve(Service) for _ in range(3)]
    assert {id(each.repository) for each in services} == {id(shared.resolve(Repository))}
    assert made == [1]


def test_a_singleton_may_be_false_or_none(value):
    """Whether a singleton was made is not told by its truth."""
    made = []

    def factory():
        made.append(1)
        return value

    shared = Container()
    shared.register(Repository, factory, singleton=True)
    assert [shared.resolve(Repository) for _ in range(3)] == [value] * 3
    assert made == [1]


test_a_singleton_may_be_false_or_none.cases = {"none": (None,), "empty": ([],), "zero": (0,)}


def test_a_factory_gets_what_it_needs():
    """A function's parameters are filled as those of an `__init__`."""
    def service(repository: Repository, suffix="!") -> Service:
        made = Service(repository)
        made.suffix = suffix
        return made

    made = container(Repository)
    made.register(Service, service)
    assert (made.resolve(Service).repository.url, made.resolve(Service).suffix) == ("memory", "!")


def test_annotations_may_be_texts():
    """Under `from __future__ import annotations` every annotation is a text until it is resolved."""
    class Text:
        def __init__(self, repository: "Repository", count: "int" = 3):
            self.repository = repository
            self.count = count

    made = container(Repository).resolve(Text)
    assert isinstance(made.repository, Repository), "the repository should be made"
    assert made.count == 3


def test_a_dataclass():
    """A dataclass has an `__init__` like any other."""
    @dataclass
    class Settings:
        repository: Repository
        tries: int = 3

    made = container(Repository).resolve(Settings)
    assert (made.repository.url, made.tries) == ("memory", 3)


def test_named_only_parameters():
    """Parameters that can only be named are filled by name; `*args` and `**kwargs` are left empty."""
    class Named:
        def __init__(self, *args: int, repository: Repository, **kwargs: str):
            self.found = args, repository, kwargs

    args, repository, kwargs = container(Repository).resolve(Named).found
    assert (args, kwargs) == ((), {})
    assert isinstance(repository, Repository), "the repository should be made"


def test_positional_only_parameters():
    """Parameters that cannot be named are filled by their place."""
    class Positional:
        def __init__(self, repository: Repository, /, limit: int = 3):
            self.found = repository, limit

    repository, limit = container(Repository).resolve(Positional).found
    assert isinstance(repository, Repository), "the repository should be made"
    assert limit == 3


def test_a_registered_type_goes_before_a_default():
    """A default is for the case that nobody has registered the type."""
    class Lenient:
        def __init__(self, repository: Repository = Repository("default")):
            self.repository = repository

    assert Container().resolve(Lenient).repository.url == "default"
    assert container(Repository).resolve(Lenient).repository.url == "memory"


def test_registering_again_replaces():
    """The last registration counts, and what was made by an earlier one is forgotten."""
    made = Container()
    made.register(Repository, lambda: Repository("one"), singleton=True)
    assert made.resolve(Repository).url == "one"
    made.register(Repository, lambda: Repository("two"), singleton=True)
    assert made.resolve(Repository).url == "two"


def test_a_class_without_init():
    """A class that needs nothing has no `__init__` of its own."""
    class Plain:
        pass

    assert isinstance(Container().resolve(Plain), Plain), "a plain object should be made"


def test_what_nobody_registered_is_not_guessed():
    """Only what is asked for directly is made by itself. A parameter's type must be registered: the chain tells which."""
    message = refused(lambda: Container().resolve(Service))
    assert "Service -> repository: Repository" in message, message


def test_tells_the_chain():
    """The chain leads from what was asked for to the parameter that cannot be filled."""
    class Remote:
        def __init__(self, url: str):
            pass

    made = container(Service)
    made.register(Repository, Remote)
    made.register(Clock, Fixed)
    message = refused(lambda: made.resolve(Api))
    assert "Api -> Service -> Repository -> url: str" in message, message


def test_a_parameter_without_annotation():
    """What has neither an annotation nor a default cannot be filled."""
    class Bare:
        def __init__(self, thing):
            pass

    message = refused(lambda: Container().resolve(Bare))
    assert "Bare -> thing" in message, message


def test_tells_a_cycle(kinds, asked, chain):
    """Two that need each other would be made for ever: the error tells the circle."""
    message = refused(lambda: container(*kinds).resolve(asked))
    assert chain in message, message


test_tells_a_cycle.cases = {
    "two": ((Chicken, Egg), Chicken, "Chicken -> Egg -> Chicken"),
    "the other way": ((Chicken, Egg), Egg, "Egg -> Chicken -> Egg"),
    "itself": ((Narcissus,), Narcissus, "Narcissus -> Narcissus"),
}


def test_the_same_type_twice_is_no_cycle():
    """Two parameters of one type, or a diamond, are met one after the other and not within each other."""
    class Pair:
        def __init__(self, one: Repository, other: Repository, service: Service):
            self.urls = one.url, other.url, service.repository.url

    assert container(Repository, Service).resolve(Pair).urls == ("memory",) * 3


def test_works_after_an_error():
    """An error leaves nothing behind: the next request begins anew."""
    made = container(Chicken, Egg, Repository)
    refused(lambda: made.resolve(Chicken))
    made.register(Egg, lambda: "egg")
    assert made.resolve(Chicken).egg == "egg"


def test_errors_of_factories_pass(error):
    """What a factory raises is the caller's to see, as it is, even a `KeyError` or a `TypeError`."""
    def factory():
        raise error

    made = Container()
    made.register(Repository, factory)
    try:
        made.resolve(Service)
    except type(error) as raised:
        assert raised is error, "it should pass as it is"
        return
    raise AssertionError(f"{type(error).__name__} should pass")


test_errors_of_factories_pass.cases = {"KeyError": (KeyError("x"),), "TypeError": (TypeError("x"),), "OSError": (OSError("x"),)}


def test_overrides():
    """Within the block everyone gets the value; afterwards nobody does."""
    fake = Repository("fake")
    made = container(Repository, Service)
    with made.override(Repository, fake):
        assert made.resolve(Repository) is fake
        assert made.resolve(Service).repository is fake
    assert made.resolve(Service).repository.url == "memory"


def test_overrides_what_nobody_registered():
    """In a test the real thing need not be registered at all."""
    with (made := Container()).override(Repository, None):
        assert made.resolve(Service).repository is None
    refused(lambda: made.resolve(Service))


def test_overrides_nest():
    """The inner one counts, and the outer one comes back."""
    made = container(Repository)
    with made.override(Repository, "outer"):
        with made.override(Repository, "inner"):
            assert made.resolve(Repository) == "inner"
        assert made.resolve(Repository) == "outer"


def test_an_override_ends_with_an_error_too():
    """A test that fails must not leave its fake behind."""
    made = container(Repository)
    try:
        with made.override(Repository, "fake"):
            raise OSError
    except OSError:
        pass
    assert made.resolve(Repository) != "fake", "the override is over"


def test_singletons_and_overrides():
    """A singleton made before does not know the override, and one made within must not outlive it."""
    made = container(Repository)
    made.register(Service, singleton=True)
    before = made.resolve(Service)
    with made.override(Repository, "fake"):
        within = made.resolve(Service)
        assert within.repository == "fake"
        assert made.resolve(Service) is within
    assert made.resolve(Service) is before


def test_a_singleton_first_made_within():
    """What was made with a fake is not what the program goes on with."""
    made = container(Repository)
    made.register(Service, singleton=True)
    with made.override(Repository, "fake"):
        made.resolve(Service)
    assert made.resolve(Service).repository.url == "memory"
