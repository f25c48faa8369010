"""Writes the files beside it with NumPy and Python's zipfile: python3 write.py."""

import io
import zipfile

import numpy as np
from numpy.lib import format as npy

KINDS = ["f2", "f4", "f8", "i1", "i2", "i4", "i8", "u1", "u2", "u4", "u8", "?"]


def array(kind):
    """Numbers that each kind has, in a shape that no order hides."""
    if kind == "?":
        return np.array([[0, 1, 1], [1, 0, 0]], dtype=bool)
    if kind[0] == "u":
        return np.array([[0, 1, 2], [100, 127, 200]], dtype=kind)
    if kind[0] == "i":
        return np.array([[0, 1, -2], [100, -128, 127]], dtype=kind)
    return np.array([[0, 1, -2.5], [100, 0.125, -0.0009765625]], dtype=kind)


def written(a, version=None):
    stream = io.BytesIO()
    npy.write_array(stream, a, version=version, allow_pickle=False)
    return stream.getvalue()


kinds = {}
for kind in KINDS:
    for sign in "<>":
        for order in "CF":
            name = f"{kind.replace('?', 'b1')}_{'little' if sign == '<' else 'big'}_{order}"
            kinds[name] = np.array(array(kind).astype(sign + kind), order=order)
np.savez("kinds.npz", **kinds)

cube = np.arange(24.0).reshape(2, 3, 4)
shapes = {
    "number": np.float64(2.5), "vector": np.arange(3.0), "cube_C": cube,
    "cube_F": np.asfortranarray(cube), "empty": np.zeros((0, 3)), "one": np.ones((1, 1, 1)),
}
np.savez_compressed("shapes.npz", **shapes)

for version in (1, 2, 3):
    with open(f"version{version}.npy", "wb") as file:
        file.write(written(np.array([[1.0, 2.0], [3.0, 4.0]]), (version, 0)))

# The same arrays as they are, and deflated in each way that there is.
rng = np.random.default_rng(7)
data = {
    "zeros": np.zeros(2000), "digits": rng.integers(0, 17, (40, 16)).astype("u1"),
    "noise": rng.normal(size=200), "steps": np.arange(900.0) % 7, "few": np.array([1.0]),
}
with zipfile.ZipFile("packed.npz", "w") as file:
    for name, a in data.items():
        file.writestr(f"{name}_stored.npy", written(a), zipfile.ZIP_STORED)
        for level in (0, 1, 6, 9):
            file.writestr(f"{name}_{level}.npy", written(a), zipfile.ZIP_DEFLATED, level)

with zipfile.ZipFile("bzip.npz", "w") as file:
    file.writestr("a.npy", written(np.ones(2)), zipfile.ZIP_BZIP2)
with zipfile.ZipFile("none.npz", "w") as file:
    file.writestr("a.txt", "no array")
