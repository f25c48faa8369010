#!/usr/bin/env bash
# pyBKT 1.4.3 can be imported beside scikit-learn 1.7.2, and not beside 1.8.0.
#
# At import it calls every metric of scikit-learn with short lists of Python and passes over those that raise a
# TypeError. From 1.8.0 on the logarithmic loss raises an AttributeError on a list, which nothing catches. pyBKT sets no
# upper bound, so a fresh installation takes the newest scikit-learn and is of no use.
#
# Seen on 28 November 2026 with Python 3.11 and NumPy 2.3.5:
#   pyBKT 1.4.3 beside scikit-learn 1.7.2: imported
#   pyBKT 1.4.3 beside scikit-learn 1.8.0: AttributeError: 'list' object has no attribute 'dtype'
set -euo pipefail

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cat >"$folder/load.py" <<'END'
try:
    import pyBKT.models
    print("imported")
except Exception as error:
    print(f"{type(error).__name__}: {error}")
END

# run VERSION EXPECTED: what is seen beside a version of scikit-learn.
run() {
  python3 -m venv "$folder/$1"
  "$folder/$1/bin/pip" install --quiet --disable-pip-version-check \
    "pyBKT==1.4.3" "scikit-learn==$1" "numpy==2.3.5" "pandas==3.1.1"
  seen=$("$folder/$1/bin/python" "$folder/load.py" 2>/dev/null | tail -n 1) || true
  echo "pyBKT 1.4.3 beside scikit-learn $1: $seen"
  if [[ $seen != "$2" ]]; then
    echo "expected: $2"
    exit 1
  fi
}

run 1.7.2 "imported"
run 1.8.0 "AttributeError: 'list' object has no attribute 'dtype'"
