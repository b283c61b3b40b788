"""Writes encoder, its general upper layers, reader and acts as int8 ONNX with the vocabulary and model.yaml, which names their digests and what was chosen.
usage: export.py ENCODER ACTS READER CHOSEN.json FOLDER [NETWORK...]   NETWORK: acts.onnx, for instance, where the others stay as they are"""
import hashlib
import json
import os
import sys
import warnings

import numpy as np
import onnxruntime
import torch
import torch.nn as nn
import torch.nn.functional as F
from onnxruntime.quantization import QuantType, quantize_dynamic

import acts
import bert
import encoder
import reader

warnings.filterwarnings("ignore")


class Whole(nn.Module):
    def __init__(self, model):
        super().__init__()
        self.model = model

    def forward(self, input_ids, attention_mask):
        bert_, mask = self.model.bert, attention_mask.float()
        lower = bert_.run(bert_.embed(input_ids), mask, 0, encoder.FROZEN)
        states = bert_.run(lower, mask, encoder.FROZEN, reader.BASE)
        vector = F.normalize(bert_.run(states, mask, reader.BASE, bert.LAYERS)[:, 0], dim=-1)
        return vector, 20 * torch.stack([(vector * self.model.doubt).sum(-1), (vector * self.model.pull).sum(-1)], -1), states.half(), lower.half()


class General(nn.Module):
    """The upper layers as they came: what has not learnt to judge tells intents apart that it was never shown."""

    def __init__(self):
        super().__init__()
        self.bert = bert.load(0.0)

    def forward(self, lower):
        states = self.bert.run(lower.float(), torch.ones(lower.shape[:2]), encoder.FROZEN, bert.LAYERS)
        return F.normalize(states.mean(1), dim=-1)


class Message(nn.Module):
    """Probabilities of what a message does."""

    def __init__(self, model):
        super().__init__()
        self.model = model

    def forward(self, message):
        return torch.softmax(self.model(message.float(), torch.zeros(1)), -1)


class Pair(nn.Module):
    """Reads one candidate for one question; what several are read in one run would otherwise share is the scale of their quantization."""

    def __init__(self, model):
        super().__init__()
        self.model = model

    def forward(self, question, candidate):
        return self.model.run(question.float(), self.model.shown(candidate.float()), None)


def write(model, arguments, inputs, outputs, path):
    axes = {n: {0: "batch", 1: n + "-length"} for n in inputs}
    axes.update({n: {0: "batch", 1: "length"} if n in ("states", "lower") else {0: "batch"} for n in outputs})
    whole = path + ".fp32"
    torch.onnx.export(model.eval(), arguments, whole, input_names=inputs, output_names=outputs, dynamic_axes=axes, opset_version=17, dynamo=False)
    quantize_dynamic(whole, path, weight_type=QuantType.QInt8, per_channel=True, op_types_to_quantize=["MatMul", "Gather", "Gemm"], extra_options={"MatMulConstBOnly": True})
    os.remove(whole)
    with torch.no_grad():
        expected = model(*arguments)
    got = onnxruntime.InferenceSession(path).run(None, {n: a.numpy() for n, a in zip(inputs, arguments)})
    expected = expected if isinstance(expected, tuple) else (expected,)
    print(os.path.basename(path), os.path.getsize(path) // 1024, "kB, largest difference", [round(float(np.abs(e.numpy() - g).max()), 4) for e, g in zip(expected, got)])


def main():
    source, acting, reading, chosen, folder = sys.argv[1:6]
    os.makedirs(folder, exist_ok=True)
    model = encoder.Encoder()
    model.load_state_dict(torch.load(source), strict=False)
    act, pair = acts.load(acting), reader.Reader()
    pair.load_state_dict(torch.load(reading))
    ids, mask = torch.randint(1000, 20000, (3, 20)), torch.ones(3, 20, dtype=torch.long)
    with torch.no_grad():
        states = model.eval().bert.run(model.bert.embed(ids), mask.float(), 0, reader.BASE).half()
        lower = model.bert.run(model.bert.embed(ids), mask.float(), 0, encoder.FROZEN).half()
    networks = {"encoder.onnx": (Whole(model), (ids, mask), ["input_ids", "attention_mask"], ["vector", "bias", "states", "lower"]),
                "general.onnx": (General(), (lower[:1, :12],), ["lower"], ["vector"]),
                "acts.onnx": (Message(act), (states[:1, :12],), ["message"], ["acts"]),
                "reader.onnx": (Pair(pair), (states[:1, :12], states[1:2]), ["question", "candidate"], ["logit"])}
    for name in sys.argv[6:] or networks:
        write(*networks[name], os.path.join(folder, name))
    pieces = sorted(bert.Tokens().tokenizer.get_vocab().items(), key=lambda each: each[1])
    with open(os.path.join(folder, "vocabulary.txt"), "w", encoding="utf-8") as file:
        file.write("\n".join(p for p, _ in pieces))
    described, known = os.path.join(folder, "model.yaml"), json.load(open(chosen, encoding="utf-8"))
    if os.path.exists(described) and not any(key.startswith("same-") for key in known):  # fitted after a first export, see train.sh
        known.update(line.strip().split(": ", 1) for line in open(described, encoding="utf-8") if line.startswith("  same-"))
    with open(described, "w", encoding="utf-8") as file:
        file.write("# Written by src/training/export.py; see src/training/model-card.md.\ndigests:\n")
        for name in (*networks, "pieces.onnx", "vocabulary.txt"):  # pieces.py writes the former
            file.write(f"  {name}: {hashlib.sha256(open(os.path.join(folder, name), 'rb').read()).hexdigest()}\n")
        file.write(f"acts: [{', '.join(act.labels)}]\n")
        file.write("chosen:\n" + "".join(f"  {k}: {v}\n" for k, v in known.items()))


if __name__ == "__main__":
    main()
