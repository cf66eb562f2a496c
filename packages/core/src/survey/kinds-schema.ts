/** 评分, 选择, 文字. */
export const questionKinds = ["rating", "choice", "text"] as const;
export type QuestionKind = (typeof questionKinds)[number];

export const ratings = [1, 2, 3, 4, 5] as const;

/** draft → open → closed. It takes answers from `opensAt` to `closesAt` whatever its state says. */
export const surveyStatuses = ["draft", "open", "closed"] as const;
export type SurveyStatus = (typeof surveyStatuses)[number];
