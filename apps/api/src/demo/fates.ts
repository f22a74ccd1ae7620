/** How far a job got by today; together they cover every state that exists. */
export const fates = [
  'completed',
  'completed',
  'half_done',
  'in_review',
  'open',
  'completed',
  'funded',
  'open',
  'changes_requested',
  'completed',
  'offered',
  'open',
  'half_done',
  'auto_released',
  'unfunded',
  'completed',
  'draft',
  'in_review',
  'open',
  'second_funded',
  'completed',
  'declined',
  'open',
  'completed_unreviewed',
  'funded',
  'closed',
  'half_done',
  'in_review',
  'withdrawn',
  'completed',
] as const;

export type Fate = (typeof fates)[number];

/** Days between the posting and today; what is under way now began lately. */
export const ages: Record<Fate, readonly [number, number]> = {
  draft: [1, 10],
  open: [1, 20],
  closed: [20, 60],
  offered: [5, 9],
  declined: [15, 60],
  withdrawn: [15, 60],
  unfunded: [8, 12],
  funded: [10, 16],
  in_review: [18, 22],
  changes_requested: [18, 24],
  half_done: [28, 45],
  second_funded: [30, 40],
  auto_released: [50, 80],
  completed: [55, 118],
  completed_unreviewed: [50, 60],
};

/** Fates that end in a signed contract. */
export const signed = new Set<Fate>([
  'unfunded',
  'funded',
  'in_review',
  'changes_requested',
  'half_done',
  'second_funded',
  'auto_released',
  'completed',
  'completed_unreviewed',
]);

/** Fates that leave money in escrow, and nobody moves it. */
export const stands = new Set<Fate>(['funded', 'in_review', 'changes_requested', 'second_funded']);
