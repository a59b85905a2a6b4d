"""Which starts of the saturating GAN run off under consensus optimisation.

    python3 test/support/consensus.py STRENGTH HORIZON COUNT

Writes a 1 for each start in [-2, 2]^4 whose |phi| is above 2.5 at the horizon, else a 0: the fixtures of
test/methods/corrections.test.ts. Knows nothing of Ganfield: the field is written from Mescheder et al. 2017,
v - gamma J^T v, and scipy integrates it.
"""

import sys

import numpy as np
from scipy.integrate import solve_ivp


def starts(count):
    """Starts by a linear congruential generator, which any language repeats exactly."""
    state = 12345
    numbers = []
    for _ in range(4 * count):
        state = (1103515245 * state + 12345) % 2**31
        numbers.append(4 * state / 2**31 - 2)
    return np.array(numbers).reshape(count, 4)


def field(strength):
    def derivative(_, s):
        phi, theta = s[:2], s[2:]
        u = phi @ theta
        small = np.exp(-abs(u))
        sigma = 1 / (1 + small) if u >= 0 else small / (1 + small)
        slope = small / (1 + small) ** 2
        v = np.concatenate([-sigma * theta, sigma * phi])
        jacobian = slope * np.outer(np.concatenate([-theta, phi]), np.concatenate([theta, phi]))
        jacobian[:2, 2:] -= sigma * np.eye(2)
        jacobian[2:, :2] += sigma * np.eye(2)
        return v - strength * jacobian.T @ v

    return derivative


strength, horizon, count = float(sys.argv[1]), float(sys.argv[2]), int(sys.argv[3])
labels = []
for start in starts(count):
    path = solve_ivp(field(strength), [0, horizon], start, method="LSODA", rtol=1e-9, atol=1e-12)
    labels.append("1" if np.hypot(*path.y[:2, -1]) > 2.5 else "0")
print("".join(labels))
