"""An independent histogram of what altgd visits on ns-gan in one dimension, for measure.test.ts.

Prints the counts of each column, from the lowest bin: `python3 visits.py` needs numpy alone.
"""

import numpy as np

COLUMNS, ROWS = 4, 20
STEP = (0.5, 1.5)
RANGE = (-0.5, 0.5)
TIME, LAST = 300.0, 0.5
START = (0.5, 0.7)


def sigmoid(x):
    return 1 / (1 + np.exp(-x))


for column in range(COLUMNS):
    h = STEP[0] + (column + 0.5) / COLUMNS * (STEP[1] - STEP[0])
    steps = int(np.floor(TIME / h * (1 + 1e-12)))
    phi, theta = START
    visited = []
    for _ in range(steps):
        phi = phi - h * sigmoid(phi * theta) * theta
        theta = theta + h * sigmoid(-phi * theta) * phi
        visited.append(theta)
    counted = visited[-int(np.floor(steps * LAST + 0.5)):]
    print(np.histogram(counted, bins=ROWS, range=RANGE)[0].tolist())
