"""Derivatives of expressions by 60-digit differences: reads [{text, state}] and writes a fixture.

    python3 test/support/expressions/differences.py < expressions.json > test/game/differences.json

Knows nothing of Ganfield's compiler: Python parses the text, mpmath computes it with 80 digits, and
central differences of width 1e-20 leave an error of 1e-40.
"""

import json
import re
import sys

from mpmath import cos, cosh, exp, log, mp, mpf, pi, sin, sinh, sqrt, tan, tanh, atan

mp.dps = 80
WIDTH = mpf(10) ** -20
K = mpf("1.25")


def names(s):
    phi1, phi2, theta1, theta2 = s
    return {
        "phi1": phi1, "phi2": phi2, "theta1": theta1, "theta2": theta2,
        "x": theta1, "y": phi1, "u": phi1 * theta1 + phi2 * theta2,
        "p": sqrt(phi1**2 + phi2**2), "q": sqrt(theta1**2 + theta2**2),
        "k": K, "pi": pi, "e": exp(1), "mpf": mpf,
        "sin": sin, "cos": cos, "tan": tan, "sinh": sinh, "cosh": cosh, "tanh": tanh,
        "atan": atan, "exp": exp, "log": log, "sqrt": sqrt, "max": max,
        "sigmoid": lambda x: 1 / (1 + exp(-x)),
        "softplus": lambda x: log(1 + exp(x)),
    }


def function_of(text):
    exact = re.sub(r"(?<![\w.])(\d+\.?\d*(?:e[-+]?\d+)?)", r"mpf('\1')", text)
    code = compile(exact.replace("^", "**"), text, "eval")
    return lambda s: eval(code, {"__builtins__": {}}, names(s))


def shifted(s, i, by):
    return [x + by if j == i else x for j, x in enumerate(s)]


def derivative(f, s, i):
    return (f(shifted(s, i, WIDTH)) - f(shifted(s, i, -WIDTH))) / (2 * WIDTH)


rows = []
for row in json.load(sys.stdin):
    f = function_of(row["text"])
    s = [mpf(str(x)) for x in row["state"]]
    first = [derivative(f, s, i) for i in range(4)]
    second = [
        derivative(lambda t, i=i: derivative(f, t, i), s, j) for i in range(4) for j in range(i, 4)
    ]
    rows.append({
        "text": row["text"],
        "state": row["state"],
        "value": float(f(s)),
        "first": [float(x) for x in first],
        "second": [float(x) for x in second],
    })
print("[")
print(",\n".join(json.dumps(row) for row in rows))
print("]")
