#!/usr/bin/env bash
# onnx 1.23.2: its reference evaluator gives -inf for LogSoftmax of [1000, 0], whose logarithm is -1000.
#
# It takes the softmax first, which is 0 in 32 bits, and then the logarithm. LogSoftmax is an operator of its own
# because this loses the number; ONNX Runtime 1.32.0 and PyTorch give -1000. From a difference of 104 on nothing is left.
#
# Seen on 28 November 2026 with Python 3.11:
#   reference: 0.0 -inf
#   ONNX Runtime: 0.0 -1000.0
set -euo pipefail

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/python"
"$folder/python/bin/pip" install --quiet --disable-pip-version-check \
  "onnx==1.23.2" "onnxruntime==1.32.0" "numpy==2.3.5"
cat >"$folder/logarithm.py" <<'END'
import numpy
import onnxruntime
from onnx import TensorProto, checker, helper
from onnx.reference import ReferenceEvaluator

graph = helper.make_graph(
    [helper.make_node("LogSoftmax", ["x"], ["y"], axis=-1)], "logarithm",
    [helper.make_tensor_value_info("x", TensorProto.FLOAT, [1, 2])],
    [helper.make_tensor_value_info("y", TensorProto.FLOAT, [1, 2])])
model = helper.make_model(graph, opset_imports=[helper.make_opsetid("", 17)], ir_version=8)
checker.check_model(model)
x = {"x": numpy.array([[1000, 0]], dtype=numpy.float32)}
runtime = onnxruntime.InferenceSession(
    model.SerializeToString(), providers=["CPUExecutionProvider"])
for name, answer in [
    ("reference", ReferenceEvaluator(model).run(None, x)[0]),
    ("ONNX Runtime", runtime.run(None, x)[0]),
]:
    print(f"{name}:", *answer.reshape(-1))
END

seen=$("$folder/python/bin/python" "$folder/logarithm.py" 2>/dev/null)
echo "$seen"
expected="reference: 0.0 -inf
ONNX Runtime: 0.0 -1000.0"
if [[ $seen != "$expected" ]]; then
  echo "expected: $expected"
  exit 1
fi
