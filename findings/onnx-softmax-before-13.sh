#!/usr/bin/env bash
# onnx 1.23.2: its reference evaluator computes a Softmax of version 11 along one axis; ONNX Runtime 1.32.0 joins the axes.
#
# Until version 13 of the operators, Softmax joined all axes from its own on (the first but one where none is named), and
# shared out 1 among all of their numbers. ONNX Runtime does so; the evaluator of the onnx package, which is to say what is
# right, shares 1 out in each row. No warning is given, and both read the same file.
#
# Seen on 28 November 2026 with Python 3.11, for [[[1, 2], [3, 4]]]:
#   reference: 0.2689 0.7311 0.2689 0.7311
#   ONNX Runtime: 0.0321 0.0871 0.2369 0.6439
set -euo pipefail

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/python"
"$folder/python/bin/pip" install --quiet --disable-pip-version-check \
  "onnx==1.23.2" "onnxruntime==1.32.0" "numpy==2.3.5"
cat >"$folder/softmax.py" <<'END'
import numpy
import onnxruntime
from onnx import TensorProto, checker, helper
from onnx.reference import ReferenceEvaluator

graph = helper.make_graph(
    [helper.make_node("Softmax", ["x"], ["y"])], "shares",
    [helper.make_tensor_value_info("x", TensorProto.FLOAT, [1, 2, 2])],
    [helper.make_tensor_value_info("y", TensorProto.FLOAT, [1, 2, 2])])
model = helper.make_model(graph, opset_imports=[helper.make_opsetid("", 11)], ir_version=8)
checker.check_model(model)
x = {"x": numpy.array([[[1, 2], [3, 4]]], dtype=numpy.float32)}
runtime = onnxruntime.InferenceSession(
    model.SerializeToString(), providers=["CPUExecutionProvider"])
for name, answer in [
    ("reference", ReferenceEvaluator(model).run(None, x)[0]),
    ("ONNX Runtime", runtime.run(None, x)[0]),
]:
    print(f"{name}:", *(f"{share:.4f}" for share in answer.reshape(-1)))
END

seen=$("$folder/python/bin/python" "$folder/softmax.py" 2>/dev/null)
echo "$seen"
expected="reference: 0.2689 0.7311 0.2689 0.7311
ONNX Runtime: 0.0321 0.0871 0.2369 0.6439"
if [[ $seen != "$expected" ]]; then
  echo "expected: $expected"
  exit 1
fi
