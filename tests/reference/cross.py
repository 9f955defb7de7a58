"""Compares the app's scoring with score.py on random models and random assessments.

Run by hand: cargo build --example score, then python3 tests/reference/cross.py [COUNT [SEED]]. It says how many agree
and stops at the first number that differs by more than rounding does. Half of the assessments are complete, and half of
the levels lie close together, where the rules have their edges.
"""

import json
import os
import random
import subprocess
import sys
import tempfile

HERE = os.path.dirname(os.path.abspath(__file__))
SCORE = os.path.join(HERE, "..", "..", "target", "debug", "examples", "score")
SERVICES = ["bookkeeping", "tax", "audit", "payroll"]


def model(r):
    n = r.choice([2, 3, 5, 5, 5, 7, 10])
    sign = r.choice(["", "质量/", "%2F ", "#?&"])
    kpis = []
    for i in range(6):
        low = r.random() < 0.5
        bounds = sorted(r.sample(range(1, 99), n - 1), reverse=low)
        kpi = {"id": f"K{i}", "unit": "%", "better": "lower" if low else "higher", "range": [0, 100],
               "basis": "internal", "bounds": bounds}
        if r.random() < 0.2:
            kpi["scored"] = False
            del kpi["bounds"]
        if r.random() < 0.4:
            kpi["least_n"] = 30
        kpis.append(kpi)
    dimensions = []
    for d in range(r.choice([r.randint(1, 8), r.randint(1, 8), 40])):
        criteria = []
        for c in range(r.randint(1, 8)):
            one = {"id": f"{sign}D{d}.{c}", "weight": r.choice([1, 1, 2, 3, 40, r.randint(1, 100)]), "na_allowed": r.random() < 0.3,
                   "steps": [{"to": to, "impact": r.randint(1, 5), "effort": r.randint(1, 5)} for to in range(2, n + 1)]}
            if r.random() < 0.3:
                one["kpis"] = r.sample([k["id"] for k in kpis], r.randint(1, 2))
            if r.random() < 0.15:
                one["legal"] = True
            if r.random() < 0.15:
                one["na_without"] = r.sample(SERVICES, 2)
            if r.random() < 0.7:
                one["theme"] = r.choice("tuv")
            criteria.append(one)
        dimensions.append({"id": f"{sign}D{d}", "aspect": r.choice(["A1", "A2"]), "weight": r.choice([1, 1, 2, 5, r.randint(1, 100)]),
                           "target": r.randint(1, n), "gate": r.random() < 0.25, "sources": [], "criteria": criteria})
    made = {"format": "fuxiao-model", "version": 1, "id": "random", "release": "1.0.0",
            "levels": [{"value": i} for i in range(1, n + 1)],
            "evidence_caps": {"standard": {"none": min(3, n), "document": min(3, n)}, "strict": {"none": min(2, n)}},
            "aspects": [{"id": "A1"}, {"id": "A2"}], "dimensions": dimensions, "kpis": kpis,
            "themes": [{"id": t} for t in "tuv"]}
    if r.random() < 0.8:
        every = [c["id"] for d in dimensions for c in d["criteria"]]
        gate = {"cap": r.randint(1, n), "criteria": r.sample(every, min(2, len(every))),
                "kpis": [{"id": r.choice(kpis)["id"], "worse_than": r.randint(1, 99)}]}
        if r.random() < 0.8:
            gate["services"] = ["bookkeeping"]
        made["legal_gate"] = gate
    return made, n


def assessment(r, made, n):
    complete, close, base = r.random() < 0.5, r.random() < 0.5, r.randint(1, n - 1)
    answers = {}
    for d in made["dimensions"]:
        for c in d["criteria"]:
            if c["na_allowed"] and r.random() < 0.2:
                answers[c["id"]] = {"not_applicable": "@channel"}
            elif complete or r.random() < 0.8:
                level = base + (r.random() < 0.7) if close else r.randint(1, n)
                evidence = r.choice(["none", "document", "records", "measured", "measured", "measured"])
                answers[c["id"]] = {"level": level, "evidence": evidence}
    kpis = {}
    for k in made["kpis"]:
        if r.random() < 0.4:
            bounds = k.get("bounds", [50])
            kpis[k["id"]] = {"value": r.choice([r.choice(bounds), r.randint(0, 100)])}
            if r.random() < 0.6:
                kpis[k["id"]][r.choice(["n", "denominator"])] = r.choice([29, 30, 31])
    ids = [d["id"] for d in made["dimensions"]]
    return {"format": "fuxiao-assessment", "version": 1, "id": "00000000-0000-4000-8000-000000000001",
            "model": {"id": "random", "release": "1.0.0"}, "created": "2026-11-26T09:00:00Z",
            "modified": "2026-11-26T09:00:00Z", "answers": answers, "kpis": kpis,
            "policy": {"evidence": r.choice(["declared", "standard", "strict"])},
            "firm": {"services": r.sample(SERVICES, r.randint(0, 3))},
            "targets": {i: r.randint(1, n) for i in ids if r.random() < 0.3},
            "importance": {i: r.randint(1, 5) for i in ids if r.random() < 0.5}}


def differ(a, b, place=""):
    if isinstance(a, dict) and isinstance(b, dict):
        return next((d for k in sorted(set(a) | set(b)) if k != "file"
                     and (d := differ(a.get(k, "absent"), b.get(k, "absent"), f"{place}.{k}"))), None)
    if isinstance(a, list) and isinstance(b, list):
        found = next((d for i, (x, y) in enumerate(zip(a, b)) if (d := differ(x, y, f"{place}[{i}]"))), None)
        return found or (None if len(a) == len(b) else f"{place}: {len(a)} and {len(b)} items")
    numbers = all(isinstance(x, (int, float)) and not isinstance(x, bool) for x in (a, b))
    same = abs(a - b) < 1e-9 if numbers else a == b
    return None if same else f"{place}: {a} and {b}"


def lines(command):
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode:
        sys.exit(done.stderr)
    return [json.loads(line) for line in done.stdout.splitlines()]


def main():
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 50
    r = random.Random(int(sys.argv[2]) if len(sys.argv) > 2 else 1)
    agreed = 0
    with tempfile.TemporaryDirectory() as folder:
        for _ in range(count):
            made, n = model(r)
            path = os.path.join(folder, "model.json")
            with open(path, "w", encoding="utf-8") as file:
                json.dump(made, file)
            files = []
            for i in range(20):
                files.append(os.path.join(folder, f"{i}.json"))
                with open(files[-1], "w", encoding="utf-8") as file:
                    json.dump(assessment(r, made, n), file)
            own = lines([SCORE, "--model", path, *files])
            other = lines([sys.executable, os.path.join(HERE, "score.py"), "--model", path, *files])
            for file, a, b in zip(files, own, other):
                found = differ(a, b)
                if found:
                    with open(path, encoding="utf-8") as model_file, open(file, encoding="utf-8") as answers:
                        sys.exit(f"{found}\n{model_file.read()}\n{answers.read()}")
                agreed += 1
    print(f"{agreed} assessments of {count} models scored alike")


if __name__ == "__main__":
    main()
