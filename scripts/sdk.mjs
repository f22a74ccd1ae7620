// Writes the types of the SDK from the description of what keys may do.
import { writeFile } from 'node:fs/promises';
import openapi, { astToString } from 'openapi-typescript';
import { publicApi } from '../dist/server/apps/api/src/public-api.js';
import { at } from './environment.mjs';

const note = '/* Made by `npm run generate` from the routes that a key may use; do not edit. */\n';
// Looked at like a file: the description holds values that are no JSON.
const described = JSON.parse(JSON.stringify(await publicApi()));
const types = astToString(await openapi(described, { alphabetize: true }));
await writeFile(at('libs', 'sdk', 'api.generated.ts'), note + types);
