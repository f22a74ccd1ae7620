import { createReadStream } from 'node:fs';
import { SaxesParser } from 'saxes';

export interface Element {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: Element[];
  text: string;
}

/** Prefixes of namespaces are the writer's choice. */
const local = (name: string): string => name.slice(name.indexOf(':') + 1);

export interface Wanted {
  /** Each of these is handed over whole, and forgotten. */
  readonly elements: readonly string[];
  /** What the root says about itself. */
  readonly root?: (attributes: Readonly<Record<string, string>>) => void;
}

/** Streams a large XML file element by element: in memory is one entry of the list at a time. */
export async function* elementsOf(file: string, wanted: Wanted): AsyncGenerator<Element> {
  const parser = new SaxesParser();
  const open: Element[] = [];
  const ready: Element[] = [];
  let depth = 0;
  parser.on('opentag', ({ name, attributes }) => {
    depth += 1;
    if (depth === 1) wanted.root?.(attributes);
    const element = { name: local(name), attributes, children: [], text: '' };
    if (open.length > 0 || wanted.elements.includes(element.name)) {
      open.at(-1)?.children.push(element);
      open.push(element);
    }
  });
  const write = (text: string): void => {
    const last = open.at(-1);
    if (last) last.text += text;
  };
  parser.on('text', write);
  parser.on('cdata', write);
  parser.on('closetag', () => {
    depth -= 1;
    const closed = open.pop();
    if (closed && open.length === 0) ready.push(closed);
  });
  parser.on('error', (error) => {
    throw error;
  });
  for await (const chunk of createReadStream(file, 'utf8') as AsyncIterable<string>) {
    parser.write(chunk);
    yield* ready.splice(0);
  }
  parser.close();
  yield* ready.splice(0);
}

/** Every element of that name below, however deep. */
export function all(element: Element, name: string): Element[] {
  return element.children.flatMap((child) => [
    ...(child.name === name ? [child] : []),
    ...all(child, name),
  ]);
}

export const textOf = (element: Element, name: string): string =>
  element.children.find((child) => child.name === name)?.text.trim() ?? '';

export const textsOf = (element: Element, name: string): string[] =>
  all(element, name)
    .map(({ text }) => text.trim())
    .filter(Boolean);
