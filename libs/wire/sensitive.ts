import * as z from 'zod';
import type { Subject } from './permissions/vocabulary';

/** A field that staff sees only in part, until it is revealed to them for this one subject. */
export interface Sensitive {
  readonly subject: Subject;
  readonly field: string;
  readonly as: keyof typeof masks;
}

/** Marks fields of answers: `z.string().register(sensitive, { … })`. Its object needs an `id`. */
export const sensitive = z.registry<Sensitive>();

/** Which fields of the object are shown in part; the screens offer to reveal them. */
export const masked = z.array(z.string()).default([]);

const dots = '•••';

/** What is left of a text, enough to tell two of them apart in a talk. */
export const masks = {
  email: (text: string) => {
    const [name = '', domain = ''] = text.split('@');
    return `${name.slice(0, 1)}${dots}@${domain.slice(0, 1)}${dots}${domain.slice(domain.lastIndexOf('.'))}`;
  },
  phone: (text: string) => `${text.slice(0, 3)} ${dots} ${text.slice(-2)}`,
  /** The network, not the place in it: /24, or /48 of the longer kind. */
  address: (text: string) =>
    text.includes(':')
      ? `${text.split(':').slice(0, 3).join(':')}::/48`
      : `${text.split('.').slice(0, 3).join('.')}.0/24`,
} as const;
