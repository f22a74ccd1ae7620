import { scoreOf, type Name } from './name-score';
import { tokensOf, type Token } from './name-tokens';
import { lanes, likest, signatureInto, sizesOf, type Signatures } from './signatures';

export interface ListedName {
  /** Whose name it is: `ofac:2674`. */
  readonly entry: string;
  readonly folded: string;
}

export interface Candidate {
  readonly entry: string;
  /** Which of the names that the index was made from. */
  readonly name: number;
  readonly score: number;
}

/** Names looked at word by word for one question. */
const looked = 64;
/** Words of a name that are compared; nobody has more that matter. */
const mostWords = 16;

/**
 * All listed names. One question passes over the signatures of all of them, which takes a millisecond
 * and blocks on no single letter, then compares the likest word by word.
 */
export class NameIndex {
  private readonly names: readonly Name[];
  private readonly signatures: Signatures;
  private readonly frequency = new Map<string, number>();

  constructor(private readonly listed: readonly ListedName[]) {
    const split = listed.map(({ folded }) => tokensOf(folded).slice(0, mostWords));
    for (const tokens of split)
      for (const sound of new Set(tokens.map((token) => token.sound)))
        this.frequency.set(sound, (this.frequency.get(sound) ?? 0) + 1);
    this.names = split.map((tokens) => this.nameOf(tokens));
    const all = new Uint32Array(split.length * lanes);
    split.forEach((tokens, at) => {
      signatureInto(all, at * lanes, tokens);
    });
    this.signatures = { all, sizes: sizesOf(all) };
  }

  get size(): number {
    return this.names.length;
  }

  /** Names at least so alike, the best of each entry, the likest first. */
  search(folded: string, least: number, most = 20): Candidate[] {
    const tokens = tokensOf(folded).slice(0, mostWords);
    if (tokens.length === 0) return [];
    const asked = this.nameOf(tokens);
    const signature = new Uint32Array(lanes);
    signatureInto(signature, 0, tokens);
    const best = new Map<string, Candidate>();
    for (const name of likest(this.signatures, signature, looked)) {
      const [one, listed] = [this.names[name], this.listed[name]];
      if (!one || !listed) continue;
      const score = scoreOf(asked, one);
      const { entry } = listed;
      if (score < least || score <= (best.get(entry)?.score ?? 0)) continue;
      best.set(entry, { entry, name, score });
    }
    return [...best.values()].sort((a, b) => b.score - a.score).slice(0, most);
  }

  private nameOf(tokens: readonly Token[]): Name {
    const word = tokens.map((token) => token.word).join('');
    const sound = tokens.map((token) => token.sound).join('');
    const weighed = tokens.map((token) => {
      const seen = this.frequency.get(token.sound) ?? 0;
      const weight = Math.log2(2 + this.listed.length / (1 + seen));
      return { ...token, weight: token.word.length === 1 ? weight * 0.3 : weight };
    });
    return { tokens: weighed, squashed: { word, sound: sound.replace(/(.)\1+/g, '$1') } };
  }
}
