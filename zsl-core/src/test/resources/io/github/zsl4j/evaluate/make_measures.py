"""Makes scores.csv and measures.csv, the reference numbers of the measures.

scores.csv has 200 rows: the right class, then scores of 7 classes (class 6 never is the right one). measures.csv has a
name and a value a line. Written with scikit-learn 1.x and NumPy; run it in this folder: python make_measures.py
"""

import csv

import numpy as np
from sklearn import metrics

rng = np.random.default_rng(7)
n, c, scale = 200, 7, 1.7
labels = rng.choice(6, size=n, p=[0.4, 0.2, 0.15, 0.1, 0.1, 0.05])
scores = rng.normal(size=(n, c))
scores[np.arange(n), labels] += 1.0 + (labels % 3) * 0.5 + 0.8 * (labels < 4)

logits = scale * scores
p = np.exp(logits - logits.max(1, keepdims=True))
p /= p.sum(1, keepdims=True)
predicted = scores.argmax(1)
confidence, correct = p.max(1), predicted == labels


def ece_equal_width(bins):
    total = 0.0
    for m in range(bins):
        inside = (confidence > m / bins) & (confidence <= (m + 1) / bins)
        if inside.any():
            total += inside.mean() * abs(correct[inside].mean() - confidence[inside].mean())
    return total


def ece_equal_mass(bins):
    order = np.argsort(confidence)
    cuts = [-(-m * n // bins) for m in range(bins + 1)]
    parts = [order[a:b] for a, b in zip(cuts, cuts[1:]) if b > a]
    return sum(len(i) / n * abs(correct[i].mean() - confidence[i].mean()) for i in parts)


measures = {"scale": scale}
for k in (1, 2, 3, 5):
    measures[f"top{k}"] = metrics.top_k_accuracy_score(labels, scores, k=k, labels=np.arange(c))
measures["per_class"] = metrics.balanced_accuracy_score(labels, predicted)
recall = metrics.recall_score(labels, predicted, labels=np.arange(6), average=None)
measures["seen"] = recall[:4].mean()
measures["unseen"] = recall[4:].mean()
measures["harmonic"] = 2 / (1 / measures["seen"] + 1 / measures["unseen"])
confusion = metrics.confusion_matrix(labels, predicted, labels=np.arange(c))
for i in range(c):
    for j in range(c):
        measures[f"confusion_{i}_{j}"] = int(confusion[i, j])
for bins in (1, 10, 15):
    measures[f"ece_width_{bins}"] = ece_equal_width(bins)
    measures[f"ece_mass_{bins}"] = ece_equal_mass(bins)

# Open set: the top scores of rows of classes 0 to 3 against those of 4 and 5, rounded so that many are equal.
top = np.round(scores.max(1), 1)
known = labels < 4
measures["auroc"] = metrics.roc_auc_score(known, top)
fpr, tpr, _ = metrics.roc_curve(known, top, drop_intermediate=False)
for rate in (0.5, 0.8, 0.95, 1.0):
    measures[f"fpr_{rate}"] = fpr[np.argmax(tpr >= rate)]

with open("scores.csv", "w", newline="") as f:
    csv.writer(f, lineterminator="\n").writerows([int(t), *map(repr, map(float, row))] for t, row in zip(labels, scores))
with open("measures.csv", "w", newline="") as f:
    csv.writer(f, lineterminator="\n").writerows([k, repr(float(v))] for k, v in measures.items())
