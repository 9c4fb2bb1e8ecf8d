#!/usr/bin/env python3
"""Computes scores, ranks and tiers of a published edition again, from points.csv, weights.csv and
tiers.json alone.

    python3 recompute.py [FOLDER]

FOLDER is the folder of the publication (default: the folder of this script). Compares every figure
with results.csv, to the last digit. Ends with status 0 when all are equal, 1 when one differs, 2 when
a table cannot be read. Needs Python 3 and nothing else.
"""

import csv
import json
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


def breaks_by_windows(differences, places, windows):
    """After which places tiers end: the largest difference inside each window of ranks."""
    n, chosen, first = len(differences) + 1, [], 0
    for index, (start, stop) in enumerate(windows):
        end, best = len(places) - (len(windows) - 1 - index), None
        for at in range(first, end):
            place = places[at]
            distance = max(start * n - place, place - stop * n, 0)
            key = (distance, -differences[place - 1], at)
            best = key if best is None else min(best, key)
        if best is None:
            return None
        chosen.append(places[best[2]])
        first = best[2] + 1
    return chosen


def breaks_by_minimum_share(differences, count, share):
    """The breaks with the largest sum of differences that leave every tier so many governments."""
    n = len(differences) + 1
    size = max(1, math.ceil(share * n - 1e-9))
    while size >= 1:
        found = largest_sum(differences, count, size)
        if found is not None:
            return found
        size = 0 if size == 1 else size // 2
    return None


def largest_sum(differences, count, size):
    n, never, rounds = len(differences) + 1, -math.inf, []
    best = [never] * n
    for number in range(count):
        following, origin, leading, leader = [never] * n, [0] * n, never, 0
        for place in range(size, n - size + 1):
            if number > 0 and best[place - size] > leading:
                leading, leader = best[place - size], place - size
            if differences[place - 1] > 0:
                following[place] = (0 if number == 0 else leading) + differences[place - 1]
                origin[place] = leader
        rounds.append(origin)
        best = following
    last = max(range(n), key=lambda place: (best[place], -place))
    if best[last] == never:
        return None
    chosen = []
    for origin in reversed(rounds):
        chosen.insert(0, last)
        last = origin[last]
    return chosen


def breaks_by_fixed_ranks(places, ranks):
    chosen = []
    for rank in ranks:
        after = next((place for place in places if place >= rank), None)
        if after is None or (chosen and after <= chosen[-1]):
            return None
        chosen.append(after)
    return chosen


def breaks_of(differences, rule, count):
    places = [at + 1 for at, difference in enumerate(differences) if difference > 0]
    if count < 1 or len(places) < count:
        return None
    if rule["rule"] == "windows":
        return breaks_by_windows(differences, places, rule["windows"])
    if rule["rule"] == "minimum-share":
        return breaks_by_minimum_share(differences, count, rule["share"])
    return breaks_by_fixed_ranks(places, rule["ranks"])


def levels_of(members, suffixes, cut):
    """The suffix of each member of a tier, best first."""
    parts, height = len(suffixes), (members[0] - members[-1]) / len(suffixes)
    if height == 0:
        return [suffixes[(parts - 1) // 2]] * len(members)
    if cut == "equal-width":
        starts = [ten_decimals(members[0] - height * (part + 1)) for part in range(parts - 1)] + [members[-1]]
        return [suffixes[next(part for part in range(parts) if own >= starts[part])] for own in members]
    small, large = divmod(len(members), parts)
    equal = [part for part in range(parts) for _ in range(small + (part < large))]
    for order in range(1, len(members)):
        if members[order] == members[order - 1]:
            equal[order] = equal[order - 1]
    return [suffixes[part] for part in equal]


def tiers_of(totals, rule):
    """Letter and level by code; empty where the scores do not differ often enough for all tiers."""
    order = sorted(totals, key=lambda code: (-totals[code], code))
    scores = [totals[code] for code in order]
    differences = [ten_decimals(own - below) for own, below in zip(scores, scores[1:])]
    breaks = breaks_of(differences, rule["breaks"], len(rule["names"]) - 1)
    if breaks is None:
        return {}
    places, split = {}, rule["levels"]
    for name, letter, start, stop in zip(rule["names"], rule["letters"], [0] + breaks, breaks + [len(order)]):
        if start == stop:
            continue
        divided = (letter in split["tiers"] or name in split["tiers"]) and split["suffixes"]
        suffixes = split["suffixes"] if divided else [""]
        levels = levels_of(scores[start:stop], suffixes, split["cut"])
        places.update({code: (letter, letter + level) for code, level in zip(order[start:stop], levels)})
    return places


def main(folder):
    try:
        nodes, published = rows_of(folder, "weights.csv"), rows_of(folder, "results.csv")
        with open(os.path.join(folder, "tiers.json"), encoding="utf-8") as file:
            rule = json.load(file)
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
    tiers = tiers_of(totals, rule)
    compared, differences = 0, []
    for row in published:
        figures = computed[row["code"]]["total"]
        for key in ("score", "low", "high", "coverage", "rank"):
            mine = ranks.get(row["code"]) if key == "rank" else figures[key]
            theirs = None if row[key] == "" else float(row[key])
            compared += 1
            if mine != theirs:
                differences.append(f"{row['code']} {row['name']} {key}: computed {mine}, published {theirs}")
        for key, mine in zip(("tier", "level"), tiers.get(row["code"], ("", ""))):
            compared += 1
            if mine != row[key]:
                differences.append(f"{row['code']} {row['name']} {key}: computed {mine}, published {row[key]}")
    for line in differences:
        print("DIFFERS  " + line)
    print(f"{compared} figures of {len(published)} governments computed again, {len(differences)} differ.")
    return 1 if differences else 0


if __name__ == "__main__":
    here = os.path.dirname(os.path.abspath(__file__))
    sys.exit(main(sys.argv[1] if len(sys.argv) > 1 else here))
