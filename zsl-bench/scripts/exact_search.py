"""Top 10 of 10,000 x 512 vectors with zsl4j's ExactIndex and with NumPy, in turn, and prints ratios.

  python zsl-bench/scripts/exact_search.py [rounds]

in the repository's root, with numpy installed. NumPy's side is argpartition(q @ X.T) on float32, as its BLAS has it for this
processor; it need not sort, and zsl4j does. Both sides have one thread, then two. The sides take turns in blocks of some
milliseconds, so that other load meets both; a figure is the median of all repetitions of a side, in milliseconds, `best`
the ratio of the fastest ones, and `CPU` the ratio of the processor time of the whole processes, which other load changes
least. Before anything is timed, both sides must find the same items for every query.
"""
import os, statistics as st, subprocess, sys, tempfile, time

N, D, K, BATCHES = 10000, 512, 10, (1, 16, 256)
WORK = os.path.join(tempfile.gettempdir(), 'zsl4j-bench', 'exact-search')


def classpath():
    file = os.path.join('target', 'exact-search.classpath')
    subprocess.run(['./mvnw', '-q', '-DskipTests', '-pl', 'zsl-core', 'package', 'dependency:build-classpath', '-Dmdep.outputFile=' + file], check=True)
    classes = os.path.join(WORK, 'classes')
    core = os.path.join('zsl-core', 'target', 'classes') + os.pathsep + open(os.path.join('zsl-core', file)).read()
    subprocess.run(['javac', '-d', classes, '-cp', core, 'zsl-bench/src/main/java/io/github/zsl4j/bench/ExactSearch.java'], check=True)
    return classes + os.pathsep + core


class Java:
    def __init__(self, path, files, threads):
        self.process = subprocess.Popen(['java', '-Xmx1g', '-cp', path, 'io.github.zsl4j.bench.ExactSearch', *files, str(D), str(threads)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)

    def ask(self, line):
        print(line, file=self.process.stdin, flush=True)
        return [float(x) for x in self.process.stdout.readline().split()]


def one_side(threads, rounds):
    import numpy as np
    r = np.random.default_rng(1)
    x, q = (v / np.linalg.norm(v, axis=1, keepdims=True) for v in (r.normal(size=(n, D)) for n in (N, max(BATCHES))))
    x, q = x.astype('<f4'), q.astype('<f4')
    files = [os.path.join(WORK, name) for name in ('items.f32', 'queries.f32')]
    x.tofile(files[0]); q.tofile(files[1])
    java = Java(os.environ['ZSL_CLASSPATH'], files, threads)

    def numpy(n):
        return np.argpartition(q[:n] @ x.T, -K, axis=1)[:, -K:]

    def times(n, count):
        taken, cpu = [], time.process_time()
        for _ in range(count):
            start = time.perf_counter(); numpy(n)
            taken.append(1e3 * (time.perf_counter() - start))
        return 1e3 * (time.process_time() - cpu) / count, taken

    found = np.array(java.ask('keys'), int).reshape(-1, K)
    assert (np.sort(found, axis=1) == np.sort(numpy(len(q)), axis=1)).all(), 'the sides find different items'
    for n in BATCHES:
        count = max(2, 256 // n)
        times(n, count); [java.ask('%d %d' % (n, count)) for _ in range(12)]
        mine, theirs, my_times, their_times = [], [], [], []
        for _ in range(rounds):
            cpu, taken = times(n, count)
            theirs.append(cpu); their_times += taken
            cpu, *taken = java.ask('%d %d' % (n, count))
            mine.append(cpu); my_times += taken
        a, b = st.median(my_times), st.median(their_times)
        best, cpu = min(my_times) / min(their_times), st.median(mine) / st.median(theirs)
        print('%7d %7d %9.2f %9.2f %6.2f %6.2f %6.2f' % (threads, n, a, b, a / b, best, cpu), flush=True)
    java.process.stdin.close(); java.process.wait()


def main(rounds):
    os.makedirs(WORK, exist_ok=True)
    env = {k: v for k, v in os.environ.items() if not k.startswith('OPENBLAS_')}
    env['ZSL_CLASSPATH'] = classpath()
    print('%7s %7s %9s %9s %6s %6s %6s' % ('threads', 'queries', 'zsl4j', 'NumPy', 'ratio', 'best', 'CPU'), flush=True)
    for threads in 1, 2:
        counts = {name: str(threads) for name in ('OMP_NUM_THREADS', 'OPENBLAS_NUM_THREADS', 'MKL_NUM_THREADS')}
        subprocess.run([sys.executable, __file__, str(rounds), str(threads)], env={**env, **counts}, check=True)


if __name__ == '__main__':
    if len(sys.argv) > 2:
        one_side(int(sys.argv[2]), int(sys.argv[1]))
    else:
        main(int(sys.argv[1]) if len(sys.argv) > 1 else 20)
