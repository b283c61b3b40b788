"""Trains the reader: layers in which the tokens of a question attend to its own and to those of a candidate, above the frozen lower layers
of the encoder (MORES: Gao, Dai, Callan 2020). It sees what a cosine of two vectors cannot: which of two like figures is asked for.
usage: reader.py ENCODER OUT [MINUTES [START]]   START: a reader to go on from; two processes share the work where RANK, WORLD_SIZE,
MASTER_ADDR and MASTER_PORT say so, as `torchrun --nproc-per-node 2` sets them"""
import math
import os
import random
import sys
import time

import torch
import torch.distributed
import torch.nn as nn
import torch.nn.functional as F

import bert
import data
import encoder

BASE, DEPTH = 8, 4  # layers of the encoder below, layers of the reader
READ = 8  # candidates that are read of a question
QUESTIONS, SHIPPED = 48, 5  # of a group in one step; one step in so many is of the shipped guidance
WARM, LEAST = 60, .03


class Reader(nn.Module):
    """Log odds that a candidate answers a question, from the states of their tokens after the encoder's lower layers."""

    def __init__(self, model=None):
        super().__init__()
        self.layers = nn.ModuleList([bert.Layer(0.) for _ in range(DEPTH)])
        self.kind, self.head = nn.Parameter(torch.zeros(bert.WIDTH)), nn.Linear(bert.WIDTH, 1)
        if model is not None:
            for own, theirs in zip(self.layers, model.bert.layers[bert.LAYERS - DEPTH:]):
                own.load_state_dict(theirs.state_dict())
        nn.init.normal_(self.head.weight, std=.02)
        nn.init.constant_(self.head.bias, -1.)

    def shown(self, candidates):
        """Keys and values of a batch of candidates, one a layer."""
        batch, length, _ = candidates.shape
        candidates = candidates + self.kind
        return [F.linear(candidates, layer.qkv.weight[bert.WIDTH:], layer.qkv.bias[bert.WIDTH:]).view(batch, length, 2, bert.HEADS, -1).permute(2, 0, 3, 1, 4)
                for layer in self.layers]

    def run(self, questions, shown, bias):
        """Log odds of a batch of pairs."""
        x = questions
        for depth, (layer, (keys, values)) in enumerate(zip(self.layers, shown)):
            batch, length, _ = x.shape
            asks = length if depth < DEPTH - 1 else 1  # at last only the first token is needed
            q, k, v = layer.qkv(x).view(batch, length, 3, bert.HEADS, -1).permute(2, 0, 3, 1, 4).unbind(0)
            k, v = torch.cat([k, keys], 2), torch.cat([v, values], 2)
            weights = (q[:, :, :asks] * (1 / math.sqrt(bert.WIDTH // bert.HEADS))) @ k.transpose(-1, -2)
            weights = torch.softmax(weights if bias is None else weights + bias.to(k.dtype), -1)
            mixed = (weights.to(v.dtype) @ v).transpose(1, 2).reshape(batch, asks, bert.WIDTH)
            x = layer.norm1(x[:, :asks] + layer.out(mixed))
            x = layer.norm2(x + layer.outer(F.gelu(layer.inner(x))))
        return self.head(x[:, 0])[:, 0]

    def score(self, questions, candidates, pairs):
        """Log odds of pairs (index of a question, index of a candidate), whose states are given."""
        used = {k: n for n, k in enumerate(sorted({k for _, k in pairs}))}
        padded, masked = padded_states([candidates[k] for k in used])
        out = [None] * len(pairs)
        with bert.half():
            shown = self.shown(padded)
            for batch in bert.buckets([len(questions[i]) for i, _ in pairs], tokens=2048, most=128):
                x, bias = padded_states([questions[pairs[b][0]] for b in batch])
                which = torch.tensor([used[pairs[b][1]] for b in batch])
                logits = self.run(x, [(keys[which], values[which]) for keys, values in shown], torch.cat([bias, masked[which]], 1)[:, None, None, :])
                for n, b in enumerate(batch):
                    out[b] = logits[n].float()
        return torch.stack(out)


def padded_states(states):
    x = nn.utils.rnn.pad_sequence([s.float() for s in states], batch_first=True)
    bias = torch.full(x.shape[:2], -1e4)
    for n, s in enumerate(states):
        bias[n, :len(s)] = 0
    return x, bias


@torch.no_grad()
def represent(model, sequences):
    """Vectors of token sequences, and the states that the reader reads."""
    states, vectors = [None] * len(sequences), [None] * len(sequences)
    model.eval()
    for batch in bert.buckets([len(s) for s in sequences], tokens=6000, most=160):
        ids, mask = bert.pad([sequences[i] for i in batch])
        with bert.half():
            x = model.bert.run(model.bert.embed(ids), mask, 0, BASE)
            v = F.normalize(model.bert.run(x, mask, BASE, bert.LAYERS)[:, 0].float(), dim=-1)
        for k, i in enumerate(batch):
            states[i], vectors[i] = x[k, :len(sequences[i])].bfloat16().clone(), v[k]
    return torch.stack(vectors), states


def allowed_logits(model, questions, candidates, allowed):
    """The encoder's log odds; of what a nation shuts out, next to none."""
    logits = model.logits(questions, candidates)
    for i, each in enumerate(allowed):
        if each is not None:
            shut = torch.ones(logits.shape[1], dtype=torch.bool)
            shut[each] = False
            logits[i, shut] = -99
    return logits


def listwise(scores, rows):
    """Softmax over "nothing here" (logit 0) and the candidates of each question, and each candidate for itself."""
    lists, right, wrong = [], [], []
    for start, positive, count in rows:
        own = scores[start:start + count]
        p = torch.cat([torch.zeros(1), own]).log_softmax(-1)
        lists.append(-.5 * torch.logsumexp(p[1:1 + positive], -1) - .5 * p[1:1 + positive].mean() if positive else -p[0])
        if positive:
            right.append(F.softplus(-own[:positive]).mean())
        if count > positive:
            wrong.append(F.softplus(own[positive:]).topk(min(4, count - positive))[0].mean())
    return torch.stack(lists).mean() + .5 * (torch.stack(right).mean() + torch.stack(wrong).mean())


def draw(group, questions, asking, logits, rng):
    """Pairs to read: what answers, the nearest that does not, and some of those near; and (start, positive, count) of each question."""
    pairs, rows = [], []
    for n, (_, allowed) in enumerate(asking):
        own = questions[n] if n < len(questions) else None
        positive = [] if own is None else [p for p in group.positive[own] if allowed is None or p in allowed][:3]
        skip = set() if own is None else set(group.positive[own]) | set(group.partial[own])
        near = [k for k in logits[n].topk(min(2 * READ, logits.shape[1]))[1].tolist() if k not in skip and logits[n, k] > -90]
        room = READ - len(positive)
        chosen = near[:room - 2] + rng.sample(near[room - 2:], min(2, len(near[room - 2:])))
        rows.append((len(pairs), len(positive), len(positive) + len(chosen)))
        pairs += [(n, k) for k in positive + chosen]
    return pairs, rows


def share(reader, progress, world):
    """Gradients as the mean over all processes, and how far they have come."""
    flat = torch.cat([p.grad.reshape(-1) for p in reader.parameters()] + [torch.tensor([progress])])
    if world > 1:
        torch.distributed.all_reduce(flat)
        flat /= world
    at = 0
    for p in reader.parameters():
        p.grad = flat[at:at + p.numel()].view_as(p).clone()
        at += p.numel()
    return flat[-1].item()


def main():
    source, out, minutes, start = (sys.argv[1:] + ["65", ""][len(sys.argv) - 3:])[:4]
    rank, world = int(os.environ.get("RANK", 0)), int(os.environ.get("WORLD_SIZE", 1))
    if world > 1:
        torch.set_num_threads(1)
        torch.distributed.init_process_group("gloo")
    torch.manual_seed(1)
    rng = random.Random(1 + rank)
    tokens, model = bert.Tokens(), encoder.Encoder()
    model.load_state_dict(torch.load(source), strict=False)
    model.requires_grad_(False)
    reader = Reader(model)
    if start:
        reader.load_state_dict(torch.load(start))
    groups, shipped, nothing_asked = data.pages(), data.shipped(), data.people()
    rate = float(os.environ.get("RATE", "1.5e-4"))
    new = [reader.head.weight, reader.head.bias, reader.kind]
    body = list(reader.layers.parameters())
    optimizer = torch.optim.AdamW([dict(params=body, lr=rate), dict(params=new, lr=10 * rate, weight_decay=0.)], weight_decay=.01)
    base = [g["lr"] for g in optimizer.param_groups]
    seen = represent(model, [tokens.candidate(c) for c in shipped.candidates]) if shipped else None
    began, step, smooth, spent, pages, own = time.time(), 0, None, 0., [], []
    while spent < 1:
        for p, lr in zip(optimizer.param_groups, base):
            p["lr"] = lr * min(1, (step + 1) / WARM) * max(LEAST, 1 - spent)
        if shipped and step % SHIPPED == SHIPPED - 1:
            if len(own) < QUESTIONS:
                own = list(range(rank, len(shipped), world))
                rng.shuffle(own)
            group, questions, (vectors, states) = shipped, [own.pop() for _ in range(QUESTIONS)], seen
        else:
            if not pages:
                pages = list(groups)
                rng.shuffle(pages)
            group = pages.pop()
            questions = rng.sample(range(len(group)), min(len(group), QUESTIONS))
            vectors, states = represent(model, [tokens.candidate(c) for c in group.candidates])
        asking = [group.augmented(i, rng) for i in questions]
        asking += [(text, None) for text in encoder.strangers(groups, group, rng, 2) + rng.sample(nothing_asked, 1)]
        asked, asked_states = represent(model, [tokens.question(text) for text, _ in asking])
        pairs, rows = draw(group, questions, asking, allowed_logits(model, asked, vectors, [a for _, a in asking]), rng)
        loss = listwise(reader.score(asked_states, states, pairs), rows)
        loss.backward()
        spent = share(reader, (time.time() - began) / 60 / float(minutes), world)
        nn.utils.clip_grad_norm_(body, 1.0)
        optimizer.step()
        optimizer.zero_grad()
        step += 1
        smooth = loss.item() if smooth is None else .97 * smooth + .03 * loss.item()
        if step % 20 == 0 and not rank:
            print(f"{step} loss {smooth:.3f} {time.time() - began:.0f} s", flush=True)
    if not rank:
        torch.save(reader.state_dict(), out)
        print(f"saved {out} after {time.time() - began:.0f} s, {step} steps", flush=True)


if __name__ == "__main__":
    main()
