import type { ApiDescription, ApiOperation, JsonSchema } from '@wire/api-reference';

/** A name in a body, an answer or an address. */
export interface Field {
  readonly name: string;
  readonly type: string;
  readonly required: boolean;
  /** What it has to be: lengths, bounds, the words of a list. */
  readonly rules: readonly string[];
  readonly fields: readonly Field[];
}

export interface Described {
  readonly id: string;
  readonly method: string;
  readonly path: string;
  readonly summary: string;
  readonly scopes: readonly string[];
  readonly parameters: readonly Field[];
  readonly body: readonly Field[];
  readonly status: string;
  readonly answer: readonly Field[];
}

export interface Group {
  readonly name: string;
  readonly operations: readonly Described[];
}

const methods = ['get', 'post', 'put', 'patch', 'delete'];

/** Operations by what they are about, in the order of the description. */
export function groupsOf({ paths }: ApiDescription): Group[] {
  const groups = new Map<string, Described[]>();
  for (const [path, item] of Object.entries(paths))
    for (const method of methods) {
      const operation = item[method];
      if (!operation) continue;
      const name = operation.tags[0] ?? '';
      groups.set(name, [...(groups.get(name) ?? []), described(method, path, operation)]);
    }
  return [...groups].map(([name, operations]) => ({ name, operations }));
}

function described(method: string, path: string, operation: ApiOperation): Described {
  const { operationId: id, summary, security, parameters, requestBody, responses } = operation;
  const [status, response] = Object.entries(responses).find(([code]) => code.startsWith('2')) ?? [];
  return {
    ...{ id, path, summary, method: method.toUpperCase() },
    scopes: security.flatMap(({ key = [] }) => key),
    parameters: parameters
      .filter((one) => one.in === 'path' || one.in === 'query')
      .map(({ name, required, schema = {} }) => field(name, schema, required)),
    body: fieldsOf(json(requestBody?.content)),
    status: status ?? '',
    answer: fieldsOf(json(response?.content)),
  };
}

const json = (content: Record<string, { schema?: JsonSchema | undefined }> = {}): JsonSchema =>
  content['application/json']?.schema ?? {};

/** The names inside an object, or inside the objects of a list. */
export function fieldsOf(schema: JsonSchema): Field[] {
  const { properties, required = [], items } = whole(schema);
  if (items) return fieldsOf(items);
  return Object.entries(properties ?? {}).map(([name, one]) =>
    field(name, one, required.includes(name)),
  );
}

function field(name: string, schema: JsonSchema, required: boolean): Field {
  const isMoney = typeOf(schema).startsWith('money');
  return {
    ...{ name, required, type: typeOf(schema), rules: rulesOf(whole(schema)) },
    fields: isMoney ? [] : fieldsOf(schema),
  };
}

/** Of a value that may be null the other half; of joined ones all of it. */
function whole(schema: JsonSchema): JsonSchema {
  const { anyOf, allOf } = schema;
  if (allOf) return Object.assign({}, ...allOf.map(whole)) as JsonSchema;
  const others = anyOf?.filter(({ type }) => type !== 'null') ?? [];
  const [only] = others;
  return only && others.length === 1 ? whole(only) : schema;
}

function typeOf(schema: JsonSchema): string {
  const isNull = ({ type }: JsonSchema) => type === 'null';
  const mayBeNull = schema.anyOf?.some(isNull) ?? [schema.type].flat().includes('null');
  return named(whole(schema)) + (mayBeNull ? ' | null' : '');
}

function named(schema: JsonSchema): string {
  const { items, properties, format, type, anyOf } = schema;
  if (items) return `${named(whole(items))}[]`;
  if (properties?.['amountMinor'] && properties['currency']) return 'money';
  if (anyOf) return [...new Set(anyOf.map(named))].join(' | ');
  const [first = 'any'] = [type].flat().filter((one) => one !== 'null' && one !== undefined);
  return format ?? first;
}

function rulesOf(schema: JsonSchema): string[] {
  const { enum: words, minLength, maxLength, minimum, maximum, maxItems } = schema;
  const between = (least?: number, most?: number) =>
    least === undefined && most === undefined ? [] : [`${text(least)}…${text(most)}`];
  return [
    ...(words ? [words.map(String).join(' · ')] : []),
    ...between(minLength, maxLength),
    ...between(minimum, bound(maximum)),
    ...(maxItems === undefined ? [] : [`≤ ${String(maxItems)}`]),
  ];
}

const text = (value?: number): string => (value === undefined ? '' : String(value));
/** The largest whole number there is says nothing. */
const bound = (value?: number) => (value === Number.MAX_SAFE_INTEGER ? undefined : value);
