"""After an error the connection is closed, so that what came before it does not matter."""


class FrameError(Exception):
    def __init__(self, message, frames=()):
        super().__init__(message)
        self.frames = list(frames)


def encode_varint(number):
    if number < 0:
        raise ValueError("negative")
    encoded = bytearray()
    while number > 0x7F:
        encoded.append(number & 0x7F | 0x80)
        number >>= 7
    encoded.append(number)
    return bytes(encoded)


def encode(payload):
    return encode_varint(len(payload)) + payload


class Decoder:
    def __init__(self, limit):
        self.limit, self.buffer, self.failed = limit, bytearray(), False

    def feed(self, data):
        if self.failed:
            raise FrameError("broken")
        self.buffer += data
        frames, at = [], 0
        while at < len(self.buffer):
            number, begin = 0, None
            for count, byte in enumerate(self.buffer[at : at + 10]):
                number |= (byte & 0x7F) << 7 * count
                if byte < 0x80:
                    begin = at + count + 1
                    break
            if begin is None and len(self.buffer) - at >= 10 or number > self.limit:
                self.failed = True
                raise FrameError("out of bounds")
            if begin is None or begin + number > len(self.buffer):
                break
            frames.append(bytes(self.buffer[begin : begin + number]))
            at = begin + number
        del self.buffer[:at]
        return frames

    def close(self):
        if self.buffer:
            raise FrameError("in the middle")
