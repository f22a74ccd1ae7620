import { StandardSchemaSerializerInterceptor } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type * as z from 'zod';
import { RequestContext } from '../context';
import { Remembered } from '../remembered';
import { maskedFor, planOf, type Plan } from './masking';

type Serialize = StandardSchemaSerializerInterceptor['serialize'];

/** An answer that is given again and again passes its schema once and is written once. */
export class AnswerSerializer extends StandardSchemaSerializerInterceptor {
  private readonly checked = new WeakMap<object, ReturnType<Serialize>>();
  private readonly written = new WeakMap<object, string>();

  constructor(
    reflector: Reflector,
    private readonly remembered: Remembered,
    private readonly context: RequestContext,
  ) {
    super(reflector);
  }

  override serialize(...[answer, schema, options]: Parameters<Serialize>): ReturnType<Serialize> {
    const plan = schema && planOf(schema as unknown as z.core.$ZodType);
    if (plan) return this.mask(plan, super.serialize(answer, schema, options));
    if (!this.remembered.isKept(answer)) return super.serialize(answer, schema, options);
    const known = this.checked.get(answer) ?? this.check(answer, schema, options);
    this.checked.set(answer, known);
    return known;
  }

  /** What the viewer may not see does not leave, whichever route or export it leaves by. */
  private async mask(plan: Plan, answer: ReturnType<Serialize>): Promise<unknown> {
    return maskedFor(this.context.actor, plan, await answer);
  }

  /** JSON of an answer, from the last time where it is the same object. */
  readonly write = (answer: unknown): string => {
    const isObject = typeof answer === 'object' && answer !== null;
    return (isObject ? this.written.get(answer) : undefined) ?? JSON.stringify(answer);
  };

  private async check(...asked: Parameters<Serialize>): Promise<unknown> {
    const plain: unknown = await super.serialize(...asked);
    if (typeof plain === 'object' && plain !== null) this.written.set(plain, JSON.stringify(plain));
    return plain;
  }
}
