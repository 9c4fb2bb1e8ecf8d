"""Computes points, scores, ranks, tiers, shares and bounds of a report.json again.

Written from docs/scoring.md, docs/indicators.md and docs/report.schema.json alone, in another language
than the program. Standard library only. Usage: python3 recompute.py report.json
Prints how many figures were compared, and every one that differs; the exit status is 1 if one does.
"""

import json
import math
import sys
from datetime import date

LEVELS = ["linked", "reachable", "working"]
# Reasons of an open point whose thing was looked for.
SEARCHED = {
    "no-site", "not-visible", "incomplete", "not-followed", "part-unread", "budget", "page-cut",
    "column-unread", "construction", "not-found", "not-recognised", "not-asked",
}
REASONS = SEARCHED | {
    "dns", "refused", "reset", "timeout-connect", "timeout-first-byte", "timeout-body", "tls", "http-4xx",
    "http-5xx", "blocked", "captcha", "redirect-loop", "off-site", "too-large", "not-html", "empty", "robots",
    "needs-browser", "our-fault", "excluded", "no-probe", "probe-error", "not-portal", "text-unreadable", "scripts-failed",
    "conflict", "not-visited",
}
compared = 0
differences = []


def check(what, mine, theirs):
    global compared
    compared += 1
    if isinstance(mine, (int, float)) and isinstance(theirs, (int, float)):
        same = abs(mine - theirs) <= 1e-9 * max(1.0, abs(mine))
    else:
        same = mine == theirs
    if not same:
        differences.append(f"{what}: computed {mine!r}, published {theirs!r}")


def at_path(value, path):
    for name in path.split("."):
        if not isinstance(value, dict) or name not in value:
            return None
        value = value[name]
    return value


def step_worth(steps, held):
    if isinstance(held, bool):
        held = "true" if held else "false"
    if not isinstance(held, str):
        return None
    if held in steps:
        return steps[held]
    if held not in LEVELS:
        return None
    for level in reversed(LEVELS[: LEVELS.index(held)]):
        if level in steps:
            return steps[level]
    return 0


def is_number(held):
    return isinstance(held, (int, float)) and not isinstance(held, bool)


def count_worth(held, cap):
    if not is_number(held) or held < 0:
        return None
    return math.log1p(min(held, cap)) / math.log1p(cap)


def words(held, items):
    if isinstance(held, (list, dict)):
        return {word for word in held if isinstance(word, str) and word in items}
    return None


def read_one(rule, held, value, day):
    """(low, high), or None if the measure is missing, or 'conflict'."""
    kind = rule["kind"]
    if kind == "key":
        return None if held is None else ((0, 0) if held is False else (1, 1))
    if kind == "ladder":
        if held is None:
            low = step_worth(rule["steps"], at_path(value, rule["proven"])) if "proven" in rule else None
            return None if low is None else (low, max([low, *rule["steps"].values()]))
        worth = step_worth(rule["steps"], held)
        return "conflict" if worth is None else (worth, worth)
    if kind == "ratio":
        if held is None:
            return None
        return (held, held) if is_number(held) and 0 <= held <= 1 else "conflict"
    if kind == "capped-count":
        if held is None:
            low = count_worth(at_path(value, rule["proven"]), rule["cap"]) if "proven" in rule else None
            return None if low is None else (low, 1)
        worth = count_worth(held, rule["cap"])
        return "conflict" if worth is None else (worth, worth)
    if kind == "checklist":
        items = set(rule["items"])
        source = held
        if held is None:
            source = at_path(value, rule["proven"]) if "proven" in rule else None
            if source is None:
                return None
        found = words(source, items)
        unclear = at_path(value, rule["unclear"]) if "unclear" in rule else None
        doubted = set() if unclear is None else words(unclear, items)
        if found is None or doubted is None:
            return "conflict"
        low = len(found) / len(items)
        if held is None and "unclear" not in rule:
            return (low, 1)
        return (low, len(found | doubted) / len(items))
    if kind == "freshness":
        if held is None:
            return None
        age = (date.fromisoformat(day[:10]) - date.fromisoformat(held[:10])).days
        fresh, stale = rule["fresh-days"], rule["stale-days"]
        worth = min(1, max(0, (stale - age) / (stale - fresh)))
        return (worth, worth)
    raise ValueError(kind)


def read_measure(rule, value, day):
    before, star, after = rule["key"].partition(".*")
    if not star:
        return read_one(rule, at_path(value, rule["key"]), value, day)
    entries = at_path(value, before)
    entries = entries.values() if isinstance(entries, dict) else []
    rest = after[1:]
    found = [read_one(rule, entry if not rest else at_path(entry, rest), value, day) for entry in entries]
    found = [one for one in found if one is not None]
    if "conflict" in found:
        return "conflict"
    if not found:
        return None
    return tuple(sum(one[end] for one in found) / len(found) for end in (0, 1))


def read_normalizer(rule, value, day):
    value = value or {}
    if rule["kind"] == "boolean":
        return (1, 1)
    if rule["kind"] != "weighted":
        return read_measure(rule, value, day)
    low = high = 0.0
    known = False
    level = value.get("level")
    for term in rule["terms"]:
        limited = "levels" in term
        if limited and level is not None and level not in term["levels"]:
            bounds = (0, 0)
        else:
            bounds = read_measure(term["measure"], value, day)
            if bounds == "conflict":
                return "conflict"
            if limited and level is None:
                bounds = None if bounds is None else (0, bounds[1])
            elif bounds is None and "missing" in term:
                bounds = (term["missing"], term["missing"])
        if bounds is not None:
            known = True
        bounds = bounds or (0, 1)
        low += term["weight"] * bounds[0]
        high += term["weight"] * bounds[1]
    return (low, high) if known else None


def close(a, b):
    return abs(a - b) <= 1e-10


def was_searched(finding, bounds):
    """Whether the thing of an open point was looked for."""
    if finding is None or bounds == "conflict":
        return False
    if finding["state"] == "unknown":
        reasons = [one["reason"] for one in finding.get("obstacles") or []] or [finding["reason"]]
        return all(reason in SEARCHED for reason in reasons)
    return finding["reason"] not in REASONS or finding["reason"] in SEARCHED


def raw_point(leaf, finding, day, earlier):
    """A point before estimates: low, high, settled, observed, and the figure that enters (None: open)."""
    state = "unknown" if finding is None else finding["state"]
    if state == "absent":
        return dict(low=0, high=0, settled=True, donor=True, observed=True, point=0, weighs=True)
    if state == "not-applicable":
        return dict(low=0, high=0, settled=False, donor=False, observed=False, point=None, weighs=False)
    bounds = read_normalizer(leaf["normalizer"], finding["value"], day) if state == "present" else None
    searched = was_searched(finding, bounds)
    if bounds is None or bounds == "conflict":
        bounds = (0, 1)
    low, high = bounds
    if close(low, high):
        return dict(low=low, high=low, settled=True, donor=True, observed=True, point=low, weighs=True)
    proven = low > 0 or high < 1
    own = dict(low=low, high=high, settled=False, donor=False, observed=proven, point=None, weighs=True, searched=searched)
    rule = leaf["unknown"]
    if rule == "zero":
        own["point"] = low
    elif rule == "renormalize":
        own["left out"] = True
    elif rule != "estimate" and earlier is not None and earlier["ageDays"] <= rule["carry-forward-days"]:
        before = earlier["finding"]
        known = (0, 0) if before["state"] == "absent" else None
        if before["state"] == "present":
            known = read_normalizer(leaf["normalizer"], before["value"], day)
        if isinstance(known, tuple) and close(*known):
            own.update(point=min(high, max(low, known[0])), donor=True, observed=True)
    return own


def estimate(points, governments, tree, leaves):
    minimum = tree["estimates"]["minimum-donors"]
    share = tree["estimates"].get("not-found", {}).get("share")
    scored = {one["code"]: one["group"] for one in governments if one["scored"]}
    for leaf in leaves:
        own_points = [(code, scored[code], own[leaf["id"]]) for code, own in points.items() if code in scored]
        settled = [(group, one["point"]) for _, group, one in own_points if one["donor"]]
        proven = [(group, one["low"]) for _, group, one in own_points if share is not None and one.get("searched") and not one["donor"]]
        for code, own in points.items():
            point = own[leaf["id"]]
            if point["point"] is not None or not point["weighs"] or "left out" in point:
                continue
            low, high = point["low"], point["high"]
            agree = [[(group, one) for group, one in some if low <= one <= high] for some in (settled, proven)]
            of_group = [[one for group, one in some if group == scored.get(code, "")] for some in agree]
            everybody = [[one for _, one in some] for some in agree]
            known, unfound = of_group if sum(map(len, of_group)) >= minimum else everybody
            if (low > 0 or high < 1) and len(known) + len(unfound) < minimum:
                known, unfound = [], []
            if share is not None and point["searched"]:
                above = [one for one in known if one > low]
                there = math.fsum(above) / len(above) if above else (low + high) / 2
                point["point"] = share * low + (1 - share) * there
            elif known or (unfound and share):
                weight = len(known) + (share or 0) * len(unfound)
                point["point"] = (math.fsum(known) + (share or 0) * math.fsum(unfound)) / weight
            elif low > 0 or high < 1:
                point["point"] = (low + high) / 2


def score_node(node, own, counted):
    """Adds rate, low, high (0..1) and observed to the node for one government."""
    if "children" not in node:
        point = own[node["id"]]
        return dict(rate=point["point"], low=point["low"], high=point["high"], weighs=point["weighs"], observed=point["observed"], below=[])
    below = [(child, score_node(child, own, counted)) for child in node["children"]]
    rated = [(child["weight"], one) for child, one in below if one["rate"] is not None]
    weighing = [(child["weight"], one) for child, one in below if one["weighs"]]
    mean = lambda pairs, key: sum(weight * one[key] for weight, one in pairs) / sum(weight for weight, _ in pairs) if pairs else None
    observed = any(one["observed"] for _, one in below)
    result = dict(rate=mean(rated, "rate"), low=mean(weighing, "low") or 0, high=mean(weighing, "high") or 0, weighs=bool(weighing), observed=observed, below=below)
    if node.get("top") and not observed:
        result["rate"] = None
    return result


def lay_out(tree):
    counted = [one for one in tree["capabilities"] if one["role"] == "evaluated" or tree["count-observed"]]
    scale = sum(one["weight"] for one in counted or tree["capabilities"])

    def capability(one):
        branches = [dict(id=b["id"], weight=b["weight"], children=[dict(id=l["id"], weight=l["weight"]) for l in b["indicators"]]) for b in one["indicators"]]
        return dict(id=one["id"], weight=one["weight"], children=branches, top=one not in counted)

    capabilities = {one["id"]: capability(one) for one in tree["capabilities"]}
    inside = [capabilities[one["id"]] for one in counted]
    total = dict(id="total", children=inside, top=True)
    return total, capabilities, {one["id"] for one in counted}, scale


def flatten(result, node, path, found):
    found[path] = result
    for child, one in result["below"]:
        flatten(one, child, child["id"] if path == "total" else f"{path}/{child['id']}", found)


def ranks_of(entries):
    return {code: 1 + sum(1 for _, other in entries if round(other, 10) > round(score, 10)) for code, score in entries}


def breaks_by_windows(curve, windows):
    n = len(curve)
    places = [place for place in range(1, n) if round(curve[place - 1][1] - curve[place][1], 10) > 0]
    chosen, first = [], 0
    if len(places) < len(windows):
        return None
    for index, (start, end) in enumerate(windows):
        last = len(places) - (len(windows) - 1 - index)
        candidates = []
        for at in range(first, last):
            place = places[at]
            distance = max(start * n - place, place - end * n, 0)
            candidates.append((distance, -round(curve[place - 1][1] - curve[place][1], 10), place, at))
        distance, _, place, at = min(candidates)
        chosen.append(place)
        first = at + 1
    return chosen


def tiers_of(curve, rule, ends):
    places = {}
    start = 0
    for index, end in enumerate([*ends, len(curve)]):
        members = curve[start:end]
        letter = rule["letters"][index]
        split = letter in rule["levels"]["tiers"] or rule["names"][index] in rule["levels"]["tiers"]
        suffixes = rule["levels"]["suffixes"] if split else [""]
        top, bottom = members[0][1], members[-1][1]
        height = (top - bottom) / len(suffixes)
        for code, score in members:
            if height == 0:
                position = (len(suffixes) - 1) // 2
            else:
                cuts = [round(top - height * (step + 1), 10) for step in range(len(suffixes) - 1)]
                position = next((step for step, cut in enumerate(cuts) if round(score, 10) >= cut), len(suffixes) - 1)
            places[code] = (letter, letter + suffixes[position])
        start = end
    return places


def check_scores(report, tree):
    leaves = [leaf for one in tree["capabilities"] for branch in one["indicators"] for leaf in branch["indicators"]]
    day = report["run"]["started"]
    findings = {(one["government"], one["probe"]): one for one in report["findings"]}
    stale = {(one["finding"]["government"], one["finding"]["probe"]): one for one in report.get("stale", [])}
    points = {
        one["code"]: {leaf["id"]: raw_point(leaf, findings.get((one["code"], leaf["finding"])), day, stale.get((one["code"], leaf["finding"]))) for leaf in leaves}
        for one in report["governments"]
    }
    estimate(points, report["governments"], tree, leaves)
    total, capabilities, counted, scale = lay_out(tree)
    full_of = {node["path"]: node["full"] for node in report["nodes"]}
    for node in report["nodes"]:
        if node["level"] == "capability":
            own = next(one for one in tree["capabilities"] if one["id"] == node["id"])
            check(f"full mark of {node['id']}", own["weight"] / scale * tree["full-mark"], node["full"])
    nodes = {}
    for published in report["scores"]:
        code = published["government"]
        found = {}
        flatten(score_node(total, points[code], counted), total, "total", found)
        for name, capability in capabilities.items():
            if name not in counted:
                flatten(score_node(capability, points[code], counted), capability, name, found)
        nodes[code] = found
        for point in published["points"]:
            own = points[code][point["leaf"]]
            for key in ("point", "low", "high"):
                check(f"{code} {point['leaf']} {key}", own[key], point[key])
        for place, score in zip(report["nodes"], published["nodes"]):
            own = found[place["path"]]
            full = full_of[place["path"]]
            check(f"{code} {place['path']} score", None if own["rate"] is None else own["rate"] * full, score["score"])
            check(f"{code} {place['path']} low", own["low"] * full, score["low"])
            check(f"{code} {place['path']} high", own["high"] * full, score["high"])
            check(f"{code} {place['path']} coverage", 1 - (own["high"] - own["low"]) if own["weighs"] else 0, score["coverage"])
    return nodes, counted


def check_standings(report, tree, nodes, counted):
    full = tree["full-mark"]
    limits = tree["publication"]
    scored = [one["code"] for one in report["governments"] if one["scored"]]

    def is_ranked(code):
        own = nodes[code]
        if own["total"]["rate"] is None:
            return False
        wanted = [("total", limits["minimum-coverage"])] + [(name, limits["minimum-capability-coverage"]) for name in counted]
        return all(not own[path]["weighs"] or round(1 - (own[path]["high"] - own[path]["low"]), 10) >= least for path, least in wanted)

    ranked = [(code, nodes[code]["total"]["rate"] * full) for code in dict.fromkeys(scored) if is_ranked(code)]
    ranks = ranks_of(ranked)
    for entry in report["ranking"]:
        check(f"rank of {entry['government']}", ranks.get(entry["government"]), entry["rank"])
        check(f"{entry['government']} is withheld", entry["government"] not in ranks and nodes[entry["government"]]["total"]["rate"] is not None, entry["withheld"] is not None)
    if report["bands"] is None and tree["tiers"]["breaks"]["rule"] == "windows" and tree["tiers"]["levels"]["cut"] == "equal-width":
        curve = sorted(ranked, key=lambda one: (-round(one[1], 10), one[0]))
        ends = breaks_by_windows(curve, tree["tiers"]["breaks"]["windows"])
        places = {} if ends is None else tiers_of(curve, tree["tiers"], ends)
        check("breaks", ends or [], [one["after"] for one in report["tiering"]["breaks"]])
        for code, _ in curve:
            place = report["tiering"]["places"].get(code)
            check(f"tier of {code}", places.get(code), None if place is None else (place["letter"], place["level"]))
    if ranked:
        check("mean of the totals", math.fsum(score for _, score in ranked) / len(ranked), report["description"]["whole"]["nodes"][0]["score"]["mean"])
    everyone = [nodes[code]["total"] for code in dict.fromkeys(scored)]
    for key in ("low", "high"):
        check(f"mean of {key}", math.fsum(one[key] for one in everyone) / len(everyone) * full, report["description"]["whole"]["nodes"][0][key])


def check_shares(report):
    shares = [(entry, share) for entry in report["adoption"] for share in [entry["overall"], *entry["groups"]]]
    for entry, share in shares:
        name = f"{entry['statement']} {share['group']}"
        denominator = share["yes"] + share["no"] + (share["unknown"] if entry["base"] == "all" else 0)
        check(f"{name} denominator", denominator, share["denominator"])
        check(f"{name} share", share["yes"] / denominator if denominator else None, share["share"])
    for statement in report["statements"]:
        if statement["unit"] != "percent" or statement["bounds"] is None or statement["numerator"] is None:
            continue
        base = statement["denominator"] + (statement["unknown"] if statement["certainty"] == "partial" else 0)
        check(f"{statement['id']} low", 100 * statement["numerator"] / base, statement["bounds"]["low"])
        check(f"{statement['id']} high", 100 * (statement["numerator"] + statement["unknown"]) / base, statement["bounds"]["high"])
    for place in (report["uncertainty"] or {"governments": []})["governments"]:
        for key in ("rank", "score"):
            inside = place[key]["low"] <= place["nominal"][key] <= place[key]["high"]
            check(f"{place['government']} {key} lies in its interval", True, inside)


def main(path):
    with open(path, encoding="utf-8") as file:
        report = json.load(file)
    tree = report["index"]
    nodes, counted = check_scores(report, tree)
    check_standings(report, tree, nodes, counted)
    check_shares(report)
    print(json.dumps({"compared": compared, "differences": len(differences)}))
    for line in differences[:20]:
        print(line)
    return 1 if differences else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
