#!/usr/bin/env python3
"""Computes scores and ranks of a published edition again, from points.csv and weights.csv alone.

    python3 recompute.py [FOLDER]

FOLDER is the folder of the publication (default: the folder of this script). Compares every figure
with results.csv, to the last digit. Ends with status 0 when all are equal, 1 when one differs, 2 when
a table cannot be read. Needs Python 3 and nothing else. Tiers are not computed.
"""

import csv
import math
import os
import sys


def rows_of(folder, name):
    with open(os.path.join(folder, name), encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def ten_decimals(value):
    """Scores are published with ten decimals; a half is rounded up."""
    return math.floor(value * 1e10 + 0.5) / 1e10


def parent_of(path, counted):
    if "/" in path:
        return path.rsplit("/", 1)[0]
    return "total" if counted and path != "total" else None


class Sums:
    """What the children of a node add up to, each by its share."""

    def __init__(self):
        self.rate = self.rate_share = self.low = self.high = self.share = 0.0
        self.observed = False


def score(nodes, points):
    """The figures of every node for one government, by path."""
    sums = {node["path"]: Sums() for node in nodes}
    for node in nodes:
        if not node["probe"]:
            continue
        own, point = sums[node["path"]], points.get(node["node"])
        if point is None:
            own.high = own.share = 1.0
            continue
        own.low, own.high = float(point["low"]), float(point["high"])
        own.share = 0.0 if point["state"] == "not-applicable" else 1.0
        if point["point"] != "":
            own.rate, own.rate_share = float(point["point"]), 1.0
        own.observed = point["state"] in ("present", "absent") or point["how"] == "carried-forward"
    figures = {}
    for node in reversed(nodes):
        own = sums[node["path"]]
        above = parent_of(node["path"], node["counted"] == "1")
        full, share = float(node["full_mark"]), float(node["share_of_parent"])
        rate = own.rate / (own.rate_share or 1.0)
        low, high = (own.low / own.share, own.high / own.share) if own.share > 0 else (0.0, 0.0)
        scored = own.rate_share > 0 and (above is not None or own.observed)
        figures[node["path"]] = {
            "applies": own.share > 0,
            "score": ten_decimals(rate * full) if scored else None,
            "low": ten_decimals(low * full),
            "high": ten_decimals(high * full),
            "coverage": ten_decimals(1 - (high - low)) if own.share > 0 else 0.0,
        }
        if above is None:
            continue
        upper = sums[above]
        upper.observed = upper.observed or own.observed
        if scored:
            upper.rate += share * rate
            upper.rate_share += share
        if own.share > 0:
            upper.low += share * low
            upper.high += share * high
            upper.share += share
    return figures


def is_ranked(nodes, figures):
    if figures["total"]["score"] is None:
        return False
    for node in nodes:
        if node["counted"] != "1" or node["minimum_coverage"] == "":
            continue
        own = figures[node["path"]]
        if own["applies"] and own["coverage"] < float(node["minimum_coverage"]):
            return False
    return True


def main(folder):
    try:
        nodes, published = rows_of(folder, "weights.csv"), rows_of(folder, "results.csv")
        points = {}
        for row in rows_of(folder, "points.csv"):
            points.setdefault(row["code"], {})[row["leaf"]] = row
        computed = {row["code"]: score(nodes, points.get(row["code"], {})) for row in published}
    except (OSError, KeyError, ValueError) as problem:
        print(f"a table cannot be read: {problem!r}", file=sys.stderr)
        return 2
    ranked = [r["code"] for r in published if r["evaluated"] == "1" and is_ranked(nodes, computed[r["code"]])]
    totals = {code: computed[code]["total"]["score"] for code in ranked}
    ranks = {code: 1 + sum(other > own for other in totals.values()) for code, own in totals.items()}
    compared, differences = 0, []
    for row in published:
        figures = computed[row["code"]]["total"]
        for key in ("score", "low", "high", "coverage", "rank"):
            mine = ranks.get(row["code"]) if key == "rank" else figures[key]
            theirs = None if row[key] == "" else float(row[key])
            compared += 1
            if mine != theirs:
                differences.append(f"{row['code']} {row['name']} {key}: computed {mine}, published {theirs}")
    for line in differences:
        print("DIFFERS  " + line)
    print(f"{compared} figures of {len(published)} governments computed again, {len(differences)} differ.")
    return 1 if differences else 0


if __name__ == "__main__":
    here = os.path.dirname(os.path.abspath(__file__))
    sys.exit(main(sys.argv[1] if len(sys.argv) > 1 else here))
