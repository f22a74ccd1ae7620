import * as z from 'zod';

const url = z.url();
const id = z.string().optional();

/** Who else may say who somebody is. A provider without an id and a secret has no button. */
export const providerVariables = {
  GOOGLE_ISSUER: url
    .default('https://accounts.google.com')
    .describe('Issuer of Google, for log-in by OpenID Connect.')
    .meta({ example: 'https://accounts.google.com' }),
  GOOGLE_CLIENT_ID: id.describe('Client id at Google.').meta({ example: '….apps.google.test' }),
  GOOGLE_CLIENT_SECRET: id.describe('Its secret.').meta({ example: '…' }),
  LINKEDIN_ISSUER: url
    .default('https://www.linkedin.com/oauth')
    .describe('Issuer of LinkedIn, for log-in by OpenID Connect.')
    .meta({ example: 'https://www.linkedin.com/oauth' }),
  LINKEDIN_CLIENT_ID: id.describe('Client id at LinkedIn.').meta({ example: '86…' }),
  LINKEDIN_CLIENT_SECRET: id.describe('Its secret.').meta({ example: '…' }),
  FACEBOOK_URL: url
    .default('https://www.facebook.com')
    .describe('Where Facebook asks people whether they want to log in.')
    .meta({ example: 'https://www.facebook.com' }),
  FACEBOOK_GRAPH_URL: url
    .default('https://graph.facebook.com')
    .describe('Graph API of Facebook.')
    .meta({ example: 'https://graph.facebook.com' }),
  FACEBOOK_CLIENT_ID: id.describe('App id at Facebook.').meta({ example: '1234567890' }),
  FACEBOOK_CLIENT_SECRET: id.describe('App secret at Facebook.').meta({ example: '…' }),
};
