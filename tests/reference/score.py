"""Scores assessments a second time, from the written rules alone, as a check of the app's own scoring.

Knows the scoring rules, version 2, and the published formats, version 1; shares nothing with the code in src/. Everything that is
compared is a whole number or a fraction; a float is made only when a number is printed. It takes files that are valid
and does not check them: refusing a file is the app's business.

The golden file of the whole assessments is made with
python3 tests/reference/score.py --model content/model.json tests/fixtures/whole/*.json > tests/fixtures/whole/results.jsonl
"""

import argparse
import json
from fractions import Fraction

EVIDENCE = ["none", "document", "records", "measured"]
LANES = ["0-30", "31-60", "61-90", "later"]
LANE_HOLDS = 5


def read(path):
    """A JSON file without what is null; decimals stay exact."""
    def clean(value):
        if isinstance(value, dict):
            return {key: clean(item) for key, item in value.items() if item is not None}
        if isinstance(value, list):
            return [clean(item) for item in value]
        return value
    with open(path, encoding="utf-8-sig") as file:
        return clean(json.load(file, parse_float=Fraction))


def mean(pairs):
    """The weighted mean of (weight, value), or None of nothing."""
    pairs = list(pairs)
    total = sum(weight for weight, _ in pairs)
    return sum(weight * value for weight, value in pairs) / Fraction(total) if pairs else None


def share(pairs, least):
    """The weighted share of values that reach a level."""
    return Fraction(sum(w for w, v in pairs if v >= least), sum(w for w, _ in pairs))


def counted(pairs, least):
    """The share of values that reach a level, each counted once."""
    return Fraction(sum(v >= least for _, v in pairs), len(pairs))


def staged(pairs, n, allowed=lambda level: True):
    """The largest k such that every level 2..k is reached by more than half of the weight, the one before by more than
    85 % of the values, each counted once."""
    level = 1
    for j in range(2, n + 1):
        if not (share(pairs, j) > Fraction(1, 2) and counted(pairs, j - 1) > Fraction(85, 100) and allowed(j)):
            break
        level = j
    return level


class Criterion:
    """A criterion of the model with its place in it and what the assessment says about it."""

    def __init__(self, place, data, dimension, scoring):
        self.place, self.id, self.dimension = place, data["id"], dimension
        self.weight = data.get("weight", 1)
        self.legal = data.get("legal", False)
        self.theme = data.get("theme")
        self.steps = {step["to"]: step for step in data["steps"]}
        self.kpis = data.get("kpis", [])
        answer = scoring.answers.get(self.id, {})
        # Section 1: not applicable to a firm that says its services and names none of these, whatever was answered.
        wanted = data.get("na_without")
        asked = not wanted or not scoring.services or any(service in wanted for service in scoring.services)
        self.applicable = asked and "not_applicable" not in answer
        self.declared = answer.get("level") if asked else None
        self.answered = self.declared is not None
        self.evidence = answer.get("evidence", "none")
        self.effective = self.cap = None
        if self.answered:
            self.limit(scoring)

    def limit(self, scoring):
        """Section 1: the declared level, capped."""
        by_evidence = min(self.declared, scoring.evidence_caps.get(self.evidence, scoring.n))
        bands = [scoring.band(kpi) for kpi in self.kpis]
        by_kpi = min([band + 1 for band in bands if band is not None], default=scoring.n)
        self.effective = min(by_evidence, by_kpi)
        if by_kpi < by_evidence:
            self.cap = "kpi"
        elif by_evidence < self.declared:
            self.cap = "evidence"

    def assumed(self, level):
        """The effective level, or what is assumed of an open question."""
        return self.effective if self.answered else level


class Dimension:
    """Section 2 and the target of section 4."""

    def __init__(self, data, scoring):
        n = scoring.n
        self.id, self.aspect = data["id"], data["aspect"]
        self.weight, self.gate = data.get("weight", 1), data.get("gate", False)
        self.target = scoring.targets.get(self.id, data["target"])
        self.criteria = [Criterion(None, c, self, scoring) for c in data["criteria"]]
        self.applicable = [c for c in self.criteria if c.applicable]
        self.answered = [c for c in self.applicable if c.answered]
        self.in_scope = bool(self.applicable)
        self.limited = 3 * (len(self.criteria) - len(self.applicable)) > len(self.criteria)
        pairs = [(c.weight, c.effective) for c in self.answered]
        low = [(c.weight, c.assumed(1)) for c in self.applicable]
        high = [(c.weight, c.assumed(n)) for c in self.applicable]
        self.pairs = pairs
        self.score, self.low, self.high = mean(pairs), mean(low), mean(high)
        self.staged = staged(pairs, n) if pairs else None
        shown = self.in_scope and 3 * len(self.answered) >= 2 * len(self.applicable)
        self.level = self.staged if shown else None
        self.level_low = staged(low, n) if self.in_scope else None
        self.level_high = staged(high, n) if self.in_scope else None
        lowest = min((c.effective for c in self.answered), default=None)
        self.weakest = [c.id for c in self.answered if c.effective == lowest]
        self.target_reached = self.reached()

    def reached(self):
        if not self.answered:
            return None
        if self.target == 1:
            return Fraction(1)
        missing = sum(c.weight * max(0, self.target - c.effective) for c in self.answered)
        return 1 - Fraction(missing, sum(c.weight * (self.target - 1) for c in self.answered))

    def holds_down(self, criterion, n):
        """Whether a criterion keeps the dimension from its next level."""
        if self.staged == n:
            return False
        k = self.staged + 1
        floor_missed = counted(self.pairs, k - 1) <= Fraction(85, 100)
        return criterion.effective < (k - 1 if floor_missed else k)


class Scoring:
    """One assessment against one model."""

    def __init__(self, model, assessment):
        self.model = model
        self.n = len(model["levels"])
        self.answers = assessment.get("answers", {})
        self.targets = assessment.get("targets", {})
        self.importance = assessment.get("importance", {})
        self.kpis = {kpi["id"]: kpi for kpi in model.get("kpis", [])}
        self.values = {id: k["value"] for id, k in assessment.get("kpis", {}).items()
                       if "value" in k and self.enough(id, k)}
        policy = assessment.get("policy", {}).get("evidence", "standard")
        self.evidence_caps = model.get("evidence_caps", {}).get(policy, {})
        self.services = assessment.get("firm", {}).get("services", [])
        self.dimensions = [Dimension(d, self) for d in model["dimensions"]]
        self.criteria = [c for d in self.dimensions for c in d.criteria]
        for place, criterion in enumerate(self.criteria):
            criterion.place = place
        self.applicable = [c for c in self.criteria if c.applicable]
        self.answered = [c for c in self.applicable if c.answered]
        self.in_scope = [d for d in self.dimensions if d.in_scope]
        self.unknown = self.find_unknown(assessment)
        self.find_gate()

    def find_unknown(self, assessment):
        known = [{c.id for c in self.criteria}, {d.id for d in self.dimensions}, set(self.kpis)]
        parts = [self.answers, self.targets, assessment.get("kpis", {})]
        return [id for part, ids in zip(parts, known) for id in sorted(part) if id not in ids]

    def enough(self, id, given):
        """Section 1: a KPI with a smallest sample has a value only with a sample that large."""
        least = self.kpis.get(id, {}).get("least_n")
        sample = given.get("n", given.get("denominator"))
        return least is None or (sample is not None and sample >= least)

    def band(self, id):
        """The level whose range a KPI's value lies in; None without a value or bounds."""
        kpi, value = self.kpis.get(id), self.values.get(id)
        if kpi is None or value is None or not kpi.get("scored", True):
            return None
        higher = kpi["better"] == "higher"
        return 1 + sum(value >= bound if higher else value <= bound for bound in kpi["bounds"])

    def find_gate(self):
        """Section 3: what trips the legal gate, and what could."""
        gate = self.model.get("legal_gate")
        bound = (gate or {}).get("services", [])
        self.bound = gate is not None and (
            not bound or not self.services or any(service in bound for service in self.services))
        gate = gate if self.bound else {}
        self.gate_cap = gate.get("cap", self.n)
        criteria = [c for c in self.applicable if c.id in gate.get("criteria", [])]
        failed = [k["id"] for k in gate.get("kpis", []) if self.worse(k["id"], k["worse_than"])]
        low = [c for c in criteria if c.effective == 1]
        self.legal_gate = bool(low or failed)
        self.gate_could = self.legal_gate or any(not c.answered for c in criteria)
        self.trips = {c.id for c in low} | {c.id for c in self.criteria if set(c.kpis) & set(failed)}

    def worse(self, id, limit):
        value = self.values.get(id)
        if value is None:
            return False
        return value < limit if self.kpis[id]["better"] == "higher" else value > limit

    def overall_level(self, level_of, capped):
        """The staged rule over the dimensions, with the gate dimensions, the laggards and the legal cap."""
        if not self.in_scope:
            return None
        pairs = [(d.weight, level_of(d)) for d in self.in_scope]
        level = staged(pairs, self.n, lambda j: all(
            level_of(d) >= (j - 1 if d.gate else j - 2) for d in self.in_scope))
        return min(level, self.gate_cap) if capped else level

    def aspects(self):
        for aspect in self.model["aspects"]:
            inside = [d for d in self.in_scope if d.aspect == aspect["id"]]
            yield aspect["id"], {
                "score": mean((d.weight, d.score) for d in inside if d.score is not None),
                "low": mean((d.weight, d.low) for d in inside),
                "high": mean((d.weight, d.high) for d in inside)}

    def overall(self):
        score = mean((d.weight, d.score) for d in self.in_scope if d.score is not None)
        low = mean((d.weight, d.low) for d in self.in_scope)
        high = mean((d.weight, d.high) for d in self.in_scope)
        answered, applicable = len(self.answered), len(self.applicable)
        legal_open = any(c.legal and not c.answered for c in self.applicable)
        level = self.overall_level(lambda d: d.level_low if d.level is None else d.level, self.legal_gate)
        if 100 * answered < 80 * applicable or legal_open:
            level = None
        return {
            "score": number(score), "index": self.index(score),
            "low": number(low), "high": number(high), "level": level,
            "level_low": self.overall_level(lambda d: d.level_low, self.gate_could),
            "level_high": self.overall_level(lambda d: d.level_high, self.legal_gate),
            "legal_gate": self.legal_gate, "answered": answered, "applicable": applicable,
            "confidence": self.confidence(), "hints": self.hints()}

    def index(self, score):
        return None if score is None else number((score - 1) / (self.n - 1) * 100)

    def confidence(self):
        """Section 6."""
        if not self.applicable:
            return "low"
        completion = Fraction(len(self.answered), len(self.applicable))
        good = [c for c in self.answered if c.declared >= 3]

        def proven(grade, least):
            carry = sum(EVIDENCE.index(c.evidence) >= EVIDENCE.index(grade) for c in good)
            return not good or Fraction(carry, len(good)) >= least

        if completion >= Fraction(95, 100) and proven("records", Fraction(60, 100)):
            return "high"
        if completion >= Fraction(80, 100) and proven("document", Fraction(30, 100)):
            return "medium"
        return "low"

    def hints(self):
        """Section 6, on declared levels."""
        def straight(dimension):
            levels = [c.declared for c in dimension.answered]
            return len(levels) >= 5 and len(set(levels)) == 1

        def variance(levels):
            return Fraction(sum(v * v for v in levels), len(levels)) - Fraction(sum(levels), len(levels)) ** 2

        levels = [c.declared for c in self.answered]
        bare = all(c.evidence == "none" for c in self.answered)
        themes = {}
        for c in self.answered:
            if c.theme is not None:
                themes.setdefault(c.theme, []).append(c.declared)
        found = {
            "straight_line": sum(straight(d) for d in self.dimensions) >= 10,
            "flat": len(levels) >= 30 and variance(levels) < Fraction(9, 100),
            "unproven": len(levels) >= 12 and bare and Fraction(sum(levels), len(levels)) >= 4,
            "contradiction": any(max(v) - min(v) >= 3 for v in themes.values())}
        return [hint for hint, is_so in found.items() if is_so]

    def recommendations(self):
        """Section 5, in order, with lanes."""
        found = []
        for c in self.answered:
            gap = c.dimension.target - c.effective
            if gap <= 0:
                continue
            to = c.effective + 1
            kind = {None: "practice", "evidence": "prove", "kpi": "result"}[c.cap]
            impact, effort = c.steps[to]["impact"], 1 if kind == "prove" else c.steps[to]["effort"]
            if c.legal and self.bound and c.effective <= 2:
                urgency = Fraction(3, 2)
            else:
                urgency = Fraction(6, 5) if c.dimension.holds_down(c, self.n) else Fraction(1)
            proof = {"none": Fraction(1, 2), "document": Fraction(4, 5)}.get(c.evidence, Fraction(1))
            confidence = Fraction(1) if c.effective <= 2 else proof
            importance = Fraction(self.importance.get(c.dimension.id, 3), 3)
            raw = c.dimension.weight * c.weight * gap * impact * urgency * confidence * importance
            found.append({"c": c, "kind": kind, "to": to, "gap": gap, "impact": impact, "effort": effort,
                          "urgency": urgency, "raw": raw / effort})
        found.sort(key=lambda r: (r["c"].id not in self.trips, -r["raw"], r["effort"], -r["gap"], r["c"].place))
        most = max((r["raw"] for r in found), default=None)
        room = [LANE_HOLDS] * 3
        for r in found:
            r["priority"] = 100 * r["raw"] / most
            lane = self.lane(r)
            while lane < 3 and not room[lane]:
                lane += 1
            if lane < 3:
                room[lane] -= 1
            r["lane"] = LANES[lane]
        return found

    def lane(self, r):
        if r["c"].id in self.trips:
            return 0
        if r["effort"] == 1 and r["kind"] != "prove":
            return 0
        if r["effort"] <= 2 and (r["impact"] >= 4 or r["urgency"] == Fraction(3, 2)):
            return 0
        return 1 if r["effort"] <= 3 else {4: 2, 5: 3}[r["effort"]]

    def initiatives(self, recommendations):
        themes = [theme["id"] for theme in self.model.get("themes", [])]
        found = []
        for place, theme in enumerate(themes):
            members = [r for r in recommendations if r["c"].theme == theme]
            if len(members) >= 2:
                bonus = min(Fraction(13, 10), 1 + Fraction(len(members) - 1, 10))
                priority = min(Fraction(100), max(r["priority"] for r in members) * bonus)
                found.append((-priority, place, theme, members))
        return [{"theme": theme, "priority": number(-minus), "criteria": [r["c"].id for r in members]}
                for minus, _, theme, members in sorted(found, key=lambda item: item[:2])]

    def line(self, file):
        """The result as formats.md prints it."""
        recommendations = self.recommendations()
        return {
            "file": file,
            "overall": self.overall(),
            "aspects": [{"id": id, **{key: number(v) for key, v in values.items()}} for id, values in self.aspects()],
            "dimensions": [{
                "id": d.id, "target": d.target, "applicable": len(d.applicable), "answered": len(d.answered),
                "in_scope": d.in_scope, "limited": d.limited, "score": number(d.score), "index": self.index(d.score),
                "low": number(d.low), "high": number(d.high), "level": d.level, "level_low": d.level_low,
                "level_high": d.level_high, "weakest": d.weakest, "target_reached": number(d.target_reached)}
                for d in self.dimensions],
            "criteria": [{"id": c.id, "declared": c.declared, "effective": c.effective, "cap": c.cap}
                         for c in self.answered],
            "recommendations": [{
                "criterion": r["c"].id, "kind": r["kind"], "from": r["c"].effective, "to": r["to"], "gap": r["gap"],
                "impact": r["impact"], "effort": r["effort"], "urgency": number(r["urgency"]),
                "priority": number(r["priority"]), "lane": r["lane"], "theme": r["c"].theme}
                for r in recommendations],
            "initiatives": self.initiatives(recommendations),
            "unknown": self.unknown}


def number(fraction):
    return None if fraction is None else float(fraction)


def main():
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("--model", default="content/model.json")
    arguments.add_argument("files", nargs="+", metavar="FILE")
    options = arguments.parse_args()
    model = read(options.model)
    for file in options.files:
        print(json.dumps(Scoring(model, read(file)).line(file), ensure_ascii=False))


if __name__ == "__main__":
    main()
