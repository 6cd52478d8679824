"""Makes ensemble.npy: prototypes of 1,000 labels with CLIP's 80 ImageNet templates by the golden tiny-clip.

Run in this folder, with numpy, onnxruntime, tokenizers and open_clip installed. The algorithm is open_clip's
build_zero_shot_classifier: unit vectors of all templates of a label, their mean, made a unit vector again. The labels are
the names of ImageNet's classes (labels.txt).
"""
import numpy as np, onnxruntime as ort
from tokenizers import Tokenizer
from open_clip.zero_shot_metadata import OPENAI_IMAGENET_TEMPLATES as TEMPLATES

labels = open('labels.txt', encoding='utf-8').read().splitlines()
tokenizer = Tokenizer.from_file('../tiny-clip/tokenizer.json')
tokenizer.no_truncation(); tokenizer.no_padding()
session = ort.InferenceSession('../tiny-clip/onnx/text_model.onnx')
BOS, EOS, CONTEXT = 993, 994, 77


def encode(texts):
    ids = np.full((len(texts), CONTEXT), EOS, np.int64)
    for row, e in zip(ids, tokenizer.encode_batch(texts)):
        own = e.ids if len(e.ids) <= CONTEXT else e.ids[:CONTEXT - 1] + [EOS]
        assert own[0] == BOS; row[:len(own)] = own
    x = session.run(['text_embeds'], {'input_ids': ids})[0].astype(np.float64)
    return x / np.linalg.norm(x, axis=1, keepdims=True)


means = np.stack([encode([t(label) for t in TEMPLATES]).mean(0) for label in labels])
np.save('ensemble.npy', (means / np.linalg.norm(means, axis=1, keepdims=True)).astype(np.float32))
print(means.shape, len(TEMPLATES))
