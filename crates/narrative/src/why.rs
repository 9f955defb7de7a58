//! Why a level is what it is: the derivation in words and figures.

use fuxiao_core::CriterionRef;
use fuxiao_core::sensitivity::sensitivity;
use fuxiao_core::why::{Share, Why, of_dimension, of_whole};
use fuxiao_language::{dimension_name, fixed, level_of, percent, words_why as y};

use super::reasons::name_at;
use super::{Case, Narrator, explain};

/// Something that holds a level down, with the place where it can be looked into.
pub struct Blocker {
    /// What and where it stands, as `name (level 2)`.
    pub text: String,
    /// Where it can be looked into.
    pub place: BlockerPlace,
}

/// Where something can be looked into.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BlockerPlace {
    /// The results of a dimension, by position.
    Dimension(usize),
    /// The answer to a question.
    Question(CriterionRef),
    /// A figure that is given beside a question.
    Figure(CriterionRef),
}

/// A derivation: sentences, and what holds the level down.
pub struct Derivation {
    /// How the score comes about.
    pub score: Option<String>,
    /// What the next level asks and what is there, one sentence each.
    pub sentences: Vec<String>,
    /// What holds the level down, in model order.
    pub blockers: Vec<Blocker>,
}

/// The derivation of the whole; `None` while its level is withheld.
pub fn whole(case: &Case) -> Option<Derivation> {
    let model = case.model;
    let why = of_whole(model, case.card)?;
    let blocker = |at: usize| {
        let dimension = model.dimensions.get(at)?;
        let level = case.card.dimensions.get(at)?.counting_level();
        let name = dimension_name(&dimension.id, case.locale());
        Some(Blocker { text: at_level(case, name, level), place: BlockerPlace::Dimension(at) })
    };
    Some(derivation(case, explain::whole(case), &why, &blocker))
}

/// The derivation of a dimension, by position; `None` without an answer.
pub fn dimension(case: &Case, at: usize) -> Option<Derivation> {
    let model = case.model;
    let why = of_dimension(model, case.card, at)?;
    let blocker = |c: usize| {
        let place = CriterionRef { dimension: at, criterion: c };
        model.criterion(place)?;
        let level = case.card.status(place)?.rating().map(|rating| rating.effective);
        Some(Blocker {
            text: at_level(case, &name_at(case, place), level),
            place: BlockerPlace::Question(place),
        })
    };
    Some(derivation(case, explain::dimension(case, at), &why, &blocker))
}

/// A name with the level it is at.
pub fn at_level(narrator: &Narrator, name: &str, level: Option<u8>) -> String {
    narrator.f(y::AT_LEVEL, &[("name", name), ("level", &level_of(level))])
}

fn derivation(
    narrator: &Narrator,
    score: Option<String>,
    why: &Why,
    blocker: &dyn Fn(usize) -> Option<Blocker>,
) -> Derivation {
    let Some(next) = &why.next else {
        return Derivation {
            score,
            sentences: vec![narrator.t(y::WHY_TOP).to_string()],
            blockers: Vec::new(),
        };
    };
    let asks = |text, level: u8, share: Share, enough: bool| {
        let verdict = narrator.t(if enough { y::ENOUGH } else { y::NOT_ENOUGH });
        let (part, total) = (share.part.to_string(), share.total.to_string());
        let of = percent(share.part as f64 / share.total.max(1) as f64);
        let level = level.to_string();
        narrator.f(
            text,
            &[("level", &level), ("part", &part), ("total", &total), ("share", &of), ("verdict", verdict)],
        )
    };
    let below = next.level - 1;
    let mut sentences = vec![
        narrator.f(y::WHY_LEVEL, &[("level", &next.level.to_string())]),
        asks(y::WHY_HERE, next.level, next.here, next.here_enough),
        asks(y::WHY_BELOW, below, next.below, next.below_enough),
    ];
    let model = narrator.model;
    // Gate dimensions may be one level lower, the others two.
    for (text, least, low) in
        [(y::WHY_GATES, below, &next.gates), (y::WHY_FAR, below.saturating_sub(1), &next.far)]
    {
        let of =
            |at: &usize| Some(dimension_name(&model.dimensions.get(*at)?.id, narrator.locale()).to_string());
        let names: Vec<String> = low.iter().filter_map(of).collect();
        if !names.is_empty() {
            let names = narrator.locale().list(&names);
            sentences.push(narrator.f(text, &[("level", &least.to_string()), ("names", &names)]));
        }
    }
    if let (true, Some(gate)) = (next.legal, &model.legal_gate) {
        sentences.push(narrator.f(y::WHY_LEGAL, &[("cap", &gate.cap.to_string())]));
    }
    Derivation { score, sentences, blockers: next.holding.iter().filter_map(|at| blocker(*at)).collect() }
}

/// What one level more of a criterion adds to the overall score, as text; a dash where it is not answered.
pub fn adds(case: &Case, at: CriterionRef) -> String {
    let adds = sensitivity(case.model, case.card, at);
    adds.map_or_else(|| "–".to_string(), |ratio| format!("+{}", fixed(ratio.value(), 3)))
}
