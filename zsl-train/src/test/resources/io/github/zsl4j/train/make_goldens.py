"""Reference results for the methods that are trained by gradients: written from the papers with PyTorch, sharing nothing
with the library. Makes features.npy, semantics.npy and goldens.json beside this script.

  python make_goldens.py

Data: 24 seen classes of 12 pictures, then 8 unseen classes of 15, in the order of their classes. Features are
max(0, S A + b + noise), so that the task is neither easy nor linear.
"""
import json
import math
import pathlib

import numpy as np
import torch
import torch.nn.functional as F
from torch import nn

HERE = pathlib.Path(__file__).parent
SEEN, UNSEEN, TRAIN, TEST, A, D = 24, 8, 12, 15, 10, 16
SEEDS = range(20)  # the deviation of five is itself too uncertain to test with
torch.set_num_threads(1)


def make_data():
    rng = np.random.default_rng(7)
    s = rng.normal(size=(SEEN + UNSEEN, A))
    s /= np.linalg.norm(s, axis=1, keepdims=True)
    a = rng.normal(size=(A, D))
    labels = np.repeat(np.arange(SEEN + UNSEEN), [TRAIN] * SEEN + [TEST] * UNSEEN)
    x = np.maximum(0, s[labels] @ a + 0.3 + 0.45 * rng.normal(size=(len(labels), D)))
    return x.astype(np.float32), s.astype(np.float32), labels


X, S, Y = make_data()
np.save(HERE / "features.npy", X)
np.save(HERE / "semantics.npy", S)
N = SEEN * TRAIN
XT, YT, ST = torch.tensor(X[:N]), torch.tensor(Y[:N]), torch.tensor(S[:SEEN])
XU, YU, SU = torch.tensor(X[N:]), torch.tensor(Y[N:] - SEEN), torch.tensor(S[SEEN:])


# ---- methods: a module with loss(x, y, s_seen) and scores(x, s) ----
def euclid(u, v):
    return -torch.cdist(u, v) ** 2


def cosine(u, v):
    return F.normalize(u, dim=1) @ F.normalize(v, dim=1).t()


def mlp(sizes, relu_at_end=False):
    layers = []
    for i, (m, n) in enumerate(zip(sizes, sizes[1:])):
        layers.append(nn.Linear(m, n))
        if i < len(sizes) - 2 or relu_at_end:
            layers.append(nn.ReLU())
    return nn.Sequential(*layers)


class Projection(nn.Module):
    """To the semantics (dimension 0), or both to a space of the given dimension."""

    def __init__(self, hidden, kind, dimension):
        super().__init__()
        middle = [hidden] if hidden else []
        self.f = mlp([D] + middle + [dimension or A])
        self.g = mlp([A] + middle + [dimension]) if dimension else None
        self.kind = kind

    def loss(self, x, y, s):
        u = self.f(x)
        if self.g is None:
            return F.mse_loss(u, s[y]) if self.kind == "mse" else (1 - F.cosine_similarity(u, s[y])).mean()
        cos = cosine(u, self.g(s))
        own = F.one_hot(y, len(s)).bool()
        if self.kind == "mse":
            return ((cos[own] - 1) ** 2).mean() + (cos[~own] ** 2).mean()
        return (1 - cos[own]).mean() + cos[~own].clamp(min=0).mean()

    def scores(self, x, s):
        if self.g is None:
            return euclid(self.f(x), s) if self.kind == "mse" else cosine(self.f(x), s)
        return cosine(self.f(x), self.g(s))


class Dem(nn.Module):
    def __init__(self, hidden, relu_at_end=True):
        super().__init__()
        self.net = mlp([A, hidden, D], relu_at_end)

    def loss(self, x, y, s):
        return F.mse_loss(self.net(s[y]), x)

    def scores(self, x, s):
        return euclid(x, self.net(s))


class ClassStandardization(nn.Module):
    """As the authors': batch statistics in training, running ones afterwards."""

    def __init__(self, size):
        super().__init__()
        self.register_buffer("mean", torch.zeros(size))
        self.register_buffer("var", torch.ones(size))

    def forward(self, h):
        if not self.training:
            return (h - self.mean) / (self.var + 1e-5).sqrt()
        mean, var = h.mean(0), h.var(0, unbiased=False)
        self.mean = 0.9 * self.mean + 0.1 * mean.detach()
        self.var = 0.9 * self.var + 0.1 * var.detach()
        return (h - mean) / (var + 1e-5).sqrt()


class ClassNormalization(nn.Module):
    def __init__(self, hidden, normalise=True, relu_at_end=False):
        super().__init__()
        norm = ClassStandardization if normalise else (lambda size: nn.Identity())
        self.net = nn.Sequential(
            nn.Linear(A, hidden), nn.ReLU(), nn.Linear(hidden, hidden), norm(hidden), nn.ReLU(), norm(hidden),
            nn.Linear(hidden, D),
            nn.ReLU() if relu_at_end else nn.Identity())
        bound = math.sqrt(3 / (hidden * D))
        nn.init.uniform_(self.net[6].weight, -bound, bound)

    def logits(self, x, s):
        s = s / s.norm(dim=1, keepdim=True) * math.sqrt(A)
        v = self.net(s)
        return (5 * x / (x.norm(dim=1, keepdim=True) + 1e-12)) @ (5 * v / (v.norm(dim=1, keepdim=True) + 1e-12)).t()

    def loss(self, x, y, s):
        return F.cross_entropy(self.logits(x, s), y)

    def scores(self, x, s):
        return self.logits(x, s)


class Bilinear(nn.Module):
    def __init__(self, kind, margin, maps=1, join="max"):
        super().__init__()
        self.w = nn.ParameterList([nn.Parameter(torch.empty(D, A)) for _ in range(maps)])
        for w in self.w:
            nn.init.uniform_(w, -1 / math.sqrt(D), 1 / math.sqrt(D))
        self.kind, self.margin, self.join = kind, margin, join

    def scores(self, x, s):
        all_scores = torch.stack([x @ w @ s.t() for w in self.w])
        return all_scores.amax(0) if self.join == "max" else all_scores.mean(0)

    def loss(self, x, y, s):
        f = self.scores(x, s)
        total = 0
        for i in range(len(x)):
            others = torch.cat([f[i, : y[i]], f[i, y[i] + 1:]])
            excess = torch.clamp(self.margin + others - f[i, y[i]], min=0)
            r = int((excess > 0).sum())
            if self.kind == "sum":
                total = total + excess.sum()
            elif self.kind == "max":
                total = total + excess.max()
            elif r > 0:
                total = total + sum(1 / k for k in range(1, r + 1)) / r * excess.sum()
        return total / len(x)


class ZeroShotPrototypical(nn.Module):
    """Episodes of classes whose prototypes are made of their semantics, of unit length."""

    ways, queries = 8, 4

    def __init__(self, dimension):
        super().__init__()
        self.f, self.g = nn.Linear(D, dimension), nn.Linear(A, dimension)

    def loss(self, x, y, s):
        return F.cross_entropy(self.scores(x, s), y)

    def scores(self, x, s):
        return euclid(self.f(x), F.normalize(self.g(s), dim=1))


METHODS = {
    "linear-mse": (lambda: Projection(0, "mse", 0), 30, 0.01),
    "linear-cosine": (lambda: Projection(0, "cosine", 0), 30, 0.01),
    "linear-common-mse": (lambda: Projection(0, "mse", 12), 30, 0.01),
    "linear-common-cosine": (lambda: Projection(0, "cosine", 12), 30, 0.01),
    "converter-mse": (lambda: Projection(32, "mse", 0), 30, 0.01),
    "converter-cosine": (lambda: Projection(32, "cosine", 0), 30, 0.01),
    "converter-common-cosine": (lambda: Projection(32, "cosine", 12), 30, 0.01),
    "dem": (lambda: Dem(32), 30, 0.01),
    "class-normalization": (lambda: ClassNormalization(32), 40, 0.005),
    "devise": (lambda: Bilinear("sum", 0.1), 20, 0.01),
    "ale": (lambda: Bilinear("rank", 1), 20, 0.01),
    "sje": (lambda: Bilinear("max", 1), 20, 0.01),
    "latem": (lambda: Bilinear("sum", 1, 3), 20, 0.01),
}
CONTROLS = {  # each lacks what makes the method what it is
    "linear-mse": lambda: Projection(0, "cosine", 0),
    "linear-cosine": lambda: Projection(0, "mse", 0),
    "linear-common-mse": lambda: Projection(0, "cosine", 12),
    "linear-common-cosine": lambda: Projection(0, "mse", 12),
    "dem": lambda: Dem(32, relu_at_end=False),
    "class-normalization": lambda: ClassNormalization(32, normalise=False),
    "devise": lambda: Bilinear("sum", 0.05),
    "ale": lambda: Bilinear("sum", 1),
    "sje": lambda: Bilinear("sum", 1),
    "latem": lambda: Bilinear("sum", 1, 3, join="mean"),
}


def train(make, epochs, rate, seed, semantics):
    torch.manual_seed(seed)
    model = make()
    optimiser = torch.optim.Adam(model.parameters(), lr=rate, weight_decay=1e-4)
    for _ in range(epochs):
        losses = []
        for batch in torch.randperm(N).split(32):
            loss = model.loss(XT[batch], YT[batch], semantics)
            optimiser.zero_grad()
            loss.backward()
            optimiser.step()
            losses.append(loss.item())
    return model.eval(), float(np.mean(losses))


def accuracy(model):
    with torch.no_grad():
        hits = (model.scores(XU, SU).argmax(1) == YU).float()
    return float(np.mean([hits[YU == c].mean().item() for c in range(UNSEEN)]))


def episodes(make, steps, rate, seed, semantics):
    """One episode a step; the last 18 count for the loss."""
    torch.manual_seed(seed)
    rng = np.random.default_rng(seed)
    model = make()
    optimiser = torch.optim.Adam(model.parameters(), lr=rate)
    losses = []
    for _ in range(steps):
        classes = rng.choice(SEEN, model.ways, replace=False)
        rows = np.concatenate([rng.choice(TRAIN, model.queries, replace=False) + TRAIN * c for c in classes])
        labels = torch.arange(model.ways).repeat_interleave(model.queries)
        loss = model.loss(XT[rows], labels, semantics[classes])
        optimiser.zero_grad()
        loss.backward()
        optimiser.step()
        losses.append(loss.item())
    return model.eval(), float(np.mean(losses[-18:]))


def summary(values):
    return {"mean": float(np.mean(values)), "deviation": float(np.std(values, ddof=1))}


def trained(fit):
    order = torch.tensor([(7 * c + 3) % SEEN for c in range(SEEN)])
    runs = [fit(seed, ST) for seed in SEEDS]
    spoiled = [fit(seed, ST[order]) for seed in SEEDS[:5]]
    return {
        "accuracy": summary([accuracy(m) for m, _ in runs]),
        "loss": summary([loss for _, loss in runs]),
        "exchangedAccuracy": summary([accuracy(m) for m, _ in spoiled]),
    }


# ---- losses and gradients at given parameters ----
def set_parameters(model):
    """Parameter k has the values 0.4 sin(1 + i i + 100 k), i over its [input, output] matrix, row by row."""
    for k, p in enumerate(model.parameters()):
        shape = p.t().shape if p.dim() == 2 and not isinstance(model, Bilinear) else p.shape
        values = np.float32(0.4 * np.sin(1 + np.arange(p.numel()) ** 2 + 100 * k)).reshape(shape)
        turned = values.T if shape != p.shape or (p.dim() == 2 and not isinstance(model, Bilinear)) else values
        p.data = torch.tensor(np.ascontiguousarray(turned))


def at_parameters(make):
    model = make()
    set_parameters(model)
    model.double()
    rows = torch.arange(0, N, 7)
    loss = model.loss(XT[rows].double(), YT[rows], ST.double())
    loss.backward()
    gradients = [p.grad.t() if p.dim() == 2 and not isinstance(model, Bilinear) else p.grad for p in model.parameters()]
    return {"loss": loss.item(), "gradients": [[float(v) for v in g.reshape(-1)[:: max(1, g.numel() // 20)]] for g in gradients]}


def losses():
    result = {}
    for name, (make, _, _) in METHODS.items():
        result[name] = at_parameters(make)
        if name in CONTROLS:
            result[name]["control"] = at_parameters(CONTROLS[name])["loss"]
    result["class-normalization-relu"] = at_parameters(lambda: ClassNormalization(32, relu_at_end=True))
    return result


# ---- optimisers ----
def steps(kind, weight_decay, clip):
    p = nn.Parameter(torch.tensor(np.cos(np.arange(6)), dtype=torch.float32))
    make = {
        "SGD": lambda: torch.optim.SGD([p], lr=0.1, weight_decay=weight_decay),
        "MOMENTUM": lambda: torch.optim.SGD([p], lr=0.1, momentum=0.9, weight_decay=weight_decay),
        "ADAM": lambda: torch.optim.Adam([p], lr=0.1, weight_decay=weight_decay),
        "ADVERSARIAL_ADAM": lambda: torch.optim.Adam([p], lr=0.1, betas=(0.0, 0.9), weight_decay=weight_decay),
    }
    optimiser = make[kind]()
    for t in range(7):
        p.grad = torch.tensor(np.sin(7 * t + np.arange(6)), dtype=torch.float32)
        if clip:
            nn.utils.clip_grad_norm_([p], clip)
        optimiser.step()
    return [float(v) for v in p.data]


def rates(make):
    optimiser = torch.optim.SGD([nn.Parameter(torch.zeros(1))], lr=1.0)
    schedule = make(optimiser)
    result = []
    for _ in range(10):
        result.append(optimiser.param_groups[0]["lr"])
        optimiser.step()
        schedule.step()
    return result


def main():
    goldens = {
        "optimisers": [
            {"rule": k, "weightDecay": w, "clip": c, "parameters": steps(k, w, c)}
            for k in ("SGD", "MOMENTUM", "ADAM", "ADVERSARIAL_ADAM") for w, c in ((0, 0), (0.1, 0), (0.1, 0.5))
        ],
        "schedules": {
            "cosine": rates(lambda o: torch.optim.lr_scheduler.CosineAnnealingLR(o, 10)),
            "step": rates(lambda o: torch.optim.lr_scheduler.StepLR(o, 3, 0.5)),
        },
        "losses": losses(),
        "trained": {
            name: trained(lambda seed, s, m=make, e=epochs, r=rate: train(m, e, r, seed, s))
            for name, (make, epochs, rate) in METHODS.items()
        },
    }
    goldens["trained"]["zero-shot-prototypical"] = trained(
        lambda seed, s: episodes(lambda: ZeroShotPrototypical(12), 360, 0.01, seed, s))
    (HERE / "goldens.json").write_text(json.dumps(goldens, indent=1) + "\n")
    for name, t in goldens["trained"].items():
        print(name, {k: (round(v["mean"], 4), round(v["deviation"], 4)) for k, v in t.items()})


if __name__ == "__main__":
    main()
