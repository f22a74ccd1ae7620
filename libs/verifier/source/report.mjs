const most = 50;

/** What was found, the most telling first. `broken` is tampering, `missing` is incompleteness. */
export class Report {
  findings = [];
  exit = 0;

  broken(text) {
    this.add(1, text);
  }

  /** Tampering that tells more than what was found so far. */
  lead(texts) {
    if (texts.length === 0) return;
    this.findings = [...texts, ...this.findings].slice(0, most);
    this.exit = 1;
  }

  missing(text) {
    this.add(2, text);
  }

  add(exit, text) {
    if (this.findings.length < most) this.findings.push(text);
    this.exit = this.exit === 1 ? 1 : exit;
  }
}
