export interface Mail {
  id: string;
  /** Receiver addresses of the envelope, lower case. */
  to: string[];
  from: string;
  subject: string;
  text: string;
  html: string;
  headers: Record<string, string>;
  /** Every web address in the mail, in order, once. */
  links: string[];
  attachments: { name: string; type: string; bytes: number }[];
  messageId: string;
  receivedAt: string;
}

/** How the mail server treats those who deliver to it. */
export interface MailBehaviour {
  /** So many receivers hear "451, try again later". */
  greylistNext: number;
  /** Addresses that do not exist here: 550. */
  bounce: string[];
  /** Nothing listens; connections are refused. */
  down: boolean;
  /** The server thinks so long about every mail. */
  slowMs: number;
}

export const wellBehaved: MailBehaviour = { greylistNext: 0, bounce: [], down: false, slowMs: 0 };

/** Links of the HTML and of the text, without repetition and without what HTML escaped. */
export function linksIn(html: string, text: string): string[] {
  const hrefs = [...html.matchAll(/href="(https?:[^"]+)"/gi)].map(([, href]) => unescape(href));
  const bare = [...text.matchAll(/https?:\/\/[^\s<>"')\]]+/gi)].map(([address]) => address);
  return [...new Set([...hrefs, ...bare])];
}

function unescape(href = ''): string {
  return href.replaceAll('&amp;', '&').replaceAll('&#x3D;', '=').replaceAll('&#61;', '=');
}
