import { SaxesParser } from 'saxes';

export interface XmlAttribute {
  readonly name: string;
  readonly space: string;
  readonly value: string;
}

/** An element with its name, the namespace that the name is of, and all that is in it. */
export interface XmlElement {
  readonly name: string;
  readonly space: string;
  readonly attributes: readonly XmlAttribute[];
  readonly children: XmlElement[];
  text: string;
}

/** Not XML, or more than the little of XML that is taken here. */
export class MalformedXml extends Error {
  override readonly name = 'MalformedXml';
}

const maxDepth = 40;
const maxElements = 5_000;
const declaration = /^\s*<\?xml [^?<>]*\?>/;

/**
 * Reads XML of which something is believed afterwards: elements, attributes and text. Document types,
 * entities of one's own, comments, CDATA and instructions are refused, because two parsers may read
 * them in two ways; each of them begins with one of two signs.
 */
export function readXml(written: string): XmlElement {
  const text = written.replace(declaration, '');
  if (/<[!?]/.test(text)) throw new MalformedXml('more than elements and text');
  const parser = new SaxesParser({ xmlns: true });
  const open: XmlElement[] = [];
  let root: XmlElement | undefined;
  let count = 0;
  parser.on('error', (error) => {
    throw new MalformedXml(error.message);
  });
  parser.on('opentag', ({ local, uri, attributes }) => {
    count += 1;
    if (count > maxElements || open.length >= maxDepth) throw new MalformedXml('too much of it');
    const all = Object.values(attributes).map((one) => ({
      ...{ name: one.local, space: one.uri, value: one.value },
    }));
    const element = { name: local, space: uri, attributes: all, children: [], text: '' };
    open.at(-1)?.children.push(element);
    root ??= element;
    open.push(element);
  });
  parser.on('text', (found) => {
    const inside = open.at(-1);
    if (inside) inside.text += found;
  });
  parser.on('closetag', () => void open.pop());
  parser.write(text).close();
  if (!root) throw new MalformedXml('empty');
  return root;
}

/** Itself and all that is in it, from the outside in. */
export const allOf = (element: XmlElement): XmlElement[] => [
  element,
  ...element.children.flatMap(allOf),
];

/** The children of this name in the namespace of their parent, unless it is another's. */
export const childrenOf = (
  { children, space: own }: XmlElement,
  name: string,
  space = own,
): XmlElement[] => children.filter((one) => one.name === name && one.space === space);

/** An attribute without a namespace of its own. */
export const attributeOf = ({ attributes }: XmlElement, name: string): string | undefined =>
  attributes.find((one) => one.name === name && one.space === '')?.value;
