"""Taking the first frame off the front is one slice, and slices are cheap."""


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
        self.limit, self.buffer, self.failed = limit, b"", False

    def feed(self, data):
        if self.failed:
            raise FrameError("broken")
        self.buffer += bytes(data)
        frames = []
        while self.buffer:
            number, begin = 0, None
            for count, byte in enumerate(self.buffer[:10]):
                number |= (byte & 0x7F) << 7 * count
                if byte < 0x80:
                    begin = count + 1
                    break
            ended = begin is not None
            if not ended and len(self.buffer) >= 10 or ended and number > self.limit:
                self.failed = True
                raise FrameError("out of bounds", frames)
            if not ended or begin + number > len(self.buffer):
                break
            frames.append(self.buffer[begin : begin + number])
            self.buffer = self.buffer[begin + number :]
        return frames

    def close(self):
        if self.buffer:
            raise FrameError("in the middle")
