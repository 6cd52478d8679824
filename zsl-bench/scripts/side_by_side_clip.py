"""Runs zsl4j and its peers in turn on one CLIP, and prints pictures per second and ratios.

  python zsl-bench/scripts/make_clip.py MODEL
  python zsl-bench/scripts/side_by_side_clip.py MODEL [throughput|ensemble|soak ...]

in the repository's root, with the packages of make_clip.py, pillow and numpy installed. Same pictures, labels, files of the
model and number of threads for all; runs alternate, figures are medians.
"""
import os, shutil, statistics as st, subprocess, sys
import side_by_side as s

LABELS = 100
ROUNDS = int(os.environ.get('ROUNDS', 3))


def label_file(count):
    file = os.path.join(s.WORK, 'labels-%d' % count)
    names = [l.split('\t')[2] for l in open(os.path.dirname(s.MODEL) + '/classes.tsv', encoding='utf-8').read().split('\n')[1:] if l]
    open(file, 'w', encoding='utf-8').write('\n'.join(list(dict.fromkeys(names))[:count]) + '\n')
    return file


def onnx_loop(model, folder, labels, threads, passes):
    """Plain Pillow, NumPy and onnxruntime; the labels are encoded once, before the clock starts."""
    import glob, time, numpy as np, onnxruntime as ort
    from PIL import Image
    from tokenizers import Tokenizer
    o = ort.SessionOptions(); o.intra_op_num_threads = threads; o.inter_op_num_threads = 1
    vision, text = (ort.InferenceSession(model + '/onnx/%s_model.onnx' % n, o) for n in ('vision', 'text'))
    tok = Tokenizer.from_file(model + '/tokenizer.json'); tok.enable_truncation(77); tok.enable_padding(length=77, pad_id=49407)
    ids = np.array([e.ids for e in tok.encode_batch(['a photo of a %s.' % l for l in open(labels).read().split('\n')[:-1]])], np.int64)
    t = np.concatenate([text.run(['text_embeds'], {'input_ids': ids[i:i + 16]})[0] for i in range(0, len(ids), 16)]); t /= np.linalg.norm(t, axis=1, keepdims=True)
    mean, std = np.float32([0.48145466, 0.4578275, 0.40821073]), np.float32([0.26862954, 0.26130258, 0.27577711])
    for k in range(passes):
        start = time.perf_counter(); files = sorted(glob.glob(folder + '/*.jpg'))
        for f in files:
            im = Image.open(f).convert('RGB'); w, h = im.size
            im = im.resize((224, int(224 * h / w)) if w < h else (int(224 * w / h), 224), Image.BICUBIC)
            l, u = (im.size[0] - 224) // 2, (im.size[1] - 224) // 2
            x = ((np.asarray(im.crop((l, u, l + 224, u + 224)), np.float32) / np.float32(255) - mean) / std).transpose(2, 0, 1)
            v = vision.run(['image_embeds'], {'pixel_values': np.ascontiguousarray(x[None])})[0]
            z = 100 * (v / np.linalg.norm(v)) @ t.T; p = np.exp(z - z.max()); p /= p.sum()
        if k: print(len(files) / (time.perf_counter() - start))


def pipeline(model, folder, labels, threads, passes):
    """The transformers pipeline as its documentation shows it."""
    import glob, time, torch
    from transformers import pipeline
    torch.set_num_threads(threads)
    run = pipeline('zero-shot-image-classification', model=model, device='cpu'); names = open(labels).read().split('\n')[:-1]
    for k in range(passes):
        start = time.perf_counter(); files = sorted(glob.glob(folder + '/*.jpg'))
        for f in files: run(f, candidate_labels=names, hypothesis_template='a photo of a {}.')
        if k: print(len(files) / (time.perf_counter() - start))


def throughput_bench(model, cp):
    folder, few, labels = s.photographs(100), s.photographs(8), label_file(LABELS)
    java = lambda name, m, f, *rest: s.JAVA + ['-cp', cp, 'io.github.zsl4j.bench.' + name, m, f, labels] + [str(r) for r in rest]
    me = [sys.executable, __file__]
    for threads in (1, 2):
        runs = {
            'zsl4j on ONNX Runtime': java('ClipThroughput', model, folder, threads, 2),
            'zsl4j on PyTorch': java('ClipThroughput', model, folder, threads, 2, 'PyTorch'),
            'plain onnxruntime loop': me + ['onnx-loop', model, folder, labels, str(threads), '2'],
            'transformers pipeline': me + ['pipeline', model, few, labels, str(threads), '2'],
            "DJL's translator": java('DjlTranslatorThroughput', model + '/djl', few, threads, 2),
        }
        got = {name: [] for name in runs}
        for _ in range(ROUNDS):
            for name, command in runs.items(): got[name] += map(float, s.lines(command))
        ours = st.median(got['zsl4j on ONNX Runtime'])
        for name, values in got.items():
            print('%d thread(s), %d labels: %-22s %7.2f pictures/s, zsl4j is %.2f times as fast' % (threads, LABELS, name, st.median(values), ours / st.median(values)), flush=True)


def ensemble_bench(model, cp):
    cache = os.path.join(s.WORK, 'class-cache'); shutil.rmtree(cache, ignore_errors=True)
    command = s.JAVA + ['-cp', cp, 'io.github.zsl4j.bench.EnsembleStart', model, label_file(1000), cache, 'docs/pictures/coffee.jpg']
    for start in ('first', 'second', 'third'):
        rows = [l.split() for l in s.lines(command)]
        m = lambda k: st.median(float(v) for n, v in rows if n == k)
        print('%s start, 1,000 labels x 80 templates: ready in %.2f s; a picture %.2f ms, with one template %.2f ms' % (start, m('ready'), m('ensemble'), m('single')), flush=True)


def soak_bench(model, cp):
    folder = s.photographs(20); small = os.path.join(s.WORK, 'small'); os.makedirs(small, exist_ok=True)
    from PIL import Image
    for f in os.listdir(folder): Image.open(os.path.join(folder, f)).resize((96, 64)).save(os.path.join(small, f))
    for workers in (1, 8):
        print('%d worker(s), 20,000 pictures: done and MB' % workers, ', '.join(s.lines(s.JAVA + ['-Xmx256m', '-cp', cp, 'io.github.zsl4j.bench.Soak', model, small, '20000', str(workers)])), flush=True)


if __name__ == '__main__':
    if sys.argv[1] == 'onnx-loop': onnx_loop(*sys.argv[2:5], int(sys.argv[5]), int(sys.argv[6]))
    elif sys.argv[1] == 'pipeline': pipeline(*sys.argv[2:5], int(sys.argv[5]), int(sys.argv[6]))
    else:
        os.makedirs(s.WORK, exist_ok=True); cp = s.classpath()
        for name in sys.argv[2:] or ['throughput', 'ensemble']: globals()[name + '_bench'](os.path.abspath(sys.argv[1]), cp)
