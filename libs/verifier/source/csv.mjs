/** Lines of a CSV file as cells, without the header line. */
export function* rowsOf(bytes, platform) {
  let at = bytes.indexOf(10) + 1;
  while (at > 0 && at < bytes.length) {
    let end = bytes.indexOf(10, at);
    if (end < 0) end = bytes.length;
    const text = platform.utf8(bytes.subarray(at, bytes[end - 1] === 13 ? end - 1 : end));
    at = end + 1;
    yield { text, cells: text.includes('"') ? quoted(text) : text.split(',') };
  }
}

/** RFC 4180 cells; a guard before what a spreadsheet would run is taken off again. */
const quoted = (text) =>
  [...text.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g)].map(([, inside, plain = '']) =>
    inside === undefined ? plain : inside.replaceAll('""', '"').replace(/^'(?=[=+\-@\t\r])/, ''),
  );
