"""Trains what tells by a message's vector what the visitor does by it: ask, tell of themselves, greet, plead for help, speak of something else.
usage: acts.py ENCODER OUT"""
import glob
import os
import random
import sys

import numpy as np
import torch
import torch.nn as nn
import torch.nn.functional as F

import bert
import data
import encoder

FOLDER = os.path.join(data.HERE, "..", "main", "resources", "speech-acts")
PLEAS = {"despair", "stress", "safeguarding", "legal", "person"}


HALF = 64  # hidden units of each of the two that are made one


class Acts(nn.Module):
    def __init__(self, labels, width=2 * HALF):
        super().__init__()
        self.labels = labels
        self.inner, self.outer = nn.Linear(bert.WIDTH, width), nn.Linear(width, len(labels))
        self.dropout = nn.Dropout(.3)

    def forward(self, vectors):
        return self.outer(self.dropout(F.gelu(self.inner(20 * vectors))))


def trained(x, y, names):
    weight = torch.tensor([1 / max(1, int((y == k).sum())) ** .4 for k in range(len(names))])
    acts = Acts(names, HALF)
    optimizer = torch.optim.AdamW(acts.parameters(), lr=4e-3, weight_decay=.1)
    total, step = 40 * (len(y) // 256), 0
    for _ in range(40):
        acts.train()
        order = torch.randperm(len(y))
        for start in range(0, len(y) - 255, 256):
            part = order[start:start + 256]
            for group in optimizer.param_groups:
                group["lr"] = 4e-3 * max(.02, 1 - step / total)
            step += 1
            loss = F.cross_entropy(acts(x[part]), y[part], weight)
            optimizer.zero_grad()
            loss.backward()
            optimizer.step()
    return acts.eval()


def joined(one, other):
    """One whose logits are the mean of two's."""
    both = Acts(one.labels, one.inner.out_features + other.inner.out_features)
    with torch.no_grad():
        both.inner.weight.copy_(torch.cat([one.inner.weight, other.inner.weight]))
        both.inner.bias.copy_(torch.cat([one.inner.bias, other.inner.bias]))
        both.outer.weight.copy_(torch.cat([one.outer.weight, other.outer.weight], 1) / 2)
        both.outer.bias.copy_((one.outer.bias + other.outer.bias) / 2)
    return both.eval()


def load(path):
    state = torch.load(path)
    acts = Acts(labels(), len(state["inner.bias"]))
    acts.load_state_dict(state)
    return acts.eval()


def labels():
    return sorted(os.path.basename(path)[:-4] for path in glob.glob(os.path.join(FOLDER, "*.txt")))


def main():
    source, out = sys.argv[1:3]
    torch.manual_seed(3)
    rng = random.Random(3)
    tokens, model = bert.Tokens(), encoder.Encoder()
    model.load_state_dict(torch.load(source), strict=False)
    names = labels()
    said = [(line.strip(), k) for k, name in enumerate(names) for line in open(os.path.join(FOLDER, name + ".txt"), encoding="utf-8") if line.strip() and not line.startswith("#")]
    asks = names.index("question")
    groups = data.pages() + [data.shipped()]
    rows = said + [(m, asks) for g in groups for m in g.message if rng.random() < .8]
    apart = [(t, k) for t, k in rows if data.kept_apart(t)] + [(m, asks) for g in data.pages(kept=True) for m in g.message]
    rows = [r for r in rows if not data.kept_apart(r[0])]
    dressed = [(data.redressed(t), k) for t, k in said if not data.kept_apart(t)]
    rows += [(data.misspelt(t, rng), k) for t, k in rows if rng.random() < .15]
    print(len(rows), "messages,", len(dressed), "more redressed,", len(apart), "kept apart", flush=True)
    x, y = model.vectors(tokens, [t for t, _ in rows + dressed], True), torch.tensor([k for _, k in rows + dressed])
    # one learns from the messages as they were typed, the other also from them redressed: together they err less
    acts = joined(trained(x[:len(rows)], y[:len(rows)], names), trained(x, y, names))
    torch.save(acts.state_dict(), out)
    grave = [k for k, name in enumerate(names) if name in PLEAS]

    @torch.no_grad()
    def read(texts):
        return acts(model.vectors(tokens, texts, True)).softmax(-1).numpy()

    p, truth = read([t for t, _ in apart]), np.array([k for _, k in apart])
    plea, real = p[:, grave].sum(1), np.isin(truth, grave)
    print(f"kept apart: right act {np.mean(p.argmax(1) == truth):.3f}; pleas from .40 on: {np.mean(plea[real] >= .4):.3f} of {real.sum()} met")
    for k, name in enumerate(names):
        own = truth == k
        print(f"   {name}: {np.mean(p[own].argmax(1) == k):.2f} of {own.sum()}")


if __name__ == "__main__":
    main()
