"""Reference results for heads that are trained on pairs of a picture and a text: written from the papers with PyTorch, sharing
nothing with the library. Reads features.npy and semantics.npy (see make_goldens.py) and writes crossmodal_goldens.json.

  python make_crossmodal_goldens.py
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
SEEDS = range(20)
torch.set_num_threads(1)
X, S = np.load(HERE / "features.npy"), np.load(HERE / "semantics.npy")
N = SEEN * TRAIN
XT, YT, ST = torch.tensor(X[:N]), torch.arange(N) // TRAIN, torch.tensor(S[:SEEN])
XU, YU, SU = torch.tensor(X[N:]), torch.arange(UNSEEN * TEST) // TEST, torch.tensor(S[SEEN:])


def cosine(u, v):
    return F.normalize(u, dim=1) @ F.normalize(v, dim=1).t()


class Head(nn.Module):
    """Free, residual (the first components of all), or rest (the first components, plus what the others give)."""

    def __init__(self, form, inputs, outputs, hidden):
        super().__init__()
        k = inputs - (outputs if form == "rest" else 0)
        self.net = nn.Sequential(nn.Linear(k, hidden), nn.ReLU(), nn.Linear(hidden, outputs)) if hidden else nn.Sequential(nn.Linear(k, outputs))
        self.form, self.outputs = form, outputs
        if form != "free":
            nn.init.zeros_(self.net[-1].weight)
            nn.init.zeros_(self.net[-1].bias)

    def forward(self, x):
        if self.form == "free":
            return self.net(x)
        lead = x[:, : self.outputs]
        return lead + self.net(x[:, self.outputs:] if self.form == "rest" else x)


class Identity(nn.Module):
    def forward(self, x):
        return x


class Pairs(nn.Module):
    def __init__(self, kind, pictures, texts, dimension, margin=0.2, temperature=0.07, learned=True, oneSided=False, masked=True):
        super().__init__()
        head = lambda spec, n: Identity() if spec == "identity" else Head(spec[0], n, dimension, spec[1])
        self.f, self.g = head(pictures, D), head(texts, A)
        if kind == "info-nce" and learned:
            self.growth = nn.Parameter(torch.zeros(1, 1))
        self.kind, self.margin, self.temperature = kind, margin, temperature
        self.oneSided, self.masked = oneSided, masked

    def scale(self):
        growth = getattr(self, "growth", torch.zeros(1, 1))
        return torch.exp(torch.clamp(growth, max=math.log(self.temperature / 0.01))) / self.temperature

    def loss(self, x, y, s):
        u, v = self.f(x), self.g(s[y])
        cos = cosine(u, v)
        same = (y[:, None] == y[None]) if self.masked else torch.eye(len(y)).bool()
        if self.kind == "info-nce":
            # the cross entropy with several right answers, each weighing alike
            target = same.to(cos.dtype) / same.sum(1, keepdim=True)
            images, texts = F.cross_entropy(cos * self.scale(), target), F.cross_entropy(cos.t() * self.scale(), target)
            return images if self.oneSided else (images + texts) / 2
        if self.kind in ("hardest", "all"):
            total = 0
            for c in [cos] if self.oneSided else [cos, cos.t()]:
                for i in range(len(y)):
                    excess = torch.clamp(self.margin + c[i][~same[i]] - c[i, i], min=0)
                    total = total + (excess.max() if self.kind == "hardest" else excess.sum())
            return total / len(y)
        return F.mse_loss(u, v) if self.kind == "mse" else (1 - F.cosine_similarity(u, v)).mean()

    def scores(self, x, s):
        u, v = self.f(x), self.g(s)
        return -torch.cdist(u, v) ** 2 if self.kind == "mse" else cosine(u, v)


FREE, TWO = ("free", 0), ("free", 32)
METHODS = {
    "info-nce": dict(kind="info-nce", pictures=FREE, texts=FREE, dimension=12, temperature=0.5),
    "info-nce-two-layers": dict(kind="info-nce", pictures=TWO, texts=TWO, dimension=12),
    "info-nce-fixed": dict(kind="info-nce", pictures=FREE, texts=FREE, dimension=12, learned=False),
    "triplet": dict(kind="hardest", pictures=FREE, texts=FREE, dimension=12),
    "triplet-all": dict(kind="all", pictures=FREE, texts=FREE, dimension=12),
    "matching-cosine": dict(kind="cosine", pictures=FREE, texts=("residual", 0), dimension=10),
    "matching-mse": dict(kind="mse", pictures=("residual", 32), texts="identity", dimension=10),
    "rest": dict(kind="info-nce", pictures=("rest", 0), texts=FREE, dimension=6),
    "rest-two-layers": dict(kind="hardest", pictures=("rest", 32), texts=("residual", 32), dimension=6),
}
CONTROLS = {  # each lacks what makes the method what it is
    "info-nce": dict(oneSided=True),
    "info-nce-two-layers": dict(oneSided=True),
    "info-nce-fixed": dict(temperature=0.1),
    "triplet": dict(kind="all"),
    "triplet-all": dict(oneSided=True),
    "matching-cosine": dict(kind="mse"),
    "matching-mse": dict(kind="cosine"),
    "rest": dict(pictures=("residual", 0)),
    "rest-two-layers": dict(oneSided=True),
}
TRAINED = ["info-nce", "info-nce-two-layers", "triplet", "matching-cosine", "matching-mse", "rest-two-layers"]


def make(name, **changes):
    return Pairs(**{**METHODS[name], **changes})


# ---- losses and gradients at given parameters ----
def at_parameters(model):
    """Parameter k has the values 0.4 sin(1 + i i + 100 k), i over its [input, output] matrix, row by row."""
    parameters = list(model.f.parameters()) + list(model.g.parameters()) + ([model.growth] if hasattr(model, "growth") else [])
    for k, p in enumerate(parameters):
        shape = p.t().shape if p.dim() == 2 else p.shape
        values = np.float32(0.4 * np.sin(1 + np.arange(p.numel()) ** 2 + 100 * k)).reshape(shape)
        p.data = torch.tensor(np.ascontiguousarray(values.T))
    model.double()
    rows = torch.arange(0, N, 7)
    loss = model.loss(XT[rows].double(), YT[rows], ST.double())
    loss.backward()
    gradients = [p.grad.t() if p.dim() == 2 else p.grad for p in parameters]
    return {"loss": loss.item(), "gradients": [[float(v) for v in g.reshape(-1)[:: max(1, g.numel() // 20)]] for g in gradients]}


# ---- training ----
def train(model, seed, semantics):
    torch.manual_seed(seed)
    optimiser = torch.optim.Adam(model.parameters(), lr=0.01, weight_decay=1e-4)
    for _ in range(20):
        losses = []
        for batch in torch.randperm(N).split(32):
            loss = model.loss(XT[batch], YT[batch], semantics)
            optimiser.zero_grad()
            loss.backward()
            optimiser.step()
            losses.append(loss.item())
    return accuracy(model.eval()), float(np.mean(losses))


def accuracy(model):
    with torch.no_grad():
        hits = (model.scores(XU, SU).argmax(1) == YU).float()
    return float(np.mean([hits[YU == c].mean().item() for c in range(UNSEEN)]))


def summary(values):
    return {"mean": float(np.mean(values)), "deviation": float(np.std(values, ddof=1))}


def trained(name, semantics=ST, seeds=SEEDS, **changes):
    runs = []
    for seed in seeds:
        torch.manual_seed(1000 + seed)
        runs.append(train(make(name, **changes), seed, semantics))
    return {"accuracy": summary([a for a, _ in runs]), "loss": summary([l for _, l in runs])}


def main():
    losses = {}
    for name in METHODS:
        losses[name] = at_parameters(make(name))
        losses[name]["control"] = at_parameters(make(name, **CONTROLS[name]))["loss"]
    order = torch.tensor([(7 * c + 3) % SEEN for c in range(SEEN)])
    results = {}
    for name in TRAINED:
        results[name] = trained(name)
        results[name]["exchangedAccuracy"] = trained(name, ST[order], range(5))["accuracy"]
        print(name, results[name])
    results["info-nce"]["temperatureNotLearned"] = trained("info-nce", learned=False)
    print(results["info-nce"]["temperatureNotLearned"])
    (HERE / "crossmodal_goldens.json").write_text(json.dumps({"losses": losses, "trained": results}, indent=1) + "\n")


if __name__ == "__main__":
    main()
