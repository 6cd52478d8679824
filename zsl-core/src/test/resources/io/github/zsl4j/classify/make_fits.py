"""Makes examples.csv and fits.csv, the reference fits of calibrations.

examples.csv has 120 rows: the right class, then scores of 5 classes, in the range of cosines. fits.csv has a name and a
value a line. The scale of the softmax and Platt's scale and bias minimise their losses to 30 digits or so, by mpmath;
scikit-learn's own Platt scaling stops earlier and is there as a second opinion. Run it in this folder:
python make_fits.py
"""

import csv

import mpmath as mp
import numpy as np
from sklearn.calibration import _sigmoid_calibration

mp.mp.dps = 40
rng = np.random.default_rng(11)
n, c = 120, 5
labels = rng.integers(0, c, size=n)
scores = 0.2 + 0.02 * rng.normal(size=(n, c))
scores[np.arange(n), labels] += 0.03
rows = [[mp.mpf(float(x)) for x in row] for row in scores]


def nll(scale):
    """Mean of ln sum_j exp(scale (s_j - s_label))."""
    return sum(mp.log(sum(mp.e ** (scale * (x - row[t])) for x in row)) for row, t in zip(rows, labels)) / n


def slope(scale):
    total = mp.mpf(0)
    for row, t in zip(rows, labels):
        e = [mp.e ** (scale * (x - row[t])) for x in row]
        total += sum(w * (x - row[t]) for w, x in zip(e, row)) / sum(e)
    return total


scale = mp.findroot(slope, 100)
fits = {"softmax_scale": scale, "softmax_before": nll(mp.mpf(30)), "softmax_after": nll(scale)}

flat = [x for row in rows for x in row]
right = [bool(j == t) for t in labels for j in range(c)]
ones = int(sum(right))
high, low = mp.mpf(ones + 1) / (ones + 2), mp.mpf(1) / (len(right) - ones + 2)
targets = [high if r else low for r in right]


def gradient(a, b):
    errors = [1 / (1 + mp.e ** (-(a * x + b))) - t for x, t in zip(flat, targets)]
    return [sum(e * x for e, x in zip(errors, flat)), sum(errors)]


def binary_nll(a, b):
    return sum(mp.log(1 + mp.e ** ((-1 if r else 1) * (a * x + b))) for x, r in zip(flat, right)) / len(right)


A, B = _sigmoid_calibration(np.array([float(x) for x in flat]), np.array(right, dtype=int))
a, b = mp.findroot(gradient, (-A, -B))
fits |= {"platt_scale": a, "platt_bias": b, "platt_before": binary_nll(30, -5), "platt_after": binary_nll(a, b)}
fits |= {"sklearn_scale": -A, "sklearn_bias": -B}

with open("examples.csv", "w", newline="") as f:
    csv.writer(f, lineterminator="\n").writerows([int(t), *map(repr, map(float, row))] for t, row in zip(labels, scores))
with open("fits.csv", "w", newline="") as f:
    csv.writer(f, lineterminator="\n").writerows([k, repr(float(v))] for k, v in fits.items())
