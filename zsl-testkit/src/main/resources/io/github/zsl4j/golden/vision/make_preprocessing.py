"""Makes preprocessing.json: what transformers (its processors on Pillow), open_clip and timm make of pictures under many
configurations, as CRC-32 of the little-endian floats [3, h, w].

Run from anywhere with Python 3, torch 2.13, transformers 5.18, timm 1.0, open_clip 3.3 and Pillow:
    python make_preprocessing.py
Pictures that a library refuses (open_clip makes a side of 0 pixels of very long ones) are left out.
"""
import json
import os
import re
import zlib

import numpy
import torch
from PIL import Image

_register = torch.library.register_fake  # torchvision's C operators are not needed, and may not load
torch.library.register_fake = lambda name, *a, **k: (
    (lambda f: f) if str(name).startswith('torchvision::') else _register(name, *a, **k))

import open_clip
import timm
import transformers
from open_clip.transform import PreprocessCfg, image_transform_v2, merge_preprocess_dict

HERE = os.path.dirname(os.path.abspath(__file__))
PICTURES = ['photo_large', 'exif_6', 'jpeg_odd420', 'exact32', 'wide', 'tall', 'one_pixel']
IMAGENET = {'image_mean': [0.485, 0.456, 0.406], 'image_std': [0.229, 0.224, 0.225]}
SMALL = {'size': {'shortest_edge': 40}, 'crop_size': {'height': 33, 'width': 29}}
CASES = []


def picture(name):
    return Image.open(os.path.join(HERE, '..', 'golden', 'rgb', name + '.png')).convert('RGB')


def case(name, file, config, prepare):
    found = {}
    shape = None
    for p in PICTURES:
        try:
            pixels = numpy.ascontiguousarray(prepare(picture(p)), dtype='<f4')
        except ValueError as e:
            print(name, p, e)
            continue
        shape = list(pixels.shape[1:])
        found[p] = zlib.crc32(pixels.tobytes())
    CASES.append({'name': name, 'file': file, 'config': config, 'shape': shape, 'crc': found})


def processor(name, kind, **config):
    key = 'feature_extractor_type' if kind.endswith('Extractor') else 'image_processor_type'
    base = re.sub('(FeatureExtractor|ImageProcessor)(Fast|Pil)?$', '', kind)
    made = getattr(transformers, base + 'ImageProcessorPil')(**config)
    case(name, 'preprocessor_config.json', {key: kind, **config},
         lambda image: made(image, return_tensors='np')['pixel_values'][0])


def processors():
    for kind in ('CLIPImageProcessor', 'CLIPImageProcessorFast', 'CLIPFeatureExtractor', 'ChineseCLIPImageProcessor',
                 'BitImageProcessor', 'MobileNetV1ImageProcessor', 'MobileNetV2ImageProcessor', 'ViTImageProcessor',
                 'ViTFeatureExtractor', 'DeiTImageProcessor', 'BeitImageProcessor', 'BlipImageProcessor', 'PvtImageProcessor',
                 'SiglipImageProcessor', 'ConvNextImageProcessor', 'EfficientNetImageProcessor'):
        processor('defaults of ' + kind, kind)
    for code in range(6):
        processor(f'resample {code}', 'CLIPImageProcessor', resample=code, **SMALL)
    processor('size as a number, CLIP', 'CLIPFeatureExtractor', size=40, crop_size=33)
    processor('size as a number, ViT', 'ViTFeatureExtractor', size=40)
    processor('size as a number, DeiT', 'DeiTFeatureExtractor', size=40, crop_size=33)
    processor('size as height and width', 'CLIPImageProcessor', size={'height': 40, 'width': 50}, crop_size=33)
    processor('size as a list', 'ViTImageProcessor', size=[40, 50])
    processor('crop larger than the picture', 'BitImageProcessor', size={'shortest_edge': 20}, crop_size=31)
    processor('no crop', 'CLIPImageProcessor', size={'height': 40, 'width': 50}, do_center_crop=False)
    processor('no resize', 'CLIPImageProcessor', do_resize=False, crop_size=48)
    processor('no rescale', 'ViTImageProcessor', size=24, do_rescale=False, image_mean=[127.5, 100, 90], image_std=[50, 60, 70])
    processor('no normalisation', 'ViTImageProcessor', size=24, do_normalize=False)
    processor('bytes as they are', 'ViTImageProcessor', size=24, do_normalize=False, do_rescale=False)
    processor('another factor', 'ViTImageProcessor', size=24, rescale_factor=1 / 127.5)
    processor('one mean for all', 'ViTImageProcessor', size=24, image_mean=0.4, image_std=0.3)
    processor('crop of BEiT', 'BeitImageProcessor', size=40, do_center_crop=True, crop_size=33, **IMAGENET)
    processor('DINOv2', 'BitImageProcessor', size={'shortest_edge': 256}, crop_size={'height': 224, 'width': 224},
              do_center_crop=True, do_convert_rgb=True, do_normalize=True, do_rescale=True, do_resize=True, resample=3,
              rescale_factor=0.00392156862745098, **IMAGENET)
    for crop in (0.875, 0.95, 0.7):
        processor(f'ConvNeXt below 384, {crop}', 'ConvNextImageProcessor', size={'shortest_edge': 65}, crop_pct=crop)
    processor('ConvNeXt at 384', 'ConvNextImageProcessor', size={'shortest_edge': 384}, crop_pct=0.95)
    processor('ConvNeXt, number', 'ConvNextFeatureExtractor', size=64, resample=2, **IMAGENET)
    for offset in (False, True):
        for top in (False, True):
            processor(f'EfficientNet, offset {offset}, top {top}', 'EfficientNetImageProcessor', size=40,
                      rescale_offset=offset, include_top=top, rescale_factor=1 / 127.5 if offset else 1 / 255,
                      image_mean=[0.485, 0.456, 0.406], image_std=[0.47853944, 0.4732864, 0.47434163])


def open_clips():
    def add(name, model, data):
        base = PreprocessCfg()
        merged = merge_preprocess_dict(base, data or {})
        merged['size'] = model.get('image_size', merged['size'])
        content = {'model_cfg': {'embed_dim': 8, 'vision_cfg': model}}
        if data is not None:
            content['preprocess_cfg'] = data
        case(name, 'open_clip_config.json', content, image_transform_v2(PreprocessCfg(**merged), is_train=False))

    add('open_clip, oldest', {'image_size': 32}, None)
    add('open_clip, no size at all', {}, None)
    for mode in ('shortest', 'longest', 'squash'):
        for size in (33, [33, 33], [30, 45]):
            for filter in ('bicubic', 'bilinear'):
                add(f'open_clip, {mode}, {size}, {filter}', {'image_size': size},
                    {'mode': 'RGB', 'mean': [0.5, 0.5, 0.5], 'std': [0.5, 0.4, 0.3], 'interpolation': filter,
                     'resize_mode': mode, 'fill_color': 0})
    add('open_clip, grey margin', {'image_size': 33}, {'resize_mode': 'longest', 'fill_color': 127})
    add('open_clip, size of the preprocessing', {}, {'size': 31})
    add('open_clip, network goes first', {'image_size': 33}, {'size': 31})
    add('open_clip, random filter', {'image_size': 33}, {'interpolation': 'random', 'mean': None})


def timms():
    def add(name, nested, **data):
        content = {'architecture': 'vit', **({'pretrained_cfg': data} if nested else data)}
        case(name, 'config.json', content,
             timm.data.create_transform(**timm.data.resolve_data_config(pretrained_cfg=data or {'x': 0}), is_training=False))

    add('timm, defaults', False)
    for mode in ('center', 'squash', 'border'):
        for size in ([3, 33, 33], [3, 30, 45]):
            for crop in (0.875, 0.9, 1.0):
                add(f'timm, {mode}, {size}, {crop}', True, input_size=size, interpolation='bicubic', crop_pct=crop,
                    crop_mode=mode, mean=[0.485, 0.456, 0.406], std=[0.229, 0.224, 0.225])
    for filter in ('nearest', 'bilinear', 'bicubic', 'box', 'hamming', 'lanczos'):
        add('timm, ' + filter, False, input_size=[3, 32, 32], interpolation=filter, mean=[0.5, 0.5, 0.5], std=[0.5, 0.5, 0.5])


def main():
    processors()
    open_clips()
    timms()
    versions = {m.__name__: m.__version__ for m in (torch, transformers, timm, open_clip, numpy)}
    with open(os.path.join(HERE, 'preprocessing.json'), 'w') as f:
        f.write('{"versions": ' + json.dumps(versions) + ',\n"cases": [\n')
        f.write(',\n'.join(json.dumps(c) for c in CASES))
        f.write('\n]}\n')
    print(len(CASES), 'cases')


main()
