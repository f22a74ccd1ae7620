/** Markup that is safe to send: every value in it was escaped. */
export interface Markup {
  markup: string;
}

type Part = Markup | string | number | null | undefined | false | Part[];

/** `html\`<p>${name}</p>\`` escapes what it is given, except markup made the same way. */
export function html(strings: TemplateStringsArray, ...parts: Part[]): Markup {
  const text = strings.map((string, place) => string + render(parts[place]));
  return { markup: text.join('') };
}

/** For text that this program wrote itself: style sheets and scripts. */
export function trusted(markup: string): Markup {
  return { markup };
}

function render(part: Part): string {
  if (part === null || part === undefined || part === false) return '';
  if (Array.isArray(part)) return part.map(render).join('');
  if (typeof part === 'object') return part.markup;
  return escape(String(part));
}

function escape(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;');
}
