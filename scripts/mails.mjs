// Compiles the one mail layout from MJML to the Handlebars source that the server renders.
import { readFile, writeFile } from 'node:fs/promises';
import mjml2html from 'mjml';
import { at } from './environment.mjs';

const folder = 'apps/api/src/talk/notifications';
const { html, errors } = await mjml2html(await readFile(at(folder, 'layout.mjml'), 'utf8'), {
  validationLevel: 'soft',
  keepComments: false,
});
if (errors.length > 0)
  throw new Error(errors.map(({ formattedMessage }) => formattedMessage).join('\n'));
// MJML knows left and right only; the reader's language decides where a line begins.
const lines = html
  .replaceAll('text-align:left', 'text-align:{{@root.start}}')
  .replaceAll('align="left"', 'align="{{@root.start}}"')
  .replaceAll('direction:ltr', 'direction:{{@root.dir}}')
  .split('\n')
  .map((line) => line.trim())
  .filter((line) => line !== '');
const source = `/** Made by \`npm run generate\` from layout.mjml; do not edit. */\nexport const layout = [\n${lines
  .map((line) => `  ${JSON.stringify(line)},`)
  .join('\n')}\n].join('\\n');\n`;
await writeFile(at(folder, 'adapters', 'layout.generated.ts'), source);
