#!/usr/bin/env python3
"""Checks the texts of release 2.0.0 while they are written.

    python3 content/next/check.py [--text DIR] [--partial] [D1 D2 ...]

Reads content/next/text/<locale>/D*.json (or DIR/<locale>), model.json, names.json, glossary.json and phrases.json.
Prints one line for each finding, "file:criterion:rule: what", and ends with status 1 if there is any. Lines that
begin with "note" are for the writer to judge and do not count. --partial: what is not yet written is no finding.
"""
import json
import os
import re
import sys

HERE = os.path.dirname(os.path.abspath(__file__))
LOCALES = ("zh-CN", "en")
HAN = "\u4e00-\u9fff"
# Longest texts: Chinese characters, English words. The first figure of a pair is the aim, the second the limit.
LIMITS = {
    "question": ((45, 45), (28, 30)), "hint": ((70, 140), (45, 80)), "source": ((60, 60), (35, 35)),
    "evidence": ((60, 60), (35, 35)), "level": ((50, 50), (32, 32)), "action": ((45, 55), (28, 36)),
    "first_step": ((40, 40), (25, 28)), "proof": ((40, 45), (25, 34)), "lens": ((75, 75), (45, 45)),
    "short": ((10, 10), (5, 5)),
}
VAGUE = {
    "zh-CN": "基本上 及时 经常 有时 充分 良好 有效地 较好 适当 完善 机制 提升 赋能 行业标准".split(),
    "en": "mostly|fairly|properly|regularly|effectively|mechanism|often|sometimes|generally|industry standard|best practice|cmmi|world class".split("|"),
}
# What the question must say for each window: every pattern of one locale.
WINDOW = {
    "3-months": {"zh-CN": ["过去三个月"], "en": ["past three months"]},
    "2-quarters": {"zh-CN": ["最近两个季度"], "en": ["last two quarters"]},
    "12-months": {"zh-CN": ["过去十二个月"], "en": ["past twelve months"]},
    "2-rounds": {"zh-CN": ["最近两轮"], "en": ["last two rounds"]},
    "last-cases": {"zh-CN": ["过去三个月", "每一"], "en": ["past three months", r"\beach\b|\bevery\b"]},
}
OTHER_WINDOWS = {"zh-CN": ["过去三个月", "最近两个季度", "过去十二个月", "最近两轮", "上个季度", "近三个月", "最近三个月"],
                 "en": ["past three months", "last two quarters", "past twelve months", "last two rounds", "last quarter", "past quarter"]}
# What the hint must say besides.
HINT = {
    "last-cases": {"zh-CN": r"不到三.的，看最近三", "en": r"fewer than three"},
    "2-rounds": {"zh-CN": r"只做过一轮的", "en": r"one round only"},
}
FIGURE = r"(?<![A-Za-z0-9.])\d+(?:\.\d+)?"
BEFORE = {"zh-CN": r"(至少|至多)[^，。；0-9]{0,3}$", "en": r"\b(at least|at most|within)\s+(?:RMB\s*)?$"}
AFTER_ZH = r"^\s*(日|天|小时|分钟|秒|个工作日|个月)内"
NUMERAL_ZH = r"[二三四五六七八九十百两][十百]?(小时|天|日内|分钟|成|个工作日|%)"
NUMERAL_EN = r"\b(two|three|four|five|six|seven|eight|nine|ten|twenty|thirty) (hours?|working days?|days|minutes|per ?cent)\b"
OWN = {"zh-CN": r"自己定的.{0,4}(目标|上限|时限)", "en": r"\byour own\b"}
HELD = {True: {"zh-CN": "效果已保持两轮", "en": "the gain has held for two rounds"},
        False: {"zh-CN": "效果已保持两个季度", "en": "the gain has held for two quarters"}}
# Sentences of the finished examples that a rule would refuse.
AS_THEY_STAND = {("D13.4", "source")}

findings = 0


def say(place, criterion, rule, what):
    global findings
    findings += 1
    print(f"{place}:{criterion}:{rule}: {what}")


def note(place, criterion, rule, what):
    print(f"note {place}:{criterion}:{rule}: {what}")


def load(path):
    with open(path, encoding="utf-8") as file:
        return json.load(file)


def texts(criterion):
    """(kind, label, text) of everything a criterion says but its names."""
    for kind in ("question", "hint", "source", "evidence"):
        yield kind, kind, criterion[kind]
    for at, level in enumerate(criterion["levels"], 1):
        yield "level", f"level {at}", level
    for at, step in enumerate(criterion["steps"], 1):
        for kind in ("action", "first_step", "proof"):
            yield kind, f"step {at} {kind}", step[kind]


def shape(place, number, criterion, names):
    wanted = {"name", "short", "question", "hint", "source", "levels", "evidence", "steps"}
    if not isinstance(criterion, dict) or set(criterion) != wanted:
        say(place, number, "shape", f"keys are {sorted(criterion)}")
        return False
    good = True
    for key in wanted - {"levels", "steps"}:
        if not isinstance(criterion[key], str) or not criterion[key].strip():
            say(place, number, "shape", f"{key} is empty or no text")
            good = False
    levels, steps = criterion["levels"], criterion["steps"]
    if not (isinstance(levels, list) and len(levels) == 5 and all(isinstance(x, str) and x.strip() for x in levels)):
        say(place, number, "shape", "not five levels")
        good = False
    if not (isinstance(steps, list) and len(steps) == 4 and all(
            isinstance(x, dict) and set(x) == {"action", "first_step", "proof"} and all(isinstance(y, str) and y.strip() for y in x.values()) for x in steps)):
        say(place, number, "shape", "not four steps of action, first_step, proof")
        good = False
    for key in ("name", "short"):
        if good and criterion[key] != names[key]:
            say(place, number, "names", f"{key} is {criterion[key]!r}, names.json has {names[key]!r}")
    return good


def length(locale, text):
    return len(text) if locale == "zh-CN" else len(text.split())


def common_rules(place, locale, number, kind, label, text, glossary):
    aim, limit = LIMITS[kind][0 if locale == "zh-CN" else 1]
    size = length(locale, text)
    if size > limit:
        say(place, number, "length", f"{label} has {size} of {limit}: {text}")
    elif size > aim and kind != "hint":
        note(place, number, "length", f"{label} has {size}, aim {aim}")
    if locale == "zh-CN":
        uncoded = re.sub(rf"[DK]\d+(\.\d)? (?=[{HAN}])", "", text)
        if re.search(rf"[{HAN}，。；：、？！“”（）《》] +[0-9A-Za-z]|[0-9A-Za-z%‰] +[{HAN}]|[{HAN}，。；：、？！] +[{HAN}]", uncoded):
            say(place, number, "space", f"{label}: space between Han and figure or letter: {text}")
        if re.search(rf"[{HAN}][,;:?!()\"]|[,;:?!()\"][{HAN}]", text):
            say(place, number, "punctuation", f"{label}: half-width: {text}")
        if re.search(r"\d+月\d+日|(?<!第)\d+日(?!内)|每月\d+号|\d+号(?=前|后|以前|以后|之前|之后|那天)", text) and not (number == "D7.2" and kind == "hint"):
            say(place, number, "day-of-month", f"{label}: {text}")
    else:
        if re.search(rf"[{HAN}\u201c\u201d\u2018\u2019\u3002\uff0c]", text):
            say(place, number, "punctuation", f"{label}: Han or curly quotes: {text}")
        if re.search(r"\b\d{1,2}(st|nd|rd|th)\b|\b(January|February|March|April|May|June|July|August|September|October|November|December) \d{1,2}\b(?! *\d)|\b\d{1,2} (January|February|March|April|May|June|July|August|September|October|November|December)\b", text) and not (number == "D7.2" and kind == "hint"):
            say(place, number, "day-of-month", f"{label}: {text}")
    text = re.sub(r"“[^”]*”", "“”", text) if locale == "zh-CN" and re.search(r"D\d+\.\d“", text) else text
    low = text.lower()
    for word in VAGUE[locale]:
        if word == "有时":
            hit = re.search("有时(?![数间限候效])", text)
        elif word == "often":
            hit = re.search(r"(?<!most )(?<!more )(?<!less )(?<!how )\boften\b", low)
        else:
            hit = word in text if locale == "zh-CN" else re.search(rf"\b{re.escape(word)}\b", low)
        if hit:
            say(place, number, "vague", f"{label}: {word}: {text}")
    for entry in glossary:
        for pattern in entry.get("never", {}).get(locale, []):
            if locale == "en":
                hit = re.search(rf"\b{pattern}", text, 0 if pattern[:1].isupper() else re.I)
            else:
                hit = re.search(pattern, text)
            if hit:
                say(place, number, "glossary", f"{label}: {hit.group(0)!r}, say {entry[locale]!r}: {text}")
    if kind == "source" and re.search("文章|article", text) and (number, kind) not in AS_THEY_STAND:
        say(place, number, "source", f"names the article: {text}")


def level_rules(place, locale, number, at, text, bounds):
    figures = list(re.finditer(FIGURE, text))
    if at <= 2:
        if figures:
            say(place, number, "figure", f"level {at} has a figure: {text}")
        if re.search(NUMERAL_ZH if locale == "zh-CN" else NUMERAL_EN, text, re.I):
            say(place, number, "figure", f"level {at} has a figure in words: {text}")
        return
    for figure in figures:
        before, after = text[:figure.start()], text[figure.end():]
        if locale == "zh-CN":
            fine = re.search(BEFORE[locale], before) or re.search(AFTER_ZH, after)
        else:
            fine = re.search(BEFORE[locale], before, re.I)
        if not fine:
            say(place, number, "at-least", f"level {at}: {figure.group(0)} without at least / at most: {text}")
        if float(figure.group(0)) in bounds:
            say(place, number, "kpi-figure", f"level {at}: {figure.group(0)} is a bound of its KPI: {text}")
    if at == 4 and not re.search(OWN[locale], text):
        say(place, number, "own-target", f"level 4 has no target of the firm's own: {text}")


def window_rules(place, locale, number, model, criterion):
    window = model["window"]
    for pattern in WINDOW[window][locale]:
        if not re.search(pattern, criterion["question"]):
            say(place, number, "window", f"question lacks {pattern!r} ({window}): {criterion['question']}")
    own = WINDOW[window][locale][0]
    for level in criterion["levels"]:
        for other in OTHER_WINDOWS[locale]:
            if other in level and other != own:
                say(place, number, "window", f"a level says {other!r}: {level}")
    hint = HINT.get(window, {}).get(locale)
    if hint and not re.search(hint, criterion["hint"]):
        say(place, number, "window", f"hint lacks {hint!r} ({window})")
    if window == "12-months" and number not in ("D11.2", "D9.6"):
        wanted = "做法中途改过的" if locale == "zh-CN" else "if the practice changed"
        if wanted not in criterion["hint"].replace("If", "if"):
            note(place, number, "window", f"hint might say {wanted!r}")
    held = HELD[window == "2-rounds"][locale]
    if held not in criterion["levels"][4]:
        say(place, number, "held", f"level 5 lacks {held!r}: {criterion['levels'][4]}")


def legal_rules(place, locale, number, criterion):
    hint = criterion["hint"]
    cited = re.search("监管要求|《[^》]*法》", hint) if locale == "zh-CN" else re.search("Regulatory requirement|Law Art", hint)
    advice = "不是法律意见" if locale == "zh-CN" else "not legal advice"
    if not cited or advice not in hint:
        say(place, number, "legal", "hint must cite the requirement and say that it is no legal advice")


def digits(text):
    text = re.sub(r"2026年11月|November 2026", "", text)
    return sorted(re.findall(r"\d+(?:\.\d+)?", text))


def bare(locale, text):
    """The text without punctuation, for comparing."""
    if locale == "zh-CN":
        return "".join(c for c in text if c.isalnum() or c in "%|")
    return " " + " ".join(re.findall(r"[a-z0-9'%]+", text.lower())) + " "


def runs(locale, text, phrases, names):
    """Every run of 12 characters or 8 words outside the fixed phrases and the names."""
    text = bare(locale, text)
    for known in phrases:
        text = text.replace(bare(locale, known), " | " if locale == "en" else "|")
    for name in names:
        text = text.replace(bare(locale, name), " | " if locale == "en" else "|")
    units, size = (list(text), 12) if locale == "zh-CN" else (text.split(), 8)
    for at in range(len(units) - size + 1):
        piece = units[at:at + size]
        if "|" not in piece:
            yield ("" if locale == "zh-CN" else " ").join(piece)


def main():
    args = sys.argv[1:]
    base = os.path.join(HERE, "text")
    if "--text" in args:
        at = args.index("--text")
        base = args[at + 1]
        del args[at:at + 2]
    partial = "--partial" in args
    args = [a for a in args if a != "--partial"]
    model = load(os.path.join(HERE, "model.json"))
    names = load(os.path.join(HERE, "names.json"))
    glossary = load(os.path.join(HERE, "glossary.json"))
    phrases = load(os.path.join(HERE, "phrases.json"))
    kpis = {k["id"]: k for k in model["kpis"]}
    hours = {"month": 1, "quarter": 3, "year": 12}
    cost = 0.0
    for d in model["dimensions"]:
        for c in d["criteria"]:
            if "sampling" in c:
                s = c["sampling"]
                cost += s["items"] * s["minutes"] / 60 / hours[s["per"]]
    if cost > 12:
        say("model.json", "-", "sampling", f"level 3 samples cost {cost:.1f} hours a month, at most 12")
    for locale in LOCALES:
        seen = {}
        for number, of in names.items():
            short = of[locale]["short"]
            if short in seen:
                say("names.json", number, "short", f"{locale}: {short!r} is also {seen[short]}")
            seen[short] = number
    fixed = {}
    for locale in LOCALES:
        pieces = set()
        for p in phrases:
            for piece in re.split("…|／| / ", p[locale]):
                if len(piece.strip()) >= (4 if locale == "zh-CN" else 8):
                    pieces.add(piece.strip())
        fixed[locale] = sorted(pieces, key=len, reverse=True)
    asked = args or [d["id"] for d in model["dimensions"]]
    every = [d["id"] for d in model["dimensions"]]
    unknown = [a for a in asked if a not in every]
    if unknown:
        say("-", " ".join(unknown), "arguments", "no such dimension")
    said = {locale: {} for locale in LOCALES}
    same = {locale: {} for locale in LOCALES}
    count = 0
    for d in model["dimensions"]:
        files = {}
        for locale in LOCALES:
            path = os.path.join(base, locale, d["id"] + ".json")
            place = f"{locale}/{d['id']}.json"
            if not os.path.exists(path):
                if d["id"] in asked and not partial:
                    say(place, "-", "missing", "no file")
                continue
            try:
                files[locale] = load(path)
            except ValueError as error:
                say(place, "-", "json", str(error))
        mine = d["id"] in asked
        for locale, file in files.items():
            place = f"{locale}/{d['id']}.json"
            if mine:
                if set(file) != {"name", "lens", "criteria"}:
                    say(place, "-", "shape", f"keys are {sorted(file)}")
                if file.get("lens"):
                    common_rules(place, locale, "-", "lens", "lens", file["lens"], glossary)
                elif not partial:
                    say(place, "-", "shape", "no lens")
            present = file.get("criteria", {})
            for extra in set(present) - {c["id"] for c in d["criteria"]}:
                say(place, extra, "shape", "not in the model")
            alternatives = 0
            for c in d["criteria"]:
                number = c["id"]
                if number not in present:
                    if mine and not partial:
                        say(place, number, "missing", "not written")
                    continue
                text = present[number]
                if not shape(place, number, text, names[number][locale]):
                    continue
                count += 1
                if mine:
                    bounds = {b for k in c.get("kpis", []) + c.get("see", []) for b in kpis[k].get("bounds", [])}
                    for kind, label, one in texts(text):
                        common_rules(place, locale, number, kind, label, one, glossary)
                    for at, level in enumerate(text["levels"], 1):
                        level_rules(place, locale, number, at, level, bounds)
                    window_rules(place, locale, number, c, text)
                    if c.get("legal"):
                        legal_rules(place, locale, number, text)
                    references = re.findall(r"D\d+\.\d", " ".join([text["question"], text["hint"]]))
                    if len(references) > 1:
                        note(place, number, "reference", f"{len(references)} cross-references, one at most")
                    for reference in references:
                        if reference in names and names[reference][locale]["name"] not in text["hint"]:
                            say(place, number, "reference", f"{reference} without its name {names[reference][locale]['name']!r}")
                alternatives += ("或者" if locale == "zh-CN" else ", or ") in text["levels"][0]
                for kind, label, one in texts(text):
                    here = f"{number} {label}"
                    if one in said[locale]:
                        say(place, number, "twice", f"{label} repeats {said[locale][one]}: {one}")
                    said[locale][one] = here
                    if kind == "source":
                        continue
                    for run in set(runs(locale, one, fixed[locale], [n[locale]["name"] for n in names.values()])):
                        other = same[locale].get(run)
                        if other and other.split()[0] != number and mine:
                            note(place, number, "near-duplicate", f"{label} and {other}: {run!r}")
                            break
                        same[locale].setdefault(run, here)
            if mine and alternatives > 3:
                say(place, "-", "stencil", f"{alternatives} first levels with 或者 / or, three at most")
        if mine and len(files) == 2:
            for c in d["criteria"]:
                pair = [files[locale].get("criteria", {}).get(c["id"]) for locale in LOCALES]
                if None in pair or any(set(p) < {"levels", "steps", "question", "hint", "source", "evidence"} for p in pair):
                    continue
                for (_, label, zh), (_, _, en) in zip(texts(pair[0]), texts(pair[1])):
                    if digits(zh) != digits(en):
                        say(f"{d['id']}.json", c["id"], "digits", f"{label}: {digits(zh)} | {digits(en)}: {zh} | {en}")
    print(f"{count} criteria read in both languages together, {findings} findings; level 3 samples: {cost:.1f} hours a month")
    return 1 if findings else 0


if __name__ == "__main__":
    sys.exit(main())
