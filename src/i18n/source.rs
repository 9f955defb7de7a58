//! The article that the questionnaire comes from: who wrote it, where it stands, its twenty sections.

use super::{Text, texts};

/// Address of the article.
pub const ADDRESS: &str = "https://www.jiaxicaiwu.com/xinwen/416942.html";

/// Names of the sections, from 1.
pub const SECTIONS: [Text; 20] = [
    Text { zh: "客户响应速度", en: "Speed of response to clients" },
    Text { zh: "服务态度", en: "Attitude in service" },
    Text { zh: "专业知识", en: "Professional knowledge" },
    Text { zh: "服务流程", en: "Service process" },
    Text { zh: "服务渠道", en: "Service channels" },
    Text { zh: "服务成本", en: "Cost of service" },
    Text { zh: "服务质量", en: "Quality of service" },
    Text { zh: "服务创新", en: "Service innovation" },
    Text { zh: "客户关系管理", en: "Client relationship management" },
    Text { zh: "服务团队建设", en: "Building the service team" },
    Text { zh: "服务风险管理", en: "Service risk management" },
    Text { zh: "服务满意度调查", en: "Satisfaction surveys" },
    Text { zh: "服务成本控制", en: "Controlling the cost of service" },
    Text { zh: "服务流程优化", en: "Improving the service process" },
    Text { zh: "服务团队激励", en: "Motivating the service team" },
    Text { zh: "服务风险管理（再述）", en: "Service risk management (restated)" },
    Text { zh: "服务满意度调查（再述）", en: "Satisfaction surveys (restated)" },
    Text { zh: "服务成本控制（再述）", en: "Controlling the cost of service (restated)" },
    Text { zh: "服务流程优化（再述）", en: "Improving the service process (restated)" },
    Text { zh: "服务团队激励（再述）", en: "Motivating the service team (restated)" },
];

texts! {
    CREDIT = "问卷的结构来自《如何评估财务服务的客户服务效率？》一文，加喜财务公司，2025 年 7 月 20 日发布。这里只作转述，不引用原文。", "The questionnaire's structure comes from the article “How to assess the efficiency of client service in financial services”, by Jiaxi Finance (Shanghai), published on 20 July 2025. It is paraphrased here, not quoted.";
    OPEN_ARTICLE = "打开原文（离开本站）", "Open the article (leaves this site)";
    REPEATS = "文章的第 16 至 20 节逐字重复第 11 至 15 节，因此由同样的五个维度承载。", "Sections 16 to 20 of the article repeat 11 to 15 word for word, so the same five dimensions carry them.";
    OURS = "五级描述、指标和改进步骤由本产品编写，文章没有；文章给出的数字（30 秒、24 小时、1 分钟、24 小时电话）放在对应的题里。", "The five levels, the figures and the steps are our own; the article has none. Its own figures (30 seconds, 24 hours, 1 minute, a 24-hour line) stand in the questions they belong to.";
    SECTION = "文章章节", "Section";
    CARRIED_BY = "由哪个维度承载", "Carried by";
    NOT_CARRIED = "尚未纳入", "Not carried yet";
    ASKS_TITLE = "逐条对照", "Point by point";
}
