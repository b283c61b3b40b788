"""Fine-tunes the encoder: a question's vector lies near those of what answers it, and under a learned bar where nothing does.
usage: encoder.py OUT [EPOCHS [RATE [START [LEAST [KNOWN]]]]]   START: a model to go on from; LEAST: share of the rate that is left at the end;
KNOWN: a file that names the groups START has learnt already, which are met half as often"""
import glob
import os
import random
import sys
import time

import torch
import torch.nn as nn
import torch.nn.functional as F

import bert
import data

FROZEN = 6  # the lowest layers, with the embeddings, stay as they came
QUESTIONS, CANDIDATES, PART = 50, 72, 28  # of one group in one step; of a large group's questions


class Encoder(nn.Module):
    """Vector of a text (its first token, unit length); scale and bar turn a cosine into the logit of "answers it", which
    doubt lowers for questions that guidance seldom answers and pull for statements that seem near to everything."""

    def __init__(self):
        super().__init__()
        self.bert = bert.load()
        self.scale, self.bar = nn.Parameter(torch.tensor(20.)), nn.Parameter(torch.tensor(14.))
        self.doubt, self.pull = nn.Parameter(torch.zeros(bert.WIDTH)), nn.Parameter(torch.zeros(bert.WIDTH))
        for frozen in (self.bert.words, self.bert.positions, self.bert.types, self.bert.norm, *self.bert.layers[:FROZEN]):
            frozen.requires_grad_(False)

    @torch.no_grad()
    def low(self, sequences):
        """States after the frozen layers, a tensor a text."""
        out = [None] * len(sequences)
        training = self.training
        self.eval()
        for batch in bert.buckets([len(s) for s in sequences]):
            ids, mask = bert.pad([sequences[i] for i in batch])
            with bert.half():
                x = self.bert.run(self.bert.embed(ids), mask, 0, FROZEN)
            for k, i in enumerate(batch):
                out[i] = x[k, :len(sequences[i])].bfloat16().clone()
        self.train(training)
        return out

    def high(self, low):
        """Vectors of texts whose states after the frozen layers are given."""
        out = [None] * len(low)
        for batch in bert.buckets([len(x) for x in low]):
            x = nn.utils.rnn.pad_sequence([low[i].float() for i in batch], batch_first=True)
            mask = torch.zeros(x.shape[:2])
            for k, i in enumerate(batch):
                mask[k, :len(low[i])] = 1
            with bert.half():
                x = self.bert.run(x, mask, FROZEN, bert.LAYERS)
            vectors = F.normalize(x[:, 0].float(), dim=-1)
            for k, i in enumerate(batch):
                out[i] = vectors[k]
        return torch.stack(out)

    @torch.no_grad()
    def vectors(self, tokens, texts, question=False):
        self.eval()
        return self.high(self.low([tokens.question(t) if question else tokens.candidate(t) for t in texts]))

    def logits(self, questions, candidates):
        return self.scale * (questions @ candidates.t()) - self.bar - 20 * (questions @ self.doubt)[:, None] - 20 * candidates @ self.pull


def listwise(logits, positive, ignored):
    """Softmax over "nothing here" (logit 0) and the candidates, and each candidate for itself; what only helps is left out."""
    n, c = logits.shape
    counts, target, truth = torch.ones(n, c + 1), torch.zeros(n, c + 1), torch.zeros(n, c)
    for i in range(n):
        if positive[i]:
            target[i, [p + 1 for p in positive[i]]] = 1.
            truth[i, positive[i]] = 1
        else:
            target[i, 0] = 1.
        if ignored[i]:
            counts[i, [p + 1 for p in ignored[i]]] = 0
    p = torch.cat([torch.zeros(n, 1), logits], 1).masked_fill(counts == 0, -1e4).log_softmax(-1)
    one = -torch.logsumexp(p.masked_fill(target == 0, -1e4), -1)
    each = -(target * p).sum(-1) / target.sum(-1)
    own = F.binary_cross_entropy_with_logits(logits, truth, reduction="none") * counts[:, 1:]
    hardest = (own * (1 - truth)).topk(min(4, c), -1)[0].mean()
    return (.5 * one + .5 * each).mean() + .5 * ((own * truth).sum() / truth.sum().clamp(min=1) + hardest)


def alike(vectors, same):
    """Supervised contrast (Khosla et al. 2020) of questions: those that the same statement answers lie together, as intents need."""
    n = len(same)
    mates = torch.tensor([[bool(a and b and a[0] == b[0]) and i != j for j, b in enumerate(same)] for i, a in enumerate(same)])
    some = mates.any(-1)
    if not some.any():
        return vectors.sum() * 0
    p = (vectors @ vectors.t() / .07).masked_fill(torch.eye(n, dtype=torch.bool), -1e4).log_softmax(-1)
    return -((p * mates).sum(-1)[some] / mates.sum(-1)[some]).mean()


def utterances(organisation, rng, intents=20, each=4):
    """(text, intent) of some neighbouring intents of one organisation."""
    names = list(organisation)
    first = rng.randrange(max(1, len(names) - intents + 1))
    return [(u, name) for name in names[first:first + intents] for u in rng.sample(organisation[name], min(each, len(organisation[name])))]


def acts(folder):
    """(text, label) of the examples of what visitors do by a message, but for those kept apart, and the labels."""
    rows, labels = [], []
    for path in sorted(glob.glob(os.path.join(folder, "*.txt"))):
        labels.append(os.path.basename(path)[:-4])
        rows += [(line.strip(), len(labels) - 1) for line in open(path, encoding="utf-8") if line.strip() and not line.startswith("#") and not data.kept_apart(line.strip())]
    return rows, labels


def steps(groups, near, rng, known=()):
    """(group, questions, candidates) of each step of an epoch; a large group is met in parts, each with its hardest candidates."""
    out = []
    for g in groups:
        if g.name in known and len(g.candidates) <= CANDIDATES and rng.random() < .5:
            continue
        order = list(range(len(g)))
        rng.shuffle(order)
        if len(g.candidates) <= CANDIDATES:
            out.append((g, order[:QUESTIONS], list(range(len(g.candidates)))))
            continue
        for start in range(0, len(order) // (2 if g.name in known else 1) - PART + 1, PART):
            part = order[start:start + PART]
            chosen = {c for i in part for c in g.positive[i][:2]}
            rest = [c for i in part for c in near[g.name][i][:6] if c not in chosen]
            rng.shuffle(rest)
            for c in rest:
                if len(chosen) >= CANDIDATES:
                    break
                chosen.add(c)
            out.append((g, part, sorted(chosen)))
    rng.shuffle(out)
    return out


def strangers(groups, own, rng, many=6):
    """Questions about other subjects, which name them: whatever is asked of a chimney sweep, guidance on dancers does not answer."""
    out = []
    for g in rng.sample(groups, min(len(groups), 4 * many)):
        if g is not own and g.subject and g.subject.split()[0] not in own.subject:
            named = [m for m in g.message if g.subject in m.lower()]
            if named and len(out) < many:
                out.append(rng.choice(named))
    return out


@torch.no_grad()
def nearest(model, tokens, group, many=40):
    """The candidates nearest to each question, those of other nations left out."""
    q, c = model.vectors(tokens, [group.text(i) for i in range(len(group))], True), model.vectors(tokens, group.candidates)
    scores = q @ c.t()
    for i, allowed in enumerate(group.allowed):
        if allowed is not None:
            shut = torch.ones(len(group.candidates), dtype=torch.bool)
            shut[allowed] = False
            scores[i, shut] = -9
    return scores.topk(min(many, scores.shape[1]), -1)[1].tolist()


def main():
    arguments = sys.argv[1:] + ["4", "8e-5", "", "0.03", ""][len(sys.argv) - 2:]
    out, epochs, rate, start, least = arguments[0], int(arguments[1]), float(arguments[2]), arguments[3], float(arguments[4])
    known = set(open(arguments[5], encoding="utf-8").read().split("\n")) if arguments[5] else set()
    torch.manual_seed(1)
    rng = random.Random(1)
    tokens, model = bert.Tokens(), Encoder()
    if start:
        model.load_state_dict(torch.load(start), strict=False)
    groups = data.pages()
    shipped = data.shipped()
    if shipped:
        groups.append(shipped)
    print(len(groups), "groups,", sum(map(len, groups)), "questions", flush=True)
    began, cpu = time.time(), time.process_time()
    low = {g.name: model.low([tokens.candidate(c) for c in g.candidates]) for g in groups}
    near = {g.name: nearest(model, tokens, g) for g in groups if len(g.candidates) > CANDIDATES}
    total, step, smooth = epochs * len(steps(groups, near, random.Random(0), known)), 0, None
    organisations, nothing_asked = data.intents(), data.people()
    said, labels = acts(os.path.join(data.HERE, "..", "main", "resources", "speech-acts"))
    head = nn.Linear(bert.WIDTH, len(labels))  # only for the training: the vector itself must tell the acts apart
    weight = torch.tensor([1 / sum(l == k for _, l in said) ** .5 for k in range(len(labels))])
    asks = labels.index("question")
    asked = [(m, asks) for g in groups for m in g.message]  # however grave a question on guidance sounds, it is one
    body = [p for p in model.bert.parameters() if p.requires_grad]
    optimizer = torch.optim.AdamW([dict(params=body, lr=rate), dict(params=[model.scale, model.bar], lr=.03, weight_decay=0.), dict(params=[model.doubt, model.pull], lr=20 * rate, weight_decay=.05),
                                   dict(params=head.parameters(), lr=.01)], weight_decay=.01)
    base = [g["lr"] for g in optimizer.param_groups]
    for epoch in range(epochs):
        if epoch and shipped:
            near[shipped.name] = nearest(model, tokens, shipped)
        for g, questions, candidates in steps(groups, near, rng, known):
            factor = min(1, (step + 1) / (.06 * total + 1)) * max(least, 1 - step / total)
            step += 1
            for p, lr in zip(optimizer.param_groups, base):
                p["lr"] = lr * factor
            model.train()
            place = {c: k for k, c in enumerate(candidates)}
            asking = [g.augmented(i, rng) for i in questions]
            foreign = strangers(groups, g, rng) + rng.sample(nothing_asked, 2)
            asking += [(text, None) for text in foreign]
            q = model.high(model.low([tokens.question(text) for text, _ in asking]))
            c = model.high([low[g.name][k] for k in candidates])
            positive = [[place[p] for p in g.positive[i] if p in place and (allowed is None or p in allowed)] for i, (_, allowed) in zip(questions, asking)]
            positive += [[]] * len(foreign)
            shut = [set(range(len(g.candidates))) - set(allowed) if allowed is not None else set() for _, allowed in asking]
            ignored = [[place[p] for p in set(g.partial[i]) | s if p in place and p not in g.positive[i] or p in s and p in place] for i, s in zip(questions, shut)] + [[]] * len(foreign)
            loss = listwise(model.logits(q, c), positive, ignored) + .1 * alike(q[:len(questions)], [g.positive[i] for i in questions])
            if step % 3 == 1 and organisations:
                some = utterances(rng.choice(organisations), rng)
                vectors = model.high(model.low([tokens.question(data.misspelt(t, rng) if rng.random() < .1 else t) for t, _ in some]))
                loss = loss + .6 * alike(vectors, [[intent] for _, intent in some])
            if step % 3 == 0:
                some = rng.sample(said, 44) + rng.sample(asked, 20)
                guess = head(20 * model.high(model.low([tokens.question(data.misspelt(t, rng) if rng.random() < .2 else t) for t, _ in some])))
                loss = loss + .5 * F.cross_entropy(guess, torch.tensor([k for _, k in some]), weight)
            loss.backward()
            nn.utils.clip_grad_norm_(body, 1.0)
            optimizer.step()
            optimizer.zero_grad()
            smooth = loss.item() if smooth is None else .95 * smooth + .05 * loss.item()
            if step % 20 == 0:
                print(f"{step}/{total} loss {smooth:.3f} {time.time() - began:.0f} s, bar {model.bar.item():.1f} of {model.scale.item():.1f}", flush=True)
        torch.save(model.state_dict(), out)
    print(f"saved {out} after {time.time() - began:.0f} s, {time.process_time() - cpu:.0f} s of processor time", flush=True)


if __name__ == "__main__":
    main()
