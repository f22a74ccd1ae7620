import type { Described, Field } from './described';

/** What somebody types to try it: with curl, and with the SDK. */
export function curlOf(origin: string, { method, path, parameters, body }: Described): string {
  const isIn = (one: Field) => path.includes(`{${one.name}}`);
  const asked = parameters.filter((one) => !isIn(one) && one.required);
  const query = asked.map(({ name, type }) => `${name}=${String(sample(name, type))}`).join('&');
  const address = `${origin}${filled(path)}${query === '' ? '' : `?${query}`}`;
  return [
    `curl ${method === 'GET' ? '' : `-X ${method} `}'${address}'`,
    `  -H "authorization: Bearer $GUILDHALL_KEY"`,
    ...(body.length === 0
      ? []
      : [`  -H 'content-type: application/json'`, `  -d '${JSON.stringify(sampleOf(body))}'`]),
  ].join(' \\\n');
}

export function callOf({ method, path, parameters, body }: Described): string {
  const inPath = parameters.filter((one) => path.includes(`{${one.name}}`));
  const query = parameters.filter((one) => one.required && !inPath.includes(one));
  const params = [
    ...(inPath.length > 0 ? [`path: { ${inPath.map(({ name }) => name).join(', ')} }`] : []),
    ...(query.length > 0 ? [`query: { ${query.map(({ name }) => name).join(', ')} }`] : []),
  ];
  const options = [
    ...(params.length > 0 ? [`params: { ${params.join(', ')} }`] : []),
    ...(body.length > 0 ? [`body: ${written(sampleOf(body))}`] : []),
  ];
  const second = options.length > 0 ? `, {\n  ${options.join(',\n  ')},\n}` : '';
  return `const { data } = await api.${method}('${path}'${second});`;
}

const filled = (path: string): string => path.replaceAll(/[{](\w+)[}]/g, '<$1>');

/** What has to be there; where nothing has to, the first names show how it looks. */
function sampleOf(fields: readonly Field[]): Record<string, unknown> {
  const required = fields.filter((one) => one.required);
  const shown = required.length > 0 ? required : fields.slice(0, 2);
  return Object.fromEntries(shown.map((one) => [one.name, valueOf(one)]));
}

function valueOf({ name, type, rules, fields }: Field): unknown {
  const [word] = rules[0]?.includes(' · ') ? rules[0].split(' · ') : [];
  if (type.endsWith('[]') || type.includes('[] |')) return [];
  if (type.startsWith('money')) return { amountMinor: '100000', currency: 'INR' };
  if (fields.length > 0) return sampleOf(fields);
  return word ?? sample(name, type);
}

function sample(name: string, type: string): unknown {
  if (/^(integer|number)/.test(type)) return 1;
  if (type.startsWith('boolean')) return true;
  if (type.startsWith('uuid')) return '0199…';
  if (type.startsWith('date-time')) return '2026-12-01T09:00:00Z';
  return name;
}

/** As one writes it: names without quotes. */
const written = (value: unknown): string =>
  JSON.stringify(value)
    .replaceAll(/"(\w+)":/g, ' $1: ')
    .replaceAll('}', ' }')
    .replaceAll('"', "'");
