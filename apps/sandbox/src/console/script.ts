/** What the console does in the browser: send requests, refresh what changed, write times. */
export const consoleScript = `
const said = document.getElementById('said');
const shown = new Map();
let silence;

function say(text) {
  said.textContent = text;
  clearTimeout(silence);
  silence = setTimeout(() => { said.textContent = ''; }, 4000);
}

function writeTimes(root) {
  const today = new Date().toDateString();
  for (const element of root.querySelectorAll('time[datetime]')) {
    const at = new Date(element.dateTime);
    const isToday = at.toDateString() === today;
    const style = isToday ? { timeStyle: 'medium' } : { dateStyle: 'medium', timeStyle: 'short' };
    element.textContent = new Intl.DateTimeFormat(undefined, style).format(at);
  }
}

function tick() {
  for (const element of document.querySelectorAll('[data-now]')) {
    const now = new Date(Date.now() + Number(element.dataset.now));
    const isNarrow = innerWidth < 860 && element.closest('.reading');
    const style = isNarrow ? { timeStyle: 'medium' } : { dateStyle: 'medium', timeStyle: 'medium' };
    element.textContent = new Intl.DateTimeFormat(undefined, style).format(now);
  }
}

async function showCodes() {
  for (const part of document.querySelectorAll('[data-code]')) {
    const { code, secondsLeft } = await (await fetch(part.dataset.code)).json();
    part.querySelector('[data-digits]').textContent = code.slice(0, 3) + ' ' + code.slice(3);
    part.querySelector('[data-left]').textContent = secondsLeft;
    part.querySelector('meter').value = secondsLeft;
  }
}

function remember() {
  for (const part of document.querySelectorAll('[data-live]')) shown.set(part.id, part.innerHTML);
}

async function refresh() {
  const answer = await fetch(location.href);
  const page = await answer.text();
  // Without the head: its style sheet has another nonce and would be refused, loudly.
  const fresh = new DOMParser().parseFromString(page.slice(page.indexOf('<body>')), 'text/html');
  for (const part of document.querySelectorAll('[data-live]')) {
    const next = fresh.getElementById(part.id);
    if (!next || next.innerHTML === shown.get(part.id)) continue;
    const active = part.contains(document.activeElement) ? document.activeElement : null;
    const place = active && [...part.querySelectorAll('a, button, summary')].indexOf(active);
    const open = [...part.querySelectorAll('details[open]')].map((one) => one.id);
    shown.set(part.id, next.innerHTML);
    part.innerHTML = next.innerHTML;
    for (const id of open) document.getElementById(id)?.setAttribute('open', '');
    if (place !== null) part.querySelectorAll('a, button, summary')[place]?.focus();
    writeTimes(part);
  }
  document.querySelector('.reading').innerHTML = fresh.querySelector('.reading').innerHTML;
  tick();
}

async function send(request, body) {
  const [method, path] = request.split(' ');
  const options = body ? { body, headers: { 'content-type': 'application/json' } } : {};
  const answer = await fetch(path, { method, ...options });
  const text = await answer.text();
  const json = text ? JSON.parse(text) : {};
  if (!answer.ok) return say(json.detail ?? json.error?.description ?? 'It did not work.');
  const attempt = json.attempt ?? json.attempts?.at(-1);
  if (attempt) say(attempt.status ? 'The product answered ' + attempt.status + '.' : attempt.error);
  else say('Done.');
  await refresh();
}

document.addEventListener('click', (event) => {
  const button = event.target.closest('button[data-send]');
  if (button) void send(button.dataset.send, button.dataset.body);
});

document.addEventListener('submit', (event) => {
  const form = event.target.closest('form[data-send]');
  if (!form) return;
  event.preventDefault();
  const body = {};
  for (const field of form.elements) {
    if (!field.name) continue;
    if (field.type === 'checkbox') { if (field.checked) body[field.name] = true; }
    else if (field.value === '') continue;
    else if (field.type === 'number') body[field.name] = Number(field.value) * Number(field.dataset.times ?? 1);
    else if (field.type === 'datetime-local') body[field.name] = new Date(field.value).toISOString();
    else if (field.dataset.list) body[field.name] = field.value.split(/[\\s,]+/).filter(Boolean);
    else body[field.name] = field.value;
  }
  void send(form.dataset.send, JSON.stringify(body));
});

remember();
writeTimes(document);
tick();
setInterval(tick, 1000);
setInterval(() => void showCodes(), 1000);

let waiting;
const live = new EventSource('/api/live');
live.addEventListener('changed', () => {
  clearTimeout(waiting);
  waiting = setTimeout(refresh, 150);
});
`;
