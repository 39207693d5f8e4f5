"""A step that returns nothing returns something false."""
import copy


class TooNew(Exception):
    pass


class MigrationFailed(Exception):
    def __init__(self, version):
        super().__init__(f"the step from version {version} failed")
        self.version = version


def checked(version):
    if type(version) is not int or version < 1:
        raise ValueError(f"{version!r} is no version")
    return version


class Schema:
    def __init__(self):
        self._steps = {}

    @property
    def latest(self):
        return max(self._steps, default=0) + 1

    def step(self, version):
        if checked(version) in self._steps:
            raise ValueError(f"there is a step from version {version} already")

        def register(function):
            self._steps[version] = function
            return function

        return register

    def load(self, document):
        found = checked(document.get("version", 1))
        if found > self.latest:
            raise TooNew(f"version {found} is newer than {self.latest}")
        way = range(found, self.latest)
        missing = [version for version in way if version not in self._steps]
        if missing:
            raise LookupError(f"no step from version {missing[0]}")
        current = copy.deepcopy(document)
        for version in way:
            try:
                changed = self._steps[version](current)
            except Exception as error:
                raise MigrationFailed(version) from error
            if changed:
                current = changed
            current["version"] = version + 1
        current["version"] = self.latest
        return current
