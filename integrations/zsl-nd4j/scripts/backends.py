"""Times the large operations of the closed forms in plain Java, on ND4J's OpenBLAS and in NumPy, in turn.

  python integrations/zsl-nd4j/scripts/backends.py [rounds]

in the repository's root, with numpy and threadpoolctl installed, on Linux. Operations on X [20000, 2048] and W [2048, 312]
in float64: XᵀX, XW, G², (G + I)⁻¹W and the eigenvectors of G + I with G = XᵀX. A figure is the median of the rounds (1 if
not given), each the better of two runs in a fresh process (eigenvectors: one run). OpenBLAS chooses its kernel by the
processor; the last column but one has the older one for AVX2.
"""
import os, re, statistics as st, subprocess, sys, tempfile, time

N, D, A = 20000, 2048, 312
MODULE = 'integrations/zsl-nd4j'


def classpath():
    file = os.path.join(tempfile.gettempdir(), 'zsl4j-nd4j-classpath')
    subprocess.run(['./mvnw', '-q', '-ntp', '-DskipTests', '-pl', MODULE, '-am', 'package', 'dependency:build-classpath', '-Dmdep.outputFile=' + file], check=True)
    return MODULE + '/target/classes:' + MODULE + '/target/test-classes:' + open(file).read()


def environment(kernel):
    env = {k: v for k, v in os.environ.items() if k != 'OPENBLAS_CORETYPE'}
    return env | ({'OPENBLAS_CORETYPE': kernel} if kernel else {}) | {'OPENBLAS_VERBOSE': '2'}


def run(command, kernel=None):
    out = subprocess.run(command, check=True, env=environment(kernel), stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True).stdout
    kernels = set(re.findall(r'Core: (\w+)', out))
    times = dict(line.split() for line in out.splitlines() if re.fullmatch(r'\w+ -?[\d.]+', line))
    return {k: float(v) for k, v in times.items()}, '/'.join(kernels)


def numpy():
    """What the child process for NumPy does."""
    import numpy as np
    from threadpoolctl import threadpool_info
    print('Core:', threadpool_info()[0]['architecture'])
    r = np.random.default_rng(1)
    x, w = r.uniform(-1, 1, (N, D)), r.uniform(-1, 1, (D, A))
    g = x.T @ x + np.eye(D)
    for name, runs, operation in (('gram', 2, lambda: x.T @ x), ('product', 2, lambda: x @ w), ('square_product', 2, lambda: g @ g),
                                  ('solve', 2, lambda: np.linalg.solve(g, w)), ('eigen', 1, lambda: np.linalg.eigh(g))):
        best = 1e9
        for _ in range(runs):
            start = time.perf_counter(); operation(); best = min(best, time.perf_counter() - start)
        print(name, '%.3f' % best)


def main(rounds):
    java = ['java', '-Xmx2g', '-cp', classpath()]
    times = 'io.github.zsl4j.nd4j.BackendTimes'
    peers = {'plain Java': (java + ['-Dzsl4j.linalg=ejml', times],), 'nd4j': (java + [times],), 'nd4j, Haswell': (java + [times], 'Haswell'),
             'NumPy': ([sys.executable, os.path.abspath(__file__), 'numpy'],)}
    figures, kernels = {name: [] for name in peers}, {}
    for _ in range(rounds):
        for name, command in peers.items():
            found, kernels[name] = run(*command)
            figures[name].append(found)
    print(' ' * 15 + ''.join('%16s' % name for name in peers))
    print('%-15s' % 'kernel' + ''.join('%16s' % kernels[name] for name in peers))
    for row in figures['plain Java'][0]:
        print('%-15s' % row + ''.join('%16s' % ('%.2f' % st.median(f[row] for f in figures[name]) if row in figures[name][0] else '') for name in peers))


if __name__ == '__main__':
    numpy() if sys.argv[1:] == ['numpy'] else main(int(sys.argv[1]) if len(sys.argv) > 1 else 1)
