"""Makes the reference numbers of few-shot learning with NumPy, PyTorch and scikit-learn in double precision.

support.csv and queries.csv have a class (0 to 4) and 12 numbers a line; prototypes.csv the number of its line and 12
numbers. expected.csv has a name and a value a line: logits of Tip-Adapter, of Tip-Adapter-F after training (whole batches; and
batches of 7 in the order that java.util.Random gives), with and without own keys, and probabilities of linear probes.
Run it in this folder: python make_few_shot.py
"""

import csv

import numpy as np
import torch
from sklearn.linear_model import LogisticRegression

SCALE, ALPHA, BETA = 20.0, 2.5, 4.0
EPOCHS, RATE, SEED = 12, 0.01, 5
rng = np.random.default_rng(3)
C, D, K, Q = 5, 12, 4, 3
centres = rng.normal(size=(C, D))


def draw(each, noise):
    labels = np.repeat(np.arange(C), each)
    order = rng.permutation(len(labels))
    labels = np.concatenate([np.arange(C), labels[order][C:]])  # the classes by first appearance
    x = (centres[labels] + noise * rng.normal(size=(len(labels), D))).astype(np.float32)
    return labels, x


def unit(x):
    x = x.astype(np.float64)
    return x / np.linalg.norm(x, axis=1, keepdims=True)


class JavaRandom:
    """java.util.Random, as its documentation specifies it."""

    def __init__(self, seed):
        self.state = (seed ^ 0x5DEECE66D) & ((1 << 48) - 1)

    def bits(self, n):
        self.state = (self.state * 0x5DEECE66D + 0xB) & ((1 << 48) - 1)
        value = self.state >> (48 - n)
        return value - (1 << n) if value >= 1 << (n - 1) and n == 32 else value

    def below(self, bound):
        r = self.bits(31)
        if bound & (bound - 1) == 0:
            return (bound * r) >> 31
        u = r
        r = u % bound
        while u - r + (bound - 1) >= 1 << 31:
            u = self.bits(31)
            r = u % bound
        return r


support_labels, support = draw(K, 1.1)
query_labels, queries = draw(Q, 1.1)
prototypes = (centres + 1.3 * rng.normal(size=(C, D))).astype(np.float32)
s, q, p = unit(support), unit(queries), unit(prototypes)
onehot = np.eye(C)[support_labels]
expected = {}


def logits(x, keys):
    return SCALE * x @ p.T + ALPHA * np.exp(-BETA * (1 - x @ keys.T)) @ onehot


def keep(name, rows):
    for i, row in enumerate(rows):
        for j, value in enumerate(row):
            expected[f"{name}_{i}_{j}"] = value


def train(batch, own):
    x, y = torch.tensor(s), torch.tensor(support_labels)
    keys = torch.tensor(s, requires_grad=True)
    n = len(s)
    steps = -(-n // batch)
    optimiser = torch.optim.AdamW([keys], lr=RATE, eps=1e-4)
    schedule = torch.optim.lr_scheduler.CosineAnnealingLR(optimiser, EPOCHS * steps)
    mask = torch.ones(n, n) if own else 1 - torch.eye(n)
    random, order = JavaRandom(SEED), list(range(n))
    for _ in range(EPOCHS):
        for i in range(n - 1, 0, -1):
            j = random.below(i + 1)
            order[i], order[j] = order[j], order[i]
        for start in range(0, n, batch):
            b = order[start : start + batch]
            affinities = torch.exp(-BETA * (1 - x[b] @ keys.T)) * mask[b]
            z = SCALE * x[b] @ torch.tensor(p.T) + ALPHA * affinities @ torch.tensor(onehot)
            loss = torch.nn.functional.cross_entropy(z, y[b])
            optimiser.zero_grad()
            loss.backward()
            optimiser.step()
            schedule.step()
    return keys.detach().numpy()


keep("tip", logits(q, s))
keep("whole_own", logits(q, train(100, True)))
keep("whole", logits(q, train(100, False)))
keep("batches", logits(q, train(7, False)))
for penalty in (0.01, 1.0):
    probe = LogisticRegression(C=1 / penalty, tol=1e-12, max_iter=100_000).fit(s, support_labels)
    keep(f"probe_{penalty}", probe.predict_proba(q))


def write(name, firsts, rows):
    with open(name, "w", newline="") as f:
        csv.writer(f, lineterminator="\n").writerows([int(a), *map(repr, map(float, r))] for a, r in zip(firsts, rows))


write("support.csv", support_labels, support)
write("queries.csv", query_labels, queries)
write("prototypes.csv", range(C), prototypes)
with open("expected.csv", "w", newline="") as f:
    csv.writer(f, lineterminator="\n").writerows([k, repr(float(v))] for k, v in expected.items())
