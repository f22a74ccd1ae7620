/** Where a process may die: which part comes there, and the name of the seam. */
const both = (part, ...names) =>
  names.flatMap((name) => [`before ${name}`, `after ${name}`].map((seam) => [part, seam]));

export const seams = [
  ...both('api', 'an append', 'facts of an entity', 'the order at the gateway'),
  ['api', 'before a commit'],
  ...both('worker', 'an append', 'a page of a consumer', 'a job is added', 'a deadline'),
  ...both('worker', 'a mail is marked as sent'),
  ['worker', 'before a commit'],
];
