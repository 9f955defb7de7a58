//! Questionnaires that nobody wrote, with assessments and texts: other numbers of levels, ids of any script with signs
//! that addresses and files do not take, weights up to 100, figures that many questions share. The same seed makes the
//! same ones; knows the published formats and no rule.
#![allow(dead_code)] // Each test file uses its own part.

use serde_json::{Map, Value, json};

/// What a questionnaire is made of.
#[derive(Clone, Copy, Debug)]
pub struct Recipe {
    /// Where its chances begin.
    pub seed: u64,
    /// How many levels.
    pub levels: u64,
    /// How many dimensions.
    pub dimensions: u64,
    /// How many criteria of each.
    pub criteria: u64,
    /// How many figures, each of several criteria.
    pub figures: u64,
}

/// Those that results were worked out of elsewhere, and that pages are shown of.
pub const RECIPES: [Recipe; 5] = [
    Recipe { seed: 3, levels: 3, dimensions: 6, criteria: 3, figures: 2 },
    Recipe { seed: 7, levels: 7, dimensions: 7, criteria: 4, figures: 5 },
    Recipe { seed: 40, levels: 5, dimensions: 40, criteria: 3, figures: 20 },
    Recipe { seed: 2, levels: 2, dimensions: 4, criteria: 2, figures: 1 },
    Recipe { seed: 10, levels: 10, dimensions: 5, criteria: 7, figures: 6 },
];

/// Numbers by chance, the same for the same seed (xorshift).
pub struct Chance(u64);

impl Chance {
    /// Begins at a seed.
    pub fn new(seed: u64) -> Self {
        let mut chance = Self(seed.wrapping_mul(0x9e37_79b9_7f4a_7c15) | 1);
        for _ in 0..8 {
            chance.next();
        }
        chance
    }

    fn next(&mut self) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        self.0 >> 16
    }

    /// One of `from..=to`.
    pub fn number(&mut self, from: u64, to: u64) -> u64 {
        from + self.next() % (to - from + 1)
    }

    /// Whether it happens, in so many of a hundred cases.
    pub fn happens(&mut self, percent: u64) -> bool {
        self.next() % 100 < percent
    }
}

/// An id of the n-th thing: Han with a slash, a blank, what looks encoded, what addresses mean something by, a plain one.
fn id(kind: &str, n: u64) -> String {
    match n % 5 {
        0 => format!("{kind}质量/{n}"),
        1 => format!("{kind} {n} Ü"),
        2 => format!("{kind}%2F{n}"),
        3 => format!("{kind}#?&\"<{n}"),
        _ => format!("{kind}{n}"),
    }
}

impl Recipe {
    /// The questionnaire as a file.
    pub fn model(self) -> Value {
        let mut chance = Chance::new(self.seed);
        let levels = self.levels;
        let aspects: Vec<Value> = (0..3).map(|a| json!({"id": id("A", a)})).collect();
        let themes: Vec<Value> = (0..4).map(|t| json!({"id": id("T", t)})).collect();
        let kpis: Vec<Value> = (0..self.figures).map(|k| figure(k, levels)).collect();
        let mut dimensions = Vec::new();
        for d in 0..self.dimensions {
            let criteria: Vec<Value> =
                (0..self.criteria).map(|c| self.criterion(&mut chance, d, c)).collect();
            dimensions.push(json!({
                "id": id("D", d), "aspect": id("A", d % 3), "weight": chance.number(1, 100),
                "target": chance.number(2, levels), "gate": chance.happens(20), "sources": [1], "criteria": criteria,
            }));
        }
        let first = id(&id("D", 0), 0);
        json!({
            "format": "fuxiao-model", "version": 1, "id": format!("质量/{}", self.seed), "release": "1.0.0",
            "levels": (1..=levels).map(|value| json!({"value": value})).collect::<Vec<_>>(),
            "evidence_caps": {
                "standard": {"none": (levels - 1).max(1)},
                "strict": {"none": 1, "document": (levels - 1).max(1)},
            },
            "aspects": aspects, "dimensions": dimensions, "kpis": kpis, "themes": themes,
            "legal_gate": {
                "cap": levels.min(2), "services": ["tax"], "criteria": [first],
                "kpis": [{"id": id("K", 0), "worse_than": 15}],
            },
            "presets": [{"id": "甲/1", "targets": {id("D", 1): levels}}],
            "evidence_from": levels.min(2),
        })
    }

    fn criterion(self, chance: &mut Chance, d: u64, c: u64) -> Value {
        let step = |chance: &mut Chance, to: u64| json!({"to": to, "impact": chance.number(1, 5), "effort": chance.number(1, 5)});
        let steps: Vec<Value> = (2..=self.levels).map(|to| step(chance, to)).collect();
        let mut criterion = json!({
            "id": id(&id("D", d), c), "weight": chance.number(1, 100), "na_allowed": chance.happens(50),
            "legal": d == 0 && c == 0, "key": c == 0, "steps": steps,
        });
        if chance.happens(50) {
            criterion["theme"] = json!(id("T", chance.number(0, 3)));
        }
        if chance.happens(60) {
            criterion["kpis"] = json!([id("K", chance.number(0, self.figures - 1))]);
        }
        criterion
    }

    /// Everything that is said of it in one language, by the ids that texts are asked for by.
    pub fn texts(self) -> Vec<(String, String)> {
        let model = self.model();
        let ids = |list: &Value| -> Vec<String> {
            list.as_array().unwrap().iter().map(|one| one["id"].as_str().unwrap().to_string()).collect()
        };
        let all = |list: &Value, text: fn(&str) -> Value| -> Map<String, Value> {
            ids(list).into_iter().map(|id| (id.clone(), text(&id))).collect()
        };
        let levels: Vec<Value> =
            (1..=self.levels).map(|n| json!({"name": format!("Rung {n}"), "meaning": "."})).collect();
        let common = json!({
            "levels": levels,
            "aspects": all(&model["aspects"], |id| json!({"name": id, "short": id, "meaning": "."})),
            "kpis": all(&model["kpis"], |id| json!({
                "name": id, "formula": ".", "unit": "%", "window": ".", "least_n": ".", "meaning": ".", "trap": ".", "source": ".",
            })),
            "themes": all(&model["themes"], |id| json!({"name": id, "initiative": "."})),
            "why_weight": {}, "former_kpis": {},
        });
        let mut texts = vec![("common".to_string(), common.to_string())];
        for dimension in model["dimensions"].as_array().unwrap() {
            let step = json!({"action": "Act.", "first_step": "Begin.", "proof": "Show."});
            let criteria: Map<String, Value> = ids(&dimension["criteria"]).into_iter().map(|id| {
                let levels: Vec<String> = (1..=self.levels).map(|n| format!("Rung {n} here.")).collect();
                let steps = vec![step.clone(); self.levels as usize - 1];
                (id.clone(), json!({
                    "name": format!("Name of {id}"), "short": id, "question": "How is it?", "hint": "Look.", "source": "",
                    "levels": levels, "evidence": "Papers", "steps": steps,
                }))
            }).collect();
            let id = dimension["id"].as_str().unwrap();
            texts.push((
                id.to_string(),
                json!({"name": id, "lens": "Seen.", "criteria": criteria}).to_string(),
            ));
        }
        texts
    }

    /// An assessment with answers by chance; every third one is complete.
    pub fn assessment(self, number: u64) -> Value {
        let (model, levels) = (self.model(), self.levels);
        let mut chance = Chance::new(self.seed * 1000 + number);
        let open = if number.is_multiple_of(3) { 0 } else { 15 };
        let base = chance.number(1, levels);
        let (mut answers, mut kpis, mut targets, mut importance) =
            (Map::new(), Map::new(), Map::new(), Map::new());
        for dimension in model["dimensions"].as_array().unwrap() {
            let name = dimension["id"].as_str().unwrap();
            if chance.happens(20) {
                targets.insert(name.into(), json!(chance.number(1, levels)));
            }
            if chance.happens(40) {
                importance.insert(name.into(), json!(chance.number(1, 5)));
            }
            for criterion in dimension["criteria"].as_array().unwrap() {
                let id = criterion["id"].as_str().unwrap();
                let near = (base + chance.number(0, 1)).min(levels);
                let level = if chance.happens(60) { near } else { chance.number(1, levels) };
                let evidence = ["none", "document", "records", "measured"][chance.number(0, 3) as usize];
                if chance.happens(open) {
                    continue;
                }
                let answer = match criterion["na_allowed"] == true && chance.happens(10) {
                    true => json!({"not_applicable": "none here"}),
                    false => json!({"level": level, "evidence": evidence}),
                };
                answers.insert(id.into(), answer);
            }
        }
        for kpi in model["kpis"].as_array().unwrap() {
            if chance.happens(50) {
                let (value, n) = (chance.number(0, 100), chance.number(1, 60));
                kpis.insert(kpi["id"].as_str().unwrap().into(), json!({"value": value, "n": n}));
            }
        }
        let policy = ["declared", "standard", "strict"][chance.number(0, 2) as usize];
        let services =
            [json!([]), json!(["tax"]), json!(["audit", "other"])][chance.number(0, 2) as usize].clone();
        json!({
            "format": "fuxiao-assessment", "version": 1,
            "id": format!("00000000-0000-4000-8000-{:012}", self.seed * 1000 + number), "edit": 1,
            "model": {"id": model["id"], "release": "1.0.0"},
            "created": "2026-11-23T09:00:00Z", "modified": "2026-11-23T09:30:00Z", "title": "made/“质量”:*?",
            "firm": {"services": services},
            "policy": {"evidence": policy},
            "answers": answers, "kpis": kpis, "targets": targets, "importance": importance,
        })
    }
}

/// A figure: every other one is better when lower; every third takes a smallest sample.
fn figure(k: u64, levels: u64) -> Value {
    let mut bounds: Vec<u64> = (1..levels).map(|n| n * 100 / levels).collect();
    let lower = k % 2 == 1;
    if lower {
        bounds.reverse();
    }
    let mut figure = json!({
        "id": id("K", k), "unit": "%", "better": if lower { "lower" } else { "higher" }, "range": [0, 100],
        "bounds": bounds, "basis": "internal",
    });
    if k.is_multiple_of(3) {
        figure["least_n"] = json!(30);
    }
    figure
}
