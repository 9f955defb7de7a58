//! The article that the questionnaire comes from: who wrote it, where it stands, its twenty sections.

use super::{Text, texts};

/// Address of the article.
pub const ADDRESS: &str = "https://www.jiaxicaiwu.com/xinwen/416942.html";

/// Names of the sections, from 1.
pub const SECTIONS: [Text; 20] = [
    Text::new("客户响应速度", "Speed of response to clients"),
    Text::new("服务态度", "Attitude in service"),
    Text::new("专业知识", "Professional knowledge"),
    Text::new("服务流程", "Service process"),
    Text::new("服务渠道", "Service channels"),
    Text::new("服务成本", "Cost of service"),
    Text::new("服务质量", "Quality of service"),
    Text::new("服务创新", "Service innovation"),
    Text::new("客户关系管理", "Client relationship management"),
    Text::new("服务团队建设", "Building the service team"),
    Text::new("服务风险管理", "Service risk management"),
    Text::new("服务满意度调查", "Satisfaction surveys"),
    Text::new("服务成本控制", "Controlling the cost of service"),
    Text::new("服务流程优化", "Improving the service process"),
    Text::new("服务团队激励", "Motivating the service team"),
    Text::new("服务风险管理（再述）", "Service risk management (restated)"),
    Text::new("服务满意度调查（再述）", "Satisfaction surveys (restated)"),
    Text::new("服务成本控制（再述）", "Controlling the cost of service (restated)"),
    Text::new("服务流程优化（再述）", "Improving the service process (restated)"),
    Text::new("服务团队激励（再述）", "Motivating the service team (restated)"),
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
