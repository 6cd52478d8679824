"""Makes the tiny image networks of the families beside this folder, and the vectors that their own libraries give.

Run from anywhere with Python 3, torch 2.13, transformers 5.18, timm 1.0, open_clip 3.3, onnx, onnxscript and Pillow:
    python make_families.py
Every network has random weights, drawn wider than usual so that different pictures give different vectors. Pictures are read
from golden/rgb, prepared by the library that the model's configuration belongs to (transformers: the processors on Pillow),
and put through the network in PyTorch. families.json says which pictures and which vectors; row i of a file is picture i.
"""
import json
import os
import zipfile

import numpy
import onnx
import torch
from PIL import Image

_register = torch.library.register_fake  # torchvision's C operators are not needed, and may not load
torch.library.register_fake = lambda name, *a, **k: (
    (lambda f: f) if str(name).startswith('torchvision::') else _register(name, *a, **k))

import onnxscript  # noqa: F401, needed by the exporter
import open_clip
import timm
import transformers
from open_clip.transform import PreprocessCfg, image_transform_v2
from timm.models.efficientnet import _gen_efficientnet

HERE = os.path.dirname(os.path.abspath(__file__))
GOLDEN = os.path.dirname(HERE)
PICTURES = ['photo_large', 'exif_6', 'cmyk', 'rgba', 'grey16', 'gif_anim', 'webp_lossy', 'exact292', 'interlaced_odd']
IMAGENET = {'image_mean': [0.485, 0.456, 0.406], 'image_std': [0.229, 0.224, 0.225]}
FAMILIES = {}


def picture(name):
    return Image.open(os.path.join(GOLDEN, 'golden', 'rgb', name + '.png')).convert('RGB')


def widen(network, seed):
    """Weights so large that layers do not look alike, as a trained network's; batch statistics that are not the identity."""
    generator = torch.Generator().manual_seed(seed)
    for name, p in network.named_parameters():
        with torch.no_grad():
            if p.dim() > 1:
                fan = p[0].numel() if 'embeddings' not in name or p.dim() == 4 else p.shape[-1]
                p.copy_(torch.randn(p.shape, generator=generator) * 1.6 / fan ** 0.5)
            elif 'lambda' in name or 'layer_scale' in name:
                p.fill_(1)
            elif not any(norm in name for norm in ('norm', 'bn', 'ln_')):
                p.copy_(torch.randn(p.shape, generator=generator) * 0.1)
    return network.eval()


def spread(network, pixels, shift=None):
    """Takes out what all pictures have in common: by batch statistics, or by the last normalisation's shift."""
    with torch.no_grad():
        for module in network.modules():
            if isinstance(module, torch.nn.BatchNorm2d):
                module.momentum = None
        network.train()(pixels)
        network.eval()
        if shift is not None:
            shift -= network(pixels).pooler_output.mean(0)
    return network


class Outputs(torch.nn.Module):
    """A network that gives some fields of its result as a tuple."""

    def __init__(self, network, fields):
        super().__init__()
        self.network, self.fields = network, fields

    def forward(self, pixel_values):
        result = self.network(pixel_values)
        if not self.fields:
            return result
        values = tuple(getattr(result, field) for field in self.fields)
        return values if len(values) > 1 else values[0]


def write_json(folder, name, content):
    with open(os.path.join(folder, name), 'w') as f:
        json.dump(content, f, indent=1)
        f.write('\n')


def strip(path):
    """Takes out the exporter's notes, among them the paths of the machine that it ran on."""
    model = onnx.load(path)
    del model.metadata_props[:], model.functions[:]
    graph = model.graph
    for part in [graph, *graph.node, *graph.input, *graph.output, *graph.value_info, *graph.initializer]:
        del part.metadata_props[:]
        part.doc_string = ''
    onnx.save(model, path)


def strip_script(path):
    """Takes out where each line of a TorchScript stood, which is told with paths of this machine."""
    with zipfile.ZipFile(path) as archive:
        records = {name: archive.read(name) for name in archive.namelist() if not name.endswith('.debug_pkl')}
    with zipfile.ZipFile(path, 'w', zipfile.ZIP_STORED) as archive:
        for name, content in records.items():
            archive.writestr(zipfile.ZipInfo(name), content)


def export(name, network, fields, names, size, files, input_name='pixel_values'):
    folder = os.path.join(GOLDEN, name)
    example = torch.rand(2, 3, *size)
    for file in files:
        path = os.path.join(folder, file)
        os.makedirs(os.path.dirname(path), exist_ok=True)
        if file.endswith('.onnx'):
            torch.onnx.export(Outputs(network, fields), (example,), path, input_names=[input_name], output_names=names,
                              dynamic_shapes={'pixel_values': {0: torch.export.Dim('n')}}, dynamo=True,
                              external_data=False)
            strip(path)
        else:
            torch.jit.trace(Outputs(network, fields[:1]), example).save(path)
            strip_script(path)


def finish(name, prepare, network, poolings, configs, files):
    folder = os.path.join(GOLDEN, name)
    os.makedirs(folder, exist_ok=True)
    for file, content in configs.items():
        write_json(folder, file, content)
    save(name, prepare, network, poolings)
    listing = list(configs) + files
    with open(os.path.join(GOLDEN, 'folders.json')) as f:
        folders = json.load(f)
    folders[name] = sorted(listing)
    write_json(GOLDEN, 'folders.json', dict(sorted(folders.items())))
    for file in listing:
        print('   ', file, os.path.getsize(os.path.join(folder, file)))


def save(name, prepare, network, poolings):
    pixels = torch.stack([prepare(picture(p)) for p in PICTURES])
    with torch.no_grad():
        result = network(pixels)
    FAMILIES[name] = {}
    for pooling, read in poolings.items():
        vectors = read(result).numpy()
        vectors = vectors.reshape(len(PICTURES), -1)
        numpy.save(os.path.join(HERE, f'img_{name}.{pooling}.npy'), vectors)
        unit = vectors / numpy.linalg.norm(vectors, axis=1, keepdims=True)
        cosines = (unit @ unit.T)[numpy.triu_indices(len(unit), 1)]
        print(f'{name}.{pooling} {vectors.shape} cosines {cosines.min():.3f} {numpy.median(cosines):.3f} {cosines.max():.3f}')
        FAMILIES[name][pooling] = f'vision/img_{name}.{pooling}.npy'


def processor(kind, config):
    """The processor of transformers that works on Pillow."""
    made = getattr(transformers, kind + 'ImageProcessorPil')(**{k: v for k, v in config.items() if 'type' not in k})
    return lambda image: made(image, return_tensors='pt')['pixel_values'][0].float()


TOKENS = {'cls': lambda r: r.last_hidden_state[:, 0], 'mean': lambda r: r.last_hidden_state.mean(1)}


def transformer(name, network, config, kind, preprocessor, special, files, extra=None, size=32):
    """A Vision Transformer of transformers with its tokens and its pooler."""
    poolings = dict(TOKENS, mean_patches=lambda r: r.last_hidden_state[:, special:].mean(1), output=lambda r: r.pooler_output)
    fields = ['last_hidden_state', 'pooler_output']
    export(name, network, fields, fields, (size, size), files)
    finish(name, processor(kind, preprocessor), network, poolings,
           {'config.json': config.to_dict(), 'preprocessor_config.json': preprocessor}, files)


def dinov2():
    config = transformers.Dinov2Config(hidden_size=48, num_hidden_layers=2, num_attention_heads=4, mlp_ratio=2, image_size=56,
                                       patch_size=14)
    prepare = {'image_processor_type': 'BitImageProcessor', 'size': {'shortest_edge': 48}, 'do_center_crop': True,
               'crop_size': {'height': 42, 'width': 42}, 'resample': 3, **IMAGENET}
    transformer('tiny-dinov2', widen(transformers.Dinov2Model(config), 1), config, 'Bit', prepare, 1,
                ['onnx/model.onnx', 'model.pt'], size=42)
    config = transformers.Dinov2WithRegistersConfig(hidden_size=32, num_hidden_layers=1, num_attention_heads=4, mlp_ratio=2,
                                                    image_size=56, patch_size=14, num_register_tokens=4)
    transformer('tiny-dinov2-registers', widen(transformers.Dinov2WithRegistersModel(config), 2), config, 'Bit', prepare, 5,
                ['onnx/model.onnx'], size=42)


def deit():
    config = transformers.DeiTConfig(hidden_size=48, num_hidden_layers=2, num_attention_heads=4, intermediate_size=96,
                                     image_size=32, patch_size=8)
    prepare = {'feature_extractor_type': 'DeiTFeatureExtractor', 'do_resize': True, 'size': 37, 'do_center_crop': True,
               'crop_size': 32, 'do_normalize': True, 'resample': 3, **IMAGENET}
    transformer('tiny-deit', widen(transformers.DeiTModel(config), 3), config, 'DeiT', prepare, 2,
                ['onnx/model.onnx', 'model.pt'])


def convolutional(name, network, config, preprocessor, size, files):
    fields = ['last_hidden_state', 'pooler_output']
    prepare = processor('ConvNext', preprocessor)
    shift = network.layernorm.bias if hasattr(network, 'layernorm') else None
    spread(network, torch.stack([prepare(picture(p)) for p in PICTURES]), shift)
    export(name, network, fields, fields, (size, size), files)
    finish(name, prepare, network, {'output': lambda r: r.pooler_output},
           {'config.json': config.to_dict(), 'preprocessor_config.json': preprocessor}, files)


def convnext():
    config = transformers.ConvNextConfig(hidden_sizes=[16, 24, 32, 40], depths=[1, 1, 2, 1])
    convolutional('tiny-convnext', widen(transformers.ConvNextModel(config), 4), config,
                  {'image_processor_type': 'ConvNextImageProcessor', 'size': {'shortest_edge': 64}, 'crop_pct': 0.875,
                   'resample': 3, **IMAGENET}, 64, ['onnx/model.onnx'])


def resnet():
    config = transformers.ResNetConfig(embedding_size=16, hidden_sizes=[16, 24, 32, 48], depths=[1, 1, 1, 1])
    convolutional('tiny-resnet-transformers', widen(transformers.ResNetModel(config), 5), config,
                  {'feature_extractor_type': 'ConvNextFeatureExtractor', 'do_resize': True, 'size': 64, 'crop_pct': 0.95,
                   'do_normalize': True, 'resample': 2, **IMAGENET}, 64, ['onnx/model.onnx'])


def siglip2():
    """Of fixed resolution; the configuration nested as newer versions of transformers write it."""
    config = transformers.SiglipVisionConfig(hidden_size=32, num_hidden_layers=2, num_attention_heads=4, intermediate_size=64,
                                             image_size=32, patch_size=8)
    prepare = {'image_processor_type': 'SiglipImageProcessor', 'size': {'height': 32, 'width': 32}, 'resample': 2,
               'image_mean': [0.5, 0.5, 0.5], 'image_std': [0.5, 0.5, 0.5]}
    network = widen(transformers.SiglipVisionModel(config), 6)
    fields = ['last_hidden_state', 'pooler_output']
    files = ['onnx/vision_model.onnx', 'vision.pt']
    export('tiny-siglip2', network, list(reversed(fields)), list(reversed(fields)), (32, 32), files)
    finish('tiny-siglip2', processor('Siglip', prepare), network,
           {'output': lambda r: r.pooler_output, 'mean': lambda r: r.last_hidden_state.mean(1)},
           {'config.json': {'model_type': 'siglip', 'vision_config': config.to_dict()},
            'processor_config.json': {'image_processor': prepare, 'processor_class': 'SiglipProcessor'}}, files)


def efficientnet():
    """timm's, with config.json alone."""
    network = widen(_gen_efficientnet('efficientnet_b0', channel_multiplier=0.1, depth_multiplier=0.1, num_classes=0), 7)
    data = {'input_size': [3, 64, 64], 'interpolation': 'bilinear', 'crop_pct': 0.9, 'crop_mode': 'border',
            'mean': [0.485, 0.456, 0.406], 'std': [0.229, 0.224, 0.225]}
    prepare = timm.data.create_transform(**timm.data.resolve_data_config(pretrained_cfg=data), is_training=False)
    spread(network, torch.stack([prepare(picture(p)) for p in PICTURES]))
    export('tiny-efficientnet', network, [], ['output'], (64, 64), ['model.onnx', 'model.pt'], input_name='x')
    finish('tiny-efficientnet', prepare, network, {'output': lambda r: r},
           {'config.json': {'architecture': 'efficientnet_b0', 'num_classes': 0, 'num_features': network.num_features,
                            'pretrained_cfg': data}}, ['model.onnx', 'model.pt'])


def open_clip_longest():
    config = {'embed_dim': 24, 'vision_cfg': {'image_size': 32, 'layers': 2, 'width': 48, 'head_width': 16, 'patch_size': 8},
              'text_cfg': {'context_length': 8, 'vocab_size': 16, 'width': 16, 'heads': 2, 'layers': 1}}
    model = open_clip.model.CLIP(**config)
    network = widen(model.visual, 8)
    data = {'mean': [0.5, 0.5, 0.5], 'std': [0.5, 0.5, 0.5], 'interpolation': 'bicubic', 'resize_mode': 'longest',
            'fill_color': 128}
    prepare = image_transform_v2(PreprocessCfg(size=(32, 32), **data), is_train=False)
    files = ['onnx/visual.onnx', 'visual.pt']
    export('tiny-openclip-longest', network, [], ['image_embeds'], (32, 32), files, input_name='image')
    finish('tiny-openclip-longest', prepare, network, {'output': lambda r: r},
           {'open_clip_config.json': {'model_cfg': config, 'preprocess_cfg': data}}, files)


def open_clip_usual():
    """Of the network that is there already, what open_clip's own preparation gives: it rounds crops in its own way."""
    with open(os.path.join(GOLDEN, 'tiny-openclip', 'open_clip_config.json')) as f:
        data = json.load(f)['preprocess_cfg']
    prepare = image_transform_v2(PreprocessCfg(**data), is_train=False)
    network = torch.jit.load(os.path.join(GOLDEN, 'tiny-openclip', 'vision.pt'))
    save('tiny-openclip', prepare, network, {'output': lambda r: r})


def main():
    torch.manual_seed(0)
    for family in (dinov2, deit, convnext, resnet, siglip2, efficientnet, open_clip_longest, open_clip_usual):
        family()
    write_json(HERE, 'families.json', {
        'pictures': PICTURES, 'models': FAMILIES,
        'versions': {m.__name__: m.__version__ for m in (torch, transformers, timm, open_clip, numpy)}})


main()
