"""Top 10 of 10,000 x 512 vectors with zsl4j's ExactIndex and with NumPy, in turn, and prints ratios.

  python zsl-bench/scripts/exact_search.py [rounds]

in the repository's root, with numpy installed. zsl4j is measured twice, with the kernel of plain Java ("columns") and with that of
zsl-simd ("vector"), on the Java that JAVA_HOME names, else the one on the PATH. NumPy's side is argpartition(q @ X.T) on float32, as
its BLAS has it for this processor; it need not sort, and zsl4j does. All have one thread, then two. They take turns in blocks of some
milliseconds, so that other load meets all; a figure is the median of all repetitions, in milliseconds, `ratio` that of the medians,
`best` the ratio of the fastest ones, and `CPU` the ratio of the processor time of the whole processes, which other load changes
least. Before anything is timed, all must find the same items for every query.
"""
import os, statistics as st, subprocess, sys, tempfile, time

N, D, K, BATCHES = 10000, 512, 10, (1, 16, 256)
WORK = os.path.join(tempfile.gettempdir(), 'zsl4j-bench', 'exact-search')
KERNELS = 'columns', 'vector'


def jdk(tool):
    return os.path.join(os.environ['JAVA_HOME'], 'bin', tool) if os.environ.get('JAVA_HOME') else tool


def classpath():
    simd, file = os.path.join('integrations', 'zsl-simd', 'target'), 'exact-search.classpath'
    subprocess.run(['./mvnw', '-q', '-DskipTests', '-pl', 'integrations/zsl-simd', '-am', 'package', 'dependency:build-classpath', '-DincludeScope=runtime', '-Dmdep.outputFile=' + os.path.join('target', file)], check=True)
    classes = os.path.join(WORK, 'classes')
    path = os.pathsep.join([os.path.join(simd, 'classes'), open(os.path.join(simd, file)).read()])
    subprocess.run([jdk('javac'), '-d', classes, '-cp', path, 'zsl-bench/src/main/java/io/github/zsl4j/bench/ExactSearch.java'], check=True)
    return classes + os.pathsep + path


class Java:
    def __init__(self, kernel, files, threads):
        options = ['--add-modules', 'jdk.incubator.vector'] if kernel == 'vector' else []
        self.process = subprocess.Popen([jdk('java'), '-Xmx1g', *options, '-Dzsl4j.kernel=' + kernel, '-cp', os.environ['ZSL_CLASSPATH'], 'io.github.zsl4j.bench.ExactSearch', *files, str(D), str(threads)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)

    def ask(self, line):
        print(line, file=self.process.stdin, flush=True)
        return self.process.stdout.readline().split()

    def times(self, n, count):
        cpu, *taken = map(float, self.ask('%d %d' % (n, count)))
        return cpu, taken

    def close(self):
        self.process.stdin.close(); self.process.wait()


class NumPy:
    def __init__(self, x, q):
        self.x, self.q = x, q

    def search(self, n):
        import numpy as np
        return np.argpartition(self.q[:n] @ self.x.T, -K, axis=1)[:, -K:]

    def times(self, n, count):
        taken, cpu = [], time.process_time()
        for _ in range(count):
            start = time.perf_counter(); self.search(n)
            taken.append(1e3 * (time.perf_counter() - start))
        return 1e3 * (time.process_time() - cpu) / count, taken


def require_same(numpy, java):
    import numpy as np
    found = np.array(java.ask('keys'), int).reshape(-1, K)
    assert (np.sort(found, axis=1) == np.sort(numpy.search(len(found)), axis=1)).all(), 'they find different items'


def in_turn(sides, n, rounds):
    count = max(2, 256 // n)
    for side in sides:
        [side.times(n, count) for _ in range(12)]
    cpu, taken = [[] for _ in sides], [[] for _ in sides]
    for _ in range(rounds):
        for i, side in enumerate(sides):
            c, t = side.times(n, count)
            cpu[i].append(c); taken[i] += t
    return [(st.median(t), min(t), st.median(c)) for t, c in zip(taken, cpu)]


def one_setting(threads, rounds):
    import numpy as np
    r = np.random.default_rng(1)
    x, q = (v / np.linalg.norm(v, axis=1, keepdims=True) for v in (r.normal(size=(n, D)) for n in (N, max(BATCHES))))
    x, q = x.astype('<f4'), q.astype('<f4')
    files = [os.path.join(WORK, name) for name in ('items.f32', 'queries.f32')]
    x.tofile(files[0]); q.tofile(files[1])
    numpy, javas = NumPy(x, q), [Java(kernel, files, threads) for kernel in KERNELS]
    for java in javas:
        require_same(numpy, java)
    names = [java.ask('kernel') for java in javas]
    for n in BATCHES:
        theirs, *mine = in_turn([numpy, *javas], n, rounds)
        for (kernel, version), ours in zip(names, mine):
            ratios = [a / b for a, b in zip(ours, theirs)]
            print('%7d %7d %5s %8s %9.2f %9.2f %6.2f %6.2f %6.2f' % (threads, n, version, kernel, ours[0], theirs[0], *ratios), flush=True)
    [java.close() for java in javas]


def main(rounds):
    os.makedirs(WORK, exist_ok=True)
    env = {k: v for k, v in os.environ.items() if not k.startswith('OPENBLAS_')}
    env['ZSL_CLASSPATH'] = classpath()
    print('%7s %7s %5s %8s %9s %9s %6s %6s %6s' % ('threads', 'queries', 'Java', 'kernel', 'zsl4j', 'NumPy', 'ratio', 'best', 'CPU'), flush=True)
    for threads in 1, 2:
        counts = {name: str(threads) for name in ('OMP_NUM_THREADS', 'OPENBLAS_NUM_THREADS', 'MKL_NUM_THREADS')}
        subprocess.run([sys.executable, __file__, str(rounds), str(threads)], env={**env, **counts}, check=True)


if __name__ == '__main__':
    if len(sys.argv) > 2:
        one_setting(int(sys.argv[2]), int(sys.argv[1]))
    else:
        main(int(sys.argv[1]) if len(sys.argv) > 1 else 20)
