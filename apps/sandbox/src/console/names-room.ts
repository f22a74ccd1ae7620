import type { IssuerSettings } from '../core/settings';
import type { NameText } from '../names/name-server';
import { html, type Markup } from '../page/html';
import { empty, sender } from './shell';
import { acts, code, table } from './table';

export interface NamesView {
  texts: NameText[];
  port: number;
  /** The corporate directory, and what the product is registered with there. */
  address: string;
  directory: IssuerSettings;
}

/** What an organisation needs for single sign-on: records in the DNS, and a directory with people in it. */
export function namesRoom({ texts, port, address, directory }: NamesView): Markup {
  return html`<div class="head"><h1>Domains and directory</h1></div>
    <section class="panel" aria-label="Directory">
      <div class="script">
        <p class="muted">
          A corporate directory that speaks OpenID Connect. Its people have addresses at
          nileclinics.test. What an organisation writes into its form:
        </p>
        <p>Issuer ${code(`${address}/directory`)}</p>
        <p>Client id ${code(directory.clientId)}</p>
        <p>Client secret ${code(directory.clientSecret)}</p>
        <p class="muted">
          The same people by SAML 2.0. What the form of the organisation fetches, and where a log-in
          begins that nobody asked for, with ?audience= and &amp;acs= of the organisation:
        </p>
        <p>Metadata ${code(`${address}/saml/metadata`)}</p>
        <p>Log-in ${code(`${address}/saml/sso`)}</p>
      </div>
    </section>
    <section class="panel" aria-label="Records">
      <form class="script" data-send="POST /api/names">
        <p class="muted">TXT records, answered over UDP at port ${String(port)}.</p>
        <p>
          <label for="name">Name</label>
          <input id="name" name="name" placeholder="_guildhall.nileclinics.test" required />
        </p>
        <p>
          <label for="text">Text</label>
          <input id="text" name="text" placeholder="guildhall-verification=…" required />
        </p>
        <button class="small">Put the record there</button>
      </form>
      <div id="names" data-live>
        ${
          texts.length === 0
            ? empty('No records yet', 'A domain is proved by a text below it.')
            : table(
                'Records',
                ['Name', 'Text', acts],
                texts.map(({ name, text }) => [
                  code(name),
                  code(text),
                  sender('Take away', `DELETE /api/names/${name}`),
                ]),
              )
        }
      </div>
    </section>`;
}
