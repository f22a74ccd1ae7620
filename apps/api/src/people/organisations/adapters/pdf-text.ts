import bidiFactory from 'bidi-js';
import PDFDocument from 'pdfkit';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const bidi = bidiFactory();
const files = {
  latin: '@fontsource/inter/files/inter-latin-400-normal.woff',
  bold: '@fontsource/inter/files/inter-latin-600-normal.woff',
  more: '@fontsource/inter/files/inter-latin-ext-400-normal.woff',
  arabic: '@fontsource/noto-sans-arabic/files/noto-sans-arabic-arabic-400-normal.woff',
  devanagari:
    '@fontsource/noto-sans-devanagari/files/noto-sans-devanagari-devanagari-400-normal.woff',
} as const;
type Font = keyof typeof files;

interface Run {
  readonly font: Font;
  readonly isRtl: boolean;
  text: string;
}

export interface Look {
  readonly size?: number;
  readonly isBold?: boolean;
  readonly colour?: string;
  /** The edge that `x` is. */
  readonly edge?: 'left' | 'right';
  /** What does not fit ends in an ellipsis. */
  readonly most?: number;
}

/** A sheet of A4 with letters of every script that names here are written in. */
export function newSheet(title: string, at: Date): PDFKit.PDFDocument {
  const said = { Title: title, Producer: 'Guildhall', CreationDate: at };
  const sheet = new PDFDocument({ size: 'A4', margin: 0, info: said });
  const find = createRequire(import.meta.url);
  for (const [name, file] of Object.entries(files))
    sheet.registerFont(name, readFileSync(find.resolve(file)));
  return sheet;
}

/** Writes one line; the library shapes letters, and knows nothing of a line in two directions. */
export function write(
  sheet: PDFKit.PDFDocument,
  text: string,
  { x, y, dir }: { x: number; y: number; dir: 'ltr' | 'rtl' },
  look: Look = {},
): void {
  const { size = 10, isBold = false, colour = '#1b1f1d', edge = 'left', most = Infinity } = look;
  sheet.fontSize(size).fillColor(colour);
  let shown = text;
  let runs = runsOf(shown, dir, isBold);
  for (; widthOf(sheet, runs) > most && shown.length > 1; runs = runsOf(`${shown}…`, dir, isBold))
    shown = shown.slice(0, -2);
  let at = edge === 'left' ? x : x - widthOf(sheet, runs);
  for (const run of runs) {
    sheet.font(run.font).text(run.text, at, y, { ...optionsOf(run), baseline: 'alphabetic' });
    at += widthOf(sheet, [run]);
  }
}

/** Pieces of one font and direction, from left to right as they stand on the paper. */
function runsOf(said: string, dir: 'ltr' | 'rtl', isBold: boolean): Run[] {
  // Marks of direction were for whoever reads it as text; on paper they have no shape.
  const text = said.replace(/[\u061c\u200e\u200f\u2066-\u2069]/g, '');
  const levels = bidi.getEmbeddingLevels(text, dir);
  const mirrored = bidi.getMirroredCharactersMap(text, levels.levels);
  const fonts = fontsOf(text, isBold);
  const runs: Run[] = [];
  for (const index of bidi.getReorderedIndices(text, levels)) {
    const letter = mirrored.get(index) ?? text[index] ?? '';
    const font = fonts[index] ?? 'latin';
    // The font itself turns Arabic; everything else is put down as it stands.
    const isRtl = font === 'arabic' && (levels.levels[index] ?? 0) % 2 === 1;
    const last = runs.at(-1);
    if (last?.font !== font || last.isRtl !== isRtl) runs.push({ font, isRtl, text: letter });
    else last.text = isRtl ? letter + last.text : last.text + letter;
  }
  return runs;
}

/** A mark that stands on a letter is of the font of what is before. */
function fontsOf(text: string, isBold: boolean): Font[] {
  const fonts: Font[] = [];
  for (const letter of text.split('')) {
    const before = fonts.at(-1);
    const clings = /[\p{M}\u200c\u200d]/u.test(letter);
    fonts.push(clings && before ? before : fontOf(letter, isBold));
  }
  return fonts;
}

function fontOf(letter: string, isBold: boolean): Font {
  if (/[\p{Script=Arabic}\u060c\u061b\u061f]/u.test(letter)) return 'arabic';
  if (/\p{Script=Devanagari}/u.test(letter)) return 'devanagari';
  if (!/[\u0020-\u00ff\u2010-\u2026\u20ac]/.test(letter)) return 'more';
  return isBold ? 'bold' : 'latin';
}

const optionsOf = ({ isRtl }: Run): PDFKit.Mixins.TextOptions => ({
  lineBreak: false,
  ...(isRtl && { features: ['rtla'] }),
});

const widthOf = (sheet: PDFKit.PDFDocument, runs: readonly Run[]): number =>
  runs.reduce((sum, run) => sum + sheet.font(run.font).widthOfString(run.text, optionsOf(run)), 0);
