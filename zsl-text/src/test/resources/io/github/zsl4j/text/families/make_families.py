"""Makes the tiny text models of this folder, and what they must answer.

Every model is random (seeded) and small. The answers come from torch, one text at a time and without padding wherever
the model allows that, and are pooled with numpy; so they share neither batching nor pooling with what is tested.

The tokenizers' trainers break ties as they like, so a second run makes other models, with other answers.

Needs torch, transformers 5, tokenizers, onnx, safetensors. Run it in this folder: python make_families.py
"""

import json
import pathlib
import shutil
import warnings

import numpy as np
import torch
from safetensors.numpy import save_file
from tokenizers import Regex, Tokenizer, decoders, models, normalizers, pre_tokenizers, processors, trainers
from transformers import (AlbertConfig, AlbertModel, BertConfig, BertModel, DistilBertConfig, DistilBertModel,
                          GPT2Config, GPT2Model, MPNetConfig, MPNetModel, PreTrainedTokenizerFast,
                          SiglipTextConfig, SiglipTextModel, XLMRobertaConfig, XLMRobertaModel)
from transformers.models.siglip.tokenization_siglip import SiglipTokenizer
from transformers.models.siglip2.tokenization_siglip2 import Siglip2Tokenizer

warnings.filterwarnings("ignore")
HERE = pathlib.Path(__file__).parent
EAGER = {"attn_implementation": "eager"}

TEXTS = [
    "a photo of a cat",
    "A PHOTO OF A CAT",
    "a photo of two dogs, isn't it?",
    "",
    "   ",
    "一只猫的照片",
    "猫 and dog 犬",
    "🐱🚀 launched",
    "naïve café façade",
    "  tabs\tand\nlines  ",
    "ΣΑΣ İstanbul STRASSE",
    "The quick brown fox jumps over the lazy dog; 3.14 times.",
    "word " * 300,
    "x" * 150,
]

CORPUS = TEXTS[:12] + [
    "a photo of a dog", "a blurry photo of a horse in the rain", "the photograph shows a church and a train",
    "two cats sleep on a sofa", "a cup of coffee on the table", "an astronaut on the moon with a rocket",
    "quick foxes and lazy dogs jump over brown fences", "words and more words in many lines",
    "一只狗的照片", "两只猫和一只狗", "火箭和宇航员的照片", "une photo d'un chat", "ein Foto von einem Hund",
    "фото кошки", "ネコの写真", "naïve café", "istanbul strasse σας",
] * 4


def seeded(make):
    """A model with weights wide enough to tell texts apart; the usual initialisation would give almost equal vectors."""
    torch.manual_seed(7)
    model = make().eval()
    with torch.no_grad():
        for name, p in model.named_parameters():
            if p.dim() > 1:
                p.normal_(0, 0.35 if "embed" in name else 0.25)
    return model


def folder(name):
    path = HERE / name
    shutil.rmtree(path, ignore_errors=True)
    (path / "onnx").mkdir(parents=True)
    return path


def write(path, data):
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps(data, indent=1, ensure_ascii=False), encoding="utf-8")


class Named(torch.nn.Module):
    """The model as a function of tensors that gives a tuple of the outputs asked for."""

    def __init__(self, model, names, answer):
        super().__init__()
        self.model, self.names, self.answer = model, names, answer

    def forward(self, *tensors):
        return self.answer(self.model(**dict(zip(self.names, tensors))))


def export(path, model, inputs, outputs, answer, kind=torch.int64, width=None, jit=None):
    """Writes onnx/model.onnx, with free lengths unless a width is given, and TorchScript where named."""
    module = Named(model, inputs, answer).eval()
    example = [torch.ones(2, width or 5, dtype=kind) for _ in inputs]
    axes = {n: {0: "batch"} | ({} if width else {1: "tokens"}) for n in inputs}
    axes |= {n: {0: "batch"} for n in outputs}
    target = path / "onnx" / ("text_model.onnx" if width else "model.onnx")
    torch.onnx.export(module, tuple(example), target, input_names=inputs, output_names=outputs, dynamic_axes=axes,
                      opset_version=17, dynamo=False)
    if jit:
        torch.jit.trace(module, tuple(example)).save(path / jit)


def sentence_files(path, pooling, dimension, length, modules=(), lower=False):
    write(path / "modules.json", [
        {"idx": i, "name": str(i), "path": p, "type": f"sentence_transformers.models.{t}"}
        for i, (p, t) in enumerate([("", "Transformer"), ("1_Pooling", "Pooling"), *modules])])
    write(path / "sentence_bert_config.json", {"max_seq_length": length, "do_lower_case": lower})
    flags = ["cls_token", "mean_tokens", "max_tokens", "mean_sqrt_len_tokens", "weightedmean_tokens", "lasttoken"]
    write(path / "1_Pooling/config.json",
          {"word_embedding_dimension": dimension, **{f"pooling_mode_{f}": f == pooling for f in flags},
           "include_prompt": True})


def wordpiece(tokens, specials):
    """The pieces of the corpus as WordPiece, with these special tokens first."""
    unk, cls, sep = tokens
    tokenizer = Tokenizer(models.WordPiece(unk_token=unk, max_input_chars_per_word=100))
    tokenizer.normalizer = normalizers.BertNormalizer(lowercase=True)
    tokenizer.pre_tokenizer = pre_tokenizers.BertPreTokenizer()
    tokenizer.train_from_iterator(CORPUS, trainers.WordPieceTrainer(
        vocab_size=320, special_tokens=specials, show_progress=False))
    ids = {t: tokenizer.token_to_id(t) for t in (cls, sep)}
    tokenizer.post_processor = processors.TemplateProcessing(single=f"{cls} $A {sep}", special_tokens=list(ids.items()))
    tokenizer.decoder = decoders.WordPiece()
    return tokenizer


def bert_tokenizer():
    return wordpiece(("[UNK]", "[CLS]", "[SEP]"), ["[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]"])


BERT_TOKENS = {"unk_token": "[UNK]", "sep_token": "[SEP]", "pad_token": "[PAD]", "cls_token": "[CLS]",
               "mask_token": "[MASK]"}


def save(path, model, tokenizer, tokens, kind, length):
    """The files beside the network: config.json, tokenizer.json, tokenizer_config.json, special_tokens_map.json."""
    config = model.config.to_diff_dict() | {"vocab_size": model.config.vocab_size}
    config["architectures"] = [type(model).__name__]
    write(path / "config.json", config)
    tokenizer.save(str(path / "tokenizer.json"), pretty=False)
    write(path / "tokenizer_config.json", {"tokenizer_class": kind, "model_max_length": length, **tokens})
    write(path / "special_tokens_map.json", tokens)


def ids_of(path, length):
    """The ids as transformers gives them for a file and a length."""
    tokenizer = PreTrainedTokenizerFast(tokenizer_file=str(path / "tokenizer.json"))
    tokenizer.backend_tokenizer.no_padding()
    return [tokenizer(t.strip(), truncation=True, max_length=length)["input_ids"] for t in TEXTS]


def states_of(model, ids, **more):
    """The vectors of one text's tokens [tokens, d], unpadded."""
    with torch.no_grad():
        return model(input_ids=torch.tensor([ids]), **more).last_hidden_state[0].numpy().astype(np.float64)


POOLINGS = {
    "mean": lambda s: s.mean(0),
    "cls": lambda s: s[0],
    "max": lambda s: s.max(0),
    "mean_sqrt_len": lambda s: s.sum(0) / np.sqrt(len(s)),
    "last_token": lambda s: s[-1],
}


def unit(v):
    return v / np.linalg.norm(v, axis=-1, keepdims=True)


def answers(name, ids, **vectors):
    golden[name] = {"ids": ids, "vectors": sorted(vectors)}
    for kind, rows in vectors.items():
        np.save(HERE / f"{name}.{kind}.npy", np.asarray(rows, dtype=np.float32))


golden = {"texts": TEXTS}


def distilbert():
    path = folder("distilbert")
    tokenizer = bert_tokenizer()
    model = seeded(lambda: DistilBertModel(DistilBertConfig(
        vocab_size=tokenizer.get_vocab_size(), dim=24, n_heads=2, n_layers=2, hidden_dim=48,
        max_position_embeddings=64, **EAGER)))
    save(path, model, tokenizer, BERT_TOKENS, "DistilBertTokenizer", 512)
    sentence_files(path, "mean_tokens", 24, 48)
    export(path, model, ["input_ids", "attention_mask"], ["last_hidden_state"], lambda o: (o.last_hidden_state,))
    ids = ids_of(path, 48)
    states = [states_of(model, i) for i in ids]
    answers("distilbert", ids, **{k: [f(s) for s in states] for k, f in POOLINGS.items()})


def unigram():
    specials = ["<s>", "<pad>", "</s>", "<unk>"]
    tokenizer = Tokenizer(models.Unigram())
    tokenizer.normalizer = normalizers.Sequence(
        [normalizers.Nmt(), normalizers.NFKC(), normalizers.Replace(Regex(" {2,}"), " ")])
    tokenizer.pre_tokenizer = pre_tokenizers.Sequence([
        pre_tokenizers.WhitespaceSplit(), pre_tokenizers.Metaspace(replacement="▁", prepend_scheme="always")])
    tokenizer.train_from_iterator(CORPUS, trainers.UnigramTrainer(
        vocab_size=360, special_tokens=specials, unk_token="<unk>", show_progress=False))
    tokenizer.post_processor = processors.TemplateProcessing(
        single="<s> $A </s>", special_tokens=[("<s>", 0), ("</s>", 2)])
    tokenizer.decoder = decoders.Metaspace(replacement="▁", prepend_scheme="always")
    return tokenizer


def xlm_roberta():
    """No length in sentence_bert_config.json: 50 positions less the two that RoBERTa never uses are the limit."""
    path = folder("xlm-roberta")
    tokenizer = unigram()
    model = seeded(lambda: XLMRobertaModel(XLMRobertaConfig(
        vocab_size=tokenizer.get_vocab_size(), hidden_size=32, num_attention_heads=4, num_hidden_layers=2,
        intermediate_size=64, max_position_embeddings=50, type_vocab_size=1, pad_token_id=1, bos_token_id=0,
        eos_token_id=2, **EAGER)))
    tokens = {"bos_token": "<s>", "eos_token": "</s>", "sep_token": "</s>", "cls_token": "<s>", "unk_token": "<unk>",
              "pad_token": {"content": "<pad>", "lstrip": False, "normalized": False, "rstrip": False,
                            "single_word": False}}
    save(path, model, tokenizer, tokens, "XLMRobertaTokenizer", int(1e30))
    sentence_files(path, "cls_token", 32, None, [("2_Normalize", "Normalize")])
    export(path, model, ["input_ids", "attention_mask"], ["last_hidden_state"], lambda o: (o.last_hidden_state,),
           jit="model.pt")
    ids = ids_of(path, 48)
    states = [states_of(model, i) for i in ids]
    answers("xlm-roberta", ids, cls=[unit(s[0]) for s in states], mean=[unit(s.mean(0)) for s in states])


def mpnet():
    path = folder("mpnet")
    tokenizer = wordpiece(("[UNK]", "<s>", "</s>"), ["<s>", "<pad>", "</s>", "[UNK]", "<mask>"])
    model = seeded(lambda: MPNetModel(MPNetConfig(
        vocab_size=tokenizer.get_vocab_size(), hidden_size=24, num_attention_heads=2, num_hidden_layers=2,
        intermediate_size=48, max_position_embeddings=66, pad_token_id=1, bos_token_id=0, eos_token_id=2, **EAGER)))
    tokens = {"bos_token": "<s>", "eos_token": "</s>", "sep_token": "</s>", "cls_token": "<s>", "unk_token": "[UNK]",
              "pad_token": "<pad>", "mask_token": "<mask>"}
    save(path, model, tokenizer, tokens, "MPNetTokenizer", 512)
    sentence_files(path, "mean_tokens", 24, 40, [("2_Normalize", "Normalize")])
    export(path, model, ["input_ids", "attention_mask"], ["last_hidden_state"], lambda o: (o.last_hidden_state,))
    ids = ids_of(path, 40)
    answers("mpnet", ids, mean=[unit(states_of(model, i).mean(0)) for i in ids])


def albert():
    """A plain export, without the files of sentence-transformers, with its pooler."""
    path = folder("albert")
    tokenizer = bert_tokenizer()
    model = seeded(lambda: AlbertModel(AlbertConfig(
        vocab_size=tokenizer.get_vocab_size(), embedding_size=12, hidden_size=24, num_attention_heads=2,
        num_hidden_layers=2, intermediate_size=48, max_position_embeddings=32, **EAGER)))
    save(path, model, tokenizer, BERT_TOKENS, "AlbertTokenizer", 512)
    export(path, model, ["input_ids", "attention_mask", "token_type_ids"], ["last_hidden_state", "pooler_output"],
           lambda o: (o.last_hidden_state, o.pooler_output))
    ids = ids_of(path, 32)
    with torch.no_grad():
        pooled = [model(input_ids=torch.tensor([i])).pooler_output[0].numpy() for i in ids]
    answers("albert", ids, mean=[states_of(model, i).mean(0) for i in ids], pooler=pooled)


def bert(name):
    tokenizer = bert_tokenizer()
    model = seeded(lambda: BertModel(BertConfig(
        vocab_size=tokenizer.get_vocab_size(), hidden_size=24, num_attention_heads=2, num_hidden_layers=2,
        intermediate_size=48, max_position_embeddings=64, **EAGER)))
    path = folder(name)
    save(path, model, tokenizer, BERT_TOKENS, "BertTokenizer", 512)
    return path, model


BERT_INPUTS = ["input_ids", "attention_mask", "token_type_ids"]


def bert_dense():
    """Mean, a matrix with tanh, unit length; and lower-casing by sentence-transformers, as its own file asks for."""
    path, model = bert("bert-dense")
    tokenizer = json.loads((path / "tokenizer.json").read_text("utf-8"))
    tokenizer["normalizer"]["lowercase"] = False
    tokenizer["normalizer"]["strip_accents"] = False
    (path / "tokenizer.json").write_text(json.dumps(tokenizer, ensure_ascii=False), "utf-8")
    sentence_files(path, "mean_tokens", 24, 32, [("2_Dense", "Dense"), ("3_Normalize", "Normalize")], lower=True)
    export(path, model, BERT_INPUTS, ["token_embeddings"], lambda o: (o.last_hidden_state,))
    random = np.random.default_rng(3)
    weight = random.normal(0, 0.3, (12, 24)).astype(np.float32)
    bias = random.normal(0, 0.3, 12).astype(np.float32)
    write(path / "2_Dense/config.json", {"in_features": 24, "out_features": 12, "bias": True,
                                         "activation_function": "torch.nn.modules.activation.Tanh"})
    save_file({"linear.weight": weight, "linear.bias": bias}, path / "2_Dense/model.safetensors")
    fast = PreTrainedTokenizerFast(tokenizer_file=str(path / "tokenizer.json"))
    ids = [fast(t.strip().lower(), truncation=True, max_length=32)["input_ids"] for t in TEXTS]
    means = [states_of(model, i).mean(0) for i in ids]
    answers("bert-dense", ids, dense=[unit(np.tanh(weight @ m + bias)) for m in means])


def bert_int32():
    """Inputs of 32 bits, and an output that pools by itself, as sentence-transformers' own export has it."""
    path, model = bert("bert-int32")

    class Pooled(torch.nn.Module):
        def __init__(self):
            super().__init__()
            self.model = model

        def forward(self, input_ids, attention_mask, token_type_ids):
            states = self.model(input_ids=input_ids, attention_mask=attention_mask,
                                token_type_ids=token_type_ids).last_hidden_state
            mask = attention_mask[:, :, None].to(torch.float32)
            return states, (states * mask).sum(1) / mask.sum(1)

    axes = {n: {0: "batch", 1: "tokens"} for n in [*BERT_INPUTS, "token_embeddings"]} | {
        "sentence_embedding": {0: "batch"}}
    torch.onnx.export(Pooled().eval(), tuple(torch.ones(2, 5, dtype=torch.int32) for _ in range(3)),
                      path / "onnx/model.onnx", input_names=BERT_INPUTS,
                      output_names=["token_embeddings", "sentence_embedding"], dynamic_axes=axes, opset_version=17,
                      dynamo=False)
    ids = ids_of(path, 64)
    states = [states_of(model, i) for i in ids]
    answers("bert-int32", ids, mean=[s.mean(0) for s in states], max=[s.max(0) for s in states])


def last_token():
    """A causal model whose last token, an end-of-text that the tokenizer adds, is the text's vector."""
    path = folder("last-token")
    tokenizer = Tokenizer(models.BPE())
    tokenizer.pre_tokenizer = pre_tokenizers.ByteLevel(add_prefix_space=False)
    tokenizer.train_from_iterator(CORPUS, trainers.BpeTrainer(
        vocab_size=380, special_tokens=["<|endoftext|>"], initial_alphabet=pre_tokenizers.ByteLevel.alphabet(),
        show_progress=False))
    tokenizer.post_processor = processors.TemplateProcessing(
        single="$A <|endoftext|>", special_tokens=[("<|endoftext|>", 0)])
    tokenizer.decoder = decoders.ByteLevel()
    model = seeded(lambda: GPT2Model(GPT2Config(
        vocab_size=tokenizer.get_vocab_size(), n_embd=24, n_head=2, n_layer=2, n_positions=64, bos_token_id=0,
        eos_token_id=0, **EAGER)))
    save(path, model, tokenizer, {"eos_token": "<|endoftext|>", "pad_token": "<|endoftext|>"}, "GPT2Tokenizer", 1024)
    sentence_files(path, "lasttoken", 24, 64, [("2_Normalize", "Normalize")])
    model.config.use_cache = False
    export(path, model, ["input_ids", "attention_mask"], ["last_hidden_state"], lambda o: (o[0],))
    ids = ids_of(path, 64)
    answers("last-token", ids, last_token=[unit(states_of(model, i)[-1]) for i in ids])


def siglip2():
    """SigLIP 2's text tower: pieces of bytes, lower case, always 64 tokens, no mask, the last position is read."""
    path = folder("siglip2")
    base = Tokenizer(models.BPE(byte_fallback=True, fuse_unk=True, unk_token="<unk>"))
    base.normalizer = normalizers.Replace(" ", "▁")
    base.pre_tokenizer = pre_tokenizers.Split(" ", "merged_with_previous")
    bytes_ = [f"<0x{b:02X}>" for b in range(256)]
    base.train_from_iterator([t.lower() for t in CORPUS], trainers.BpeTrainer(
        vocab_size=620, special_tokens=["<pad>", "<eos>", "<bos>", "<unk>", "<mask>", *bytes_], show_progress=False))
    file = json.loads(base.to_str())
    file["added_tokens"] = file["added_tokens"][:5]
    base = Tokenizer.from_str(json.dumps(file))
    base.post_processor = processors.TemplateProcessing(single="$A <eos>", special_tokens=[("<eos>", 1)])
    model = seeded(lambda: SiglipTextModel(SiglipTextConfig(
        vocab_size=base.get_vocab_size(), hidden_size=24, num_attention_heads=2, num_hidden_layers=2,
        intermediate_size=48, max_position_embeddings=64, pad_token_id=0, bos_token_id=2, eos_token_id=1,
        projection_size=24, **EAGER)))
    tokens = {"pad_token": "<pad>", "eos_token": "<eos>", "bos_token": "<bos>", "unk_token": "<unk>"}
    save(path, model, base, tokens, "GemmaTokenizer", 64)
    config = json.loads((path / "tokenizer_config.json").read_text("utf-8"))
    write(path / "tokenizer_config.json", config | {"do_lower_case": True, "padding_side": "right"})
    write(path / "config.json", {"model_type": "siglip", "text_config": model.config.to_diff_dict()})
    export(path, model, ["input_ids"], ["last_hidden_state", "pooler_output"],
           lambda o: (o.last_hidden_state, o.pooler_output), width=64)
    torch.jit.trace(Named(model, ["input_ids"], lambda o: o.pooler_output).eval(),
                    (torch.ones(2, 64, dtype=torch.int64),)).save(path / "text.pt")
    lower = Tokenizer.from_file(str(path / "tokenizer.json"))  # as Siglip2Tokenizer does with its own
    lower.normalizer = normalizers.Sequence([normalizers.Lowercase(), lower.normalizer])
    lower.enable_truncation(64)
    ids = [lower.encode(t).ids for t in TEXTS]
    with torch.no_grad():
        pooled = [model(input_ids=torch.tensor([i + [0] * (64 - len(i))])).pooler_output[0].numpy() for i in ids]
    answers("siglip2", ids, pooler=pooled)


def cleaning():
    """What the two implementations make of texts before they are tokenised."""
    from open_clip.tokenizer import canonicalize_text
    texts = [*TEXTS[:12], "snake_case and_more", "A.B,C;D:E!F?G'H\"I", "tab\x1cfs\x85nel\u2003em\u3000wide\xa0nbsp",
             "“curly” — dashes…", "~`@#$%^&*()+=[]{}|\\<>/", "_", "ΟΔΟΣ ΟΔΟΣ.", "ΑΣ!Α", "ǅ ﬃ ẞ ŉ"]
    slow = object.__new__(SiglipTokenizer)
    slow.__dict__["do_lower_case"] = True
    lower = normalizers.Lowercase()
    golden["cleaning"] = [{"text": t, "siglip": slow.canonicalize_text(t), "open_clip": canonicalize_text(t),
                           "lower": lower.normalize_str(t), "python_lower": t.strip().lower()} for t in texts]


if __name__ == "__main__":
    for make in (distilbert, xlm_roberta, mpnet, albert, bert_dense, bert_int32, last_token, siglip2, cleaning):
        make()
    write(HERE / "golden.json", golden)
