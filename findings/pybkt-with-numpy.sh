#!/usr/bin/env bash
# pyBKT 1.4.3 fits a model beside NumPy 2.3.5, and raises a ValueError beside 2.4.6.
#
# It puts the likelihood, an array of one number, into a cell of another array. NumPy 2.3.5 takes that;
# in 2.4.6 it is an error, and the message speaks of a sequence though there is one number. The model that is fitted has all
# its data as the manual asks for: order_id, user_id, skill_name, correct.
#
# Seen on 28 November 2026 with Python 3.11 and scikit-learn 1.7.2:
#   pyBKT 1.4.3 beside NumPy 2.3.5: fitted
#   pyBKT 1.4.3 beside NumPy 2.4.6: ValueError: setting an array element with a sequence.
set -euo pipefail

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cat >"$folder/fit.py" <<'END'
import pandas
from pyBKT.models import Model

answers = pandas.DataFrame({
    "order_id": range(1, 9), "user_id": ["a"] * 4 + ["b"] * 4, "skill_name": ["sums"] * 8,
    "correct": [0, 1, 1, 1, 0, 0, 1, 1]})
model = Model(seed=1, num_fits=1)
try:
    model.fit(data=answers)
    print("fitted" if len(model.params()) == 5 else "no parameters")
except ValueError as error:
    print(f"ValueError: {error}")
END

# run VERSION EXPECTED: what is seen beside a version of NumPy.
run() {
  python3 -m venv "$folder/$1"
  "$folder/$1/bin/pip" install --quiet --disable-pip-version-check \
    "pyBKT==1.4.3" "scikit-learn==1.7.2" "numpy==$1" "pandas==3.1.1"
  seen=$("$folder/$1/bin/python" "$folder/fit.py" 2>/dev/null | tail -n 1) || true
  echo "pyBKT 1.4.3 beside NumPy $1: $seen"
  if [[ $seen != "$2" ]]; then
    echo "expected: $2"
    exit 1
  fi
}

run 2.3.5 "fitted"
run 2.4.6 "ValueError: setting an array element with a sequence."
