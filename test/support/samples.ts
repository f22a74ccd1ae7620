import type * as z from 'zod';

interface Def {
  readonly type: string;
  readonly [key: string]: unknown;
}
const defOf = (schema: unknown): Def => (schema as { _zod: { def: Def } })._zod.def;

/** Texts that usually fit where a pattern asks for more than a length. */
const texts = [
  'A plain text of some length',
  '123456',
  'a',
  '1000',
  'INR',
  'IN',
  'en',
  'Asia/Kolkata',
  '+919812345678',
  'a'.repeat(64),
  'HDFC0001234',
  '123456789012',
  '2026-11-02',
  'https://example.com/hook',
  '10.1.0.0/16',
];
const formats: Readonly<Record<string, string>> = {
  uuid: '0198a5c0-0000-7000-8000-000000000001',
  email: 'somebody@people.test',
  datetime: '2026-11-02T10:00:00.000Z',
  date: '2026-11-02',
  url: 'https://example.com/hook',
};

const accepts = (schema: unknown, value: unknown): boolean =>
  (schema as z.ZodType).safeParse(value).success;

/** The smallest input that a schema takes; what it cannot guess it leaves for the schema to refuse. */
export function sampleOf(schema: unknown): unknown {
  const def = defOf(schema);
  const inner = def['innerType'] ?? def['in'];
  switch (def.type) {
    case 'object':
      return Object.fromEntries(
        Object.entries(def['shape'] as Record<string, unknown>).flatMap(([key, field]) =>
          ['optional', 'default', 'prefault'].includes(defOf(field).type) &&
          accepts(field, undefined)
            ? []
            : [[key, sampleOf(field)]],
        ),
      );
    case 'array':
      return accepts(schema, []) ? [] : [sampleOf(def['element'])];
    case 'tuple':
      return (def['items'] as unknown[]).map(sampleOf);
    case 'union':
      return sampleOf((def['options'] as unknown[])[0]);
    case 'intersection':
      return { ...(sampleOf(def['left']) as object), ...(sampleOf(def['right']) as object) };
    case 'enum':
      return Object.values(def['entries'] as object)[0];
    case 'literal':
      return (def['values'] as unknown[])[0];
    case 'boolean':
      return accepts(schema, true);
    case 'number':
    case 'int':
      return [1, 10, 100, 0].find((one) => accepts(schema, one)) ?? 1;
    case 'null':
      return null;
    case 'record':
      return {};
    case 'string':
      return textFor(schema, def);
    default:
      return inner === undefined ? null : sampleOf(inner);
  }
}

function textFor(schema: unknown, def: Def): string {
  const format = typeof def['format'] === 'string' ? formats[def['format']] : undefined;
  const longer = [1, 12, 40, 200].map((length) => 'x'.repeat(length));
  const tried = [...(format ? [format] : []), ...texts, ...longer];
  return tried.find((one) => accepts(schema, one)) ?? texts[0] ?? '';
}
