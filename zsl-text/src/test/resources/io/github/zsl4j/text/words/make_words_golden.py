"""Makes the small files of word vectors and words_golden.json: what they hold, and phrases by the formulas of the papers.

Run from this folder with Python 3 and NumPy, without network:
    python make_words_golden.py
The files are written byte by byte in the four formats, then read back with a reader of its own after gensim's rules (UTF-8
with errors='replace', the first vector of a word counts). Which words a text has is written down by hand below.
"""
import gzip, json, struct
import numpy as np

D = 6
rng = np.random.RandomState(7)
WORDS = [b'the', b'of', b'a', b'cat', b'dog', b'New', b'York', b'new', b'york', b'city', b'hot', b'ice', b'cream', b'shirt',
         b'T', b't-shirt', b'U.S.', b'C++', b'&', b'.', b'2', b'1000', 'café'.encode(), '猫'.encode(), '🐱'.encode(),
         'İ'.encode(), b'caf\xc3', b'e\xe2\x82u', b'sur\xed\xa0\x80r', b'\xff\xfe', '\u00a0nb'.encode(), b'<pad>']
JOINED = [b'New_York', b'New_York_City', b'hot_dog', b'ice-cream', b'new-york']
SPACED = [b'. . .', b'at name@domain.com']            # as in GloVe's 840B file; impossible in the binary format
NUMBERS = ['0.1', '-0.25', '1e-05', '-3.5E+2', '0.12345678901234567', '+7', '.5', '-0', '12345678.9', '4.9406564584124654e-45',
           '0.000000000000000000001', '1.17549435e-38', '123456789012345', '1234567890123456789', '16777217', '5.']


def number():
    return NUMBERS[rng.randint(len(NUMBERS))] if rng.rand() < .05 else '%.5f' % rng.randn()


def row(word):
    return ['0'] * D if word == b'<pad>' else [number() for _ in range(D)]


plain = [(w, row(w)) for w in WORDS]
plain[1] = (b'of', NUMBERS[:D])
plain[2] = (b'a', NUMBERS[D:2 * D])
plain[3] = (b'cat', NUMBERS[10:10 + D])
joined = [(w, row(w)) for w in JOINED]
spaced = [(w, row(w)) for w in SPACED]
again = [(b'cat', row(b'cat')), ('caf\ufffd'.encode(), row(b''))]   # a duplicate, and one that damage makes
headed = plain[:10] + joined + plain[10:] + again
glove = [spaced[0]] + plain[:10] + joined + plain[10:] + spaced[1:] + again


def line(entry, end):
    return entry[0] + b' ' + ' '.join(entry[1]).encode() + end


header = b'%d %d\n' % (len(headed), D)
binary = header + b''.join(w + b' ' + np.array(v, np.float64).astype('<f4').tobytes() + (b'\n' if i % 2 else b'')
                           for i, (w, v) in enumerate(headed))
files = {
    'tiny.glove.txt': b''.join(line(e, b'\n') for e in glove),
    'tiny.w2v.txt': (header + b''.join(line(e, b'\n') for e in headed)).rstrip(b'\n'),
    'tiny.vec': header + b''.join(line(e, b' \n') for e in headed),
    'tiny.bin': binary,
    'tiny.glove.txt.gz': None, 'tiny.bin.gz': None,
}
for name in [n for n in files if n.endswith('.gz')]:
    files[name] = gzip.compress(files[name[:-3]], mtime=0)
for name, data in files.items():
    open(name, 'wb').write(data)


def read_text(data, has_header):
    lines = data.split(b'\n')[1 if has_header else 0:]
    for text in lines:
        if text:
            parts = text.rstrip(b' ').rsplit(b' ', D)
            yield parts[0], [np.float32(float(x)) for x in parts[1:]]


def read_binary(data):
    n, d = map(int, data[:data.index(b'\n')].split())
    at = data.index(b'\n') + 1
    for _ in range(n):
        space = data.index(b' ', at)
        yield data[at:space].lstrip(b'\n'), struct.unpack('<%df' % d, data[space + 1:space + 1 + 4 * d])
        at = space + 1 + 4 * d


def table(records):
    words, ranks, count = {}, {}, 0
    for word, vector in records:
        count += 1
        word = word.decode('utf8', errors='replace')
        if word not in words:
            words[word] = np.array(vector, np.float32)
            ranks[word] = count
    return words, ranks, count


def unpacked(name):
    data = open(name, 'rb').read()
    return gzip.decompress(data) if name.endswith('.gz') else data


tables = {n: table(read_binary(unpacked(n)) if '.bin' in n else read_text(unpacked(n), 'glove' not in n)) for n in files}

# text -> its words in the file with joiners _ and -, and in the one with - alone
PHRASES = [
    ('cat', ['cat'], ['cat']),
    ('Cat', ['cat'], ['cat']),
    ('a cat, the DOG!', ['a', 'cat', 'the', 'dog'], ['a', 'cat', 'the', 'dog']),
    ('New York', ['New_York'], ['new-york']),
    ('new york', ['new-york'], ['new-york']),
    ('the New York City', ['the', 'New_York_City'], ['the', 'new-york', 'city']),
    ('New_York', ['New_York'], ['New_York']),
    ('york new', ['york', 'new'], ['york', 'new']),
    ('Hot Dog', ['hot_dog'], ['hot', 'dog']),
    ('ice cream', ['ice-cream'], ['ice-cream']),
    ('Ice-Cream', ['ice-cream'], ['ice-cream']),
    ('ice_cat', ['ice', 'cat'], ['ice', 'cat']),
    ('T-shirt', ['t-shirt'], ['t-shirt']),
    ('dog-shirt', ['dog', 'shirt'], ['dog', 'shirt']),
    ('U.S. C++ & (cat)', ['U.S.', 'C++', 'cat'], ['U.S.', 'C++', 'cat']),
    ('caf\u00e9 \u732b \U0001f431', ['caf\u00e9', '\u732b', '\U0001f431'], ['caf\u00e9', '\u732b', '\U0001f431']),
    ('cat zorp cat of of', ['cat', 'cat', 'of', 'of'], ['cat', 'cat', 'of', 'of']),
]
FIT = [p[0] for p in PHRASES]


def mean(tab, words, unit, weight):
    vectors = [tab[0][w].astype(np.float64) for w in words]
    if unit:
        vectors = [v / np.linalg.norm(v) for v in vectors]
    return np.mean([weight(w) * v for w, v in zip(words, vectors)], axis=0)


def zipf(tab, a):
    h = np.sum(1 / np.arange(1, tab[2] + 1))
    return lambda w: a / (a + 1 / (tab[1][w] * h))


COUNTS = {'the': 500, 'of': 250, 'a': 125, 'cat': 7, 'new-york': 3.5, 'ice-cream': 1}
open('counts.txt', 'w').write(''.join('%s %g\n' % x for x in COUNTS.items()))


def counted(a):
    return lambda w: a / (a + COUNTS.get(w, 0) / sum(COUNTS.values()))


def without_common(rows):
    u = np.linalg.svd(rows, full_matrices=False)[2][0]
    return rows - np.outer(rows @ u, u)


out = []
for name, column in (('tiny.w2v.txt', 1), ('tiny.glove.txt', 2)):
    tab = tables[name]
    for recipe, unit, weight in (('unit', True, lambda w: 1), ('raw', False, lambda w: 1),
                                 ('sif zipf', True, zipf(tab, 1e-3)), ('sif counts', True, counted(1e-3))):
        rows = np.stack([mean(tab, p[column], unit, weight) for p in PHRASES])
        common = without_common(rows)
        for i, p in enumerate(PHRASES):
            out.append({'file': name, 'recipe': recipe, 'text': p[0], 'words': p[column], 'vector': rows[i].tolist(),
                        'without_common': common[i].tolist()})

pool = [0x41, 0x80, 0x9f, 0xa0, 0xbf, 0xc0, 0xc2, 0xe0, 0xe2, 0xed, 0xef, 0xf0, 0xf1, 0xf4, 0xf5, 0xff, 0x90, 0x8f]
bytes_ = [bytes(rng.choice(pool, rng.randint(1, 7)).tolist()) for _ in range(400)]
json.dump({
    'files': {n: [[w, [float(x) for x in v]] for w, v in t[0].items()] for n, t in tables.items()},
    'phrases': out,
    'fit': FIT,
    'utf8': [[b.hex(), b.decode('utf8', errors='replace')] for b in bytes_],
    'numbers': [[s, float(np.float32(float(s)))] for s in NUMBERS + ['%.*f' % (rng.randint(1, 20), x) for x in rng.randn(200)]],
}, open('words_golden.json', 'w'), separators=(',', ':'))
