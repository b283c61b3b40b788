"""Fits what weighs an act that was read of a message (question, background, small talk, plea, something else) against what guidance would answer,
and from which probability on a message is met as one. All on messages and pages that neither encoder nor acts were trained on.
usage: weigh.py ENCODER READER ACTS CHOSEN.json"""
import json
import os
import random
import sys

import numpy as np
import torch
import torch.nn.functional as F

import acts
import bert
import data
import measure

GROUPS = ("question", "background", "small-talk", "handoff", "out-of-scope")
OF = {"fact": 1, "greeting": 2, "thanks": 2, "goodbye": 2, "identity": 2, "capability": 2, "acknowledgement": 2, "abuse": 2, "out-of-scope": 4, "injection": 4, "other-language": 4,
      **{name: 3 for name in acts.PLEAS}}
SHARES = (.75, .06, .07, .05, .07)  # as visitors come
COST = 4  # harmless messages handed over that a plea not met costs
FOREIGN = 4  # pages of others' that each message is judged against


class Put:
    """Messages put to the candidates of a group."""

    def __init__(self, group, messages, before=None):
        self.candidates, self.message, self.before = group.candidates, messages, before or [[]] * len(messages)
        self.allowed = [None] * len(messages)

    def __len__(self):
        return len(self.message)

    def text(self, i):
        return data.texts.question(self.message[i], self.before[i], None)


def odds(p):
    """Log odds of an answer, where it is likelier than not; one that is not says nothing."""
    p = np.clip(p, .5, 1 - 1e-4)
    return np.log(p / (1 - p))


def logit(p):
    return np.log(np.clip(p, 1e-5, 1 - 1e-5) / np.clip(1 - p, 1e-5, 1))


def fit(read, answered, truth):
    """Of each group but the questions a logistic regression over the log odds that were read of it (scale, bias) and those of an answer."""
    weight = torch.tensor([SHARES[k] / (truth == k).sum() for k in range(len(GROUPS))])[torch.tensor(truth)]
    out = []
    for k in range(1, len(GROUPS)):
        x, y = torch.tensor(np.stack([logit(read[:, k]), np.ones(len(read)), odds(answered)], 1)), torch.tensor((truth == k).astype(float))
        w = torch.tensor([1., 0., 0.], dtype=torch.float64, requires_grad=True)
        optimizer = torch.optim.LBFGS([w], max_iter=300)

        def loss():
            optimizer.zero_grad()
            value = (weight * F.binary_cross_entropy_with_logits(x @ w, y, reduction="none")).sum()
            value.backward()
            return value

        optimizer.step(loss)
        out.append(w.detach().numpy())
    return np.array(out)


def weighed(read, answered, fitted):
    """Probability of each group but the questions, in their order."""
    return np.stack([measure.sigmoid(np.stack([logit(read[:, k]), np.ones(len(read)), odds(answered)], 1) @ w) for k, w in enumerate(fitted, 1)], 1)


def main():
    source, read_by, heads, chosen = sys.argv[1:5]
    rng = random.Random(5)
    tokens, model, reading = measure.load(source, read_by)
    names = acts.labels()
    head = acts.load(heads)
    known = json.load(open(chosen, encoding="utf-8"))
    w, of = np.array([known["bias"], known["best"], known["lead"], known["doubt"]]), np.array([OF.get(name, 0) for name in names])

    def read(messages):
        p = head.read(model, tokens, messages)
        return np.stack([p[:, of == k].sum(1) for k in range(len(GROUPS))], 1)

    def answered(group):
        return measure.sigmoid(w[0] + np.array([measure.features(row) for row in measure.considered(model, reading, tokens, group) for row in [measure.joined(row, known)]]) @ w[1:])

    pages, shipped = data.pages(kept=True), data.shipped(kept=True)
    parts = [(name, read(g.message), answered(g), np.zeros(len(g), int)) for name, group in (("pages", pages), ("shipped", [shipped])) for g in group]
    said = [(m, OF.get(names[k], 0)) for m, k in acts.said(names, True)]
    lines = [line.rstrip("\n").split("\t", 1) for line in open(os.path.join(data.HERE, "people", "evaluation.tsv"), encoding="utf-8") if "\t" in line]
    people = [m.split(" // ") for _, m in lines]
    others = [shipped] + rng.sample(pages, FOREIGN)
    for name, messages, before, truth in (("acts", [m for m, _ in said], None, [k for _, k in said]),
                                          ("people", [m[-1] for m in people], [m[:-1] for m in people], [{"fact": 1, "question": 0}.get(a, 3) for a, _ in lines])):
        p = read(messages)
        parts += [(f"{name} on {'shipped' if g is shipped else 'pages'}", p, answered(Put(g, messages, before)), np.array(truth)) for g in others]
    # a plea is one though its question is answered; what else is told with a question leaves it one
    told = {k: [m for m, own in said if own == k] for k in (1, 3)}
    for group in pages + [shipped]:
        asked = rng.sample([m for m, before in zip(group.message, group.before) if not before], 60 if group is shipped else 4)
        for k, truth in ((3, 3), (1, 0)):
            put = [f"{rng.choice(told[k]).rstrip('.')}. {m}" for m in asked]
            parts.append(("with a question", read(put), answered(Put(group, put)), np.full(len(put), truth)))
    where = np.concatenate([[name] * len(p) for name, p, _, _ in parts])
    p, a, truth = (np.concatenate([part[k] for part in parts]) for k in (1, 2, 3))
    own = ~np.char.startswith(where, "people")
    fitted = fit(p[own], a[own], truth[own])
    q = weighed(p, a, fitted)
    plea = 1 / (1 + COST)
    np.savez(os.path.join(bert.WORK, "weigh.npz"), p=p, a=a, truth=truth, where=where, q=q)
    print("scale, bias and weight of an answer:", dict(zip(GROUPS[1:], fitted.round(2).tolist())))
    for k, bars in ((3, (.1, .15, .2, .25, .3, .4)), (1, (.3, .4, .5, .6)), (2, (.3, .4, .5, .6)), (4, (.3, .4, .5, .6))):
        for bar in bars:
            print(f"   {GROUPS[k]} from {bar:.2f} on: " + "; ".join(
                f"{name} {np.mean(q[rest, k - 1] >= bar):.1%} wrongly" + (f", {np.mean(q[right, k - 1] >= bar):.1%} met" if right.any() else "")
                for name in dict.fromkeys(where) for rest, right in [((where == name) & (truth != k), (where == name) & (truth == k))]))
    known.update({"plea": round(plea, 2), "small-talk": .6, "elsewhere": .5})
    for group, (scale, bias, slope) in zip(GROUPS[1:], fitted):
        known.update({group + "-scale": round(float(scale), 4), group + "-bias": round(float(bias), 4), group + "-answered": round(float(slope), 4)})
    json.dump(known, open(chosen, "w", encoding="utf-8"))


if __name__ == "__main__":
    main()
