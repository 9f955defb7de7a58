//! What is wrong with a file, in words for people.

use super::{Locale, Text};
use fuxiao_core::Flaw;

/// The sentence for a flaw.
pub fn flaw_text(flaw: Flaw, locale: Locale) -> &'static str {
    let text = Text::new;
    let text = match flaw {
        Flaw::TooLarge => text("文件超过 4 MiB", "larger than 4 MiB"),
        Flaw::NotJson => text("不是有效的 JSON", "not valid JSON"),
        Flaw::OtherFormat => text("不是服效的这种文件", "not this kind of Fuxiao file"),
        Flaw::BadVersion => {
            text("版本号应为 1 或以上的整数", "the version must be a whole number of 1 or more")
        }
        Flaw::NewerVersion => {
            text("由更新的版本写成，这里不能计分", "written by a newer release, cannot be scored here")
        }
        Flaw::OtherModel => text("属于另一份问卷", "belongs to another questionnaire"),
        Flaw::Missing => text("缺少必填内容", "required but missing"),
        Flaw::NotText => text("应为文字", "must be a text"),
        Flaw::NotInteger => text("应为整数", "must be a whole number"),
        Flaw::NotNumber => text("应为有限的数字", "must be a finite number"),
        Flaw::NotBoolean => text("应为 true 或 false", "must be true or false"),
        Flaw::NotList => text("应为列表", "must be a list"),
        Flaw::NotObject => text("应为对象", "must be an object"),
        Flaw::OutOfRange => text("超出允许范围", "outside the allowed range"),
        Flaw::UnknownWord => text("不是允许的词", "not one of the allowed words"),
        Flaw::NotUuid => text("不是 UUID", "not a UUID"),
        Flaw::NotTime => text("不是 RFC 3339 格式的 UTC 时间", "not an RFC 3339 time in UTC"),
        Flaw::BadId => text("不是 1–40 个字母、数字、- 或 _", "not 1 to 40 of letters, digits, - and _"),
        Flaw::NotDate => text("不是 ISO 8601 日期", "not an ISO 8601 date"),
        Flaw::TooLong => text("文字过长", "too long"),
        Flaw::BadCharacter => {
            text("含有控制字符或改变文字方向的字符", "holds control or direction-changing characters")
        }
        Flaw::Empty => text("不能为空", "must not be empty"),
        Flaw::LevelAndNotApplicable => {
            text("级别与不适用不能并存", "cannot have a level and be not applicable")
        }
        Flaw::NotApplicableForbidden => text("这一项不能答不适用", "cannot be answered as not applicable"),
        Flaw::NotColour => text("颜色应为 #rrggbb", "the colour must be #rrggbb"),
        Flaw::BadLogo => text(
            "标志应为 100 kB 以内、不含脚本的 PNG、JPEG 或 SVG",
            "the logo must be PNG, JPEG or scriptless SVG of 100 kB at most",
        ),
        Flaw::DuplicateId => text("编号重复", "used more than once"),
        Flaw::UnknownReference => text("所指的编号不存在", "names something that does not exist"),
        Flaw::LevelsNotConsecutive => {
            text("级别应为 1、2、3……共 2 至 10 级", "levels must be 1, 2, 3 … with 2 to 10 of them")
        }
        Flaw::StepsIncomplete => {
            text("从第 2 级起每级应有一步，按顺序排列", "needs one step for each level from 2 up, in order")
        }
        Flaw::BoundsNotMonotone => text(
            "界值应比级数少一个，并向更好的方向严格递进",
            "needs one bound fewer than levels, strictly rising towards better",
        ),
        Flaw::BoundsOnUnscored => text("不计分的指标不能有界值", "a KPI that is not scored has no bounds"),
        Flaw::TooManyKpis => text("一项准则最多由两个指标封顶", "two KPIs at most may cap one criterion"),
        Flaw::KpiCapsTooMany => {
            text("一个计分指标最多给两项准则封顶", "a scored KPI may cap two criteria at most")
        }
        Flaw::GateKpiNotHigher => {
            text("合规门槛的指标应为越高越好", "a gate KPI must be one where higher is better")
        }
    };
    text.get(locale)
}
