/** A problem that the reader can solve: one line that says what is wrong and what to do. */
export class Advice extends Error {
  name = 'Advice';
}

/** Prints advice as one line; anything else is a defect of ours and keeps its stack. */
export function sayAndExit(problem) {
  console.error(problem instanceof Advice ? `\n  ✗ ${problem.message}\n` : problem);
  process.exit(1);
}
