"""Fits when two claims out of all guidance are of one thing, on the labelled pairs in pairs/ among their neighbours, and adds it to CHOSEN.json.
usage: java -jar target/signpost.jar pairs --claims src/training/pairs/*.jsonl | claims.py CHOSEN.json"""
import json
import sys

import numpy as np

import measure
from same import ONE_FACT

RIDGE = 1e-4
FARTHEST = 4.  # standard deviations, as in SameClaim.java
COSINES = 3  # of the features, which the words alone do not tell
# neighbours that nobody labelled are of two things, but for those that a first fit is sure of: the files speak of some things twice
SURE = .7
BAR = .2  # as in ConflictFinder.java
LACKED, MOST_LACKED = 26, .6  # the feature that says which share of the words of the one the other lacks, of the two the smaller, as in SameClaim.java


def standard(x, mean, deviation):
    """Standardised features and their squares."""
    z = np.clip((x - mean) / deviation, -FARTHEST, FARTHEST)
    return np.concatenate([z, z * z], 1)


def fit(x, y):
    """Logistic regression by Newton's method."""
    x = np.concatenate([np.ones((len(x), 1)), x], 1)
    w, penalty = np.zeros(x.shape[1]), RIDGE * np.eye(x.shape[1])
    penalty[0, 0] = 0
    for _ in range(25):
        p = sigmoid(x @ w)
        w -= np.linalg.solve((x * (p * (1 - p) + 1e-6)[:, None]).T @ x / len(y) + penalty, x.T @ (p - y) / len(y) + penalty @ w)
    return w


def sigmoid(v):
    return measure.sigmoid(np.clip(v, -30, 30))


def apart(x, y, files, use):
    """The probability of each pair where no statement of its files was fitted on."""
    p, (a, b) = np.zeros(len(y)), files
    for part in sorted(set(a)):
        out = (a == part) | (b == part)
        w = fit(x[use & ~out], y[use & ~out])
        own = a == part
        p[own] = sigmoid(w[0] + x[own] @ w[1:])
    return p


def main():
    rows = [json.loads(line) for line in sys.stdin]
    x = np.array([row["features"] for row in rows])
    kinds = [row["kind"] for row in rows]
    labelled = np.array([kind is not None for kind in kinds])
    one = np.array([kind is not None and (kind.startswith("older: ") or any(each in kind for each in ONE_FACT)) for kind in kinds])
    other_value = one & np.array(["same value" not in (kind or "") for kind in kinds])
    contradict = np.array([row["contradict"] and row["features"][LACKED] <= MOST_LACKED for row in rows])
    files = [np.array([row[side].rsplit(":", 1)[0] for row in rows]) for side in "ab"]
    mean, deviation = x.mean(0), x.std(0) + 1e-6
    z = standard(x, mean, deviation)
    use = np.ones(len(rows), bool)
    use &= ~(~labelled & (apart(z, one, files, use) >= SURE))
    p = apart(z, one, files, use)
    print(len(rows), "pairs,", labelled.sum(), "labelled,", (~use).sum(), "not labelled and left out as likely one thing")
    for bar in (.1, .2, .3, .4, .5, .7):
        hit = contradict & (p >= bar)
        print(f"   from {bar} on: {hit[other_value].mean():.1%} with other values found, {hit[labelled & ~other_value].mean():.1%} of what looks alike, {hit[~labelled & use].mean():.2%} of the neighbours")
    w = fit(z[use], one[use])
    places = np.r_[COSINES:x.shape[1], x.shape[1] + COSINES:2 * x.shape[1]]
    screen = fit(z[use][:, places], one[use])
    by_words = sigmoid(screen[0] + z[:, places] @ screen[1:])
    hit = contradict & (p >= BAR)
    print(f"   by words alone {np.mean(by_words[hit & other_value] >= .02):.1%} of these are left to look at, and {np.mean(by_words >= .02):.1%} of all")
    chosen = json.load(open(sys.argv[1], encoding="utf-8"))
    for name, values in (("mean", mean), ("deviation", deviation), ("weights", w), ("screen", screen)):
        chosen["same-claim-" + name] = [round(float(v), 4) for v in values]
    json.dump(chosen, open(sys.argv[1], "w", encoding="utf-8"))


if __name__ == "__main__":
    main()
