"""Writes a trained net as ONNX, quantizes it to int8 and lays it into the package.

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
from onnxruntime.quantization import QuantType, quantize_dynamic

from training.net import Net, Sizes, vocabulary

WEIGHTS = Path(__file__).parent.parent / "src" / "stemmata" / "language" / "weights"
OPSET = 17


class Graph:
    """Collects nodes and weights of an ONNX graph."""

    def __init__(self) -> None:
        self.nodes: list[onnx.NodeProto] = []
        self.weights: dict[str, np.ndarray] = {}

    def weight(self, name: str, value: "torch.Tensor | np.ndarray") -> str:
        array = value.detach().numpy() if isinstance(value, torch.Tensor) else value
        self.weights[name] = np.ascontiguousarray(array)
        return name

    def node(
        self, operator: str, inputs: list[str], name: str, domain: str = "", outputs: int = 1, **settings: object
    ) -> list[str]:
        results = [name] if outputs == 1 else [f"{name}_{number}" for number in range(outputs)]
        self.nodes.append(helper.make_node(operator, inputs, results, name=name, domain=domain, **settings))
        return results

    def linear(self, x: str, weight: torch.Tensor, bias: torch.Tensor | None, name: str) -> str:
        product = self.node("MatMul", [x, self.weight(f"{name}.weight", weight.T)], f"{name}.product")[0]
        if bias is None:
            return product
        return self.node("Add", [product, self.weight(f"{name}.bias", bias)], name)[0]

    def model(self, inputs: list[onnx.ValueInfoProto], outputs: list[onnx.ValueInfoProto]) -> onnx.ModelProto:
        weights = [numpy_helper.from_array(value, name) for name, value in self.weights.items()]
        graph = helper.make_graph(self.nodes, "stemmata", inputs, outputs, weights)
        opsets = [helper.make_opsetid("", OPSET), helper.make_opsetid("com.microsoft", 1)]
        return helper.make_model(graph, opset_imports=opsets, ir_version=9, producer_name="stemmata")


def encoder(net: Net) -> onnx.ModelProto:
    """Pieces in; labels, sentence-end and name scores, and the vectors of arcs and relations out."""
    graph = Graph()
    node, weight, fused = graph.node, graph.weight, "com.microsoft"
    parts = [
        node("Gather", [weight(f"{n}.weight", getattr(net, n).weight), f"{n}s"], n)[0] for n in ("piece", "case", "gap")
    ]
    length = node("Shape", ["pieces"], "length", start=1, end=2)[0]
    zero = weight("zero", np.array([0], np.int64))
    places = node("Slice", [weight("position.weight", net.position.weight), zero, length, zero], "places")[0]
    x = node("Add", parts[:2], "embedded.1")[0]
    x = node("Add", [x, parts[2]], "embedded.2")[0]
    x = node("Add", [x, places], "embedded.3")[0]
    norm = [weight("norm.weight", net.norm.weight), weight("norm.bias", net.norm.bias)]
    x = node("LayerNormalization", [x, *norm], "embedded", axis=-1, epsilon=1e-12)[0]
    for number, layer in enumerate(net.layers):
        at = f"layer{number}"
        joint = graph.linear(x, layer.query_key_value.weight, None, f"{at}.qkv")
        three = node("Split", [joint], f"{at}.parts", outputs=3, axis=-1)
        bias = weight(f"{at}.qkv.bias", layer.query_key_value.bias)
        attended = node(
            "MultiHeadAttention", [*three, bias, "present"], f"{at}.attention", fused, num_heads=net.sizes.heads
        )[0]
        out = graph.linear(attended, layer.attended.weight, None, f"{at}.attended")
        x = _residual(graph, out, x, layer.attended.bias, layer.attended_norm, f"{at}.norm1")
        wide = graph.linear(x, layer.widen.weight, None, f"{at}.widen")
        wide = node("BiasGelu", [wide, weight(f"{at}.widen.bias", layer.widen.bias)], f"{at}.gelu", fused)[0]
        narrow = graph.linear(wide, layer.narrow.weight, None, f"{at}.narrow")
        x = _residual(graph, narrow, x, layer.narrow.bias, layer.narrow_norm, f"{at}.norm2")
    flat = node("Reshape", [x, weight("rows", np.array([-1, net.sizes.width], np.int64))], "flat")[0]
    words = node("Gather", [flat, "first"], "words")[0]
    scores = graph.linear(words, net.word.weight, net.word.bias, "scores")
    sizes = weight("sizes", np.array(net.parts, np.int64))
    upos, xpos, feats, ends, names, root, low, high, below, above = node(
        "Split", [scores, sizes], "heads", outputs=len(net.parts), axis=-1
    )
    results = []
    for name, logits in (("upos", upos), ("xpos", xpos), ("feats", feats)):
        results += graph.node("ArgMax", [logits], name, axis=-1, keepdims=0)
    results += [
        node("Identity", [value], name)[0] for name, value in (("ends", ends), ("names", names), ("root", root))
    ]
    low, high = node("Relu", [low], "low")[0], node("Relu", [high], "high")[0]
    # low @ arc @ high' + high @ bias: the bias joins the mapped vector of the dependent.
    results.append(graph.linear(low, net.arc.T, net.arc_bias, "dependent"))
    results += [high, node("Relu", [below], "below")[0], node("Relu", [above], "above")[0]]
    shape = ["batch", "pieces_in_window"]
    given = [
        helper.make_tensor_value_info(name, TensorProto.INT32, shape) for name in ("pieces", "cases", "gaps", "present")
    ]
    given.append(helper.make_tensor_value_info("first", TensorProto.INT32, ["words"]))
    kinds = [TensorProto.INT64 if name in ("upos", "xpos", "feats") else TensorProto.FLOAT for name in results]
    shapes = [["words"] if kind == TensorProto.INT64 else ["words", None] for kind in kinds]
    told = [helper.make_tensor_value_info(*told) for told in zip(results, kinds, shapes, strict=True)]
    return graph.model(given, told)


def _residual(graph: Graph, x: str, skip: str, bias: torch.Tensor, norm: torch.nn.LayerNorm, name: str) -> str:
    weights = [
        graph.weight(f"{name}.{part}", value)
        for part, value in (("weight", norm.weight), ("offset", norm.bias), ("bias", bias))
    ]
    return graph.node("SkipLayerNormalization", [x, skip, *weights], name, "com.microsoft", epsilon=1e-12)[0]


def relations(net: Net) -> onnx.ModelProto:
    """Vectors of words and of their heads in; the number of the best relation of each pair out."""
    graph = Graph()
    labels, size, _ = net.relation.shape
    # [word, i] @ [i, r * j] gives [word, r, j], which is multiplied with the head's [word, j].
    mapped = graph.linear("below", net.relation.permute(0, 2, 1).reshape(labels * size, size), None, "mapped")
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


def quantize(file: Path, out: Path) -> None:
    """Write the encoder's matrices and embeddings as int8, a scale for each channel; the heads stay as they are."""
    model = onnx.load(file)
    chosen = [n.name for n in model.graph.node if n.op_type == "MatMul" and n.name.startswith("layer")]
    quantize_dynamic(
        file,
        out,
        weight_type=QuantType.QInt8,
        per_channel=True,
        op_types_to_quantize=["MatMul", "Gather"],
        nodes_to_quantize=[*chosen, "piece"],
        extra_options={"DefaultTensorType": TensorProto.FLOAT},
    )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--run", type=Path, required=True, help="folder that training.run has filled")
    parser.add_argument("--weights", type=Path, default=WEIGHTS)
    given = parser.parse_args()
    saved = torch.load(given.run / "net.pt", weights_only=True)
    net = Net(Sizes(**saved["sizes"]))
    net.load_state_dict(saved["net"])
    net.eval()
    given.weights.mkdir(parents=True, exist_ok=True)
    onnx.save(encoder(net), given.run / "encoder.onnx")
    onnx.save(relations(net), given.weights / "relations.onnx")
    quantize(given.run / "encoder.onnx", given.weights / "encoder.onnx")
    labels = json.loads((given.run / "labels.json").read_text())
    (given.weights / "labels.json").write_text(
        json.dumps(labels, indent=0, ensure_ascii=False) + "\n", encoding="utf-8"
    )
    (given.weights / "vocabulary.txt").write_text("\n".join(vocabulary()) + "\n", encoding="utf-8")
    for file in sorted(given.weights.iterdir()):
        print(f"{file.stat().st_size / 1e6:6.2f} MB  {file.name}")


if __name__ == "__main__":
    main()
