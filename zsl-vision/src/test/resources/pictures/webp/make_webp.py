"""Makes the WebP files of this folder, and expected.csv: what Pillow makes of them.

Run in the repository's root with Pillow 12.3, numpy and the shared library libwebp (for what Pillow cannot write):
  python zsl-vision/src/test/resources/pictures/webp/make_webp.py
A line of expected.csv: file, width, height, SHA-256 of the RGB bytes row by row, alpha composited on white.
"""
import ctypes, ctypes.util, hashlib, io, os, struct
import numpy as np
from PIL import Image

HERE = os.path.dirname(os.path.abspath(__file__))
COFFEE = Image.open('docs/pictures/coffee.jpg').convert('RGB').resize((300, 200))
CAT = Image.open('docs/pictures/cat.jpg').convert('RGB').resize((300, 200))
ABI = 0x020f
SIZES = [(1, 1), (2, 3), (15, 17), (16, 16), (33, 47), (97, 61)]
made = {}


def crop(picture, size):
    return picture.crop((100, 60, 100 + size[0], 60 + size[1]))


def pillow(image, **options):
    out = io.BytesIO()
    image.save(out, 'WEBP', **options)
    return out.getvalue()


# libwebp's own interface, for filters, segments and partitions -------------------------------------------------------

INTS = 'lossless quality method hint target_size target_psnr segments sns_strength filter_strength filter_sharpness ' \
       'filter_type autofilter alpha_compression alpha_filtering alpha_quality passes show preprocessing partitions ' \
       'partition_limit jpeg_like threads low_memory near_lossless exact delta_palette sharp_yuv qmin qmax'


class Config(ctypes.Structure):
    _fields_ = [(n, ctypes.c_float if n in ('quality', 'target_psnr') else ctypes.c_int) for n in INTS.split()]


class Picture(ctypes.Structure):
    _fields_ = [('use_argb', ctypes.c_int), ('colorspace', ctypes.c_int), ('width', ctypes.c_int), ('height', ctypes.c_int),
                ('planes', ctypes.c_void_p * 3), ('strides', ctypes.c_int * 2), ('a', ctypes.c_void_p),
                ('a_stride', ctypes.c_int), ('pad', ctypes.c_uint32 * 2), ('argb', ctypes.c_void_p),
                ('argb_stride', ctypes.c_int), ('pad2', ctypes.c_uint32 * 3), ('writer', ctypes.c_void_p),
                ('custom', ctypes.c_void_p), ('rest', ctypes.c_byte * 256)]


class Memory(ctypes.Structure):
    _fields_ = [('bytes', ctypes.c_void_p), ('size', ctypes.c_size_t), ('max', ctypes.c_size_t), ('pad', ctypes.c_uint32)]


def libwebp(image, quality=50, **options):
    lib = ctypes.CDLL(ctypes.util.find_library('webp'))
    config, picture, memory = Config(), Picture(), Memory()
    assert lib.WebPConfigInitInternal(ctypes.byref(config), 0, ctypes.c_float(quality), ABI)
    for name, value in options.items():
        assert hasattr(config, name)
        setattr(config, name, value)
    assert lib.WebPPictureInitInternal(ctypes.byref(picture), ABI)
    picture.width, picture.height = image.size
    assert lib.WebPPictureImportRGB(ctypes.byref(picture), image.tobytes(), 3 * image.width)
    lib.WebPMemoryWriterInit(ctypes.byref(memory))
    picture.writer = ctypes.cast(lib.WebPMemoryWrite, ctypes.c_void_p).value
    picture.custom = ctypes.addressof(memory)
    assert lib.WebPEncode(ctypes.byref(config), ctypes.byref(picture))
    return ctypes.string_at(memory.bytes, memory.size)


# Containers by hand --------------------------------------------------------------------------------------------------

def chunk(tag, content):
    return tag + struct.pack('<I', len(content)) + content + b'\0' * (len(content) & 1)


def content(webp, tag):
    at = webp.index(tag, 12)
    return webp[at + 8:at + 8 + struct.unpack('<I', webp[at + 4:at + 8])[0]]


def u24(value):
    return struct.pack('<I', value)[:3]


def extended(flags, size, *chunks):
    body = chunk(b'VP8X', struct.pack('<I', flags) + u24(size[0] - 1) + u24(size[1] - 1)) + b''.join(chunks)
    return b'RIFF' + struct.pack('<I', 4 + len(body)) + b'WEBP' + body


def frame(x, y, size, *chunks):
    head = u24(x // 2) + u24(y // 2) + u24(size[0] - 1) + u24(size[1] - 1) + u24(100) + b'\2'
    return chunk(b'ANMF', head + b''.join(chunks))


def filtered(alpha, kind):
    """What is left of alpha after 0: no, 1: horizontal, 2: vertical, 3: gradient prediction."""
    a = alpha.astype(int)
    p = np.zeros_like(a)
    if kind:
        p[0, 1:] = a[0, :-1]
        p[1:, 0] = a[:-1, 0]
        p[1:, 1:] = {1: a[1:, :-1], 2: a[:-1, 1:], 3: np.clip(a[1:, :-1] + a[:-1, 1:] - a[:-1, :-1], 0, 255)}[kind]
    return ((a - p) % 256).astype(np.uint8)


def alpha_chunk(alpha, kind, lossless):
    rest = filtered(alpha, kind)
    if not lossless:
        return chunk(b'ALPH', bytes([kind << 2]) + rest.tobytes())
    green = np.zeros(rest.shape + (3,), np.uint8)
    green[..., 1] = rest
    coded = content(pillow(Image.fromarray(green), lossless=True, exact=True), b'VP8L')
    return chunk(b'ALPH', bytes([kind << 2 | 1]) + coded[5:])


# The files -----------------------------------------------------------------------------------------------------------

for w, h in SIZES:
    for quality in (1, 30, 75, 95, 100):
        for method in (0, 6):
            made[f'q{quality}_m{method}_{w}x{h}'] = pillow(crop(COFFEE, (w, h)), quality=quality, method=method)

photo = crop(CAT, (97, 61))
noise = Image.fromarray(np.random.RandomState(7).randint(0, 256, (61, 97, 3), dtype=np.uint8))
for level, sharpness in ((0, 0), (1, 0), (20, 3), (40, 5), (60, 0), (60, 7), (100, 2), (100, 7)):
    for kind in (0, 1):
        made[f'filter{kind}_{level}_{sharpness}'] = libwebp(
            photo, 25, filter_type=kind, filter_strength=level, filter_sharpness=sharpness, autofilter=0)
made['filter_noise'] = libwebp(noise, 60, filter_type=1, filter_strength=100)
made['filter_auto'] = libwebp(photo, 25, autofilter=1)
for partitions in (1, 2, 3):
    made[f'partitions{1 << partitions}'] = libwebp(photo, 60, partitions=partitions, method=2)
for segments in (1, 2, 3, 4):
    made[f'segments{segments}'] = libwebp(photo, 40, segments=segments, sns_strength=100, method=6)
made['no_subblocks'] = libwebp(photo, 40, partition_limit=100)
made['noise_0'] = libwebp(noise, 0)
made['noise_100'] = libwebp(noise, 100)
made['wide_1'] = pillow(crop(CAT, (97, 1)), quality=60)
made['tall_1'] = pillow(crop(CAT, (1, 61)), quality=60)

ys, xs = np.mgrid[:47, :33]
alpha = ((3 * xs + 5 * ys) // 2 % 256 + (xs * ys % 7)).astype(np.uint8)
small = crop(CAT, (33, 47))
lossy = chunk(b'VP8 ', content(pillow(small, quality=80), b'VP8 '))
for lossless in (False, True):
    for kind in range(4):
        made[f'alpha_{"lossless" if lossless else "raw"}_{kind}'] = extended(
            0x10, small.size, alpha_chunk(alpha, kind, lossless), lossy)
made['alpha_without_flag'] = extended(0, small.size, alpha_chunk(alpha, 1, True), lossy)
made['alpha_flag_only'] = extended(0x10, small.size, lossy)
for levels in (0, 40, 100):
    veil = small.copy()
    veil.putalpha(Image.fromarray(alpha))
    made[f'alpha_quality{levels}'] = pillow(veil, quality=70, alpha_quality=levels)
for colours in (1, 2, 4, 16, 17):
    veil = crop(COFFEE, (16, 16))
    veil.putalpha(Image.fromarray((np.mgrid[:16, :16].sum(0) % colours * (255 // colours)).astype(np.uint8)))
    made[f'alpha_colours{colours}'] = pillow(veil, quality=70)
    made[f'lossless_colours{colours}'] = pillow(veil.quantize(colours).convert('RGBA'), lossless=True)

anim = chunk(b'ANIM', struct.pack('<IH', 0xff00ff00, 0))
whole = chunk(b'VP8L', content(pillow(crop(COFFEE, (64, 60)), lossless=True), b'VP8L'))
glass = crop(CAT, (33, 47)).convert('RGBA')
glass.putalpha(Image.fromarray(alpha))
glass = chunk(b'VP8L', content(pillow(glass, lossless=True, exact=True), b'VP8L'))
second = frame(0, 0, (64, 60), whole)
for flag, name in ((0x02, 'opaque'), (0x12, 'alpha')):
    made[f'animation_{name}_lossy'] = extended(flag, (64, 60), anim, frame(10, 6, (33, 47), lossy), second)
    made[f'animation_{name}_lossy_alpha'] = extended(
        flag, (64, 60), anim, frame(30, 12, (33, 47), alpha_chunk(alpha, 3, True), lossy), second)
    made[f'animation_{name}_lossless'] = extended(flag, (64, 60), anim, frame(0, 4, (33, 47), glass), second)

random = np.random.RandomState(3)
for w, h in SIZES:
    rgba = np.dstack([np.asarray(crop(CAT, (w, h))), random.randint(0, 256, (h, w), dtype=np.uint8)])
    rgba[random.rand(h, w) < .2] = 0
    for method in (0, 6):
        made[f'lossless_m{method}_{w}x{h}'] = pillow(Image.fromarray(rgba), lossless=True, method=method)
    made[f'lossless_opaque_{w}x{h}'] = pillow(crop(CAT, (w, h)), lossless=True, quality=100, method=6)

for name in os.listdir(HERE):
    if name.endswith('.webp'):
        os.remove(os.path.join(HERE, name))
with open(os.path.join(HERE, 'expected.csv'), 'w') as expected:
    for name, data in sorted(made.items()):
        with open(os.path.join(HERE, name + '.webp'), 'wb') as out:
            out.write(data)
        image = Image.open(io.BytesIO(data)).convert('RGBA')
        white = Image.new('RGBA', image.size, 'white')
        white.alpha_composite(image)
        digest = hashlib.sha256(white.convert('RGB').tobytes()).hexdigest()
        expected.write(f'{name}.webp,{image.width},{image.height},{digest}\n')
