//! Words of the questionnaire on paper.

use super::texts;

texts! {
    LEAD = "打印出来，访谈时用笔作答，或交给不在电脑前的人。要打另一种语言，先在页首切换语言。", "Print it for an interview with a pen, or for somebody away from a screen. For the other language, switch at the top of the page first.";
    PRINT = "打印", "Print";
    BLANK = "空白问卷", "Blank questionnaire";
    FILLED = "已填的问卷", "With the answers";
    WHOLE = "全部 {count} 个维度", "All {count} dimensions";
    FIRM = "企业", "Firm";
    WHO = "回答人", "Who answers";
    DATE = "日期", "Date";
    HOW = "每题选最接近现状的一条描述：过去三个月真实做到的才算。没有做到的选 1，不必猜。4 级和 5 级请写明佐证。", "For each question tick the description closest to what was really done over the past three months. Tick 1 where nothing is done; there is no need to guess. Say what backs up levels 4 and 5.";
    OUT = "不适用，理由：", "Not applicable, because";
    BACKED = "佐证", "Evidence";
    ROOM = "备注", "Notes";
}
