import { verifyExport } from './verify.mjs';
import { platform, read } from './web.mjs';

/* The page: nothing leaves it, its policy forbids every connection. */

const { document } = globalThis;
const result = document.querySelector('output');
const chosen = document.querySelector('input[type=file]');
const trusted = document.querySelector('input[name=key]');

async function check(file) {
  if (!file) return;
  show('busy', `Reading ${file.name} …`, []);
  try {
    const found = await verifyExport(await read(file), platform, {
      key: trusted.value.trim() || undefined,
    });
    const signer = found.log ? [`Signed by ${found.log.vkey}`] : [];
    show(['ok', 'bad', 'cut'][found.exit], found.summary, [...found.findings.slice(1), ...signer]);
  } catch (error) {
    show('cut', `It could not be read: ${error.message}`, []);
  }
}

function show(state, summary, lines) {
  result.className = state;
  const title = document.createElement('strong');
  title.textContent = summary;
  const list = document.createElement('ul');
  for (const line of lines)
    list.append(Object.assign(document.createElement('li'), { textContent: line }));
  result.replaceChildren(title, list);
}

chosen.addEventListener('change', () => check(chosen.files[0]));
document.addEventListener('dragover', (event) => event.preventDefault());
document.addEventListener('drop', (event) => {
  event.preventDefault();
  check(event.dataTransfer.files[0]);
});
