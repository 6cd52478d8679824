"""Makes the pictures of this folder, and two lists of what Pillow makes of them.

Run in the repository's root with Pillow 12.3 and numpy:
  python zsl-vision/src/test/resources/pictures/orientation/make_orientation.py
expected.csv: file, width, height, SHA-256 of the RGB bytes of ImageOps.exif_transpose, row by row.
exif.csv: kind, orientation that Pillow reads (1 where it reads none of 1 to 8), the EXIF block in hexadecimal. Blocks for
which Pillow raises an error are left out. Pictures are read from memory: from files, Pillow maps some TIFFs wrongly.
"""
import hashlib, io, os, random, struct, warnings, zlib
import numpy as np
from PIL import Image, ImageOps, TiffImagePlugin

warnings.simplefilter('ignore')
HERE = os.path.dirname(os.path.abspath(__file__))
random.seed(274)
MARK = b'Exif\0\0'
XAP = b'http://ns.adobe.com/xap/1.0/\0'
pixels = np.zeros((5, 8, 3), np.uint8)
pixels[..., 0] = np.arange(8) * 30
pixels[..., 1] = np.arange(5)[:, None] * 50
IMAGE = Image.fromarray(pixels)
made = {}


def encoded(kind, **options):
    out = io.BytesIO()
    IMAGE.save(out, kind, **options)
    return out.getvalue()


# Metadata --------------------------------------------------------------------------------------------------------------

SIZE = {1: 1, 2: 1, 3: 2, 4: 4, 5: 8, 6: 1, 7: 1, 8: 2, 9: 4, 10: 8, 11: 4, 12: 8, 13: 4}
FORM = {1: 'B', 3: 'H', 4: 'I', 6: 'b', 7: 'B', 8: 'h', 9: 'i', 11: 'f', 12: 'd', 13: 'I'}


def value(order, kind, number):
    if kind == 2:
        return b'%d\0' % number
    return struct.pack(order + 'Ii', number, 1) if kind in (5, 10) else struct.pack(order + FORM[kind], number)


def directory(order, entries, start=8, claimed=None):
    """entries: tag, type, count, data, and where the data are said to be (None: behind the directory)."""
    body, extra, base = b'', b'', start + 6 + 12 * len(entries)
    for tag, kind, count, data, *at in entries:
        field = data.ljust(4, b'\0') if len(data) <= 4 else struct.pack(order + 'I', at[0] if at else base + len(extra))
        extra += data if len(data) > 4 else b''
        body += struct.pack(order + 'HHI', tag, kind, count) + field
    head = (b'II' if order == '<' else b'MM') + struct.pack(order + 'HI', 42, start)
    return head.ljust(start, b'\0') + struct.pack(order + 'H', claimed or len(entries)) + body + b'\0' * 4 + extra


def orientation(number, order='>', kind=3, count=1):
    return 274, kind, count, value(order, kind, number) * (count if kind == 3 else 1)


def exif(number, order='>', **options):
    return directory(order, [orientation(number, order, **options)])


def xmp(number, element=False):
    return b'<x><tiff:Orientation>%d</tiff:Orientation></x>' % number if element else b'<x tiff:Orientation="%d"/>' % number


# Containers ------------------------------------------------------------------------------------------------------------

JPEG, PNG = encoded('JPEG', quality=95, subsampling=0), encoded('PNG')
WEBP = encoded('WEBP', lossless=True)
VP8L = WEBP[12:16], WEBP[20:20 + struct.unpack('<I', WEBP[16:20])[0]]


def jpeg(*app1):
    return JPEG[:2] + b''.join(b'\xff\xe1' + struct.pack('>H', len(a) + 2) + a for a in app1) + JPEG[2:]


def chunk(kind, content):
    return struct.pack('>I', len(content)) + kind + content + struct.pack('>I', zlib.crc32(kind + content))


def png(*before, after=()):
    return PNG[:33] + b''.join(before) + PNG[33:-12] + b''.join(after) + PNG[-12:]


def text(key, content):
    return chunk(b'tEXt', key + b'\0' + content)


def packed(key, content):
    return chunk(b'zTXt', key + b'\0\0' + zlib.compress(content))


def international(key, content, compressed):
    return chunk(b'iTXt', key + bytes([0, compressed, 0, 0, 0]) + (zlib.compress(content) if compressed else content))


def magick(block):
    """How ImageMagick writes EXIF into texts."""
    digits = block.hex()
    return ('\nexif\n%8d\n' % len(block) + '\n'.join(digits[i:i + 72] for i in range(0, len(digits), 72)) + '\n').encode()


def webp(flags, *chunks):
    extended = [] if flags is None else [(b'VP8X', bytes([flags, 0, 0, 0, 7, 0, 0, 4, 0, 0]))]
    body = b''.join(t + struct.pack('<I', len(c)) + c + b'\0' * (len(c) % 2) for t, c in [*extended, *chunks])
    return b'RIFF' + struct.pack('<I', 4 + len(body)) + b'WEBP' + body


def tiff(number=None, xmp_packet=None, kind=1, **options):
    ifd = TiffImagePlugin.ImageFileDirectory_v2()
    if number is not None:
        ifd[274] = number
    if xmp_packet:
        ifd.tagtype[700] = kind
        ifd[700] = xmp_packet
    return encoded('TIFF', tiffinfo=ifd, **options)


def containers():
    for n in range(1, 9):
        order = '<>'[n % 2]
        made[f'jpeg_{n}.jpg'] = jpeg(MARK + exif(n, order))
        made[f'png_{n}.png'] = png(chunk(b'eXIf', exif(n, order)))
        made[f'webp_{n}.webp'] = webp(8, VP8L, (b'EXIF', (MARK if n > 4 else b'') + exif(n, order)))
        made[f'tiff_{n}.tif'] = tiff(n, compression=['tiff_lzw', 'raw'][n % 2])
    key, profile = b'XML:com.adobe.xmp', b'Raw profile type exif'
    made['jpeg_xmp.jpg'] = jpeg(XAP + xmp(6))
    made['jpeg_two_xmp.jpg'] = jpeg(XAP + xmp(6), XAP + xmp(3, True))
    made['jpeg_two_exif.jpg'] = jpeg(MARK + exif(6), MARK + exif(3))
    made['jpeg_exif_before_xmp.jpg'] = jpeg(XAP + xmp(3), MARK + exif(6))
    made['jpeg_upright_exif_before_xmp.jpg'] = jpeg(XAP + xmp(3), MARK + exif(0))
    made['jpeg_exif_without_tag.jpg'] = jpeg(XAP + xmp(3), MARK + directory('>', [(271, 2, 3, b'Me\0')]))
    long = directory('>', [(271, 2, 40, b'm' * 40), orientation(6)])
    made['jpeg_exif_in_two_parts.jpg'] = jpeg(MARK + long[:60], MARK + long[60:])
    made['jpeg_exif_cut.jpg'] = jpeg(MARK + long[:60])
    made['png_after.png'] = png(after=[chunk(b'eXIf', exif(6))])
    made['png_two.png'] = png(chunk(b'eXIf', exif(6)), after=[chunk(b'eXIf', exif(3))])
    made['png_profile.png'] = png(packed(profile, magick(MARK + exif(6))))
    made['png_profile_plain.png'] = png(text(profile, magick(MARK + exif(5))))
    made['png_profile_international.png'] = png(international(profile, magick(MARK + exif(7)), 1))
    made['png_profile_after_exif.png'] = png(packed(profile, magick(MARK + exif(6))), chunk(b'eXIf', exif(3)))
    made['png_profile_app1.png'] = png(packed(b'Raw profile type APP1', magick(MARK + exif(6))))
    made['png_text_exif.png'] = png(text(b'exif', MARK + exif(8)))
    made['png_xmp.png'] = png(international(key, xmp(6), 0))
    made['png_xmp_compressed.png'] = png(international(key, xmp(6, True), 1))
    made['png_xmp_plain.png'] = png(text(key, xmp(8)))
    made['png_xmp_packed.png'] = png(packed(key, xmp(4)))
    made['png_xmp_two.png'] = png(international(key, xmp(6), 0), international(key, xmp(3), 0))
    made['webp_xmp.webp'] = webp(4, VP8L, (b'XMP ', xmp(6)))
    made['webp_both.webp'] = webp(12, VP8L, (b'EXIF', exif(6)), (b'XMP ', xmp(3)))
    made['webp_two.webp'] = webp(8, VP8L, (b'EXIF', exif(6)), (b'EXIF', exif(3)))
    made['webp_not_announced.webp'] = webp(0, VP8L, (b'EXIF', exif(6)), (b'XMP ', xmp(6)))
    made['webp_simple.webp'] = webp(None, VP8L, (b'EXIF', exif(6)))
    made['tiff_xmp.tif'] = tiff(xmp_packet=xmp(6))
    made['tiff_xmp_undefined.tif'] = tiff(xmp_packet=xmp(8, True), kind=7)
    made['tiff_both.tif'] = tiff(6, xmp(3))


def blocks(order):
    text_entry = 271, 2, 6, b'Canon\0'
    for n in (0, 1, 3, 6, 8, 9, 65535):
        yield 'short', exif(n, order)
        yield 'camera', MARK + directory(order, [text_entry, orientation(n, order), (282, 5, 1, struct.pack(order + 'II', 72, 1))])
    for kind in SIZE:
        yield f'type{kind}', directory(order, [(274, kind, len(value(order, kind, 6)) // SIZE[kind], value(order, kind, 6))])
    yield 'fraction', directory(order, [(274, 5, 1, struct.pack(order + 'II', 12, 2))])
    yield 'fraction', directory(order, [(274, 5, 1, struct.pack(order + 'II', 13, 2))])
    yield 'count', exif(6, order, count=2)
    yield 'count', exif(6, order, count=5)
    yield 'none', directory(order, [(274, 3, 0, value(order, 3, 6))])
    yield 'two', directory(order, [orientation(6, order), orientation(3, order)])
    yield 'marks', MARK + MARK + exif(6, order)
    yield 'far', directory(order, [orientation(6, order)], start=20)
    yield 'claims', directory(order, [orientation(6, order)], claimed=60000)
    yield 'outside', directory(order, [(*text_entry, 9000), orientation(6, order)])
    yield 'huge', directory(order, [(273, 4, 2**31 - 1, b'12345678'), orientation(6, order)])
    yield 'unknown', directory(order, [(270, 99, 7, b'12345678'), orientation(6, order)])
    whole = MARK + directory(order, [text_entry, orientation(6, order)])
    for end in range(14, len(whole), 3):
        yield 'cut', whole[:end]
    for _ in range(60):
        spoiled = bytearray(whole)
        for _ in range(random.randint(1, 3)):
            spoiled[random.randrange(len(spoiled))] = random.choice([0, 255, random.randrange(256)])
        yield 'spoiled', bytes(spoiled)


def read(block):
    try:
        metadata = Image.Exif()
        metadata.load(block)
        number = metadata.get(274)
    except Exception:
        return None
    return int(number) if number in (1, 2, 3, 4, 5, 6, 7, 8) else 1


containers()
with open(os.path.join(HERE, 'expected.csv'), 'w') as out:
    for name, data in sorted(made.items()):
        with open(os.path.join(HERE, name), 'wb') as file:
            file.write(data)
        picture = ImageOps.exif_transpose(Image.open(io.BytesIO(data))).convert('RGB')
        digest = hashlib.sha256(picture.tobytes()).hexdigest()
        out.write(f'{name},{picture.width},{picture.height},{digest}\n')
with open(os.path.join(HERE, 'exif.csv'), 'w') as out:
    for order in '<>':
        for kind, block in blocks(order):
            number = read(block)
            if number is not None:
                out.write(f'{kind},{number},{block.hex()}\n')
