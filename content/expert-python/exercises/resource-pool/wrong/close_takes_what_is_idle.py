"""Closing disposes of what is there; what is lent comes back as usual."""
import time
from contextlib import contextmanager
from threading import Condition


class Pool:
    def __init__(self, create, size, dispose=lambda resource: None):
        if size < 1:
            raise ValueError("a pool holds at least one resource")
        self._create = create
        self._dispose = dispose
        self._size = size
        self._idle = []
        self._count = 0
        self._closed = False
        self._changed = Condition()

    @contextmanager
    def lend(self, timeout=None):
        resource = self._take(timeout)
        usable = False
        try:
            yield resource
            usable = True
        finally:
            self._give_back(resource, usable)

    def _take(self, timeout):
        deadline = None if timeout is None else time.monotonic() + timeout
        with self._changed:
            while not (self._closed or self._idle or self._count < self._size):
                left = None if deadline is None else deadline - time.monotonic()
                if left is not None and left <= 0:
                    raise TimeoutError("no resource has come back in time")
                self._changed.wait(left)
            if self._closed:
                raise RuntimeError("the pool is closed")
            if self._idle:
                return self._idle.pop()
            self._count += 1
        try:
            return self._create()
        except BaseException:
            self._free_place()
            raise

    def _give_back(self, resource, usable):
        with self._changed:
            if usable:
                self._idle.append(resource)
                self._changed.notify()
                return
        try:
            self._dispose(resource)
        finally:
            self._free_place()

    def _free_place(self):
        with self._changed:
            self._count -= 1
            self._changed.notify()

    def close(self):
        with self._changed:
            self._closed = True
            idle, self._idle = self._idle, []
            self._count -= len(idle)
            self._changed.notify_all()
        for resource in idle:
            self._dispose(resource)

    def __enter__(self):
        return self

    def __exit__(self, *error):
        self.close()
