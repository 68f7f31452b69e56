import type { Frequency } from '../../contracts/landing/sellers.js';

/** The page on which a seller says how often mails should come. Days come written. */
export const preferencesPage = {
  title: 'Scorecard mails',
  /** Whose mails. */
  of: (seller: string) => `Mails about the scorecard of ${seller}`,
  now: {
    nothing: 'You have chosen nothing here yet. Mails come as agreed with the marketplace, else once a week.',
    chosen: (frequency: string, day: string) => `Chosen on ${day}: ${frequency}.`,
    complained: (day: string) => `Stopped on ${day}, as a mail was reported as unwanted.`,
    stopped: (day: string) => `You stopped these mails on ${day}.`,
  },
  bounced: (day: string) =>
    `Since ${day} mails to your address come back, and no more are sent there. Give the marketplace an address that works.`,
  ask: 'How often should they come?',
  choices: {
    daily: 'Every day on which your numbers change',
    weekly: 'Once a week, when your numbers have changed',
    monthly: 'Once a month, when your numbers have changed',
    changes: 'Only when your tier changes',
    off: 'Never',
  } satisfies Record<Frequency, string>,
  always: 'A lower tier and a notice are told the next morning whatever you choose, but for “Never”.',
  save: 'Save',
  saved: 'Saved.',
  unsubscribed: 'You get no more of these mails. Below you can choose otherwise.',
  unknown: {
    title: 'This link is not complete',
    says: 'Open the link in the mail again, or copy all of it: it may have been cut off.',
  },
  unclear: { title: 'That could not be saved', says: 'Go back, choose how often mails should come, and save again.' },
};
