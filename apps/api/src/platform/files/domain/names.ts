import { reject } from '@kernel/reject';

/** Endings that some machine runs, wherever in the name they stand. */
const run = new Set(
  [
    'app bat bin cmd com cpl dll dmg exe gadget hta htm html jar js jse lnk mjs msi php phtml pif',
    'pl ps1 py rb reg scr sh svg svgz sys vb vbe vbs wsf wsh xht xhtml xml',
  ].flatMap((line) => line.split(' ')),
);

/** Letters that nobody sees and that turn the rest of a name round: `gpj.exe` reads `exe.jpg`. */
const unseen = /[\p{Cc}\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/u;

/** Rejects files.name_refused for a name that is not what it looks like. */
export function checkName(name: string): void {
  const endings = name.toLowerCase().split('.').slice(1);
  const hidden = endings.slice(0, -1).some((ending) => run.has(ending.trim()));
  if (unseen.test(name) || /[/\\]|[. ]$/.test(name) || hidden) reject('files.name_refused');
}
