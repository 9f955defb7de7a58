//! Words of recommendations and plan.

use super::texts;

texts! {
    PLAN_TITLE = "接下来做什么", "What to do next";
    PLAN_LEAD = "每条建议只升一级，按优先级排列。采纳后填上负责人和日期，和评估一起保存。", "Each recommendation goes one level up; they are in order of priority. Accept one, give it an owner and a date; it is kept with the assessment.";
    PLAN_EMPTY = "没有低于目标的已答题目，暂时没有建议。", "No answered question is below its target, so there is nothing to recommend.";
    PLAN_UNANSWERED = "先答几道题，建议会出现在这里。", "Answer some questions first; recommendations appear here.";
    ADOPTED = "已采纳", "In the plan";
    ADOPTED_NONE = "还没有采纳任何建议。", "Nothing accepted yet.";
    RECOMMENDED = "建议", "Recommendations";
    INITIATIVES = "可以合并做的", "What can be done together";
    INITIATIVE_OF = "{name}（{count} 条，优先级 {priority}）", "{name} ({count} recommendations, priority {priority})";
    INITIATIVE = "可合并到", "Goes with";
    ADOPT = "采纳", "Accept";
    ADOPT_OF = "采纳：{name}", "Accept: {name}";
    IN_PLAN = "已在计划中", "In the plan";
    DISCARD = "移出计划", "Take out of the plan";
    DISCARD_OF = "移出计划：{name}", "Take out of the plan: {name}";
    KIND_PRACTICE = "改做法", "Change the practice";
    KIND_PROVE = "补佐证", "Prove it";
    KIND_RESULT = "改结果", "Improve the figure";
    KIND_PROVE_BODY = "做法已自评到更高的级别，缺的是佐证：{evidence}", "The practice is claimed at a higher level; what is missing is proof: {evidence}";
    KIND_RESULT_BODY = "做法已自评到更高的级别，数字还不支持：“{name}”现为 {value}，下一档界值为 {bound}。", "The practice is claimed at a higher level, but the figure disagrees: “{name}” is {value}, the next bound is {bound}.";
    STEP_ACTION = "做什么", "What to do";
    STEP_FIRST = "本周第一步", "First step this week";
    STEP_PROOF = "做成的标志", "What will show it worked";
    FROM_TO = "{from} 级 → {to} 级", "Level {from} → {to}";
    PRIORITY = "优先级 {priority}", "Priority {priority}";
    IMPACT_EFFORT = "影响 {impact} / 5，投入 {effort} / 5", "Impact {impact} of 5, effort {effort} of 5";
    LEGAL_FIRST = "涉及法定门槛，排在最前", "Trips the legal gate, so it goes first";
    URGENT_LEGAL = "涉及法定义务", "Behind a legal duty";
    URGENT_HOLDS = "拖住了本维度的级别", "Holds the dimension's level down";
    LANE = "时段", "When";
    LANE_FIRST = "30 天内", "Within 30 days";
    LANE_SECOND = "31–60 天", "Days 31 to 60";
    LANE_THIRD = "61–90 天", "Days 61 to 90";
    LANE_LATER = "以后", "Later";
    STATUS = "状态", "Status";
    STATUS_PLANNED = "已计划", "Planned";
    STATUS_DOING = "进行中", "Under way";
    STATUS_DONE = "已完成", "Done";
    STATUS_DROPPED = "已放弃", "Given up";
    OWNER = "负责人", "Owner";
    DUE = "截止日期", "Due date";
    DONE_ON = "{date} 完成", "done on {date}";
}
