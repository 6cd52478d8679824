"""Makes prompt_golden.json: prototypes of 1,000 made-up labels by the 80 templates of CLIP, with and without descriptions.

Run from this folder with Python 3 and NumPy, and open_clip for the templates, without network:
    python make_prompt_golden.py
The text encoder is a formula, so that any language can compute it: with h the FNV-1a hash (64 bits) of the UTF-8 bytes,
component j is (1 + h mod 8) * (u_j + (1/4 if j = 0)), u_j in [-1, 1) from the top 24 bits of splitmix64(h + j * golden).
Vectors are not of length 1, so that averaging without normalising first gives something else. Stored are 12 whole
prototypes and one number for each of the 1,000: its dot product with (1, 1/2, 1/3, …).
"""
import hashlib, json
import numpy as np
import torch

fake = torch.library.register_fake
torch.library.register_fake = lambda name, *a, **k: (
    (lambda f: f) if str(name).startswith('torchvision::') else fake(name, *a, **k))
from open_clip.zero_shot_metadata import OPENAI_IMAGENET_TEMPLATES, SIMPLE_IMAGENET_TEMPLATES

D = 24
M = (1 << 64) - 1
GOLDEN = 0x9E3779B97F4A7C15


def fnv(text):
    h = 0xCBF29CE484222325
    for b in text.encode():
        h = (h ^ b) * 0x100000001B3 & M
    return h


def splitmix(z):
    z = z + GOLDEN & M
    z = (z ^ z >> 30) * 0xBF58476D1CE4E5B9 & M
    z = (z ^ z >> 27) * 0x94D049BB133111EB & M
    return z ^ z >> 31


def encode(text):
    h = fnv(text)
    u = np.array([(splitmix(h + j * GOLDEN & M) >> 40) / (1 << 23) - 1 for j in range(D)])
    u[0] += .25
    return (u * (1 + h % 8)).astype(np.float32).astype(np.float64)


def unit(v):
    return v / np.linalg.norm(v, axis=-1, keepdims=True)


def name_vector(label):
    return unit(unit(np.stack([encode(t(label)) for t in OPENAI_IMAGENET_TEMPLATES])).mean(0))


labels = ['%s %d' % (('crane', 'naïve', '猫', 'ice-cream')[i % 4], i) for i in range(1000)]
names = np.stack([name_vector(l) for l in labels])
descriptions = [['a %s which has %s' % (l, x) for x in ('fur', 'wheels', 'a long neck')[:1 + i % 3]]
                for i, l in enumerate(labels[:12])]
parts = [np.stack([unit(encode(t)) for t in d]) for d in descriptions]
described = np.stack([unit(names[i] / 2 + p.mean(0) / 2) for i, p in enumerate(parts)])

json.dump({
    'labels': labels,
    'rows': names[:12].tolist(),
    'sums': (names @ (1 / np.arange(1, D + 1))).tolist(),
    'descriptions': descriptions,
    'described': described.tolist(),
    'sha256': {n: hashlib.sha256('\n'.join(f('{}') for f in t).encode()).hexdigest()
               for n, t in (('imagenet', OPENAI_IMAGENET_TEMPLATES), ('best', SIMPLE_IMAGENET_TEMPLATES))},
}, open('prompt_golden.json', 'w'), separators=(',', ':'))
