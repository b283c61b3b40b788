"""The encoder bge-small-en-v1.5 in plain PyTorch, its weights read from the ONNX file of a Maven artifact (see train.sh), and its tokens."""
import math
import os

import torch
import torch.nn as nn
import torch.nn.functional as F

WIDTH, HEADS, LAYERS = 384, 12, 12
WORK = os.environ.get("WORK", os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "..", "target", "training"))
torch.set_num_threads(int(os.environ.get("OMP_NUM_THREADS", "2")))


class Tokens:
    """WordPiece ids of a text; a question too long keeps its beginning and, above all, its end, where what is asked stands."""

    QUESTION, CANDIDATE = 64, 96

    def __init__(self):
        from tokenizers import Tokenizer
        self.tokenizer = Tokenizer.from_file(os.path.join(WORK, "bge-small-en-v1.5-tokenizer.json"))
        self.tokenizer.no_padding()
        self.tokenizer.no_truncation()
        self.cls, self.sep = self.tokenizer.token_to_id("[CLS]"), self.tokenizer.token_to_id("[SEP]")
        self.seen = {}

    def ids(self, text):
        if text not in self.seen:
            self.seen[text] = self.tokenizer.encode(text, add_special_tokens=False).ids
        return self.seen[text]

    def candidate(self, text):
        return [self.cls] + self.ids(text)[:self.CANDIDATE - 2] + [self.sep]

    def question(self, text):
        ids, room = self.tokenizer.encode(text, add_special_tokens=False).ids, self.QUESTION - 2
        if len(ids) > room:
            ids = ids[:room // 4] + ids[-(room - room // 4):]
        return [self.cls] + ids + [self.sep]


class Layer(nn.Module):
    def __init__(self, dropout):
        super().__init__()
        self.qkv, self.out = nn.Linear(WIDTH, 3 * WIDTH), nn.Linear(WIDTH, WIDTH)
        self.inner, self.outer = nn.Linear(WIDTH, 4 * WIDTH), nn.Linear(4 * WIDTH, WIDTH)
        self.norm1, self.norm2 = nn.LayerNorm(WIDTH, eps=1e-12), nn.LayerNorm(WIDTH, eps=1e-12)
        self.dropout = nn.Dropout(dropout)

    def forward(self, x, bias):
        batch, length, _ = x.shape
        q, k, v = self.qkv(x).view(batch, length, 3, HEADS, WIDTH // HEADS).permute(2, 0, 3, 1, 4).unbind(0)
        weights = torch.softmax(q @ k.transpose(-1, -2) * (1 / math.sqrt(WIDTH // HEADS)) + bias.to(q.dtype), -1).to(v.dtype)
        mixed = (weights @ v).transpose(1, 2).reshape(batch, length, WIDTH)
        x = self.norm1(x + self.dropout(self.out(mixed)))
        return self.norm2(x + self.dropout(self.outer(F.gelu(self.inner(x)))))


class Bert(nn.Module):
    def __init__(self, dropout=0.1):
        super().__init__()
        self.words, self.positions, self.types = nn.Embedding(30522, WIDTH), nn.Embedding(512, WIDTH), nn.Embedding(2, WIDTH)
        self.norm = nn.LayerNorm(WIDTH, eps=1e-12)
        self.layers = nn.ModuleList([Layer(dropout) for _ in range(LAYERS)])

    @staticmethod
    def bias(mask):
        return (1.0 - mask[:, None, None, :].float()) * -1e4

    def embed(self, ids):
        return self.norm(self.words(ids) + self.positions.weight[:ids.shape[1]] + self.types.weight[0])

    def run(self, x, mask, start, end):
        """Layers start (inclusive) to end (exclusive)."""
        bias = self.bias(mask)
        for layer in self.layers[start:end]:
            x = layer(x, bias)
        return x


def load(dropout=0.1):
    """The encoder as it comes; the weights of ONNX matrices lie the other way round."""
    cache = os.path.join(WORK, "bge.pt")
    if not os.path.exists(cache):
        import onnx
        from onnx import numpy_helper
        graph = onnx.load(os.path.join(WORK, "bge-small-en-v1.5.onnx")).graph
        tensors = {i.name: torch.tensor(numpy_helper.to_array(i).copy()) for i in graph.initializer}
        head = next(k for k in tensors if k.endswith("embeddings.word_embeddings.weight"))[:-len("embeddings.word_embeddings.weight")]
        products = {n.name: next(tensors[i] for i in n.input if i in tensors) for n in graph.node if n.op_type == "MatMul" and any(i in tensors for i in n.input)}
        e = head + "embeddings."
        state = {"words.weight": tensors[e + "word_embeddings.weight"], "positions.weight": tensors[e + "position_embeddings.weight"],
                 "types.weight": tensors[e + "token_type_embeddings.weight"], "norm.weight": tensors[e + "LayerNorm.weight"], "norm.bias": tensors[e + "LayerNorm.bias"]}
        for i in range(LAYERS):
            prefix = f"{head}encoder.layer.{i}."

            def product(name):
                found = [v for k, v in products.items() if f"/layer.{i}/{name.replace('.', '/')}/MatMul" in k]
                assert len(found) == 1, (i, name, len(found))
                return found[0].t().contiguous()

            own = "attention.self."
            state[f"layers.{i}.qkv.weight"] = torch.cat([product(own + each) for each in ("query", "key", "value")])
            state[f"layers.{i}.qkv.bias"] = torch.cat([tensors[prefix + own + each + ".bias"] for each in ("query", "key", "value")])
            for ours, theirs in (("out", "attention.output.dense"), ("inner", "intermediate.dense"), ("outer", "output.dense")):
                state[f"layers.{i}.{ours}.weight"], state[f"layers.{i}.{ours}.bias"] = product(theirs), tensors[prefix + theirs + ".bias"]
            for ours, theirs in (("norm1", "attention.output.LayerNorm"), ("norm2", "output.LayerNorm")):
                state[f"layers.{i}.{ours}.weight"], state[f"layers.{i}.{ours}.bias"] = tensors[prefix + theirs + ".weight"], tensors[prefix + theirs + ".bias"]
        torch.save(state, cache)
    bert = Bert(dropout)
    bert.load_state_dict(torch.load(cache))
    return bert


def pad(sequences):
    length = max(map(len, sequences))
    ids, mask = torch.zeros(len(sequences), length, dtype=torch.long), torch.zeros(len(sequences), length)
    for i, sequence in enumerate(sequences):
        ids[i, :len(sequence)], mask[i, :len(sequence)] = torch.tensor(sequence), 1
    return ids, mask


def buckets(lengths, tokens=3072, most=96):
    """Indices in batches of like length, at most so many padded tokens each."""
    batches, batch = [], []
    for i in sorted(range(len(lengths)), key=lambda each: lengths[each]):
        if batch and (lengths[i] * (len(batch) + 1) > tokens or len(batch) >= most):
            batches.append(batch)
            batch = []
        batch.append(i)
    return batches + ([batch] if batch else [])


def half():
    return torch.autocast("cpu", dtype=torch.bfloat16)
