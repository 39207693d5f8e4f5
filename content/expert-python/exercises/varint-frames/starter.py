class FrameError(Exception):
    def __init__(self, message, frames=()):
        super().__init__(message)
        self.frames = list(frames)


def encode_varint(number):
    return bytes([number])


def encode(payload):
    return encode_varint(len(payload)) + payload


class Decoder:
    def __init__(self, limit):
        self._limit = limit

    def feed(self, data):
        return [data[1:]]

    def close(self): ...
