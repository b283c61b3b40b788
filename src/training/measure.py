"""Scores encoder and reader on groups that they have not seen, and chooses calibration and threshold on the pages and questions kept apart.
usage: measure.py ENCODER READER CHOSEN.json [FOLDER-OF-PAGES]   with a folder: scores its pages at what CHOSEN.json says"""
import collections
import glob
import json
import os
import sys

import numpy as np
import torch

import bert
import data
import encoder
import reader

BESIDE = .2  # of the likeliest one's odds a further statement needs to be said beside it
ALONE, MOST = 5., 12.
NO_MATTER = .002  # of the area under the curve


@torch.no_grad()
def considered(model, reading, tokens, group):
    """For each question its doubt and the candidates nearest to it, as (candidate, the encoder's log odds, the reader's)."""
    vectors, states = reader.represent(model, [tokens.candidate(c) for c in group.candidates])
    asked, asked_states = reader.represent(model, [tokens.question(group.text(i)) for i in range(len(group))])
    near = reader.allowed_logits(model, asked, vectors, group.allowed)
    best, which = near.topk(min(reader.READ, near.shape[1]))
    read = reading.eval().score(asked_states, states, [(i, k) for i, own in enumerate(which.tolist()) for k in own]).view(len(group), -1)
    doubts = (20 * (asked @ model.doubt)).tolist()
    return [(doubt, list(zip(*(each.tolist() for each in own)))) for doubt, own in zip(doubts, zip(which, best, read))]


def joined(row, c):
    """The row with one number a candidate, likeliest first."""
    doubt, candidates = row
    return doubt, sorted(((k, c["near"] * near + c["read"] * read) for k, near, read in candidates), key=lambda each: -each[1])


def share_of_reader(groups, rows):
    """What the reader's log odds count beside the encoder's: as little as tells what is answered here about as well as any share does.
    It has learnt finer things, which hold less on guidance that is written otherwise than the pages."""
    def area(share):
        joint = [[joined(row, dict(near=1 - share, read=share)) for row in own] for own in rows]
        x = np.array([features(row) for own in joint for row in own])
        w = fit(x, np.array([hit(g, i, row) for g, own in zip(groups, joint) for i, row in enumerate(own)]), steps=1500)
        score = x @ w[1:]
        return np.mean(np.searchsorted(np.sort(score[~known]), score[known]) / np.sum(~known))

    known = np.array([bool(g.positive[i]) for g in groups for i in range(len(g))])
    areas = {share: area(share) for share in (0, .1, .2, .3, .4, .5, .6)}
    print("area by the reader's share", {share: round(float(each), 4) for share, each in areas.items()})
    return min(share for share, each in areas.items() if each > max(areas.values()) - NO_MATTER)


def sigmoid(x):
    return 1 / (1 + np.exp(-np.clip(np.asarray(x, dtype=float), -60, 60)))


def fit(x, y, steps=6000, rate=.05, ridge=1e-3):
    """Logistic regression by gradient descent on few features."""
    x = np.concatenate([np.ones((len(x), 1)), np.asarray(x, dtype=float)], 1)
    y, w = np.asarray(y, dtype=float), np.zeros(x.shape[1])
    for _ in range(steps):
        w -= rate * (x.T @ (sigmoid(x @ w) - y) / len(y) + ridge * np.r_[0, w[1:]])
    return w


def features(row):
    """Of the likeliest candidate: its log odds, its lead over the next, and the doubt about the question."""
    doubt, ranked = row
    return np.clip([ranked[0][1], ranked[0][1] - ranked[1][1] if len(ranked) > 1 else ALONE, doubt], -MOST, MOST)


def said(row):
    """What an answer would state: the likeliest and those close behind."""
    ranked = row[1]
    return [ranked[0][0]] + [c for c, s in ranked[1:3] if s >= ranked[0][1] + np.log(BESIDE)]


def report(name, groups, results, w, bar):
    right, n, scores, led, first = collections.Counter(), collections.Counter(), [], 0, 0
    for g, rows in zip(groups, results):
        for i, row in enumerate(rows):
            p = float(sigmoid(w[0] + features(row) @ w[1:]))
            style, answers = g.style[i], p >= bar
            n[style] += 1
            if g.positive[i]:
                hit = any(c in g.positive[i] for c in said(row))
                right[style] += answers and hit
                led += answers and row[1][0][0] in g.positive[i]
                first += row[1][0][0] in g.positive[i]
                scores.append((p, True, hit))
            else:
                right[style] += not answers
                scores.append((p, False, False))
    known, near = [s for s in scores if s[1]], [s for s in scores if not s[1]]
    area = np.mean([(a[0] > b[0]) + .5 * (a[0] == b[0]) for a in known for b in near]) if near else float("nan")
    good = sum(right[s] for s in right if s != "nearmiss")
    print(f"{name}: answered right {good / len(known):.1%} of {len(known)}, led {led / len(known):.1%}, near misses refused {right['nearmiss'] / max(1, n['nearmiss']):.1%} of {n['nearmiss']}; "
          f"right first {first / len(known):.1%}, right among those said {np.mean([s[2] for s in known]):.1%}, AUROC {area:.3f}; " + ", ".join(f"{s} {right[s]}/{n[s]}" for s in sorted(n)))
    for share in (.7, .8, .9) if near else ():
        cut = float(np.quantile([s[0] for s in near], share))
        print(f"   at {share:.0%} of near misses refused: {np.mean([s[0] > cut and s[2] for s in known]):.1%} answered right (bar {cut:.2f})")


def calibration(p, y):
    """Said probability against the share right."""
    for low in np.arange(0, 1, .1):
        inside = (p >= low) & (p < low + .1)
        if inside.sum():
            print(f"   said {p[inside].mean():.2f}, right {y[inside].mean():.2f} of {inside.sum()}")


def hit(group, i, row):
    return bool(group.positive[i]) and any(c in group.positive[i] for c in said(row))


def load(source, reading):
    model, pair = encoder.Encoder(), reader.Reader()
    model.load_state_dict(torch.load(source), strict=False)
    pair.load_state_dict(torch.load(reading))
    return bert.Tokens(), model, pair


def main():
    chosen = sys.argv[3]
    tokens, model, reading = load(*sys.argv[1:3])
    if len(sys.argv) > 4:
        groups = [data.page(p) for p in sorted(glob.glob(os.path.join(sys.argv[4], "*.json")))]
        c = json.load(open(chosen, encoding="utf-8"))
        w, results = np.array([c["bias"], c["best"], c["lead"], c["doubt"]]), [[joined(row, c) for row in considered(model, reading, tokens, g)] for g in groups]
        report("pages", groups, results, w, c["answer"])
        calibration(sigmoid(w[0] + np.array([features(row) for rows in results for row in rows]) @ w[1:]), np.array([hit(g, i, row) for g, rows in zip(groups, results) for i, row in enumerate(rows)]))
        return
    groups = data.pages(kept=True)
    shipped = data.shipped(kept=True)
    if shipped:
        groups.append(shipped)
    both = [considered(model, reading, tokens, g) for g in groups]
    share = share_of_reader(groups, both)
    joint = dict(near=round(1 - share, 2), read=share)
    choose(model, groups, shipped, [[joined(row, joint) for row in own] for own in both], joint, chosen)
    for name, alone in (("the encoder alone", dict(near=1, read=0)), ("the reader alone", dict(near=0, read=1))):
        print(name)
        choose(model, groups, shipped, [[joined(row, alone) for row in own] for own in both], alone, None)


def choose(model, groups, shipped, results, joint, chosen):
    x = np.array([features(row) for rows in results for row in rows])
    y = np.array([hit(g, i, row) for g, rows in zip(groups, results) for i, row in enumerate(rows)])
    w = fit(x, y)
    p = sigmoid(w[0] + x @ w[1:])
    known = np.array([bool(g.positive[i]) for g in groups for i in range(len(g))])
    # from where on as large a share of what is answered here is answered right as of what is not is refused
    bars = np.arange(.05, .96, .01)
    bar = float(min(bars, key=lambda b: abs(np.mean((p >= b)[known] & y[known]) - np.mean((p < b)[~known]))))
    two = np.array([bool(g.positive[i]) and any(c in g.positive[i] for c, _ in row[1][:2]) for g, rows in zip(groups, results) for i, row in enumerate(rows)])
    # asking whether one of the two likeliest was meant is worth it where that is so at least two times in five
    maybe = next((float(b) for b in bars if b < bar and two[(p >= b) & (p < b + .1)].mean() >= .4), bar)
    print("shares", joint, "weights", np.round(w, 3), "the bar of equal shares", round(bar, 2), "asks from", round(maybe, 2))
    # each half of the pages, and of the questions on the shipped guidance, said by what the other half fitted
    half = np.array([(i if g is shipped else k) % 2 == 0 for k, g in enumerate(groups) for i in range(len(g))])
    other = {side: fit(x[half != side], y[half != side]) for side in (True, False)}
    calibration(np.where(half, *(sigmoid(other[side][0] + x @ other[side][1:]) for side in (True, False))), y)
    if chosen:
        json.dump(dict(joint, scale=round(model.scale.item(), 4), bar=round(model.bar.item(), 4), bias=round(float(w[0]), 4), best=round(float(w[1]), 4), lead=round(float(w[2]), 4), doubt=round(float(w[3]), 4),
                       answer=round(bar, 2), maybe=round(maybe, 2), intent=2), open(chosen, "w", encoding="utf-8"))
    own = [(g, r) for g, r in zip(groups, results) if g is not shipped]
    report("pages kept apart", [g for g, _ in own], [r for _, r in own], w, bar)
    if shipped:
        report("shipped guidance kept apart", [shipped], [results[-1]], w, bar)


if __name__ == "__main__":
    main()
