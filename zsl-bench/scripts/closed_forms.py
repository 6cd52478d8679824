"""Fits ESZSL, SAE and ridge with zsl4j and with NumPy and SciPy on the same data, in turn, and prints ratios.

  python zsl-bench/scripts/closed_forms.py [rounds]

in the repository's root, with numpy and scipy installed. The data is 20,000 x 2,048 features of 150 seen classes with 312
attributes, as those of bird pictures are. Python has the formulas as they are usually written, in float64; each fit
starts from the features. A figure is the median of the rounds (1 if not given). zsl4j runs with -Xmx2g in fresh JVMs, in
plain Java and with zsl-nd4j on the class path; "start" is the first operation, which loads a native library and checks it.
The last column is the distance of the two results, relative to the length of Python's.
"""
import os, statistics as st, subprocess, sys, tempfile, time
import numpy as np
from scipy.linalg import solve_sylvester

N, D, C, A = 20000, 2048, 150, 312
WORK = os.path.join(tempfile.gettempdir(), 'zsl4j-bench')


def classpaths():
    """Of plain Java, and with the back end on ND4J beside it."""
    modules = 'zsl-bench', 'integrations/zsl-nd4j'
    file = os.path.join('target', 'closed-forms.classpath')
    subprocess.run(['./mvnw', '-q', '-DskipTests', '-pl', ','.join(modules), '-am', 'package', 'dependency:build-classpath', '-Dmdep.outputFile=' + file], check=True)
    plain, nd4j = (os.path.join(m, 'target', 'classes') + os.pathsep + open(os.path.join(m, file)).read() for m in modules)
    return {'plain': plain, 'nd4j': plain + os.pathsep + nd4j}


def data(folder):
    """Rectified features around class means that depend on the attributes, as ResNet's are."""
    r = np.random.default_rng(1)
    s, y = r.random((C, A)), r.permutation(np.arange(N) % C)
    means = (s - .5) @ r.normal(size=(A, D)) / 5
    x = np.maximum(0, means[y] + r.normal(size=(N, D)))
    for name, values in (('x', x), ('y', y), ('s', s)):
        values.astype('<f4').tofile(os.path.join(folder, name + '.f32'))
    return x.astype(np.float32).astype(float), y, s.astype(np.float32).astype(float)


def ridge(x, y, s):
    return np.linalg.solve(x.T @ x + np.eye(D), x.T @ s[y])


def eszsl(x, y, s):
    one = np.eye(C)[y]
    return np.linalg.inv(x.T @ x + np.eye(D)) @ x.T @ one @ s @ np.linalg.inv(s.T @ s + np.eye(A))


def sae(x, y, s):
    t = s[y]
    return solve_sylvester(t.T @ t, .5 * x.T @ x, 1.5 * t.T @ x)


def main(rounds):
    folder = os.path.join(WORK, 'closed-forms')
    os.makedirs(folder, exist_ok=True)
    paths, xys = classpaths(), data(folder)
    seconds, heap, result = {}, {}, {}
    for _ in range(rounds):
        for method in (eszsl, sae, ridge):
            start = time.perf_counter(); w = method(*xys)
            seconds.setdefault(('NumPy', method.__name__), []).append(time.perf_counter() - start)
            result[method.__name__] = w
        for side, path in paths.items():
            out = subprocess.run(['java', '-Xmx2g', '-cp', path, 'io.github.zsl4j.bench.ClosedForms', folder, str(D), str(A)], check=True, stdout=subprocess.PIPE, text=True).stdout
            for name, took, peak in (line.split() for line in out.splitlines()):
                seconds.setdefault((side, name), []).append(float(took))
                if name not in result:
                    continue
                w, mine = result[name], np.fromfile(os.path.join(folder, name + '.f32'), '<f4').reshape(result[name].shape)
                heap[side, name] = int(peak), np.linalg.norm(mine - w) / np.linalg.norm(w)
    print('start: ' + ', '.join('%s %.2f s' % (side, st.median(seconds[side, 'start'])) for side in paths))
    print('%-6s %-8s %10s %10s %7s %12s %10s' % ('', '', 'zsl4j, s', 'NumPy, s', 'ratio', 'heap, MB', 'distance'))
    for (side, name), (peak, distance) in heap.items():
        a, b = st.median(seconds[side, name]), st.median(seconds['NumPy', name])
        print('%-6s %-8s %10.1f %10.1f %7.2f %12d %10.1e' % (side, name, a, b, a / b, peak, distance))


if __name__ == '__main__':
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 1)
