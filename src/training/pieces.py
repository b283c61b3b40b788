"""Trains what cuts a message into pieces that each ask one thing and pieces that only tell something: two layers that look at neighbouring tokens, above
the six lowest layers of the encoder, which stay as they came, so that it need not be trained anew with the encoder.
usage: pieces.py OUT.onnx [EPOCHS]   learns from asked.txt, one message in ten kept apart; export.py notes the digest"""
import os
import random
import re
import sys
import time
import warnings

import numpy as np
import onnxruntime
import torch
import torch.nn as nn
import torch.nn.functional as F
from onnxruntime.quantization import QuantType, quantize_dynamic

import bert
import data
import encoder

warnings.filterwarnings("ignore")
NEAR, WIDTH = 2, 192  # tokens to either side that a layer looks at; width of the layers
BATCH, RATE, WARM, LEAST = 32, 1e-3, 60, .03
KEPT = .995  # of the mean of the weights at each step
LONGEST = 126  # tokens of a message that are learnt from
BEGINS, TELLS = 1, 2  # a token's label is their sum
ASKED = os.path.join(data.HERE, "asked.txt")


class Pieces(nn.Module):
    """Logits of the four labels of each token, from the states of a message's tokens."""

    def __init__(self):
        super().__init__()
        self.first, self.second = nn.Linear((2 * NEAR + 1) * bert.WIDTH, WIDTH), nn.Linear((2 * NEAR + 1) * WIDTH, WIDTH)
        self.head, self.dropout = nn.Linear(WIDTH, 4), nn.Dropout(.2)

    @staticmethod
    def neighbours(x):
        """Each token's states with those of the tokens around it, side by side."""
        edge = x[:, :1] * 0
        wide = torch.cat([edge] * NEAR + [x] + [edge] * NEAR, 1)
        return torch.cat([wide[:, k:k + x.shape[1]] for k in range(2 * NEAR + 1)], -1)

    def forward(self, x):
        x = F.gelu(self.first(self.neighbours(self.dropout(x))))
        x = x + F.gelu(self.second(self.neighbours(self.dropout(x))))
        return self.head(self.dropout(x))


class Labelled(nn.Module):
    """For each token the probability that a piece begins with it and that it stands in a piece that asks."""

    def __init__(self, model):
        super().__init__()
        self.model = model

    def forward(self, lower):
        p = torch.softmax(self.model(lower.float()), -1)
        return torch.stack([p[..., BEGINS] + p[..., BEGINS + TELLS], p[..., 0] + p[..., BEGINS]], -1)


def read(line):
    """(asks, text) of each piece."""
    return [(piece[0] == "?", piece[2:]) for piece in line.split(" | ")]


def messages(kept):
    """Those to learn from, or those kept apart."""
    lines = [line.rstrip("\n") for line in open(ASKED, encoding="utf-8") if line.strip()]
    return [read(line) for line in lines if data.kept_apart(line) == kept]


def varied(pieces, rng):
    """As another visitor might have typed it."""
    drawn = rng.random()
    if drawn < .25:
        return [(asks, re.sub(r"[?.!,']", "", text)) for asks, text in pieces]
    change = str.lower if drawn < .4 else (lambda t: data.misspelt(t, rng)) if drawn < .55 else (lambda t: data.texted(t, rng)) if drawn < .62 else str
    return [(asks, change(text)) for asks, text in pieces]


def labelled(tokens, pieces):
    """Ids of a message's tokens and their labels."""
    ids, labels = [], []
    for asks, text in pieces:
        own = tokens.tokenizer.encode(text, add_special_tokens=False).ids
        ids += own
        labels += [(BEGINS if k == 0 else 0) + (0 if asks else TELLS) for k in range(len(own))]
    return [tokens.cls] + ids[:LONGEST] + [tokens.sep], [-100] + labels[:LONGEST] + [-100]


def logits(net, states):
    with bert.half():
        return net(nn.utils.rnn.pad_sequence([s.float() for s in states], batch_first=True)).float()


@torch.no_grad()
def right(net, model, tokens, apart):
    """Share of messages all of whose pieces begin where they should and ask where they should."""
    net.eval()
    rows = [labelled(tokens, pieces) for pieces in apart]
    good = 0
    for (_, labels), states in zip(rows, model.low([ids for ids, _ in rows])):
        p, y = Labelled(net)(states.float()[None])[0, 1:-1].numpy(), np.array(labels[1:-1])
        begins = np.r_[True, p[1:, 0] >= .5] if len(y) else np.array([], bool)
        piece = np.cumsum(y % 2)
        asks = [p[piece == k, 1].mean() >= .5 for k in np.unique(piece)]
        good += bool((begins == (y % 2 == BEGINS)).all()) and asks == [y[piece == k][0] < TELLS for k in np.unique(piece)]
    return good / len(apart)


def write(net, path):
    whole = path + ".fp32"
    example = torch.randn(1, 12, bert.WIDTH).half()
    torch.onnx.export(Labelled(net).eval(), (example,), whole, input_names=["lower"], output_names=["pieces"], dynamic_axes={"lower": {1: "length"}, "pieces": {1: "length"}}, opset_version=17, dynamo=False)
    quantize_dynamic(whole, path, weight_type=QuantType.QInt8, per_channel=True, op_types_to_quantize=["MatMul"], extra_options={"MatMulConstBOnly": True})
    os.remove(whole)
    with torch.no_grad():
        expected = Labelled(net)(example).numpy()
    print(os.path.basename(path), os.path.getsize(path) // 1024, "kB, largest difference", round(float(np.abs(expected - onnxruntime.InferenceSession(path).run(None, {"lower": example.numpy()})[0]).max()), 4))


def main():
    path, epochs = sys.argv[1], int((sys.argv[2:] + ["10"])[0])
    torch.manual_seed(1)
    rng = random.Random(1)
    tokens, model, net = bert.Tokens(), encoder.Encoder(), Pieces()
    learn, apart = messages(False), messages(True)
    optimizer = torch.optim.AdamW(net.parameters(), lr=RATE, weight_decay=.01)
    mean = torch.optim.swa_utils.AveragedModel(net, multi_avg_fn=torch.optim.swa_utils.get_ema_multi_avg_fn(KEPT))
    began, step, total = time.time(), 0, epochs * -(-len(learn) // BATCH)
    for epoch in range(epochs):
        rows = [labelled(tokens, varied(pieces, rng)) for pieces in learn]
        states = model.low([ids for ids, _ in rows])
        order = sorted(range(len(rows)), key=lambda i: len(rows[i][0]) + 12 * rng.random())
        batches = [order[k:k + BATCH] for k in range(0, len(order), BATCH)]
        rng.shuffle(batches)
        net.train()
        for batch in batches:
            for group in optimizer.param_groups:
                group["lr"] = RATE * min(1, (step + 1) / WARM) * max(LEAST, 1 - step / total)
            labels = nn.utils.rnn.pad_sequence([torch.tensor(rows[i][1]) for i in batch], batch_first=True, padding_value=-100)
            loss = F.cross_entropy(logits(net, [states[i] for i in batch]).flatten(0, 1), labels.flatten(), ignore_index=-100)
            loss.backward()
            nn.utils.clip_grad_norm_(net.parameters(), 1.0)
            optimizer.step()
            optimizer.zero_grad()
            mean.update_parameters(net)
            step += 1
        print(f"epoch {epoch} loss {loss.item():.3f}, kept apart as by hand {right(mean.module, model, tokens, apart):.3f} of {len(apart)}, {time.time() - began:.0f} s", flush=True)
    write(mean.module, path)


if __name__ == "__main__":
    main()
