"""Fits when two statements state one fact, on the pairs in pairs/ and on pairs of one page and date, which state two, and adds it to CHOSEN.json.
usage: same.py draw > DRAWN.jsonl; java -jar target/signpost.jar pairs src/training/pairs/*.jsonl DRAWN.jsonl | same.py CHOSEN.json"""
import glob
import itertools
import json
import os
import random
import re
import sys

import numpy as np

import measure

RIDGE = 3e-4
FARTHEST = 4.  # standard deviations, as in SameFact.java
DRAWN = "of one page"
FARTHER = 9  # the feature that says which share of the words of the one are not in the other, of the two the larger
# one fact though neither is older: what its dates and values say is not for the regression to tell
ONE_FACT = ("same date", "no order", "same value")


OF_PAGE = 4  # pairs drawn of a page
SHARED = 2  # words that they share at least


def draw():
    """Prints pairs of statements that give different figures under two headings of a page of one date: what they state is two facts, however alike."""
    rng = random.Random(3)

    def words(statement):
        return {word for word in re.findall("[a-z]{3,}", statement["text"].lower())}

    def figures(statement):
        return set(re.findall(r"\d[\d,.]*\d|\d", statement["text"]))

    for path in sorted(glob.glob(os.path.join(os.path.dirname(os.path.abspath(__file__)), "pages", "*.json"))):
        page = json.load(open(path, encoding="utf-8"))
        own = [s for s in page["statements"] if figures(s) and not s.get("asOf") and not re.search(r"\b(19|20)\d\d\b", s["text"] + s.get("heading", ""))]
        pairs = [(a, b) for a, b in itertools.combinations(own, 2) if a.get("heading") != b.get("heading") and not figures(a) & figures(b) and len(words(a) & words(b)) >= SHARED]
        for a, b in rng.sample(pairs, min(OF_PAGE, len(pairs))):
            print(json.dumps(dict({name: dict(source=page["subject"], text=s["text"], lead=s.get("lead"), headings=[page["subject"], s.get("heading", "")], nations=[], asOf=None)
                                   for name, s in (("a", a), ("b", b))}, older=None, kind=DRAWN)))


def standard(x, mean, deviation):
    """Standardised features, and the products of each two."""
    z = np.clip((x - mean) / deviation, -FARTHEST, FARTHEST)
    return np.concatenate([z] + [z[:, [i]] * z[:, i:] for i in range(z.shape[1])], 1)


def fit(x, y, ridge=RIDGE):
    """Logistic regression by Newton's method; the products are many and alike."""
    x = np.concatenate([np.ones((len(x), 1)), x], 1)
    w, penalty = np.zeros(x.shape[1]), ridge * np.eye(x.shape[1])
    penalty[0, 0] = 0
    for _ in range(12):
        p = measure.sigmoid(x @ w)
        w -= np.linalg.solve((x * (p * (1 - p) + 1e-6)[:, None]).T @ x / len(y) + penalty, x.T @ (p - y) / len(y) + penalty @ w)
    return w


def told_by_heading(row):
    """Whether two statements differ by hardly more than the headings that were taken off."""
    return row["bare"] and not row["older"] and row["features"][FARTHER] < .15


def main():
    rows = [row for row in map(json.loads, sys.stdin) if row["comparable"] and not told_by_heading(row)]
    x, kinds, files = (np.array([row[name] for row in rows]) for name in ("features", "kind", "file"))
    # each file was written by another mind; of pages every sixth goes with one of them
    labelled = sorted(set(files[kinds != DRAWN]))
    parts = np.where(kinds == DRAWN, np.array(labelled)[np.arange(len(rows)) % len(labelled)], files)
    older, one = np.array([row["older"] for row in rows]), np.array([any(kind in row["kind"] for kind in ONE_FACT) for row in rows])
    y, mean, deviation, p = older | one, x.mean(0), x.std(0) + 1e-6, np.zeros(len(rows))
    x = standard(x, mean, deviation)
    for part in labelled:
        out = parts == part
        w = fit(x[~out], y[~out])
        p[out] = measure.sigmoid(w[0] + x[out] @ w[1:])
    fitted, drawn, written = y, p[kinds == DRAWN], (kinds != "revised") & (kinds != DRAWN)
    y, p = y[written], p[written]
    print(len(y), "pairs, area", round(float(np.mean([(a > b) + .5 * (a == b) for a in p[y] for b in p[~y]])), 3), "and", len(drawn), "of one page")
    for bar in (.3, .4, .5, .6, .7, .8, .85, .9):
        print(f"   from {bar} on: {np.mean(p[y] >= bar):.1%} of one fact found, {np.mean(p[~y] >= bar):.1%} of others taken for it, {np.mean(drawn >= bar):.2%} of one page")
    w = fit(x, fitted)
    chosen = json.load(open(sys.argv[1], encoding="utf-8"))
    for name, values in (("mean", mean), ("deviation", deviation), ("weights", w)):
        chosen["same-fact-" + name] = [round(float(v), 4) for v in values]
    json.dump(chosen, open(sys.argv[1], "w", encoding="utf-8"))


if __name__ == "__main__":
    draw() if sys.argv[1] == "draw" else main()
