//! Texts of the questionnaire as they stand in `content/text/<locale>/`. Knows their form, not where they
//! come from.

use serde_json::Value;

/// The texts of one dimension.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct DimensionText {
    /// Name.
    pub name: String,
    /// What it looks at, and what it leaves to its siblings.
    pub lens: String,
    /// Criteria by id.
    pub criteria: ById<CriterionText>,
}

/// The texts of one criterion.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct CriterionText {
    /// Name.
    pub name: String,
    /// A name that is its own in the whole set, for where the dimension does not stand beside it.
    pub short: String,
    /// The question.
    pub question: String,
    /// Help for an honest answer.
    pub hint: String,
    /// What the source article asks.
    pub source: String,
    /// What each level looks like, from 1.
    pub levels: Vec<String>,
    /// What would prove it.
    pub evidence: String,
    /// Steps to levels 2, 3, …
    pub steps: Vec<StepText>,
}

/// The texts of one step.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct StepText {
    /// What to do.
    pub action: String,
    /// What to do this week.
    pub first_step: String,
    /// What will show that it worked.
    pub proof: String,
}

/// Texts that belong to no dimension.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct CommonText {
    /// Levels from 1.
    pub levels: Vec<Named>,
    /// Aspects by id.
    pub aspects: ById<AspectText>,
    /// KPIs by id.
    pub kpis: ById<KpiText>,
    /// Themes by id.
    pub themes: ById<ThemeText>,
    /// Why something weighs what it does, by the key in the model.
    pub why_weight: ById<String>,
    /// Names of KPIs that were asked before, by id.
    pub former_kpis: ById<String>,
}

/// The texts of an aspect.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct AspectText {
    /// Name.
    pub name: String,
    /// The same in a word, for charts.
    pub short: String,
    /// Meaning, in one sentence.
    pub meaning: String,
}

/// A name with what it means.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Named {
    /// Name.
    pub name: String,
    /// Meaning, in one sentence.
    pub meaning: String,
}

/// The texts of a KPI.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct KpiText {
    /// Name.
    pub name: String,
    /// How it is computed.
    pub formula: String,
    /// Unit as people say it.
    pub unit: String,
    /// The time it is taken over.
    pub window: String,
    /// The smallest sample with which it counts.
    pub least_n: String,
    /// What it tells.
    pub meaning: String,
    /// What it is often mistaken for.
    pub trap: String,
    /// Where the bounds come from, and when that was checked.
    pub source: String,
}

/// The texts of a theme.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ThemeText {
    /// Name.
    pub name: String,
    /// What to do as one project.
    pub initiative: String,
}

/// Entries by id, in the file's order. A list: there are few, and a map would cost more code than it saves time.
#[derive(Clone, Debug, PartialEq)]
pub struct ById<T>(Vec<(String, T)>);

impl<T> Default for ById<T> {
    fn default() -> Self {
        Self(Vec::new())
    }
}

impl<T> ById<T> {
    /// The entry of an id.
    pub fn get(&self, id: &str) -> Option<&T> {
        self.0.iter().find(|(known, _)| known == id).map(|(_, entry)| entry)
    }

    /// All entries with their ids.
    pub fn iter(&self) -> impl Iterator<Item = (&String, &T)> {
        self.0.iter().map(|(id, entry)| (id, entry))
    }
}

/// The field of an object that must be there.
fn field<'a>(value: &'a Value, key: &str) -> Result<&'a Value, String> {
    value.get(key).ok_or_else(|| format!("{key} is missing"))
}

fn text(value: &Value, key: &str) -> Result<String, String> {
    let text = field(value, key)?.as_str().ok_or_else(|| format!("{key} is no text"))?;
    Ok(text.to_string())
}

fn list<T>(value: &Value, key: &str, read: fn(&Value) -> Result<T, String>) -> Result<Vec<T>, String> {
    let items = field(value, key)?.as_array().ok_or_else(|| format!("{key} is no list"))?;
    items.iter().map(read).collect()
}

fn by_id<T>(value: &Value, key: &str, read: fn(&Value) -> Result<T, String>) -> Result<ById<T>, String> {
    let fields = field(value, key)?.as_object().ok_or_else(|| format!("{key} is no object"))?;
    let mut found = Vec::with_capacity(fields.len());
    for (id, value) in fields {
        found.push((id.clone(), read(value).map_err(|reason| format!("{id}: {reason}"))?));
    }
    Ok(ById(found))
}

fn parsed(text: &str) -> Result<Value, String> {
    serde_json::from_str(text).map_err(|error| error.to_string())
}

fn step(value: &Value) -> Result<StepText, String> {
    Ok(StepText {
        action: text(value, "action")?,
        first_step: text(value, "first_step")?,
        proof: text(value, "proof")?,
    })
}

fn line(value: &Value) -> Result<String, String> {
    value.as_str().map(str::to_string).ok_or_else(|| "no text".to_string())
}

fn criterion(value: &Value) -> Result<CriterionText, String> {
    Ok(CriterionText {
        name: text(value, "name")?,
        short: text(value, "short")?,
        question: text(value, "question")?,
        hint: text(value, "hint")?,
        source: text(value, "source")?,
        levels: list(value, "levels", line)?,
        evidence: text(value, "evidence")?,
        steps: list(value, "steps", step)?,
    })
}

fn named(value: &Value) -> Result<Named, String> {
    Ok(Named { name: text(value, "name")?, meaning: text(value, "meaning")? })
}

fn aspect(value: &Value) -> Result<AspectText, String> {
    Ok(AspectText {
        name: text(value, "name")?,
        short: text(value, "short")?,
        meaning: text(value, "meaning")?,
    })
}

fn kpi(value: &Value) -> Result<KpiText, String> {
    Ok(KpiText {
        name: text(value, "name")?,
        formula: text(value, "formula")?,
        unit: text(value, "unit")?,
        window: text(value, "window")?,
        least_n: text(value, "least_n")?,
        meaning: text(value, "meaning")?,
        trap: text(value, "trap")?,
        source: text(value, "source")?,
    })
}

fn theme(value: &Value) -> Result<ThemeText, String> {
    Ok(ThemeText { name: text(value, "name")?, initiative: text(value, "initiative")? })
}

/// Reads the texts of a dimension.
///
/// # Errors
/// What is wrong, for developers; the app says that the text could not be read, and offers to try again.
pub fn parse_dimension(file: &str) -> Result<DimensionText, String> {
    let value = parsed(file)?;
    Ok(DimensionText {
        name: text(&value, "name")?,
        lens: text(&value, "lens")?,
        criteria: by_id(&value, "criteria", criterion)?,
    })
}

/// Reads the common texts.
///
/// # Errors
/// As [`parse_dimension`].
pub fn parse_common(file: &str) -> Result<CommonText, String> {
    let value = parsed(file)?;
    Ok(CommonText {
        levels: list(&value, "levels", named)?,
        aspects: by_id(&value, "aspects", aspect)?,
        kpis: by_id(&value, "kpis", kpi)?,
        themes: by_id(&value, "themes", theme)?,
        why_weight: by_id(&value, "why_weight", line)?,
        former_kpis: by_id(&value, "former_kpis", line)?,
    })
}
