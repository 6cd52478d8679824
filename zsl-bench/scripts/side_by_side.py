"""Runs zsl4j and its peers in turn on the same pictures, and prints ratios.

  python zsl-bench/scripts/side_by_side.py [folder|labels|start|memory ...]

in the repository's root, after ./mvnw -DskipTests package, with numpy, pillow and onnxruntime installed. Each figure is the
median of the runs; runs of both sides alternate, so that a machine that changes its speed changes both.
"""
import glob, os, random, statistics as st, subprocess, sys, tempfile, time
from PIL import Image

MODEL = 'models/zsl-model-default/src/main/resources/io/github/zsl4j/models/defaultmodel/image-encoder.onnx'
WORK = os.path.join(tempfile.gettempdir(), 'zsl4j-bench')
JAVA = ['java', '-XX:+UseSerialGC', '-Xmn96m', '-XX:SurvivorRatio=1']


def classpath():
    file = os.path.join(WORK, 'classpath')
    # With all modules in one go, so that it works without an install; zsl-bench is the last to write the file.
    subprocess.run(['./mvnw', '-q', '-DskipTests', '-pl', 'zsl-bench', '-am', 'package', 'dependency:build-classpath', '-Dmdep.outputFile=' + file], check=True)
    return 'zsl-bench/target/classes:' + open(file).read()


def photographs(count):
    """Random crops of the documentation's photographs, 480 to 1600 pixels wide, as JPEG of quality 90."""
    folder = os.path.join(WORK, 'photos-%d' % count)
    if len(glob.glob(folder + '/*.jpg')) == count: return folder
    os.makedirs(folder, exist_ok=True); rnd = random.Random(1)
    sources = [Image.open(f).convert('RGB') for f in sorted(glob.glob('docs/pictures/*.jpg'))]
    for i in range(count):
        im = rnd.choice(sources); w, h = im.size; s = rnd.uniform(.6, 1); cw, ch = int(w * s), int(h * s)
        x, y = rnd.randint(0, w - cw), rnd.randint(0, h - ch); width = rnd.randint(480, 1600)
        im.crop((x, y, x + cw, y + ch)).resize((width, int(width * ch / cw)), Image.BICUBIC).save('%s/%05d.jpg' % (folder, i), quality=90)
    return folder


def python_loop(folder, threads, passes):
    """The plain peer: Pillow and onnxruntime in a loop. Prints pictures per second."""
    import numpy as np, onnxruntime as ort
    o = ort.SessionOptions(); o.intra_op_num_threads = threads; o.inter_op_num_threads = 1
    s = ort.InferenceSession(MODEL, o); files = sorted(glob.glob(folder + '/*.jpg'))
    for k in range(passes):
        t = time.perf_counter()
        for f in files:
            im = Image.open(f).convert('RGB'); w, h = im.size
            im = im.resize((292, int(292 * h / w)) if w < h else (int(292 * w / h), 292), Image.BICUBIC)
            l, u = (im.size[0] - 260) // 2, (im.size[1] - 260) // 2
            x = ((np.asarray(im.crop((l, u, l + 260, u + 260)), np.float32) - 127) / 128).transpose(2, 0, 1)
            s.run(['features'], {'pixel_values': np.ascontiguousarray(x[None])})
        if k: print(len(files) / (time.perf_counter() - t))


def lines(command):
    return subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True).stdout.split('\n')[:-1]


def folder_bench(cp):
    folder = photographs(200)
    for threads in (1, 2):
        ours, theirs = [], []
        for _ in range(3):
            ours += map(float, lines(JAVA + ['-cp', cp, 'io.github.zsl4j.bench.FolderThroughput', folder, str(threads), '3']))
            theirs += map(float, lines([sys.executable, __file__, 'python-loop', folder, str(threads), '3']))
        print('folder of 200, %d thread(s): zsl4j %.1f, Pillow + onnxruntime %.1f pictures/s, ratio %.2f' % (threads, st.median(ours), st.median(theirs), st.median(ours) / st.median(theirs)))


def labels_bench(cp):
    words = os.path.join(WORK, 'words')
    tsv = os.path.dirname(MODEL) + '/classes.tsv'
    names = list(dict.fromkeys(l.split('\t')[2] for l in open(tsv, encoding='utf-8').read().split('\n')[1:] if l))
    open(words, 'w', encoding='utf-8').write('\n'.join((names + [n + ' toy' for n in names])[:1000]) + '\n')
    r = [l.split() for l in lines(JAVA + ['-cp', cp, 'io.github.zsl4j.bench.LabelScaling', words, 'docs/pictures/coffee.jpg'])]
    m = lambda k: st.median(float(b) for a, b in r if a == k)
    print('labels: classifier for 10 in %.0f ms, for 1000 in %.0f ms; per picture %.2f and %.2f ms, ratio %.3f' % (m('build-10'), m('build-1000'), m('10'), m('1000'), m('1000') / m('10')))


def seconds(command):
    t = time.perf_counter(); subprocess.run(command, check=True, stdout=subprocess.DEVNULL); return time.perf_counter() - t


def start_bench(cp):
    zsl = ['./zsl', 'classify', 'docs/pictures/cat.jpg', '--labels', 'cat,dog,astronaut,cup of coffee,motorcycle,rocket launch,temple,flower,photographer']
    bare = ['java', '-cp', cp, 'io.github.zsl4j.bench.BareStart', MODEL]
    seconds(zsl); seconds(bare); a, b = [], []
    for _ in range(9): a.append(seconds(zsl)); b.append(seconds(bare))
    print('start to first ranking of 9 labels: ./zsl %.2f s, bare JVM with ONNX Runtime %.2f s, ratio %.2f' % (st.median(a), st.median(b), st.median(a) / st.median(b)))


def peak(folder):
    p = subprocess.Popen(['./zsl', 'classify', folder, '--labels', 'cat,dog,temple', '--json'], stdout=subprocess.DEVNULL)
    _, status, usage = os.wait4(p.pid, 0)
    assert status == 0
    return usage.ru_maxrss / 1024


def memory_bench(cp):
    small, large = photographs(200), photographs(2000)
    a, b = [], []
    for _ in range(3): a.append(peak(small)); b.append(peak(large))
    print('peak memory: %.0f MB for 200 pictures, %.0f MB for 2000, ratio %.2f' % (st.median(a), st.median(b), st.median(b) / st.median(a)))


if __name__ == '__main__':
    if sys.argv[1:2] == ['python-loop']:
        python_loop(sys.argv[2], int(sys.argv[3]), int(sys.argv[4]))
    else:
        os.makedirs(WORK, exist_ok=True); cp = classpath()
        for name in sys.argv[1:] or ['folder', 'labels', 'start', 'memory']: globals()[name + '_bench'](cp)
