/** How long an answer about an address is believed. */
const believedMs = 2_000;
const maxKnown = 10_000;
const patienceMs = 1_000;

/**
 * Whether an address may come in: the API knows. Answers the case id of somebody who may not. While
 * the API is away everybody may: there is nothing to be had but an empty page.
 */
export function standings(apiUrl: string): (address: string) => Promise<string | null> {
  const known = new Map<string, { caseId: Promise<string | null>; until: number }>();
  return (address) => {
    const now = Date.now();
    const found = known.get(address);
    if (found && found.until > now) return found.caseId;
    if (known.size >= maxKnown) known.clear();
    const caseId = ask(apiUrl, address);
    known.set(address, { caseId, until: now + believedMs });
    return caseId;
  };
}

async function ask(apiUrl: string, address: string): Promise<string | null> {
  try {
    const answer = await fetch(new URL('/api/surface/standing', apiUrl), {
      headers: { 'x-forwarded-for': address },
      signal: AbortSignal.timeout(patienceMs),
    });
    if (answer.status !== 403) return null;
    const problem = (await answer.json()) as { code?: string; facts?: { caseId?: string } };
    return problem.code === 'request.address_blocked' ? (problem.facts?.caseId ?? '') : null;
  } catch {
    return null;
  }
}

/** In both languages, with nothing to load: somebody who is kept out is kept out of the files, too. */
export const blockedPage = (caseId: string, nonce: string): string => `<!doctype html>
<html lang="en" dir="ltr">
  <head>
    <meta charset="utf-8" />
    <title>403 · Guildhall</title>
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <meta name="color-scheme" content="light dark" />
    <style nonce="${nonce}">
      body { display: grid; place-content: center; gap: 32px; min-block-size: 100dvh; margin: 0;
        padding: 24px; box-sizing: border-box; font: 16px/1.5 system-ui, sans-serif; }
      section { max-inline-size: 44ch; }
      h1, h2 { margin: 0 0 8px; font-size: 24px; line-height: 1.25; }
      p { margin: 0; }
      code { font: 600 16px/1.5 ui-monospace, monospace; unicode-bidi: isolate; }
    </style>
  </head>
  <body>
    <main>
      <section>
        <h1>Your network cannot reach Guildhall</h1>
        <p>Our team has blocked it. If you think this is a mistake, write to us and quote
          <code>${caseId}</code>.</p>
      </section>
    </main>
    <section lang="ar" dir="rtl">
      <h2>لا يمكن الوصول إلى Guildhall من شبكتك</h2>
      <p>حظرها فريقنا. إن كان ذلك خطأً فراسلنا واذكر الرقم <code>${caseId}</code>.</p>
    </section>
  </body>
</html>
`;
