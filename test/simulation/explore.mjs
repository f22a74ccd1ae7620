// npm run explore: every order of what can happen to one small contract, breadth first, with the real
// decisions. The last line is JSON; a broken rule comes with the shortest way to it.
import { parseArgs } from 'node:util';
import { loadSources } from './sources.mjs';

const { values } = parseArgs({
  options: {
    scope: { type: 'string', default: 'whole' },
    states: { type: 'string', default: '1200000' },
    edits: { type: 'string', default: '[]' },
  },
});
loadSources(JSON.parse(values.edits));
const { explore } = await import('./explore.ts');
const seen = explore(values.scope === 'small' ? 1 : 3, Number(values.states));
process.exitCode = seen.violations === 0 ? 0 : 1;
console.log(JSON.stringify(seen));
