type Values = Readonly<Record<string, unknown>>;

/** Variables whose value nobody may see; the console shows where they come from. */
const secret = /(SECRET|TOKEN|_KEY|PASSWORD)$|^(DATABASE|DATABASE_OWNER|REDIS|SMTP|KURRENTDB)_URL$/;
export const isSecret = (name: string): boolean => secret.test(name);

const made = /(SECRET|_KEY|TOKEN|PASSWORD)$/;
const known =
  /change.?me|example|default|placeholder|^secret|^password|^test|guildhall|12345|qwerty|letmein|openssl|…|\.\.\.$/i;
const fewestSigns = 10;
const fewestBytes = 16;
const shortestPassword = 12;

type Rule = (name: string, value: string) => string | undefined;

const rules: readonly Rule[] = [
  (name, value) =>
    made.test(name) && known.test(value) ? 'is a word that everybody tries' : undefined,
  (name, value) =>
    made.test(name) && value.length >= 32 && new Set(value).size < fewestSigns
      ? 'repeats a few signs'
      : undefined,
  (name, value) =>
    /^(AUDIT|PRIVACY)_\w*KEY$/.test(name) &&
    new Set(Buffer.from(value, 'base64')).size < fewestBytes
      ? 'is no random key'
      : undefined,
  (name, value) => {
    if (!/^DATABASE\w*_URL$/.test(name)) return undefined;
    const { password } = new URL(value);
    return password.length < shortestPassword || known.test(password)
      ? 'has no password, or one that is easily tried'
      : undefined;
  },
];

/**
 * What production refuses to start with, by variable. Values are in none of the sentences: they end up
 * in logs.
 */
export function weaknesses(values: Values): string[] {
  const texts = Object.entries(values).filter(
    (entry): entry is [string, string] => typeof entry[1] === 'string' && isSecret(entry[0]),
  );
  const found = texts.flatMap(([name, value]) =>
    rules.flatMap((rule) => rule(name, value) ?? []).map((why) => `${name} ${why}.`),
  );
  const twice = texts
    .filter(([name]) => made.test(name))
    .filter(([name, value], at, all) => all.findIndex(([, other]) => other === value) < at && name)
    .map(([name]) => `${name} is the value of another variable, too.`);
  return [...found, ...twice];
}
