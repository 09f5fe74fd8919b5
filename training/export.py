"""Writes a trained net as ONNX with int8 weights and lays it into the package.

`python -m training.export --run training/runs/NAME`

The graph is written node by node, so that attention, GELU, and residual with norm are the fused
operators that onnxruntime runs fastest.
"""

import argparse
import json
from pathlib import Path

import numpy as np
import onnx
import torch
from onnx import TensorProto, helper, numpy_helper
from torch import Tensor, nn

from training.net import Net, Sizes, vocabulary

WEIGHTS = Path(__file__).parent.parent / "src" / "stemmata" / "language" / "weights"
OPSET = 17
FUSED = "com.microsoft"
"""The domain of onnxruntime's own operators."""
LEVELS = 63
"""Steps of a weight on either side of zero. 127 would fill the byte, but processors without VNNI add two products in 16
bits, which then overflow; it costs 0.04 points of LAS on EWT test."""


class Graph:
    """Collects nodes and weights of an ONNX graph."""

    def __init__(self, quantized: bool) -> None:
        self.quantized = quantized
        self.nodes: list[onnx.NodeProto] = []
        self.weights: dict[str, np.ndarray] = {}

    def weight(self, name: str, value: Tensor | np.ndarray) -> str:
        array = value.detach().numpy() if isinstance(value, Tensor) else value
        self.weights[name] = np.ascontiguousarray(array)
        return name

    def node(
        self, operator: str, inputs: list[str], name: str, domain: str = "", outputs: int = 1, **settings: object
    ) -> list[str]:
        results = [name] if outputs == 1 else [f"{name}_{number}" for number in range(outputs)]
        self.nodes.append(helper.make_node(operator, inputs, results, name=name, domain=domain, **settings))
        return results

    def linear(self, x: str, weight: Tensor, bias: Tensor, name: str) -> str:
        """A linear map in floating point."""
        product = self.node("MatMul", [x, self.weight(f"{name}.weight", weight.T)], f"{name}.product")[0]
        return self.node("Add", [product, self.weight(f"{name}.bias", bias)], name)[0]

    def small_linear(self, x: str, weight: Tensor, bias: Tensor, name: str) -> str:
        """A linear map with int8 weights, a scale for each channel, and inputs quantized as they come."""
        if not self.quantized:
            return self.linear(x, weight, bias, name)
        rows, scales = as_int8(weight.detach().numpy())
        given = [
            self.weight(f"{name}.weight", rows.T),
            self.weight(f"{name}.scales", scales),
            self.weight(f"{name}.zeros", np.zeros(len(scales), np.int8)),
            self.weight(f"{name}.bias", bias),
        ]
        return self.node("DynamicQuantizeMatMul", [x, *given], name, FUSED)[0]

    def embedding(self, table: Tensor, indices: str, name: str) -> str:
        """Rows of a table, stored as int8 with a scale for each row."""
        if not self.quantized:
            return self.node("Gather", [self.weight(f"{name}.weight", table), indices], name)[0]
        rows, scales = as_int8(table.detach().numpy())
        small = self.node("Gather", [self.weight(f"{name}.weight", rows), indices], f"{name}.small")[0]
        scale = self.node("Gather", [self.weight(f"{name}.scales", scales[:, None]), indices], f"{name}.scale")[0]
        plain = self.node("Cast", [small], f"{name}.plain", to=TensorProto.FLOAT)[0]
        return self.node("Mul", [plain, scale], name)[0]

    def norm(self, x: str, norm: nn.LayerNorm, name: str) -> str:
        given = [self.weight(f"{name}.weight", norm.weight), self.weight(f"{name}.offset", norm.bias)]
        return self.node("LayerNormalization", [x, *given], name, axis=-1, epsilon=1e-12)[0]

    def model(self, inputs: list[onnx.ValueInfoProto], outputs: list[onnx.ValueInfoProto]) -> onnx.ModelProto:
        weights = [numpy_helper.from_array(value, name) for name, value in self.weights.items()]
        graph = helper.make_graph(self.nodes, "stemmata", inputs, outputs, weights)
        opsets = [helper.make_opsetid("", OPSET), helper.make_opsetid(FUSED, 1)]
        return helper.make_model(graph, opset_imports=opsets, ir_version=9, producer_name="stemmata")


def as_int8(rows: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Each row as integers of LEVELS at most, and its scale."""
    scales = np.maximum(np.abs(rows).max(1), 1e-9).astype(np.float32) / LEVELS
    return np.rint(rows / scales[:, None]).astype(np.int8), scales


def encoder(net: Net, quantized: bool) -> onnx.ModelProto:
    """Pieces in; labels, sentence-end and name scores, and the vectors of arcs and relations out."""
    graph = Graph(quantized)
    node, weight = graph.node, graph.weight
    x = graph.embedding(net.piece.weight, "pieces", "piece")
    for name, table in (("case", net.case.weight), ("gap", net.gap.weight)):
        x = node("Add", [x, node("Gather", [weight(f"{name}.weight", table), f"{name}s"], name)[0]], f"with_{name}")[0]
    length = node("Shape", ["pieces"], "length", start=1, end=2)[0]
    zero = weight("zero", np.array([0], np.int64))
    places = node("Slice", [weight("position.weight", net.position.weight), zero, length, zero], "places")[0]
    x = graph.norm(node("Add", [x, places], "with_places")[0], net.norm, "embedded")
    for number, layer in enumerate(net.layers):
        at = f"layer{number}"
        joint = graph.small_linear(x, layer.query_key_value.weight, layer.query_key_value.bias, f"{at}.qkv")
        three = node("Split", [joint], f"{at}.parts", outputs=3, axis=-1)
        heads = net.sizes.heads
        attended = node("MultiHeadAttention", [*three, "", "present"], f"{at}.attention", FUSED, num_heads=heads)[0]
        attended = graph.small_linear(attended, layer.attended.weight, layer.attended.bias, f"{at}.attended")
        x = graph.norm(node("Add", [x, attended], f"{at}.sum1")[0], layer.attended_norm, f"{at}.norm1")
        wide = graph.small_linear(x, layer.widen.weight, layer.widen.bias, f"{at}.widen")
        wide = node("Gelu", [wide], f"{at}.gelu", FUSED)[0]
        narrow = graph.small_linear(wide, layer.narrow.weight, layer.narrow.bias, f"{at}.narrow")
        x = graph.norm(node("Add", [x, narrow], f"{at}.sum2")[0], layer.narrow_norm, f"{at}.norm2")
    flat = node("Reshape", [x, weight("rows", np.array([-1, net.sizes.width], np.int64))], "flat")[0]
    return _heads(graph, net, node("Gather", [flat, "first"], "words")[0])


def _heads(graph: Graph, net: Net, words: str) -> onnx.ModelProto:
    """The heads on top of the words' vectors, and the model's inputs and outputs."""
    node = graph.node
    scores = graph.small_linear(words, net.word.weight, net.word.bias, "scores")
    sizes = graph.weight("sizes", np.array(net.parts, np.int64))
    upos, xpos, feats, ends, names, root, low, high, below, above = node(
        "Split", [scores, sizes], "heads", outputs=len(net.parts), axis=-1
    )
    results = []
    for name, logits in (("upos", upos), ("xpos", xpos), ("feats", feats), ("names", names)):
        results += node("ArgMax", [logits], name, axis=-1, keepdims=0)
    results += [node("Identity", [value], name)[0] for name, value in (("ends", ends), ("root", root))]
    low, high = node("Relu", [low], "low")[0], node("Relu", [high], "high")[0]
    # low @ arc @ high' + high @ bias: the bias joins the mapped vector of the dependent.
    mapped = graph.linear(low, net.arc.T, net.arc_bias, "mapped")
    results += node("MatMul", [mapped, node("Transpose", [high], "turned", perm=[0, 2, 1])[0]], "arcs")
    results += [node("Relu", [value], name)[0] for name, value in (("below", below), ("above", above))]
    shape = ["windows", "pieces"]
    given = [helper.make_tensor_value_info(n, TensorProto.INT32, shape) for n in ("pieces", "cases", "gaps", "present")]
    given.append(helper.make_tensor_value_info("first", TensorProto.INT32, ["windows", "words"]))
    told = []
    for name in results:
        label = name in ("upos", "xpos", "feats", "names")
        kind, last = (TensorProto.INT64, []) if label else (TensorProto.FLOAT, [None])
        told.append(helper.make_tensor_value_info(name, kind, ["windows", "words", *last]))
    return graph.model(given, told)


def relations(net: Net, quantized: bool) -> onnx.ModelProto:
    """Vectors of words and of their heads in; the number of the best relation of each pair out."""
    graph = Graph(quantized)
    labels, size, _ = net.relation.shape
    # [word, i] @ [i, r * j] gives [word, r, j], which is multiplied with the head's [word, j].
    matrix = net.relation.permute(0, 2, 1).reshape(labels * size, size)
    mapped = graph.small_linear("below", matrix, torch.zeros(labels * size), "mapped")
    shape = graph.weight("shape", np.array([-1, labels, size], np.int64))
    mapped = graph.node("Reshape", [mapped, shape], "by_relation")[0]
    one = graph.weight("last", np.array([2], np.int64))
    column = graph.node("Unsqueeze", ["above", one], "column")[0]
    product = graph.node("MatMul", [mapped, column], "paired")[0]
    paired = graph.node("Squeeze", [product, one], "paired_scores")[0]
    both = graph.node("Concat", ["below", "above"], "both", axis=-1)[0]
    linear = graph.linear(both, net.relation_linear.weight, net.relation_linear.bias, "linear")
    total = graph.node("Add", [paired, linear], "total")[0]
    best = graph.node("ArgMax", [total], "relation", axis=-1, keepdims=0)[0]
    given = [helper.make_tensor_value_info(name, TensorProto.FLOAT, ["words", size]) for name in ("below", "above")]
    return graph.model(given, [helper.make_tensor_value_info(best, TensorProto.INT64, ["words"])])


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--run", type=Path, required=True, help="folder that training.run has filled")
    parser.add_argument("--weights", type=Path, default=WEIGHTS)
    parser.add_argument(
        "--float", action="store_true", help="leave the weights as they are, to measure what int8 costs"
    )
    given = parser.parse_args()
    saved = torch.load(given.run / "net.pt", weights_only=True)
    net = Net(Sizes(**saved["sizes"]))
    net.load_state_dict(saved["net"])
    net.eval()
    given.weights.mkdir(parents=True, exist_ok=True)
    onnx.save(encoder(net, quantized=not given.float), given.weights / "encoder.onnx")
    onnx.save(relations(net, quantized=not given.float), given.weights / "relations.onnx")
    labels = json.loads((given.run / "labels.json").read_text())
    (given.weights / "labels.json").write_text(
        json.dumps(labels, indent=0, ensure_ascii=False) + "\n", encoding="utf-8"
    )
    (given.weights / "vocabulary.txt").write_text("\n".join(vocabulary()) + "\n", encoding="utf-8")
    for file in sorted(given.weights.iterdir()):
        print(f"{file.stat().st_size / 1e6:6.2f} MB  {file.name}")


if __name__ == "__main__":
    main()
