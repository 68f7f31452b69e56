import { days, type Metric, number } from '../metric.js';

export const chatDissatisfaction = {
  key: 'chat_dissatisfaction',
  title: 'Chat dissatisfaction',
  subject: 'conversation',
  population: 'conversations with a person whose survey the buyer answered',
  cohort: 'opened_at',
  cohort_of: 'subject',
  reasons: {
    fault: { dissatisfied: 'the buyer gave few stars after the conversation' },
  },
  settings: {
    maturation_days: days(7, 'buyers answer the survey within a week'),
    stars_at_most: number(2, 1, 4, 'one and two stars are a complaint'),
  },
  needs: ['conversations', 'conversations.satisfaction'],
  moments: ['opened_at', 'first_reply_at', 'satisfaction'],
  advice: 'Read these conversations again: most are short answers to a question that was not asked.',
} as const satisfies Metric;
