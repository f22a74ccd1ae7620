import { html, type Markup } from '../page/html';
import { originOf, type Page } from '../page/page';
import { brands, peopleAt, type IssuerName } from './people';

const style = `
main { max-width: 460px; margin: 48px auto; padding: 32px; border: 1px solid var(--line);
  border-radius: 12px; background: var(--surface); display: grid; gap: 20px; }
.people { display: grid; gap: 8px; }
.people button { width: 100%; justify-content: flex-start; text-align: start; min-height: 52px; }
.people small { display: block; color: var(--muted); font-weight: 400; }
.chip { margin-inline-start: auto; }
form.other { display: grid; gap: 12px; }
.field { display: grid; gap: 4px; }
.tick { display: flex; gap: 8px; align-items: center; min-height: 24px; }
.test-mode { padding: 8px 16px; background: var(--attention-soft); color: var(--attention);
  text-align: center; font-weight: 550; }
@media (max-width: 520px) { main { margin: 0; border: 0; border-radius: 0; padding: 20px 16px; } }
`;

/** Where one picks who one is at the provider, or says no. */
export function pickPage(
  issuer: IssuerName,
  action: string,
  redirectUri: string,
  more?: Markup,
): Page {
  const brand = brands[issuer];
  return {
    title: `Log in with ${brand} · Guildhall sandbox`,
    style,
    formTargets: [originOf(redirectUri) ?? "'self'"],
    body: html`<p class="test-mode">Sandbox of ${brand}. Nobody is real.</p>
      <main>
        <h1>Who are you at ${brand}?</h1>
        <form class="people" method="post" action="${action}">
          ${peopleAt(issuer).map(
            ({ name, email, emailVerified }, place) =>
              html`<button name="pick" value="${place}">
                <span>${name}<small>${email}</small></span>
                ${!emailVerified && html`<span class="chip wait">address not proved</span>`}
              </button>`,
          )}
        </form>
        <form class="other" method="post" action="${action}">
          <h2>Somebody else</h2>
          <p class="field">
            <label for="name">Name</label><input id="name" name="name" required maxlength="80" />
          </p>
          <p class="field">
            <label for="email">Address</label
            ><input id="email" name="email" type="email" maxlength="200" />
          </p>
          <p class="tick">
            <input id="verified" name="verified" type="checkbox" value="yes" checked />
            <label for="verified">${brand} knows that the address is theirs</label>
          </p>
          ${
            issuer === 'directory' &&
            html`<p class="tick">
              <input id="factor" name="factor" type="checkbox" value="yes" />
              <label for="factor">They showed a second factor there</label>
            </p>`
          }
          ${more}
          <button class="primary">Go on as this person</button>
        </form>
        <form method="post" action="${action}">
          <button name="refuse" value="yes">Cancel: do not log in</button>
        </form>
      </main>`,
  };
}

/** Told here and never sent back: who asked is not who they say they are. */
export function wrongPage(issuer: IssuerName, what: string): Page {
  return {
    title: `${brands[issuer]} refuses · Guildhall sandbox`,
    style,
    status: 400,
    body: html`<main>
      <h1>Access blocked</h1>
      <p>${what}</p>
    </main>`,
  };
}
