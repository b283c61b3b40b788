"""Turns the model that ships back into what training goes on from: its int8 weights as floats. What the rounding took is not given back (vectors at a
cosine of .99 or more to those of the int8 model); training makes up for it within some steps.
usage: restore.py FOLDER ENCODER ACTS READER"""
import os
import re
import sys

import onnx
import torch
import yaml
from onnx import numpy_helper

import acts
import bert
import encoder
import reader


class Network:
    """Parameters of one network, by the names that export.py gave them or the nodes that use them."""

    def __init__(self, path):
        graph = onnx.load(path).graph
        self.kept = {i.name: torch.tensor(numpy_helper.to_array(i).copy()) for i in graph.initializer}
        self.used = {n.name: n.input[1][:-len("_quantized")] for n in graph.node if n.op_type == "MatMulInteger"}

    def floats(self, name):
        values, scale = self.kept[name + "_quantized"].float(), self.kept[name + "_scale"]
        return (values - self.kept[name + "_zero_point"].float()) * scale

    def product(self, node):
        """Of a matrix, which ONNX keeps the other way round."""
        return self.floats(self.used[node]).t().contiguous()

    def small(self, prefix):
        """Biases, norms and whatever else was too small to be rounded."""
        return {name[len(prefix):]: value for name, value in self.kept.items() if name.startswith(prefix) and not re.search("_(quantized|scale|zero_point)$", name)}


def upper(network, product, head, of_layer=str):
    """Parameters of layers above those that all have in common, whose products are at nodes so named."""
    state = network.small("model.")
    for i in range(reader.DEPTH):
        for part in ("qkv", "out", "inner", "outer"):
            state[f"layers.{i}.{part}.weight"] = network.product(product.format(of_layer(i), part))
    state["head.weight"] = network.product(head)
    return state


def main():
    folder, encoding, acting, reading = sys.argv[1:5]
    network, chosen = Network(os.path.join(folder, "encoder.onnx")), yaml.safe_load(open(os.path.join(folder, "model.yaml"), encoding="utf-8"))["chosen"]
    model = encoder.Encoder()
    state = model.state_dict()
    state.update(network.small("model."))
    state["bert.words.weight"] = network.floats("model.bert.words.weight")
    for i in range(bert.LAYERS):
        for part in ("qkv", "out", "inner", "outer"):
            state[f"bert.layers.{i}.{part}.weight"] = network.product(f"/layers.{i}/{part}/MatMul_quant")
    state["scale"], state["bar"] = torch.tensor(float(chosen["scale"])), torch.tensor(float(chosen["bar"]))
    model.load_state_dict(state)
    torch.save(state, encoding)
    torch.save(upper(Network(os.path.join(folder, "acts.onnx")), "/model/layers.{}/{}/MatMul_quant", "/model/head/Gemm_MatMul_quant"), acting)
    acts.load(acting)
    # what a reader's layers do is not called by their names, so ONNX numbers it
    state = upper(Network(os.path.join(folder, "reader.onnx")), "/{1}{0}/MatMul_quant", "/head/Gemm_MatMul_quant", lambda i: f"_{i}" if i else "")
    reader.Reader().load_state_dict(state)
    torch.save(state, reading)


if __name__ == "__main__":
    main()
