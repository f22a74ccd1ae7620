import { StandardSchemaSerializerInterceptor } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { Remembered } from '../remembered';

type Serialize = StandardSchemaSerializerInterceptor['serialize'];

/** An answer that is given again and again passes its schema once and is written once. */
export class AnswerSerializer extends StandardSchemaSerializerInterceptor {
  private readonly checked = new WeakMap<object, ReturnType<Serialize>>();
  private readonly written = new WeakMap<object, string>();

  constructor(
    reflector: Reflector,
    private readonly remembered: Remembered,
  ) {
    super(reflector);
  }

  override serialize(...[answer, schema, options]: Parameters<Serialize>): ReturnType<Serialize> {
    if (!this.remembered.isKept(answer)) return super.serialize(answer, schema, options);
    const known = this.checked.get(answer) ?? this.check(answer, schema, options);
    this.checked.set(answer, known);
    return known;
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
