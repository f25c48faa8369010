#!/usr/bin/env bash
# TensorFlow 2.21.0: the slopes of tensorflow.experimental.numpy.logaddexp are 1 and 0 where its operands are equal.
#
# log(e^a + e^b) is smooth, and both slopes are a half there; so a softplus written as logaddexp(0, x) has the slope 0
# at 0 instead of a half, and everything behind it gets no derivative. NumPy has no derivatives, and JAX's function of
# that name gives a half to each, as does tf.reduce_logsumexp.
#
# Seen on 28 November 2026 with Python 3.11:
#   logaddexp at 0, 0: 1.0 0.0
#   logaddexp at 1, 1: 1.0 0.0
#   logaddexp at 1, 2: 0.2689 0.7311
#   reduce_logsumexp at 0, 0: 0.5 0.5
#   softplus as logaddexp(0, x) at 0: 0.0, tf.math.softplus: 0.5
set -euo pipefail

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/python"
"$folder/python/bin/pip" install --quiet --disable-pip-version-check "tensorflow-cpu==2.21.0"
cat >"$folder/tie.py" <<'END'
import tensorflow as tf
import tensorflow.experimental.numpy as tnp


def slopes(function, *operands):
    operands = [tf.constant(x, tf.float64) for x in operands]
    with tf.GradientTape() as tape:
        tape.watch(operands)
        result = function(*operands)
    return [round(float(slope), 4) for slope in tape.gradient(result, operands)]


for pair in [(0.0, 0.0), (1.0, 1.0), (1.0, 2.0)]:
    print("logaddexp at %g, %g:" % pair, *slopes(tnp.logaddexp, *pair))
print("reduce_logsumexp at 0, 0:", *slopes(lambda a, b: tf.reduce_logsumexp([a, b]), 0.0, 0.0))
zero = tf.constant(0.0, tf.float64)
print(
    "softplus as logaddexp(0, x) at 0: %s," % slopes(lambda x: tnp.logaddexp(zero, x), 0.0)[0],
    "tf.math.softplus: %s" % slopes(tf.math.softplus, 0.0)[0])
END

seen=$(TF_CPP_MIN_LOG_LEVEL=3 "$folder/python/bin/python" "$folder/tie.py" 2>/dev/null)
echo "$seen"
expected="logaddexp at 0, 0: 1.0 0.0
logaddexp at 1, 1: 1.0 0.0
logaddexp at 1, 2: 0.2689 0.7311
reduce_logsumexp at 0, 0: 0.5 0.5
softplus as logaddexp(0, x) at 0: 0.0, tf.math.softplus: 0.5"
if [[ $seen != "$expected" ]]; then
  echo "expected: $expected"
  exit 1
fi
