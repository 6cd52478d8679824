"""Small MATLAB files for ProposedSplitTest. Run in this folder: python make_mat.py (SciPy)."""
import numpy as np
from scipy.io import savemat

# 5 classes, 2 pictures each; features [d, n] with d = 3; attributes [a, c] with a = 2.
n, d, c = 10, 3, 5
features = np.arange(d * n).reshape(d, n) / 4 - 2
labels = np.repeat(np.arange(1, c + 1), 2).reshape(n, 1)
original = np.array([[3, 0, 1, 5, -1], [4, 2, 0, 12, 0]], np.float64)
names = np.array(["grizzly+bear", "001.Black_footed_Albatross", "kéa", "", "z"], dtype=object).reshape(c, 1)


def column(*rows):
    return np.array(rows, np.float64).reshape(-1, 1)


images = np.array([f"images/{i}.jpg" for i in range(n)], dtype=object).reshape(n, 1)
pictures = {"features": features, "labels": labels.astype(np.float64), "image_files": images}
splits = {
    "att": original / np.linalg.norm(original, axis=0), "original_att": original, "allclasses_names": names,
    "trainval_loc": column(1, 3, 5), "train_loc": column(1, 2, 5), "val_loc": column(3, 4),
    "test_seen_loc": column(2, 4, 6), "test_unseen_loc": column(7, 8, 9, 10),
}
for name, compressed in (("plain", False), ("compressed", True)):
    savemat(f"{name}_res101.mat", pictures, do_compression=compressed)
    savemat(f"{name}_att_splits.mat", splits, do_compression=compressed)
savemat("single_res101.mat", {**pictures, "features": features.astype(np.float32), "labels": labels.astype(np.uint8)})
savemat("mixed_att_splits.mat", {**splits, "test_unseen_loc": column(7, 8, 9, 4), "test_seen_loc": column(2, 6)})
savemat("outside_att_splits.mat", {**splits, "trainval_loc": column(0, 3, 5)})
savemat("wrong_att_splits.mat", {**splits, "allclasses_names": original, "att": original * 1j})
savemat("without_att_splits.mat", {k: v for k, v in splits.items() if k != "val_loc"})
savemat("bomb_res101.mat", {**pictures, "features": np.zeros((1000, 10_000))}, do_compression=True)
