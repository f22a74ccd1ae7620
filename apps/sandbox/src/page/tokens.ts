/** Colours, type and controls that the console and the checkout have in common. */
export const tokens = `
@font-face {
  font-family: 'Inter Variable';
  src: url('/assets/inter.woff2') format('woff2');
  font-weight: 100 900;
  font-display: swap;
}
:root {
  color-scheme: light dark;
  --canvas: light-dark(#f6f6f3, #101413);
  --surface: light-dark(#ffffff, #181d1b);
  --line: light-dark(#e3e3dd, #2b322f);
  --control: light-dark(#85857c, #6f7a74);
  --ink: light-dark(#1b1f1d, #e9ecea);
  --muted: light-dark(#59625d, #a0aaa4);
  --brand: light-dark(#0a6a4f, #5ccba3);
  --on-brand: light-dark(#ffffff, #062a1f);
  --brand-strong: light-dark(#07523d, #86ddbd);
  --brand-soft: light-dark(#e2f1ea, #16352b);
  --attention: light-dark(#8f4e00, #f2b75c);
  --attention-soft: light-dark(#fcefd8, #3a2a10);
  --danger: light-dark(#b3261e, #ff9a8f);
  --danger-soft: light-dark(#fbe7e4, #43201c);
  --info: light-dark(#1b5faa, #8dbef5);
  --info-soft: light-dark(#e3eefa, #17304c);
}
* { box-sizing: border-box; }
body {
  margin: 0;
  background: var(--canvas);
  color: var(--ink);
  font: 14px/20px 'Inter Variable', Inter, system-ui, sans-serif;
  font-variant-numeric: tabular-nums;
}
h1, h2, h3, p, dl, dd, ul, ol, figure { margin: 0; padding: 0; }
h1, h2, h3 { font-weight: 600; letter-spacing: -0.015em; text-wrap: balance; }
ul, ol { list-style: none; }
a { color: var(--brand); }
:focus-visible { outline: 2px solid var(--brand); outline-offset: 2px; border-radius: 4px; }
button, .button {
  display: inline-flex;
  align-items: center;
  justify-content: center;
  gap: 8px;
  min-height: 40px;
  padding: 0 16px;
  border: 1px solid var(--control);
  border-radius: 8px;
  background: var(--surface);
  color: var(--ink);
  font: inherit;
  font-weight: 550;
  text-decoration: none;
  cursor: pointer;
  transition: background 120ms ease-out, border-color 120ms ease-out;
}
button:hover, .button:hover { border-color: var(--ink); }
button.primary, .button.primary {
  border-color: var(--brand);
  background: var(--brand);
  color: var(--on-brand);
}
button.primary:hover { background: var(--brand-strong); border-color: var(--brand-strong); }
button.small { min-height: 32px; padding: 0 12px; font-size: 13px; }
input, select {
  width: 100%;
  min-height: 40px;
  padding: 0 12px;
  border: 1px solid var(--control);
  border-radius: 8px;
  background: var(--surface);
  color: var(--ink);
  font: inherit;
}
input[type='checkbox'], input[type='radio'] {
  width: 18px;
  min-height: 18px;
  height: 18px;
  margin: 0;
  accent-color: var(--brand);
}
label { font-size: 13px; font-weight: 550; }
.muted { color: var(--muted); }
.chip {
  display: inline-flex;
  align-items: center;
  gap: 6px;
  padding: 0 8px;
  border-radius: 999px;
  background: var(--canvas);
  color: var(--muted);
  font-size: 12px;
  line-height: 22px;
  font-weight: 550;
  white-space: nowrap;
}
.chip.good { background: var(--brand-soft); color: var(--brand-strong); }
.chip.bad { background: var(--danger-soft); color: var(--danger); }
.chip.wait { background: var(--attention-soft); color: var(--attention); }
.chip.note { background: var(--info-soft); color: var(--info); }
.visually-hidden {
  position: absolute;
  width: 1px;
  height: 1px;
  overflow: hidden;
  clip-path: inset(50%);
  white-space: nowrap;
}
@media (pointer: coarse) {
  button, .button, input, select { min-height: 44px; }
}
@media (prefers-reduced-motion: reduce) {
  * { transition: none !important; animation: none !important; }
}
`;
