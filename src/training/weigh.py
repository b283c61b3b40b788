"""Fits what weighs an act that was read of a message (question, background, small talk, plea, something else) against what guidance would answer,
and from which probability on a message is met as one. All on messages and pages that neither encoder nor acts were trained on.
usage: weigh.py ENCODER READER ACTS CHOSEN.json"""
import json
import os
import random
import sys

import numpy as np
import torch

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


def fit(read, answered, truth):
    """Multinomial logistic regression over log probabilities read (one weight for all) and the log odds of an answer (one a group)."""
    x, z, y = torch.tensor(np.log(np.clip(read, 1e-5, 1))), torch.tensor(odds(answered)), torch.tensor(truth)
    weight = torch.tensor([SHARES[k] / (truth == k).sum() for k in range(len(GROUPS))])[y]
    scale, bias, slope = (torch.full((n,), v, dtype=torch.float64, requires_grad=True) for n, v in ((1, 1.), (len(GROUPS), 0.), (len(GROUPS), 0.)))
    optimizer = torch.optim.LBFGS([scale, bias, slope], max_iter=300)

    def loss():
        optimizer.zero_grad()
        p = (scale * x + bias + slope * z[:, None]).log_softmax(-1)
        value = -(weight * p[range(len(y)), y]).sum() + 1e-4 * ((scale - 1) ** 2 + (bias ** 2).sum() + (slope ** 2).sum()).sum()
        value.backward()
        return value

    optimizer.step(loss)
    bias, slope = bias.detach() - bias.detach()[0], slope.detach() - slope.detach()[0]
    return scale.item(), bias.numpy(), slope.numpy()


def main():
    source, read_by, heads, chosen = sys.argv[1:5]
    rng = random.Random(5)
    tokens, model, reading = measure.load(source, read_by)
    names = acts.labels()
    head = acts.load(heads)
    known = json.load(open(chosen, encoding="utf-8"))
    w, of = np.array([known["bias"], known["best"], known["lead"], known["doubt"]]), np.array([OF.get(name, 0) for name in names])

    @torch.no_grad()
    def read(messages):
        p = head(model.vectors(tokens, messages, True)).softmax(-1).numpy().astype(float)
        return np.stack([p[:, of == k].sum(1) for k in range(len(GROUPS))], 1)

    def answered(group):
        return measure.sigmoid(w[0] + np.array([measure.features(row) for row in measure.considered(model, reading, tokens, group) for row in [measure.joined(row, known)]]) @ w[1:])

    pages, shipped = data.pages(kept=True), data.shipped(kept=True)
    parts = [(name, read(g.message), answered(g), np.zeros(len(g), int)) for name, group in (("pages", pages), ("shipped", [shipped])) for g in group]
    said = [(line.strip(), OF.get(name, 0)) for name in names for line in open(os.path.join(acts.FOLDER, name + ".txt"), encoding="utf-8") if line.strip() and line[0] != "#"]
    said = [(m, k) for m, k in said if data.kept_apart(m)]
    lines = [line.rstrip("\n").split("\t", 1) for line in open(os.path.join(data.HERE, "people", "evaluation.tsv"), encoding="utf-8") if "\t" in line]
    people = [m.split(" // ") for _, m in lines]
    others = [shipped] + rng.sample(pages, FOREIGN)
    for name, messages, before, truth in (("acts", [m for m, _ in said], None, [k for _, k in said]),
                                          ("people", [m[-1] for m in people], [m[:-1] for m in people], [{"fact": 1, "question": 0}.get(a, 3) for a, _ in lines])):
        p = read(messages)
        parts += [(f"{name} on {'shipped' if g is shipped else 'pages'}", p, answered(Put(g, messages, before)), np.array(truth)) for g in others]
    where = np.concatenate([[name] * len(p) for name, p, _, _ in parts])
    p, a, truth = (np.concatenate([part[k] for part in parts]) for k in (1, 2, 3))
    own = ~np.char.startswith(where, "people")
    scale, bias, slope = fit(p[own], a[own], truth[own])
    logits = scale * np.log(np.clip(p, 1e-5, 1)) + bias + odds(a)[:, None] * slope
    q = np.exp(logits - logits.max(1, keepdims=True))
    q /= q.sum(1, keepdims=True)
    plea = 1 / (1 + COST)
    np.savez(os.path.join(bert.WORK, "weigh.npz"), p=p, a=a, truth=truth, where=where, q=q)
    print("scale", round(scale, 3), "bias", bias.round(2), "answered", slope.round(2))
    for k, bars in ((3, (.08, plea, .15, .2, .3, .4)), (1, (.3, .4, .5, .6)), (2, (.3, .4, .5, .6)), (4, (.3, .4, .5, .6))):
        for bar in bars:
            print(f"   {GROUPS[k]} from {bar:.2f} on: " + "; ".join(
                f"{name} {np.mean(q[rest, k] >= bar):.1%} wrongly" + (f", {np.mean(q[right, k] >= bar):.1%} met" if right.any() else "")
                for name in dict.fromkeys(where) for rest, right in [((where == name) & (truth != k), (where == name) & (truth == k))]))
    known.update({"act-scale": round(scale, 4), "plea": round(plea, 2), "small-talk": .6, "elsewhere": .5})
    for k, group in enumerate(GROUPS):
        known[group + "-bias"], known[group + "-answered"] = round(float(bias[k]), 4), round(float(slope[k]), 4)
    json.dump(known, open(chosen, "w", encoding="utf-8"))


if __name__ == "__main__":
    main()
