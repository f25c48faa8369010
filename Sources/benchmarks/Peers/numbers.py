"""What the programs for peers draw their numbers by; it stands before each of them, and they import numpy."""


class Numbers:
    """SplitMix64's numbers from -1 to 1, in order."""

    def __init__(self, seed):
        self.state = seed

    def draw(self, *shape):
        count = int(numpy.prod(shape))
        with numpy.errstate(over="ignore"):
            steps = numpy.arange(1, count + 1, dtype=numpy.uint64)
            z = numpy.uint64(self.state) + steps * numpy.uint64(0x9E3779B97F4A7C15)
            self.state = int(z[-1])
            z = (z ^ (z >> numpy.uint64(30))) * numpy.uint64(0xBF58476D1CE4E5B9)
            z = (z ^ (z >> numpy.uint64(27))) * numpy.uint64(0x94D049BB133111EB)
            z = z ^ (z >> numpy.uint64(31))
        return ((z >> numpy.uint64(11)).astype(float) * 2.0**-52 - 1).reshape(shape)
