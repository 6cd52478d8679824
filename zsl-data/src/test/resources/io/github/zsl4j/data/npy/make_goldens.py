"""Arrays as NumPy writes them, for NpyGoldenTest. Run in this folder: python make_goldens.py (NumPy 2)."""
import numpy as np

TYPES = ["f2", "f4", "f8", "i1", "i2", "i4", "i8", "u1", "b1"]
COUNT = np.arange(6).reshape(2, 3)


def values(kind):
    """0 to 5 for unsigned, -2 to 3 for whole numbers, -1 to 1.5 by halves for floats, odd or even for booleans."""
    return {"f": COUNT * 0.5 - 1, "i": COUNT - 2, "u": COUNT, "b": COUNT % 2}[kind]


for code in TYPES:
    for order, mark in (("little", "<"), ("big", ">")):
        array = values(code[0]).astype(mark + code)
        np.save(f"{code}_{order}_rows.npy", array)
        np.save(f"{code}_{order}_columns.npy", np.asfortranarray(array))

cube = np.arange(24).reshape(2, 3, 4).astype("<i4")
np.save("cube_columns.npy", np.asfortranarray(cube))
np.save("empty.npy", np.zeros((0, 3), np.float32))
np.save("single.npy", np.float64(2.5))
for version in ((2, 0), (3, 0)):
    with open(f"version{version[0]}.npy", "wb") as file:
        np.lib.format.write_array(file, values("f").astype("<f4"), version=version)
np.save("objects.npy", np.array(["a", {}], dtype=object), allow_pickle=True)
np.save("complex.npy", np.ones(2, np.complex64))
np.save("structured.npy", np.zeros(2, dtype=[("a", "<f4"), ("b", "<i4")]))

random = np.random.default_rng(7)
wide = np.concatenate([random.standard_normal(500) * 10.0 ** random.uniform(-9, 6, 500),
                       [65504, 65519.99, 65520, 2.0 ** -24, 2.0 ** -25, 2.0 ** -25 * 1.001, 2.0 ** -14, 1 + 2.0 ** -11,
                        1 + 3 * 2.0 ** -11, -0.0, np.inf, -np.inf]])
with np.errstate(over="ignore"):
    np.savez("halves.npz", wide=wide, half=wide.astype(np.float16))
np.savez_compressed("compressed.npz", floats=values("f").astype("<f4"), labels=np.array([3, 1, 2]))
