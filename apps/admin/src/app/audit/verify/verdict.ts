/** What libs/verifier/worker.mjs answers. */
export interface Verdict {
  /** 0 whole and genuine, 1 tampered with, 2 incomplete. */
  readonly exit: 0 | 1 | 2;
  readonly findings: readonly string[];
  readonly exportId: string | null;
  readonly log: { readonly vkey: string; readonly size: number } | null;
  readonly manifestSha256: string | null;
  readonly counts: Readonly<Record<'events' | 'entries' | 'streams' | 'accounts', number>>;
}
export interface Unreadable {
  readonly exit: 2;
  readonly unreadable: string;
}
export type Answer = Verdict | Unreadable;

/** A finding in words: its key below `audit.verify.findings`, or the verifier's own sentence. */
export interface Finding {
  readonly word: string | null;
  readonly values: Readonly<Record<string, string>>;
  readonly text: string;
}

const known: readonly (readonly [RegExp, string])[] = [
  [/^event (?<event>.+?) altered(:.*)?$/, 'altered'],
  [/^event (?<event>\S+) is missing$/, 'missing'],
  [/^event (?<event>\S+) is out of order$/, 'order'],
  [/^event (?<event>.+) is there twice or out of order$/, 'order'],
  [/^event (?<event>.+) is in the record but not in the log$/, 'outside'],
  [/^line (?<event>\d+) of the events is altered$/, 'line'],
  [/^the signature of the manifest does not fit/, 'signature'],
  [/^it is signed by another key/, 'otherKey'],
  [/^the leaves are not those under the checkpoint/, 'tree'],
  [/^the checkpoint is of another log/, 'checkpoint'],
  [/^the container is altered/, 'container'],
  [/^there is something behind the end/, 'container'],
  [/^the file is cut short$/, 'cut'],
  [/^the manifest or its signature is not there$/, 'noManifest'],
  [/^(?<file>\S+) is altered$/, 'file'],
  [/^(?<file>\S+) is not there$/, 'noFile'],
  [/^(?<file>\S+) does not belong here$/, 'extra'],
];

export function findingOf(text: string): Finding {
  for (const [form, word] of known) {
    const found = form.exec(text);
    if (found) return { word, values: { ...found.groups }, text };
  }
  return { word: null, values: {}, text };
}

/** The same event is often told twice, by its chain and by its leaf: once is enough for a reader. */
export function findingsOf({ findings }: Pick<Verdict, 'findings'>): Finding[] {
  const seen = new Set<string>();
  return findings.map(findingOf).filter(({ word, values, text }) => {
    const name = word === null ? text : `${word} ${JSON.stringify(values)}`;
    return !seen.has(name) && seen.add(name);
  });
}
