const chunk = 65_536;

/**
 * Lines of a CSV file as cells, without the header line. `plain` is the line itself where nothing in it
 * is quoted: then its cells need not be joined again.
 */
export function* rowsOf(bytes, platform) {
  let at = bytes.indexOf(10) + 1;
  while (at > 0 && at < bytes.length) {
    const isLast = at + chunk >= bytes.length;
    const end = isLast ? bytes.length : bytes.lastIndexOf(10, at + chunk) + 1;
    if (end <= at) throw new Error('a line is too long');
    for (const line of platform.utf8(bytes.subarray(at, end)).split('\n')) {
      if (line === '') continue;
      const text = line.endsWith('\r') ? line.slice(0, -1) : line;
      yield text.includes('"') ? { cells: quoted(text) } : { cells: text.split(','), plain: text };
    }
    at = end;
  }
}

/** RFC 4180 cells; a guard before what a spreadsheet would run is taken off again. */
const quoted = (text) =>
  [...text.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g)].map(([, inside, plain = '']) =>
    inside === undefined ? plain : inside.replaceAll('""', '"').replace(/^'(?=[=+\-@\t\r])/, ''),
  );
