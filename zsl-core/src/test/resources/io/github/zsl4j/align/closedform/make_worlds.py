"""Reference results of the closed forms, by NumPy, SciPy and scikit-learn: writes tall.csv, wide.csv and collinear.csv.

Each line is name,rows,columns,values…; NAME.wrong is what a slightly else method gives, which a check must tell apart.
Every result is reached by another way than the library's: general solvers, Kronecker products, Newton's method.
"""
import numpy as np
from scipy.linalg import eigh, solve_sylvester
from sklearn.cross_decomposition import CCA
from sklearn.linear_model import LogisticRegression


def cosine(a, b):
    unit = lambda v: v / np.maximum(np.linalg.norm(v, axis=1, keepdims=True), 1e-300)
    return unit(a) @ unit(b).T


def world(name, seed, n, d, c, a, spread):
    """Features with singular values that fall by `spread`, of unequally many pictures a class."""
    r = np.random.default_rng(seed)
    y = np.concatenate([np.arange(c), r.choice(c, n - c, p=np.arange(1, c + 1) / sum(range(1, c + 1)))])
    s = r.normal(size=(c + 4, a)).astype(np.float32)
    truth = r.normal(size=(a, d)) / np.sqrt(a)
    x = np.concatenate([s[y], s[r.choice(4, 6) + c]]) @ truth + 0.5 * r.normal(size=(n + 6, d))
    u, _, v = np.linalg.svd(x, full_matrices=False)
    x = ((u * (10 * np.logspace(0, -spread, min(x.shape)))) @ v).astype(np.float32)
    return dict(x=x[:n], y=y, s=s[:c], pictures=x[n:], classes=s[c:], lam=np.float64({'collinear': 1e-6}.get(name, 0.1)))


def logistic(x, y, penalty, bias=True):
    return LogisticRegression(C=1 / penalty, solver='newton-cholesky', tol=1e-13, max_iter=10000, fit_intercept=bias).fit(x, y)


def sae(x, s, lam):
    """The Kronecker form, with the solution of smallest norm where there are several."""
    a, b, c = s.T @ s, lam * x.T @ x, (1 + lam) * s.T @ x
    k = np.kron(a, np.eye(len(b))) + np.kron(np.eye(len(a)), b)
    w = np.linalg.lstsq(k, c.ravel(), rcond=1e-13)[0].reshape(c.shape)
    if np.linalg.matrix_rank(s) == s.shape[1]: assert np.allclose(w, solve_sylvester(a, b, c), rtol=1e-5, atol=1e-6 * abs(w).max())
    return w


def sync(x, y01, s, pictures, classes, sigma, lam, low, score=lambda p, w: p @ w.T):
    def near(p, q):
        e = np.exp(-((p[:, None] - q[None]) ** 2).sum(2) / sigma ** 2)
        return e / e.sum(1, keepdims=True)
    k, target = near(s, s), np.where(y01 == 1, 1.0, low)
    big = np.concatenate([np.kron(k, x), np.sqrt(lam) * np.eye(x.shape[1] * len(s))])
    v = np.linalg.lstsq(big, np.concatenate([target.T.ravel(), np.zeros(x.shape[1] * len(s))]), rcond=None)[0]
    return score(pictures, near(classes, s) @ v.reshape(len(s), -1))


def cca(x, s, pictures, classes, share, power, most=None):
    """Both sides as one generalised eigenvalue problem, whose values come in pairs of +r and -r."""
    d, mx, ms = x.shape[1], x.mean(0), s.mean(0)
    c = np.cov(np.concatenate([x, s], 1).T, bias=True)
    cxx, css = (v + share * np.trace(v) / len(v) * np.eye(len(v)) for v in (c[:d, :d], c[d:, d:]))
    zero = lambda n: np.zeros((n, n))
    r, z = eigh(np.block([[zero(d), c[:d, d:]], [c[d:, :d], zero(len(css))]]), np.block([[cxx, np.zeros((d, len(css)))], [np.zeros((len(css), d)), css]]))
    keep = [k for k in np.argsort(-r) if r[k] > 1e-6][:most]
    f, g = ((pictures - mx) @ z[:d, keep]) * r[keep] ** power, ((classes - ms) @ z[d:, keep]) * r[keep] ** power
    return cosine(f, g), r[keep]


def results(w):
    x, y, s, p, q = (w[k].astype(np.float64) for k in ('x', 'y', 's', 'pictures', 'classes'))
    y, lam, c, d, a = y.astype(int), float(w['lam']), len(s), x.shape[1], s.shape[1]
    one = np.eye(c)[y]; count = one.sum(0); mean = one.T @ x / count[:, None]
    out = {}
    def both(name, right, wrong): out[name], out[name + '.wrong'] = right, wrong
    ridge = lambda u, t, l: np.linalg.lstsq(np.concatenate([u, np.sqrt(l) * np.eye(u.shape[1])]), np.concatenate([t, np.zeros((u.shape[1], t.shape[1]))]), rcond=None)[0]
    # Weights.
    both('ridge', ridge(x, s[y], lam), ridge(mean, s, lam))
    eszsl = lambda t: np.linalg.solve(s.T @ s + .2 * np.eye(a), ridge(x, t @ s, lam).T).T
    both('eszsl', eszsl(one), eszsl(2 * one - 1))
    both('reverse', ridge(s, mean, .3), ridge(s[y], x, .3))
    both('reverse_pictures', ridge(s[y], x, .3), ridge(s, mean, .3))
    both('sae', sae(x, s[y], .7), sae(x, s[y], 1 / .7))
    # Scores.
    both('sae_semantics', cosine(p @ out['sae'].T, q), cosine(p @ out['sae.wrong'].T, q))
    both('sae_features', cosine(p, q @ out['sae']), cosine(p, q @ out['sae.wrong']))
    def gauss(u, v, f): return np.exp(-((u[:, None] - v[None]) ** 2).sum(2) / (f * 3.0 ** 2))
    kernel = lambda f: cosine(p, f(q, s) @ np.linalg.solve(f(s, s) + .05 * np.eye(c), mean))
    both('kernel_gaussian', kernel(lambda u, v: gauss(u, v, 2)), kernel(lambda u, v: gauss(u, v, 1)))
    both('kernel_cosine', kernel(lambda u, v: np.exp((cosine(u, v) - 1) / .5)), kernel(lambda u, v: np.exp(cosine(u, v) / .5)))
    unit = lambda v: v / np.linalg.norm(v, axis=1, keepdims=True)
    fx, fs = (lambda u, v: np.exp((cosine(u, v) - 1) / .4)), (lambda u, v: np.exp((cosine(u, v) - 1) / .5))
    votes = fx(p, x) @ np.linalg.inv(fx(x, x) + .3 * np.eye(len(x))) @ one
    mixture = fs(q, s) @ np.linalg.inv(fs(s, s) + .1 * np.eye(c))
    both('kernel_eszsl', votes @ unit(mixture).T, votes @ mixture.T)
    both('sync', sync(x, one, s, p, q, 4, 1, -1), sync(x, one, s, p, q, 4, 1, 0))
    both('sync_cosine', sync(x, one, s, p, q, 4, 1, 0, cosine), sync(x, one, s, p, q, 4, 1, -1, cosine))
    both('cca', cca(x, s[y], p, q, .1, 0)[0], cca(x, s[y], p, q, .2, 0)[0])
    both('cca_power', cca(x, s[y], p, q, .1, 4, 3)[0], cca(x, s[y], p, q, .1, 0, 3)[0])
    if len(x) > 80 and d < 16:
        u, v = CCA(3, max_iter=100000, tol=1e-14).fit_transform(x, s[y])
        assert np.allclose([np.corrcoef(u[:, k], v[:, k])[0, 1] for k in range(3)], cca(x, s[y], p, q, 0, 0, 3)[1], atol=1e-6)
    # Probabilistic methods.
    probabilities = logistic(x, y, .1).predict_proba(p)
    both('softmax', probabilities, logistic(x, y, .1, False).predict_proba(p))
    top = np.where(probabilities >= np.sort(probabilities, 1)[:, -3:-2], probabilities, 0)
    both('conse', top / top.sum(1, keepdims=True) @ s, top @ s)
    both('conse_scores', cosine(out['conse'], q), cosine(probabilities @ s, q))
    has, want = s > s.mean(0), q > s.mean(0); prior = has.mean(0)
    odds = np.stack([logistic(x, has[y, m], .1).decision_function(p) for m in range(a)], 1)
    log = lambda o, z: -np.logaddexp(0, np.where(z, -1, 1) * o[:, None]).sum(2)
    bayes = lambda l: l - l.mean(1, keepdims=True)
    priors = np.where(want, np.log(prior), np.log(1 - prior)).sum(1)
    both('dap', bayes(log(odds, want[None]) - priors), bayes(log(odds, want[None])))
    yes, no = probabilities @ has, probabilities @ ~has
    indirect = np.where(want[None], np.log(yes)[:, None], np.log(no)[:, None]).sum(2)
    both('iap', indirect - priors, indirect)
    # Hubs: scores of the test pictures, and of the training pictures as the bank.
    scores, bank = cosine(p @ out['ridge'], np.concatenate([q, s])), cosine(x @ out['ridge'], np.concatenate([q, s]))
    out['scores'], out['bank'] = scores, bank
    high = lambda m, k, axis: np.sort(m, axis).take(range(m.shape[axis] - k, m.shape[axis]), axis).mean(axis, keepdims=True)
    both('csls', 2 * scores - high(scores, 5, 1) - high(bank, 5, 0), 2 * scores - high(scores, 5, 1) - high(scores, 5, 0))
    lse = np.log(np.exp(20 * bank).sum(0)); soft = lambda z: z - np.log(np.exp(z).sum(1, keepdims=True))
    both('inverted', soft(20 * scores - lse), soft(20 * scores))
    hub = np.isin(scores.argmax(1), bank.argmax(1))[:, None]
    both('qbnorm', np.where(hub, 20 * scores - lse, 20 * scores), 20 * scores - lse if not hub.all() else 20 * scores)
    return out


for name, seed, n, d, c, a, spread in (('tall', 1, 90, 10, 14, 7, .5), ('wide', 2, 24, 36, 8, 10, .5), ('collinear', 3, 80, 16, 12, 6, 4)):
    w = world(name, seed, n, d, c, a, spread)
    with open(name + '.csv', 'w') as f:
        for key, value in {**w, **results(w)}.items():
            m = np.atleast_2d(value)
            f.write(','.join([key, str(m.shape[0]), str(m.shape[1])] + ['%.9g' % v for v in m.ravel()]) + '\n')
