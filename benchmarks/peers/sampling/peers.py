"""numpy peers of the draw. Prints "name<TAB>k<TAB>CPU ms" (median of 7). None of them can be repeated by an outsider."""
import time

import numpy as np

N = 1_030_000
position = np.arange(N) % 20
weights = np.where(position == 0, 8.0, np.where(position <= 5, 3.0, 1.0))
shares = weights / weights.sum()
rng = np.random.default_rng(1)


def measure(name, draw, k):
    times = []
    for _ in range(7):
        start = time.process_time()
        draw(k)
        times.append(1000 * (time.process_time() - start))
    print(f"{name}\t{k}\t{sorted(times)[3]:.1f}")


for k in (30_900, 103_000):
    measure("numpy argpartition(exp / w)", lambda k: np.argpartition(rng.standard_exponential(N) / weights, k)[:k], k)
    measure("numpy Generator.choice(p, replace=False)", lambda k: rng.choice(N, k, replace=False, p=shares), k)
