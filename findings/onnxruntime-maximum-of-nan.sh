#!/usr/bin/env bash
# ONNX Runtime 1.32.0: the maximum of an array with a nan in it is nan where the nan stands first, else a number.
#
# ReduceMax of [nan, 1, 2] is nan, of [1, nan, 2] it is 2. Max of two arrays, number by number, gives nan either way,
# and so does the reference evaluator of onnx 1.23.2 for both operators. A loss that has become nan may so pass a check
# of its largest number, which depends on where it stands.
#
# Seen on 28 November 2026 with Python 3.11:
#   reference: ReduceMax nan nan, Max nan nan
#   ONNX Runtime: ReduceMax nan 2.0, Max nan nan
set -euo pipefail

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/python"
"$folder/python/bin/pip" install --quiet --disable-pip-version-check \
  "onnx==1.23.2" "onnxruntime==1.32.0" "numpy==2.3.5"
cat >"$folder/maximum.py" <<'END'
import numpy
import onnxruntime
from onnx import TensorProto, checker, helper
from onnx.reference import ReferenceEvaluator

nan = numpy.nan


def model(operator, count, size, shape, **attributes):
    names = [f"x{index}" for index in range(count)]
    graph = helper.make_graph(
        [helper.make_node(operator, names, ["y"], **attributes)], "largest",
        [helper.make_tensor_value_info(name, TensorProto.FLOAT, [size]) for name in names],
        [helper.make_tensor_value_info("y", TensorProto.FLOAT, shape)])
    made = helper.make_model(graph, opset_imports=[helper.make_opsetid("", 17)], ir_version=8)
    checker.check_model(made)
    return made


def reference(made, inputs):
    return ReferenceEvaluator(made).run(None, inputs)[0]


def runtime(made, inputs):
    session = onnxruntime.InferenceSession(
        made.SerializeToString(), providers=["CPUExecutionProvider"])
    return session.run(None, inputs)[0]


def array(*numbers):
    return numpy.array(numbers, dtype=numpy.float32)


whole, pair = model("ReduceMax", 1, 3, [], keepdims=0), model("Max", 2, 1, [1])
for name, run in [("reference", reference), ("ONNX Runtime", runtime)]:
    first, later = (run(whole, {"x0": array(*x)}) for x in [(nan, 1, 2), (1, nan, 2)])
    one, other = (run(pair, {"x0": array(a), "x1": array(b)})[0] for a, b in [(nan, 1), (1, nan)])
    print(f"{name}: ReduceMax {first} {later}, Max {one} {other}")
END

seen=$("$folder/python/bin/python" "$folder/maximum.py" 2>/dev/null)
echo "$seen"
expected="reference: ReduceMax nan nan, Max nan nan
ONNX Runtime: ReduceMax nan 2.0, Max nan nan"
if [[ $seen != "$expected" ]]; then
  echo "expected: $expected"
  exit 1
fi
