"""Writes retrieval.csv and retrieval_expected.csv beside this script: python make_retrieval.py

retrieval.csv has a line per text: the picture that it describes, then its scores for all pictures; pictures have 1 to 5 texts,
and scores have one decimal, so that many are equal. The measures are computed as CLIP_benchmark's zeroshot_retrieval has them
(recall_at_k with one-hot vectors of the top k, then the mean of recall > 0), on orders that put the lowest index first among
equals; torch.topk leaves that open. Where scores differ, torch.topk, sklearn's average_precision_score and its ndcg_score
must agree with what is computed here, which the script asserts first.
"""
import os
import numpy as np
import torch
from sklearn.metrics import average_precision_score, ndcg_score

KS = 1, 2, 5, 10


def recall_at_k(scores, positive, k, topk):
    onehot = np.eye(scores.shape[1], dtype=int)[topk(scores, k)]
    return (onehot * positive[:, None, :]).sum(axis=(1, 2)) / positive.sum(axis=1)


def order(scores):
    return np.argsort(-scores, axis=1, kind='stable')


def relevance(scores, positive):
    return np.take_along_axis(positive, order(scores), axis=1).astype(float)


def average_precision(scores, positive):
    hit = relevance(scores, positive)
    precision = hit.cumsum(axis=1) / np.arange(1, hit.shape[1] + 1)
    return (precision * hit).sum(axis=1) / hit.sum(axis=1)


def ndcg(scores, positive, k):
    discount = (np.arange(scores.shape[1]) < k) / np.log2(np.arange(scores.shape[1]) + 2)
    hit = relevance(scores, positive)
    return (hit @ discount) / (-np.sort(-hit, axis=1) @ discount)


def measures(name, scores, positive, topk=lambda s, k: order(s)[:, :k]):
    first = relevance(scores, positive).argmax(axis=1) + 1
    yield name + '_median_rank', np.median(first)
    yield name + '_mean_rank', first.mean()
    yield name + '_map', average_precision(scores, positive).mean()
    for k in KS:
        recall = recall_at_k(scores, positive, k, topk)
        yield '%s_recall@%d' % (name, k), (recall > 0).mean()
        yield '%s_mean_recall@%d' % (name, k), recall.mean()
        yield '%s_ndcg@%d' % (name, k), ndcg(scores, positive, k).mean()


def check(scores, positive):
    """On scores that all differ."""
    torch_topk = lambda s, k: torch.topk(torch.from_numpy(s), k, dim=1)[1].numpy()
    assert dict(measures('', scores, positive)) == dict(measures('', scores, positive, torch_topk))
    for i in range(len(scores)):
        assert abs(average_precision(scores, positive)[i] - average_precision_score(positive[i], scores[i])) < 1e-12
    for k in KS:
        assert abs(ndcg(scores, positive, k).mean() - ndcg_score(positive, scores, k=k)) < 1e-12


r = np.random.default_rng(6)
pictures = 15
text_picture = np.concatenate([np.repeat(p, r.integers(1, 6)) for p in range(pictures)])
r.shuffle(text_picture)
positive = text_picture[:, None] == np.arange(pictures)
scores = .35 * positive + .3 * r.normal(size=positive.shape)
check(scores, positive); check(scores.T.copy(), positive.T)
scores = scores.round(1) + 0
here = os.path.dirname(os.path.abspath(__file__))
with open(os.path.join(here, 'retrieval.csv'), 'w') as f:
    for p, row in zip(text_picture, scores):
        f.write('%d,%s\n' % (p, ','.join('%.1f' % s for s in row)))
with open(os.path.join(here, 'retrieval_expected.csv'), 'w') as f:
    for name, s, p in (('pictures', scores, positive), ('texts', scores.T, positive.T)):
        for measure, value in measures(name, s, p):
            f.write('%s,%.12f\n' % (measure, value))
