"""Reference results for learning from episodes: written from the papers with PyTorch, sharing nothing with the library.
Makes fewshot_features.npy and fewshot_goldens.json beside this script.

  python make_fewshot_goldens.py

Data: 36 classes of 12 pictures in the order of their classes, the first 24 to train with. What tells classes apart is in
few directions, and what does not, in which pictures differ more, in others; a good map keeps the former.
"""
import json
import math
import pathlib

import numpy as np
import torch
import torch.nn.functional as F
from torch import nn

import make_goldens as zero_shot

HERE = pathlib.Path(__file__).parent
SEEN, UNSEEN, EACH, D = 24, 12, 12, 16
SEEDS = range(10)
torch.set_num_threads(1)


def make_data():
    rng = np.random.default_rng(11)
    labels = np.repeat(np.arange(SEEN + UNSEEN), EACH)
    z = rng.normal(size=(SEEN + UNSEEN, 5))
    directions = np.linalg.qr(rng.normal(size=(D, D)))[0]
    x = z[labels] @ directions[:5] + 2 * rng.normal(size=(len(labels), 5)) @ directions[5:10]
    return (x + 0.35 * rng.normal(size=x.shape)).astype(np.float32)


X = torch.tensor(make_data())
np.save(HERE / "fewshot_features.npy", X.numpy())


def episode(rng, first, count, ways, shots, queries):
    classes = first + rng.choice(count, ways, replace=False)
    rows = np.stack([c * EACH + rng.choice(EACH, shots + queries, replace=False) for c in classes])
    return (X[rows[:, :shots].reshape(-1)], torch.arange(ways).repeat_interleave(shots),
            X[rows[:, shots:].reshape(-1)], torch.arange(ways).repeat_interleave(queries))


def prototype_logits(f, sx, sy, qx):
    u = f(sx)
    prototypes = torch.stack([u[sy == k].mean(0) for k in range(int(sy.max()) + 1)])
    return -torch.cdist(f(qx), prototypes) ** 2


def few_shot_accuracy(logits, shots, seed, queries=5, episodes=600):
    rng = np.random.default_rng(1000 + seed)
    hits = []
    for _ in range(episodes):
        sx, sy, qx, qy = episode(rng, SEEN, UNSEEN, 5, shots, queries)
        hits.append((logits(sx, sy, qx).argmax(1) == qy).float().mean().item())
    return float(np.mean(hits))


def network(sizes):
    return zero_shot.mlp(sizes)


# ---- prototypical networks: 30 epochs of 12 episodes, 5 ways, 1 shot, 5 queries ----
def prototypical(hidden, seed):
    torch.manual_seed(seed)
    rng = np.random.default_rng(seed)
    f = network([D] + ([hidden] if hidden else []) + [8])
    optimiser = torch.optim.Adam(f.parameters(), lr=0.01)
    for _ in range(360):
        sx, sy, qx, qy = episode(rng, 0, SEEN, 5, 1, 5)
        loss = F.cross_entropy(prototype_logits(f, sx, sy, qx), qy)
        optimiser.zero_grad()
        loss.backward()
        optimiser.step()
    with torch.no_grad():
        return few_shot_accuracy(lambda sx, sy, qx: prototype_logits(f, sx, sy, qx), 1, seed)


# ---- meta-learning: 5 ways, 5 shots, 5 queries; 5 steps of 0.1 ----
def adapted(f, x, y, steps=5, rate=0.1):
    copy = network([D, 32, 5])
    copy.load_state_dict(f.state_dict())
    optimiser = torch.optim.SGD(copy.parameters(), lr=rate)
    for _ in range(steps):
        optimiser.zero_grad()
        F.cross_entropy(copy(x), y).backward()
        optimiser.step()
    copy.zero_grad()
    return copy


def meta(kind, seed, epochs):
    torch.manual_seed(seed)
    rng = np.random.default_rng(seed)
    f = network([D, 32, 5])
    optimiser = {"maml": lambda: torch.optim.Adam(f.parameters(), lr=0.01),
                 "reptile": lambda: torch.optim.SGD(f.parameters(), lr=1)}[kind]()
    for _ in range(epochs):
        total = [torch.zeros_like(p) for p in f.parameters()]
        for _ in range(5):  # the training pictures are enough for 5 episodes an epoch, which are one step
            sx, sy, qx, qy = episode(rng, 0, SEEN, 5, 5, 5)
            if kind == "maml":
                g = adapted(f, sx, sy)
                F.cross_entropy(g(qx), qy).backward()
                directions = [p.grad for p in g.parameters()]
            else:
                g = adapted(f, torch.cat([sx, qx]), torch.cat([sy, qy]))
                directions = [a.data - b.data for a, b in zip(f.parameters(), g.parameters())]
            total = [t + d / 5 for t, d in zip(total, directions)]
        for p, t in zip(f.parameters(), total):
            p.grad = t
        optimiser.step()
    return few_shot_accuracy(lambda sx, sy, qx: adapted(f, sx, sy)(qx).detach(), 5, seed)


# ---- one episode at given parameters, in double precision: classes 0 to 4, the first pictures are the support ----
def fixed(shots):
    rows = np.arange(5)[:, None] * EACH + np.arange(shots + 5)
    return (X[rows[:, :shots].reshape(-1)].double(), torch.arange(5).repeat_interleave(shots),
            X[rows[:, shots:].reshape(-1)].double(), torch.arange(5).repeat_interleave(5))


def sampled(parameters):
    gradients = [p.grad.t() if p.dim() == 2 else p.grad for p in parameters]
    return [[float(v) for v in g.reshape(-1)[:: max(1, g.numel() // 20)]] for g in gradients]


def fixed_prototypical(shots):
    f = network([D, 32, 8])
    zero_shot.set_parameters(f)
    f.double()
    sx, sy, qx, qy = fixed(shots)
    loss = F.cross_entropy(prototype_logits(f, sx, sy, qx), qy)
    loss.backward()
    distances = F.cross_entropy(-(-prototype_logits(f, sx, sy, qx)).sqrt(), qy)
    return {"loss": loss.item(), "gradients": sampled(f.parameters()), "control": distances.item()}


def fixed_zero_shot():
    model = zero_shot.ZeroShotPrototypical(12)
    zero_shot.set_parameters(model)
    model.double()
    rows = np.concatenate([np.arange(4) + 12 * c for c in (3, 0, 7)])
    labels = torch.arange(3).repeat_interleave(4)
    s = zero_shot.ST.double()[[3, 0, 7]]
    loss = model.loss(zero_shot.XT[rows].double(), labels, s)
    loss.backward()
    control = F.cross_entropy(zero_shot.euclid(model.f(zero_shot.XT[rows].double()), model.g(s)), labels)
    return {"loss": loss.item(), "gradients": sampled(model.parameters()), "control": control.item()}


def fixed_maml():
    f = network([D, 32, 5])
    zero_shot.set_parameters(f)
    sx, sy, qx, qy = (v.float() if v.dtype == torch.float64 else v for v in fixed(5))
    g = adapted(f, sx, sy)
    loss = F.cross_entropy(g(qx), qy)
    loss.backward()
    return {"loss": loss.item(), "gradients": sampled(g.parameters()), "control": F.cross_entropy(f(qx), qy).item()}


def main():
    identity = nn.Identity()
    baseline = [few_shot_accuracy(lambda sx, sy, qx: prototype_logits(identity, sx, sy, qx), shots, 0) for shots in (1, 5)]
    goldens = {
        "fixed": {"prototypical": fixed_prototypical(3), "zero-shot-prototypical": fixed_zero_shot(), "maml": fixed_maml()},
        "baseline": {"1": baseline[0], "5": baseline[1]},
        "trained": {
            "prototypical-linear": zero_shot.summary([prototypical(0, seed) for seed in SEEDS]),
            "prototypical-two-layers": zero_shot.summary([prototypical(32, seed) for seed in SEEDS]),
            "untrained": zero_shot.summary([meta("maml", seed, 0) for seed in SEEDS]),
            "maml": zero_shot.summary([meta("maml", seed, 100) for seed in SEEDS]),
            "reptile": zero_shot.summary([meta("reptile", seed, 250) for seed in SEEDS]),
        },
    }
    (HERE / "fewshot_goldens.json").write_text(json.dumps(goldens, indent=1) + "\n")
    print(goldens["baseline"], goldens["trained"])


if __name__ == "__main__":
    main()
