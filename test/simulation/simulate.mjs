// npm run simulate -- --seed 1 --steps 1000000: the real money code in a made-up world, whose time,
// chance, network and crashes one seed decides. The last line is JSON. With --fixtures the runs that
// once broke a rule are played again.
import { parseArgs } from 'node:util';
import { loadSources } from './sources.mjs';

const { values } = parseArgs({
  options: {
    seed: { type: 'string', default: '1' },
    steps: { type: 'string', default: '1000000' },
    run: { type: 'string', default: '20000' },
    edits: { type: 'string', default: '[]' },
    save: { type: 'string', default: 'yes' },
    fixtures: { type: 'boolean', default: false },
  },
});
loadSources(JSON.parse(values.edits));
const { takeOver } = await import('./instants.ts');
takeOver();
const { playFixtures, simulate } = await import('./simulate.ts');
const outcome = values.fixtures
  ? await playFixtures(console.log)
  : await simulate({
      seed: Number(values.seed),
      steps: Number(values.steps),
      perRun: Number(values.run),
      save: values.save === 'yes',
      tell: console.log,
    });
process.exitCode = outcome.violations === 0 ? 0 : 1;
console.log(JSON.stringify(outcome));
