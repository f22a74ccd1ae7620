export const checkoutStyle = `
body { min-height: 100vh; }
.test-mode {
  padding: 8px 16px;
  background: var(--attention-soft);
  color: var(--attention);
  font-size: 13px;
  font-weight: 550;
  text-align: center;
}
.sheet {
  display: grid;
  grid-template-columns: minmax(260px, 340px) minmax(0, 1fr);
  max-width: 960px;
  margin: 48px auto;
  border: 1px solid var(--line);
  border-radius: 12px;
  background: var(--surface);
  overflow: clip;
}
.sheet.alone { display: block; max-width: 520px; }
.summary {
  display: flex;
  flex-direction: column;
  gap: 8px;
  padding: 32px;
  border-inline-end: 1px solid var(--line);
  background: var(--brand-soft);
}
.merchant { font-weight: 600; font-size: 16px; line-height: 24px; }
.amount { font-size: 32px; line-height: 40px; }
.amount small { font-size: 20px; font-weight: 550; }
.order { font-size: 13px; overflow-wrap: anywhere; }
.order code { font-size: 12px; }
.summary .muted { color: var(--ink); opacity: 0.8; }
.back { margin-block-start: 16px; color: var(--brand-strong); }
.ways { padding: 32px; }
.way { padding-block-end: 24px; margin-block-end: 24px; border-block-end: 1px solid var(--line); }
.way h2, .state h2, .bank h2 { font-size: 16px; line-height: 24px; margin-block-end: 12px; }
.cards { display: grid; grid-template-columns: repeat(auto-fill, minmax(230px, 1fr)); gap: 8px; }
.card {
  display: grid;
  grid-template-columns: 1fr auto;
  gap: 0 8px;
  width: 100%;
  padding: 10px 12px;
  text-align: start;
}
.card .brand { font-weight: 600; }
.card .says { grid-column: 1 / -1; color: var(--muted); font-size: 13px; font-weight: 400; }
.row { display: flex; flex-wrap: wrap; gap: 8px; }
.row select { flex: 1 1 200px; width: auto; }
.fold { margin-block-start: 12px; }
.fold summary { padding: 8px 0; cursor: pointer; font-weight: 550; color: var(--brand); }
.fold.webhooks { margin: 0; }
.fold.webhooks summary { color: var(--ink); }
.grid { display: grid; grid-template-columns: 1fr 1fr; gap: 12px; padding-block: 8px; }
.grid .number, .grid .vpa, .grid .holder, .grid > button { grid-column: 1 / -1; }
.field { display: grid; gap: 4px; align-content: start; }
.tick { display: flex; gap: 8px; align-items: center; min-height: 24px; }
.mistake { color: var(--danger); font-size: 13px; }
[aria-invalid] { border-color: var(--danger); }
.notice { margin-block-end: 24px; padding: 12px 16px; border-radius: 8px; }
.notice.bad { background: var(--danger-soft); color: var(--danger); }
.notice.wait { background: var(--attention-soft); color: var(--attention); }
.notice p { color: var(--ink); }
.state, .bank { display: grid; gap: 12px; justify-items: start; max-width: 48ch; }
.state h2, .bank h2 { font-size: 20px; line-height: 28px; margin: 0; }
.bank .field { width: 100%; max-width: 280px; }
form[aria-busy='true'] { opacity: 0.6; }
@media (max-width: 720px) {
  .sheet { display: block; margin: 0; border: 0; border-radius: 0; }
  .summary { padding: 20px 16px; border: 0; gap: 4px; }
  .back { margin-block-start: 4px; }
  .ways { padding: 20px 16px 32px; }
}
`;
