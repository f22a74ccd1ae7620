import { abilityFor, type Principal } from '@wire/permissions';
import { masks, sensitive, type Sensitive } from '@wire/sensitive';
import { permittedFieldsOf } from '@casl/ability/extra';
import type * as z from 'zod';

/** Where marked fields lie in the answers of a schema. */
export interface Plan {
  readonly marked: readonly (readonly [key: string, mark: Sensitive])[];
  readonly below: readonly (readonly [key: string, plan: Plan])[];
  readonly items?: Plan;
}

const nothing: Plan = { marked: [], below: [] };
const isEmpty = ({ marked, below, items }: Plan): boolean =>
  marked.length === 0 && below.length === 0 && !items;

/** Found once for every schema: most have nothing to hide and cost nothing. */
const plans = new WeakMap<z.core.$ZodType, Plan>();

export function planOf(schema: z.core.$ZodType): Plan | null {
  const known = plans.get(schema) ?? find(schema);
  plans.set(schema, known);
  return isEmpty(known) ? null : known;
}

function find(schema: z.core.$ZodType): Plan {
  const { def } = schema._zod as unknown as { def: Readonly<Record<string, unknown>> };
  const inner = def['innerType'] ?? def['out'];
  if (def['type'] === 'array') {
    const items = planOf(def['element'] as z.core.$ZodType);
    return items ? { ...nothing, items } : nothing;
  }
  if (def['type'] !== 'object') return inner ? find(inner as z.core.$ZodType) : nothing;
  const shape = Object.entries(def['shape'] as Record<string, z.core.$ZodType>);
  return {
    marked: shape.flatMap(([key, field]) => {
      const mark = sensitive.get(field as z.ZodType);
      return mark ? [[key, mark] as const] : [];
    }),
    below: shape.flatMap(([key, field]) => {
      const plan = planOf(field);
      return plan ? [[key, plan] as const] : [];
    }),
  };
}

/** A copy in which is left of every marked field what this viewer may see. */
export function maskedFor(viewer: Principal, plan: Plan, answer: unknown): unknown {
  return mask(abilityFor(viewer), plan, answer);
}

type Ability = ReturnType<typeof abilityFor>;

function mask(ability: Ability, plan: Plan, value: unknown): unknown {
  const { items } = plan;
  if (Array.isArray(value)) return items ? value.map((one) => mask(ability, items, one)) : value;
  if (typeof value !== 'object' || value === null) return value;
  const plain: Record<string, unknown> = { ...value };
  for (const [key, below] of plan.below) plain[key] = mask(ability, below, plain[key]);
  const hidden = plan.marked.filter(
    ([key, mark]) => typeof plain[key] === 'string' && !maySee(ability, mark, plain),
  );
  for (const [key, { as }] of hidden) plain[key] = masks[as](plain[key] as string);
  return plan.marked.length > 0 ? { ...plain, masked: hidden.map(([key]) => key) } : plain;
}

function maySee(ability: Ability, { subject, field }: Sensitive, of: Record<string, unknown>) {
  const instance = { ...of, kind: subject };
  const fields = permittedFieldsOf(ability, 'inspect', instance, {
    fieldsFrom: (rule) => rule.fields ?? [field],
  });
  return fields.includes(field);
}
