/** What a spreadsheet would take for a formula, full-width signs too, and whatever stands before them unseen. */
export const formula = /^[\s\u200B-\u200F\uFEFF]*[=+\-@＝＋－＠]|^[\t\r\n]/;
