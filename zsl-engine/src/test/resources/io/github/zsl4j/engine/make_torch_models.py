"""Makes the tiny TorchScript networks of the tests of zsl-engine.

Run from the repository's root with Python 3 and the package torch, without network:
    python zsl-engine/src/test/resources/io/github/zsl4j/engine/make_torch_models.py
sum_diff.pt    a, b -> (a + b, a - b)
dictionary.pt  x -> {'twice': x + x, 'square': x * x}
list.pt        x -> [x, -x], a list whose length the file does not tell
turned.pt      x [n,m] -> its transpose, which is not contiguous in memory
default.pt     x, factor (a tensor or nothing) -> x * factor, or x
types.pt       x -> x as half, bfloat16, double, int32 and bool
dropout.pt     x -> x after dropout of one half, in training mode as saved
image.pt       image, text -> (image, text), under names that mean something
gelu.pt        x -> gelu(x), which oneDNN computes
weights.pt     weights without a network
"""
import os
from typing import Dict, List, Optional, Tuple

import torch
from torch import Tensor, nn

HERE = os.path.dirname(__file__)


class SumDiff(nn.Module):
    def forward(self, a: Tensor, b: Tensor) -> Tuple[Tensor, Tensor]:
        return a + b, a - b


class Dictionary(nn.Module):
    def forward(self, x: Tensor) -> Dict[str, Tensor]:
        return {'twice': x + x, 'square': x * x}


class AsList(nn.Module):
    def forward(self, x: Tensor) -> List[Tensor]:
        return [x, -x]


class Turned(nn.Module):
    def forward(self, x: Tensor) -> Tensor:
        return x.t()


class Gelu(nn.Module):
    def forward(self, x: Tensor) -> Tensor:
        return torch.nn.functional.gelu(x)


class Default(nn.Module):
    def forward(self, x: Tensor, factor: Optional[Tensor] = None) -> Tensor:
        return x if factor is None else x * factor


class Types(nn.Module):
    def forward(self, x: Tensor) -> Tuple[Tensor, Tensor, Tensor, Tensor, Tensor]:
        return x.half(), x.to(torch.bfloat16), x.double(), x.int(), x.to(torch.bool)


class Dropout(nn.Module):
    def __init__(self):
        super().__init__()
        self.dropout = nn.Dropout(0.5)

    def forward(self, x: Tensor) -> Tensor:
        return self.dropout(x)


class Image(nn.Module):
    def forward(self, image: Tensor, text: Tensor) -> Tuple[Tensor, Tensor]:
        return image, text


def main():
    for name, module in [('sum_diff', SumDiff()), ('dictionary', Dictionary()), ('list', AsList()), ('turned', Turned()),
                         ('gelu', Gelu()),
                         ('default', Default()), ('types', Types()), ('dropout', Dropout().train()), ('image', Image())]:
        torch.jit.save(torch.jit.script(module), os.path.join(HERE, name + '.pt'))
    torch.save({'weight': torch.ones(2)}, os.path.join(HERE, 'weights.pt'))


main()
