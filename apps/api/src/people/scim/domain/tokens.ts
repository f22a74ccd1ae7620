import { reject } from '@kernel/reject';

export interface Token {
  readonly kind: 'word' | 'text' | 'sign';
  readonly text: string;
}

const pattern = /\s*(?:("(?:[^"\\]|\\.)*")|([()[\]])|([^\s()[\]"]+))/y;

/** Words, quoted texts and brackets. Rejects scim.invalid_filter. */
export function tokensOf(filter: string): Token[] {
  const tokens: Token[] = [];
  pattern.lastIndex = 0;
  while (pattern.lastIndex < filter.trimEnd().length) {
    const found = pattern.exec(filter);
    if (!found) return reject('scim.invalid_filter');
    const [, quoted, sign, word] = found;
    if (quoted !== undefined) tokens.push({ kind: 'text', text: unquoted(quoted) });
    else if (sign !== undefined) tokens.push({ kind: 'sign', text: sign });
    else tokens.push({ kind: 'word', text: word ?? '' });
  }
  return tokens;
}

function unquoted(quoted: string): string {
  try {
    return JSON.parse(quoted) as string;
  } catch {
    return reject('scim.invalid_filter');
  }
}
