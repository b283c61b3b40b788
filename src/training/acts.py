"""Trains what tells what the visitor does by a message: ask, tell of themselves, greet, plead for help, speak of something else. Layers of its own above
the frozen lower layers of the encoder, so that it can be trained and replaced alone.
usage: acts.py ENCODER OUT [EPOCHS [SEED [START [RATE]]]]   START: acts to go on from, several joined by "+" as the mean of their weights"""
import glob
import os
import random
import re
import sys
import time

import numpy as np
import torch
import torch.nn as nn
import torch.nn.functional as F

import bert
import data
import encoder
import reader

FOLDER = os.path.join(data.HERE, "..", "main", "resources", "speech-acts")
PLEAS = {"despair", "stress", "safeguarding", "legal", "person"}
ASKED = os.path.join(data.HERE, "asked.txt")
PAGE, SHIPPED, TOLD, COMPOUNDS = 12, 600, 5000, 6000  # questions of a page, and of the shipped guidance, that stand for what is asked; what is told around questions; messages put together
BATCH, WARM, LEAST = 64, 50, .03


class Acts(nn.Module):
    """Logits of the acts, from the states of a message's tokens after the encoder's lower layers."""

    def __init__(self, labels, model=None):
        super().__init__()
        self.labels = labels
        self.layers = nn.ModuleList([bert.Layer(.1) for _ in range(reader.DEPTH)])
        self.head, self.dropout = nn.Linear(bert.WIDTH, len(labels)), nn.Dropout(.1)
        if model is not None:
            for own, theirs in zip(self.layers, model.bert.layers[bert.LAYERS - reader.DEPTH:]):
                own.load_state_dict(theirs.state_dict())

    def forward(self, x, bias):
        for layer in self.layers:
            x = layer(x, bias)
        return self.head(self.dropout(x[:, 0].float()))

    def batch(self, states):
        x, bias = reader.padded_states(states)
        with bert.half():
            return self(x, bias[:, None, None, :]).float()

    @torch.no_grad()
    def read(self, model, tokens, texts):
        """Probability of each act, a row a text."""
        self.eval()
        states, out = lower(model, tokens, texts), [None] * len(texts)
        for batch in bert.buckets([len(s) for s in states], tokens=6000, most=160):
            for i, logits in zip(batch, self.batch([states[i] for i in batch])):
                out[i] = logits
        return torch.stack(out).softmax(-1).numpy().astype(float)


@torch.no_grad()
def lower(model, tokens, texts):
    """States after the layers that encoder, reader and acts have in common."""
    sequences, out = [tokens.question(t) for t in texts], [None] * len(texts)
    model.eval()
    for batch in bert.buckets([len(s) for s in sequences], tokens=6000, most=160):
        ids, mask = bert.pad([sequences[i] for i in batch])
        with bert.half():
            x = model.bert.run(model.bert.embed(ids), mask, 0, reader.BASE)
        for k, i in enumerate(batch):
            out[i] = x[k, :len(sequences[i])].bfloat16().clone()
    return out


def load(path):
    acts = Acts(labels())
    acts.load_state_dict(torch.load(path))
    return acts.eval()


def labels():
    return sorted(os.path.basename(path)[:-4] for path in glob.glob(os.path.join(FOLDER, "*.txt")))


def said(names, kept):
    """The examples of the acts, as (message, index of the act)."""
    lines = [(line.strip(), k) for k, name in enumerate(names) for line in open(os.path.join(FOLDER, name + ".txt"), encoding="utf-8") if line.strip() and not line.startswith("#")]
    return [(message, k) for message, k in lines if data.kept_apart(message) == kept]


def told(groups, rng):
    """What is told around a question, which is weighed as a message of its own: of messages cut by hand, and of the questions of several sentences."""
    out = []
    for line in open(ASKED, encoding="utf-8"):
        pieces = [] if line.startswith("#") else [(piece[:1], piece[2:].strip()) for piece in line.strip().split(" | ")]
        if any(kind == "?" for kind, _ in pieces):
            out.append(" ".join(text for kind, text in pieces if kind == "."))
    asking = [re.split(r"(?<=[.!?])\s+", message) for g in groups for message in g.message]
    of_pages = [" ".join(s for s in sentences if not s.endswith("?")) for sentences in asking if any(s.endswith("?") for s in sentences)]
    of_pages = [text for text in of_pages if len(text.split()) > 2]
    return [text for text in out if len(text.split()) > 2] + rng.sample(of_pages, min(TOLD, len(of_pages)))


def compounds(rows, names, questions, rng):
    """A plea is one though a question stands beside it; what else is told or said with a question leaves it one."""
    asks, pleas, others = names.index("question"), [], []
    for message, k in rows:
        if names[k] in PLEAS:
            pleas.append((message, k))
        elif names[k] in ("fact", "greeting", "thanks", "acknowledgement"):
            others.append((message, asks))
    out = []
    for message, k in rng.choices(pleas, k=COMPOUNDS) + rng.choices(others, k=COMPOUNDS):
        pair = [message + ("" if message[-1] in ".!?" or rng.random() < .4 else "."), rng.choice(questions)]
        out.append((" ".join(pair if rng.random() < .7 else pair[::-1]), k))
    return out


def after_others(message, earlier, rng):
    """A message as it is read together with what was said before it."""
    return data.texts.question(message, rng.sample(earlier, rng.choice((1, 1, 2))))


def batches(states, rng):
    """All once, those of like length together."""
    order, out = list(range(len(states))), []
    rng.shuffle(order)
    for start in range(0, len(order), 20 * BATCH):
        near = sorted(order[start:start + 20 * BATCH], key=lambda i: len(states[i]))
        out += [near[at:at + BATCH] for at in range(0, len(near), BATCH)]
    rng.shuffle(out)
    return out


def report(acts, model, tokens):
    rows = said(acts.labels, True)
    asked = random.Random(1).sample([m for g in data.pages(kept=True) for m in g.message], 1500)
    p, truth = acts.read(model, tokens, [m for m, _ in rows]), np.array([k for _, k in rows])
    grave = [k for k, name in enumerate(acts.labels) if name in PLEAS]
    plea, real, questions = p[:, grave].sum(1), np.isin(truth, grave), acts.read(model, tokens, asked)[:, grave].sum(1)
    print(f"kept apart: right act {np.mean(p.argmax(1) == truth):.3f} of {len(truth)}")
    for met in (.98, .95, .9):
        bar = np.quantile(plea[real], 1 - met)
        print(f"   while {met:.0%} of {real.sum()} pleas are met: {np.mean(plea[~real] >= bar):.1%} of all else there taken for one, {np.mean(questions >= bar):.1%} of questions of pages kept apart")
    for k, name in enumerate(acts.labels):
        own = truth == k
        print(f"   {name}: {np.mean(p[own].argmax(1) == k):.2f} of {own.sum()}", flush=True)


def main():
    source, out, epochs, seed, start, rate = (sys.argv[1:] + ["2.5", "1", "", "6e-5"][len(sys.argv) - 3:])[:6]
    torch.manual_seed(int(seed))
    rng = random.Random(int(seed))
    tokens, model = bert.Tokens(), encoder.Encoder()
    model.load_state_dict(torch.load(source), strict=False)
    model.requires_grad_(False)
    acts = Acts(labels(), model)
    if start:
        parts = [torch.load(path) for path in start.split("+")]
        acts.load_state_dict({k: sum(part[k] for part in parts) / len(parts) for k in parts[0]})
    asks, rows = acts.labels.index("question"), said(acts.labels, False)
    # how a message is dressed says nothing of what it does
    rows += [(data.redressed(message), k) for message, k in rows]
    pages, shipped = data.pages(), data.shipped()
    rows += compounds(rows, acts.labels, [m for g in pages for m in g.message], rng)
    rows += [(m, asks) for g in pages for m in rng.sample(g.message, min(len(g), PAGE))]
    if shipped:
        rows += [(m, asks) for m in rng.sample(shipped.message, SHIPPED)]
    rows += [(text, acts.labels.index("fact")) for text in told(pages + [shipped] * bool(shipped), rng)]
    rows += [(data.misspelt(message, rng), k) for message, k in rows if rng.random() < .15]
    earlier = [m for g in pages for m in rng.sample(g.message, 5)]
    rows = [(after_others(message, earlier, rng) if rng.random() < .1 else message, k) for message, k in rows]
    states, truth = lower(model, tokens, [message for message, _ in rows]), torch.tensor([k for _, k in rows])
    # what is rare counts more, though not as much more as it is rarer
    weight = torch.tensor([1 / max(1, int((truth == k).sum())) ** .4 for k in range(len(acts.labels))])
    weight /= weight[truth].mean()
    optimizer = torch.optim.AdamW([dict(params=acts.layers.parameters(), lr=float(rate)), dict(params=acts.head.parameters(), lr=20 * float(rate), weight_decay=0.)], weight_decay=.01)
    base = [g["lr"] for g in optimizer.param_groups]
    total, step, smooth, began, waiting = int(float(epochs) * len(rows) / BATCH), 0, None, time.time(), []
    print(len(rows), "messages,", total, "steps", flush=True)
    while step < total:
        waiting = waiting or batches(states, rng)
        batch = waiting.pop()
        acts.train()
        for group, lr in zip(optimizer.param_groups, base):
            group["lr"] = lr * min(1, (step + 1) / WARM) * max(LEAST, 1 - step / total)
        loss = F.cross_entropy(acts.batch([states[i] for i in batch]), truth[batch], weight, label_smoothing=.02)
        loss.backward()
        nn.utils.clip_grad_norm_(acts.parameters(), 1.)
        optimizer.step()
        optimizer.zero_grad()
        step += 1
        smooth = loss.item() if smooth is None else .98 * smooth + .02 * loss.item()
        if step % 100 == 0:
            print(f"{step} loss {smooth:.3f} {time.time() - began:.0f} s", flush=True)
    torch.save(acts.state_dict(), out)
    report(acts, model, tokens)


if __name__ == "__main__":
    main()
