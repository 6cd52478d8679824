"""Reference losses and gradients of the picture generators: written from the papers with PyTorch, sharing nothing with the
library. Makes picture_goldens.json beside this script.

  python make_picture_goldens.py

Pictures of 8 x 8, noise of 3, conditions of 4, width 2. Every value is made by formula: value i of parameter p is
0.2 sin(1 + i^2 + 100 p), of other arrays see below.
"""
import json
import math
import pathlib

import torch
import torch.nn.functional as F

SIDE, NOISE, K, W, N = 8, 3, 4, 2, 6
DEVIATION = 0.5
torch.set_num_threads(1)


def wave(count, shift, low=-1.0, high=1.0):
    return torch.tensor([low + (high - low) * (0.5 + 0.5 * math.sin(shift + 1.7 * i)) for i in range(count)])


PICTURES = wave(N * 3 * SIDE * SIDE, 0.3, 0, 1).reshape(N, 3, SIDE, SIDE)
CONDITIONS = wave(N * K, 0.7).reshape(N, K)
Z = wave(N * NOISE, 1.1).reshape(N, NOISE)


def parameters(shapes):
    made = []
    for p, shape in enumerate(shapes):
        count = math.prod(shape)
        values = [0.2 * math.sin(1 + float(i) * i + 100.0 * p) for i in range(count)]
        made.append(torch.tensor(values, dtype=torch.float32).reshape(shape).requires_grad_())
    return made


DECODER = [(K, 32), (1, 32), (NOISE + 32, 128), (1, 128), (128, 4 * W), (1, 4 * W), (32, 14 * W), (1, 14 * W),
           (8 * W, 4 * W * 9), (1, 8 * W), (4 * W, 2 * W * 9), (1, 4 * W), (12, W * 9), (1, 12)]
TOWER = [(W, 3 * 16), (1, W), (2 * W, W * 16), (1, 2 * W), (2 * W, 2 * W * 16), (1, 2 * W)]


def convolved(x, weight, bias, kernel, stride):
    return F.conv2d(x, weight.reshape(weight.shape[0], x.shape[1], kernel, kernel), bias.reshape(-1), stride, 1)


def code(p, c):
    return c @ p[0] + p[1]


def decode(p, z, e):
    h = torch.relu(torch.cat([z, e], 1) @ p[2] + p[3]) @ p[4] + p[5]
    x = h.reshape(-1, 4 * W, SIDE // 8, SIDE // 8)
    film = (e @ p[6] + p[7])[:, :, None, None].split([4 * W, 4 * W, 2 * W, 2 * W, W, W], 1)
    for layer in range(3):
        x = torch.relu(x * (1 + film[2 * layer]) + film[2 * layer + 1])
        x = F.pixel_shuffle(convolved(x, p[8 + 2 * layer], p[9 + 2 * layer], 3, 1), 2)
    return torch.sigmoid(x)


def tower(p, x):
    x = 2 * x - 1
    for layer in range(3):
        x = F.leaky_relu(convolved(x, p[2 * layer], p[2 * layer + 1], 4, 2), 0.2)
    return x.flatten(1)


def vae(p, x=PICTURES, exchanged=False):
    decoder, encoder, head = p[:14], p[14:20], p[20:]
    e = code(decoder, CONDITIONS.roll(1, 0) if exchanged else CONDITIONS)
    h = torch.relu(torch.cat([tower(encoder, x), e], 1) @ head[0] + head[1]) @ head[2] + head[3]
    mean, log_variance = h.chunk(2, 1)
    posterior = torch.distributions.Normal(mean, torch.exp(log_variance / 2))
    divergence = torch.distributions.kl_divergence(posterior, torch.distributions.Normal(0.0, 1.0)).sum(1).mean()
    drawn = decode(decoder, mean + posterior.scale * Z, e)
    return ((drawn - x) ** 2).sum((1, 2, 3)).mean() / (2 * DEVIATION ** 2) + divergence


def normalised(weight):
    """By the largest singular value after 8 steps of the power iteration from a vector of 1s, as the library has it."""
    with torch.no_grad():
        u = torch.ones(1, weight.shape[0])
        for _ in range(8):
            v = F.normalize(u @ weight)
            u = F.normalize(v @ weight.T)
    return weight / (u @ weight @ v.T)


def score(critic, x, c, plain=False):
    p = [normalised(q) if i in (0, 2, 4, 6, 8, 10) and not plain else q for i, q in enumerate(critic)]
    h = F.leaky_relu(tower(p, x) @ p[6] + p[7], 0.2)
    return (h @ p[8] + p[9])[:, 0] + (h * (c @ p[10])).sum(1) / math.sqrt(K)


def gan(p, plain=False):
    decoder, critic = p[:14], p[14:]
    c = CONDITIONS
    drawn = decode(decoder, Z, code(decoder, c))
    apart = (torch.relu(1 - score(critic, PICTURES, c, plain)).mean()
             + torch.relu(1 + score(critic, drawn.detach(), c, plain)).mean() / 2
             + torch.relu(1 + score(critic, PICTURES, c.roll(-1, 0), plain)).mean() / 2)
    together = -score([q.detach() for q in critic], drawn, c, plain).mean()
    return apart + together


def golden(loss, shapes, **control):
    p = parameters(shapes)
    value = loss(p)
    value.backward()
    gradients = [q.grad.flatten()[::max(1, q.numel() // 20)].tolist() for q in p]
    return {"loss": value.item(), "control": loss(parameters(shapes), **control).item(), "gradients": gradients}


def maps():
    """One layer of each kind alone: a convolution by halves, factors and offsets, a convolution, unfolding."""
    x = wave(2 * 3 * 64, 0.2).reshape(2, 3, 8, 8)
    a, b, c, d = parameters([(8, 3 * 16), (1, 8), (4, 8 * 9), (1, 4)])
    film = wave(2 * 16, 0.9).reshape(2, 16, 1, 1)
    y = F.leaky_relu(convolved(x, a, b, 4, 2), 0.2) * (1 + film[:, :8]) + film[:, 8:]
    return F.pixel_shuffle(convolved(y, c, d, 3, 1), 2).flatten().tolist()


CRITIC = TOWER + [(2 * W, 128), (1, 128), (128, 1), (1, 1), (K, 128)]
HEAD = [(2 * W + 32, 128), (1, 128), (128, 2 * NOISE), (1, 2 * NOISE)]
goldens = {"maps": maps(), "vae": golden(vae, DECODER + TOWER + HEAD, exchanged=True),
           "gan": golden(gan, DECODER + CRITIC, plain=True)}
pathlib.Path(__file__).with_name("picture_goldens.json").write_text(json.dumps(goldens, indent=1) + "\n")
print(goldens["vae"]["loss"], goldens["gan"]["loss"], goldens["vae"]["control"], goldens["gan"]["control"])
