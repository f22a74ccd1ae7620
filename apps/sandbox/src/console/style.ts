export const consoleStyle = `
.skip { position: absolute; inset-inline-start: 16px; inset-block-start: -60px; z-index: 3; }
.skip:focus { inset-block-start: 8px; padding: 8px; background: var(--surface); }
.bar {
  position: sticky;
  inset-block-start: 0;
  z-index: 2;
  display: flex;
  align-items: center;
  gap: 24px;
  min-height: 56px;
  padding-inline: max(24px, calc((100vw - 1200px) / 2));
  border-block-end: 1px solid var(--line);
  background: var(--surface);
}
.brand {
  display: flex;
  align-items: center;
  gap: 8px;
  color: var(--brand);
  font-size: 16px;
  font-weight: 600;
  text-decoration: none;
}
.brand span { color: var(--ink); }
.bar nav { display: flex; gap: 4px; align-self: stretch; }
.bar nav a {
  display: flex;
  align-items: center;
  padding-inline: 12px;
  border-block: 2px solid transparent;
  color: var(--muted);
  font-weight: 550;
  text-decoration: none;
  white-space: nowrap;
}
.bar nav a:hover { color: var(--ink); }
.bar nav a[aria-current] { color: var(--ink); border-block-end-color: var(--brand); }
.reading {
  display: flex;
  align-items: center;
  gap: 8px;
  margin-inline-start: auto;
  color: var(--muted);
  font-size: 13px;
  text-decoration: none;
  white-space: nowrap;
}
main { max-width: 1200px; margin: 0 auto; padding: 24px; }
@media (min-width: 1250px) { main { padding-inline: 0; } }
.head { display: flex; flex-wrap: wrap; align-items: center; gap: 12px; margin-block-end: 16px; }
.head h1 { font-size: 25px; line-height: 32px; }
.head .end { display: flex; flex-wrap: wrap; gap: 8px; margin-inline-start: auto; }
.head nav.end { gap: 4px 16px; }
.head form { display: flex; gap: 8px; }
.head input { min-height: 32px; width: 240px; }
.panel { border: 1px solid var(--line); border-radius: 10px; background: var(--surface); }
main > .panel + .panel, .two + .panel { margin-block-start: 24px; }
.panel > header {
  display: flex;
  flex-wrap: wrap;
  align-items: center;
  gap: 8px 12px;
  padding: 12px 16px;
  border-block-end: 1px solid var(--line);
}
[id] { scroll-margin-block-start: 72px; }
.panel > header:last-child { border: 0; }
.panel > header h2 { font-size: 16px; line-height: 24px; }
.panel > header .end { display: flex; align-items: center; flex-wrap: wrap; gap: 8px; margin-inline-start: auto; }
.empty { padding: 40px 16px; text-align: center; }
.empty-title { font-size: 16px; line-height: 24px; font-weight: 600; }
.empty p { max-width: 56ch; margin-inline: auto; }
.scroll { position: relative; overflow-x: auto; }
table { width: 100%; border-collapse: collapse; }
th, td { padding: 6px 12px; text-align: start; vertical-align: middle; white-space: nowrap; }
td > div { display: block; }
th:first-child, td:first-child { padding-inline-start: 16px; }
th:last-child, td:last-child { padding-inline-end: 16px; }
th { color: var(--muted); font-size: 12px; font-weight: 550; }
tbody tr { border-block-start: 1px solid var(--line); }
.amount { text-align: end; }
td.acts { text-align: end; }
td .line { display: flex; align-items: center; gap: 8px; padding-block: 2px; }
td.acts button { min-height: 28px; padding: 0 10px; margin-inline-start: 4px; }
code { font: 12px/20px ui-monospace, 'SF Mono', Menlo, monospace; }
.two { display: grid; grid-template-columns: minmax(300px, 400px) minmax(0, 1fr); gap: 16px; align-items: start; }
.list a {
  display: grid;
  grid-template-columns: 1fr auto;
  gap: 0 12px;
  padding: 10px 16px;
  border-block-end: 1px solid var(--line);
  color: inherit;
  text-decoration: none;
}
.list li:last-child a { border: 0; }
.list a:hover { background: var(--canvas); }
.list a[aria-current] { background: var(--brand-soft); }
.list a:focus-visible { outline-offset: -2px; }
.list .who { font-weight: 600; overflow: hidden; text-overflow: ellipsis; white-space: nowrap; }
.list .line, .list .to { grid-column: 1 / -1; overflow: hidden; text-overflow: ellipsis; white-space: nowrap; }
.list .to, .list time { color: var(--muted); font-size: 13px; }
.letter { position: sticky; inset-block-start: 80px; }
.letter h2 { font-size: 20px; line-height: 28px; }
.letter .facts { display: grid; grid-template-columns: auto 1fr; gap: 2px 12px; padding: 12px 16px; font-size: 13px; }
.letter .facts dt { color: var(--muted); }
.letter .facts dd { overflow-wrap: anywhere; }
.letter iframe { display: block; width: 100%; height: 48vh; min-height: 320px; border: 0; border-block: 1px solid var(--line); background: #fff; color-scheme: light; }
.letter pre { margin: 0; padding: 12px 16px; white-space: pre-wrap; overflow-wrap: anywhere; }
.links { display: flex; flex-wrap: wrap; gap: 4px 16px; padding: 12px 16px; font-size: 13px; overflow-wrap: anywhere; }
details > summary { padding: 10px 16px; cursor: pointer; font-weight: 550; }
.texts { display: grid; gap: 12px; padding: 16px; }
.text { display: grid; gap: 4px; max-width: 560px; }
.text .facts { display: flex; flex-wrap: wrap; gap: 8px; align-items: center; font-size: 13px; color: var(--muted); }
.text .facts strong { color: var(--ink); }
.text .bubble { padding: 10px 14px; border-radius: 4px 14px 14px 14px; background: var(--canvas); overflow-wrap: anywhere; white-space: pre-wrap; }
.script { display: flex; flex-wrap: wrap; gap: 12px 16px; align-items: end; padding: 16px; }
.script p { display: grid; gap: 4px; }
.script p.tick { display: flex; align-items: center; gap: 8px; min-height: 40px; }
.script input[type='number'] { width: 112px; }
.script select { width: auto; min-width: 180px; }
.clock { display: grid; gap: 24px; justify-items: start; padding: 32px; }
.clock .now { font-size: 44px; line-height: 52px; font-weight: 600; letter-spacing: -0.02em; }
.clock .chip { margin-block-start: 8px; }
.clock .moves { display: flex; flex-wrap: wrap; gap: 8px; }
.clock .moves button { min-width: 72px; }
.clock form { display: flex; flex-wrap: wrap; gap: 8px; align-items: end; }
.clock form p { display: grid; gap: 4px; }
.clock > p { max-width: 68ch; }
.toast {
  position: fixed;
  inset-block-end: 24px;
  inset-inline: 0;
  width: fit-content;
  max-width: calc(100vw - 32px);
  margin-inline: auto;
  padding: 10px 16px;
  border-radius: 8px;
  background: var(--ink);
  color: var(--canvas);
  box-shadow: 0 8px 24px rgb(0 0 0 / 20%);
}
.toast:empty { display: none; }
.only-phone { display: none; }
@media (max-width: 860px) {
  .bar { flex-wrap: wrap; gap: 0 16px; padding: 8px 16px 0; }
  .bar nav { order: 3; width: calc(100% + 32px); margin-inline: -16px; padding-inline: 8px; min-height: 44px; overflow-x: auto; }
  main { padding: 16px; }
  .two { display: block; }
  .two.open > :first-child { display: none; }
  .letter { position: static; margin-block-start: 16px; }
  .two.open .letter { margin: 0; }
  .only-phone { display: inline-flex; }
  .head input { width: 100%; }
  .head .end, .head form { width: 100%; margin: 0; }
  thead { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
  table, tbody, tr, td { display: block; }
  tr { padding: 10px 16px; }
  td, td:first-child, td:last-child { display: grid; grid-template-columns: 88px minmax(0, 1fr); gap: 8px; padding: 3px 0; text-align: start; white-space: normal; }
  td.amount { text-align: start; }
  td::before { content: attr(data-head); color: var(--muted); font-size: 13px; }
  td > div { overflow-wrap: anywhere; }
  td.acts:not(:has(button)) { display: none; }
  td.acts::before { content: ''; }
  td .line { flex-wrap: wrap; gap: 0 8px; }
  td.acts button:first-child { margin: 0; }
  .panel > header .end { width: 100%; margin: 0; }
  .clock { padding: 20px 16px; }
  .clock .now { font-size: 32px; line-height: 40px; }
}
`;
