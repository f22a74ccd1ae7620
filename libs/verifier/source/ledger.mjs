import { rowsOf } from './csv.mjs';

/** Sums of the entries, and what balances and trial balance have to be after them. */
export class Ledger {
  accounts = new Map();
  totals = new Map();
  entries = 0;

  constructor(report) {
    this.report = report;
  }

  /** All legs of one event: together they come to nothing in every currency. */
  add(event, legs) {
    if (legs.length === 0) return;
    const sums = new Map();
    for (const { cells } of legs) {
      const [, account, , currency, digits, balance, version] = cells;
      const amount = BigInt(digits);
      sums.set(currency, (sums.get(currency) ?? 0n) + amount);
      this.count(currency, amount);
      this.move(account, amount, balance, version);
    }
    for (const [currency, sum] of sums)
      if (sum !== 0n)
        this.report.broken(`the entries of event ${event.name} do not balance in ${currency}`);
  }

  count(currency, amount) {
    this.entries += 1;
    const total = this.totals.get(currency) ?? { entries: 0, debit: 0n, credit: 0n };
    this.totals.set(currency, total);
    total.entries += 1;
    if (amount < 0n) total.debit -= amount;
    else total.credit += amount;
  }

  move(name, amount, balance, version) {
    let account = this.accounts.get(name);
    if (!account) this.accounts.set(name, (account = { sum: 0n, late: new Map() }));
    account.sum += amount;
    if (version === '') return;
    const step = { version: Number(version), amount, running: BigInt(balance) };
    if (account.version === undefined && step.version === 1) this.step(name, account, step);
    else if (step.version === account.version + 1) this.step(name, account, step);
    else account.late.set(step.version, step);
    // Numbers may come late where transactions overtook each other.
    while (account.late.size > 0 && account.late.has(account.version + 1)) {
      const next = account.late.get(account.version + 1);
      account.late.delete(next.version);
      this.step(name, account, next);
    }
  }

  /** A running balance is the one before and its amount. */
  step(name, account, { version, amount, running }) {
    account.first ??= running - amount;
    if (account.running !== undefined && account.running + amount !== running)
      this.report.broken(`${name} does not run on at its entry ${version}`);
    account.running = running;
    account.version = version;
  }

  /** Control totals of the manifest, balances.csv and trial_balance.csv against the entries. */
  finish(files, manifest, platform) {
    const stated = new Map(manifest.totals.map((total) => [total.currency, total]));
    for (const currency of new Set([...stated.keys(), ...this.totals.keys()])) {
      const [said, found] = [stated.get(currency), this.totals.get(currency)];
      if (
        said?.debitMinor !== `${found?.debit}` ||
        said.creditMinor !== `${found?.credit}` ||
        said.entries !== found?.entries
      )
        this.report.broken(`the control totals of ${currency} are not those of the entries`);
    }
    const rows = [...rowsOf(files.get('balances.csv') ?? new Uint8Array(0), platform)];
    const kinds = new Map();
    for (const { cells } of rows) this.checkBalance(cells, manifest, kinds);
    for (const account of this.accounts.keys())
      this.report.broken(`${account} has entries and no balance`);
    this.checkTrialBalance(kinds, files, platform);
    return rows.length;
  }

  checkBalance([name, kind, currency, opening, movement, closing], manifest, kinds) {
    const account = this.accounts.get(name) ?? { sum: 0n, late: new Map() };
    this.accounts.delete(name);
    if (account.sum !== BigInt(movement) || BigInt(opening) + account.sum !== BigInt(closing))
      this.report.broken(`the balance of ${name} is not what its entries come to`);
    if (manifest.scope.kind !== 'contract') this.checkSteps(name, account, BigInt(opening));
    const key = `${currency},${kind}`;
    const [debit, credit] = kinds.get(key) ?? [0n, 0n];
    const value = BigInt(closing);
    kinds.set(key, value < 0n ? [debit - value, credit] : [debit, credit + value]);
  }

  /** Running balances: numbered without a gap, from what the account held before. */
  checkSteps(name, account, opening) {
    const late = [...account.late.values()].sort((a, b) => a.version - b.version);
    for (const step of late) {
      if (account.version !== undefined && step.version !== account.version + 1)
        this.report.broken(`${name} lacks an entry before ${step.version}`);
      this.step(name, account, step);
    }
    if (account.first !== undefined && account.first !== opening)
      this.report.broken(`${name} does not begin with what it held before`);
  }

  checkTrialBalance(kinds, files, platform) {
    const sums = new Map();
    for (const {
      cells: [currency, kind, debit, credit],
    } of rowsOf(files.get('trial_balance.csv') ?? new Uint8Array(0), platform)) {
      const key = `${currency},${kind}`;
      const [d, c] = kinds.get(key) ?? [];
      kinds.delete(key);
      if (`${d}` !== debit || `${c}` !== credit)
        this.report.broken(
          `the trial balance of ${kind} ${currency} is not what the balances come to`,
        );
      sums.set(currency, (sums.get(currency) ?? 0n) + BigInt(credit) - BigInt(debit));
    }
    for (const key of kinds.keys()) this.report.broken(`the trial balance lacks ${key}`);
    for (const [currency, sum] of sums)
      if (sum !== 0n) this.report.broken(`the trial balance of ${currency} is ${sum}, not 0`);
  }
}
