//! Words of answering: one by one, by keys, with proof and figures, undone and printed.

use super::texts;

texts! {
    CHECK = "核对答案", "Check your answers";
    FIND = "查找题目", "Find a question";
    PAPER = "纸质问卷", "On paper";
    PAPER_BLANK = "打印空白问卷", "Print a blank questionnaire";
    PAPER_FILLED = "打印已填的问卷", "Print the answers";

    ONE_BY_ONE = "一题一屏", "One question at a time";
    SECTION = "看整个维度", "The whole dimension";
    QUESTION_OF = "第 {n} 题，共 {total} 题", "Question {n} of {total}";
    NEXT_QUESTION = "下一题", "Next question";
    PREVIOUS_QUESTION = "上一题", "Previous question";
    TO_CHECK = "全部看完，去核对答案", "That was the last one: check your answers";
    SECTION_DONE = "这个维度答完了，可以在这里停下，答案都已保存。", "This dimension is complete: a good place to stop, everything is saved.";
    STILL_OPEN = "全部还剩 {left} 题", "Still open: {left}";
    PACE = "按你这次的速度约 {minutes} 分钟", "about {minutes} minutes at your pace";
    LONG_SITTING = "已经连续答了 {minutes} 分钟。答完这个维度歇一歇，回来会从下一题接着答。", "You have been answering for {minutes} minutes. Take a break after this dimension; you will come back to the next question.";
    WELCOME = "欢迎回来。接下来是 {question}。", "Welcome back. Next comes {question}.";
    LAST_PLACE = "回到上次的页面", "Where you left off";

    KEYS = "按键", "Keys";
    KEYS_HINT = "焦点在题目里时才起作用，不影响在文字框里打字；可在设置里关闭。", "They work only while the focus is inside a question, never while you type in a field; the settings turn them off.";
    KEY_DIGITS = "选数字对应的描述", "Choose the description with that number";
    KEY_ARROWS = "在五个描述之间移动", "Move between the five descriptions";
    KEY_N = "不适用", "Not applicable";
    KEY_E = "佐证", "Evidence";
    KEY_ON = "下一题", "Next question";
    KEY_BACK = "上一题", "Previous question";
    KEY_UNDO = "撤销，重做", "Undo, redo";
    KEY_HELP = "显示或收起这张表", "Show or hide this list";
    SET_ANSWERING = "答题", "Answering";
    SET_KEYS = "用按键答题（1–5、N、E、Enter）", "Answer with keys (1–5, N, E, Enter)";
    SET_ADVANCE = "选好描述后自动到下一题", "Move on by itself once a description is chosen";

    PROVE = "怎样算有佐证？", "How is this proven?";
    EFFECT = "自评 {declared} 级，按 {effective} 级计，因为还缺{missing}。", "Declared {declared}, counts as {effective}, because {missing} missing.";
    MISSING_DOCUMENT = "成文的文件", "a written document is";
    MISSING_RECORDS = "三个月以上带日期的记录", "dated records of three months or more are";
    MISSING_MEASURED = "系统数据或第三方证明", "measured data or a third party's word is";
    COUNTS_AS = "按 {declared} 级计，佐证足够。", "Counts as level {declared}; the evidence is enough.";
    ASKED = "4 级和 5 级请注明佐证。", "Please say what backs up levels 4 and 5.";

    NA_CHANNEL = "我们没有这个渠道或业务", "We do not have this channel or service";
    NA_ALONE = "没有员工，只有老板一人", "There are no employees, only the owner";
    NA_NOT = "这题没有“不适用”：每家企业都会遇到；没有做就是 1 级，外包出去的也算自己的。", "There is no “not applicable” here: every firm meets this. Not doing it is level 1, and outsourced work counts as your own.";
    NA_LEGAL = "这题没有“不适用”：背后是法定义务。", "There is no “not applicable” here: a legal duty stands behind it.";

    BAND = "{value} 在 {band} 级一档，这题最多按 {cap} 级计。", "{value} is in the band of level {band}: this question counts as level {cap} at most.";
    BAND_AFTER = "选好描述后，这里会说明数值落在哪一档。", "Once a description is chosen, this says which band the value is in.";
    COUNTS = "用数量算出来", "Work it out from counts";
    COUNT_ABOVE = "除号前的数量", "Count before the division sign";
    COUNT_BELOW = "除号后的数量", "Count after the division sign";
    COUNT_BAD = "请填 {low} 到 {high} 之间的整数；没有保存。", "Enter a whole number from {low} to {high}; not saved.";
    COUNTS_RESULT = "{above} ÷ {below} = {value}%", "{above} ÷ {below} = {value}%";
    SURVEY = "有多少人回答？", "How many answered?";
    SURVEY_N = "有效回答数", "Valid answers";
    SURVEY_POPULATION = "可以回答的总人数", "How many could have answered";
    SURVEY_MARGIN = "误差范围 ±{margin}（95% 置信水平）。", "Margin of error ±{margin} (95% confidence).";
    SURVEY_SMALL = "回答不到 30 份，只宜参考。", "Fewer than 30 answers: an indication only.";
    SURVEY_NOISE = "净推荐值变动不到 15 点，多半是偶然。", "Movements of a net score below 15 points are mostly chance.";

    NOTES = "备注", "Notes";
    NOTE_SHARED = "备注（大家都能看到）", "Note for everybody";
    NOTE_PRIVATE = "私下备注（报告默认不带）", "Private note (left out of reports unless asked for)";
    NOTE_WARNING = "请不要写客户姓名、电话、证件号等个人信息。", "Leave out personal data such as clients’ names, phone or ID numbers.";

    TRAY = "保存状态与撤销", "Saving and undo";
    BACK_TO_CHECK = "回到核对答案", "Back to the check";
    UNDO = "撤销", "Undo";
    REDO = "重做", "Redo";
    UNDO_OF = "撤销：{what}", "Undo: {what}";
    REDO_OF = "重做：{what}", "Redo: {what}";
    UNDONE = "已撤销：{what}", "Undone: {what}";
    REDONE = "已重做：{what}", "Redone: {what}";
    DID_LEVEL = "{id} 选了 {level} 级", "{id} at level {level}";
    DID_NA = "{id} 不适用", "{id} not applicable";
    DID_CLEAR = "{id} 清除选择", "{id} choice cleared";
    DID_EVIDENCE = "{id} 的佐证", "evidence of {id}";
    DID_FLAG = "{id} 的标记", "mark of {id}";
    DID_NOTE = "{id} 的备注", "note on {id}";
    DID_KPI = "指标“{name}”", "figure “{name}”";
    DID_PROFILE = "企业资料", "firm profile";
    DID_TARGET = "“{name}”的目标", "target of “{name}”";
    DID_ADOPT = "采纳 {id} 的建议", "step of {id} taken up";
    DID_PLAN = "计划中 {id} 的一步", "planned step of {id}";
    DID_DISCARD = "从计划移出一步", "step taken out of the plan";
    DID_RESET = "清空所有答案", "all answers cleared";
    RESET = "清空所有答案", "Clear all answers";
    RESET_ASK = "清空这份评估的全部答案、备注和指标数值？关闭本页之前可以撤销。", "Clear all answers, notes and figures of this assessment? It can be undone until you close the page.";
}
