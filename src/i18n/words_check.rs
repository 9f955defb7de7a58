//! Words of the check of answers and of the search among the questions.

use super::texts;

texts! {
    LEAD = "和报税前核对一样：逐题看一遍，要改的点“修改”，改完可以一键回到这里。", "As before sending a tax return: read through, change what is wrong, and come straight back here.";
    COUNTS = "已答 {answered}，不适用 {out}，未答 {open}，已标记 {marked}。", "Answered {answered}, not applicable {out}, open {open}, marked {marked}.";
    OPEN_IN = "还有未答题的维度", "Dimensions with open questions";
    CHANGE = "修改", "Change";
    ANSWER = "作答", "Answer";
    CHANGE_NAME = "{action}：{id} {name}", "{action}: {id} {name}";
    NOT_ANSWERED = "未答", "Not answered";
    OUT = "不适用：{reason}", "Not applicable: {reason}";
    EVIDENCE = "佐证", "Evidence";
    COUNTED = "计为 {level} 级", "Counts as {level}";
    FIGURES = "指标", "Figures";
    SHARED = "备注", "Note";
    PRIVATE = "私下备注", "Private note";
    MARK = "标记", "Mark";
    SLIP = "“{low}”和“{high}”同属“{theme}”，却相差 {apart} 级。其中一题会不会看错了？", "“{low}” and “{high}” both belong to “{theme}” but lie {apart} levels apart. Is one of them a slip?";
    STRAIGHT = "这些维度里每题答案都相同：{names}。可以抽一两题，对照佐证再看一眼。", "In these dimensions every answer is the same: {names}. Take one or two and hold them against the evidence.";
    TO_QUESTIONS = "回到题目", "Back to the questions";
    EVERY_DIMENSION = "核对全部维度", "Check all dimensions";

    FIND_LABEL = "要找的词或题号", "Words or question number";
    FIND_HINT = "中文、英文、题号（如 3.2）都可以；也会查您的备注。", "Chinese, English or a number such as 3.2; your notes are searched as well.";
    ONLY = "只看", "Show";
    ONLY_ALL = "全部（{count}）", "All ({count})";
    ONLY_OPEN = "未答（{count}）", "Open ({count})";
    ONLY_LATER = "稍后再答（{count}）", "Come back later ({count})";
    ONLY_ASK = "问同事（{count}）", "Ask a colleague ({count})";
    ONLY_NOTED = "有备注（{count}）", "With a note ({count})";
    FOUND = "找到 {count} 题。", "Questions found: {count}.";
    FOUND_NONE = "没有找到。换个说法，或放宽筛选再试。", "Nothing found. Try other words, or a wider choice.";
}
