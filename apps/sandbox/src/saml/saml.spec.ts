import { deflateRawSync } from 'node:zlib';
import { SignedXml } from 'xml-crypto';
import { createWorld, type World } from '../testing/world';

let world: World;
beforeEach(async () => (world = await createWorld()));
afterEach(() => world.stop());

const acs = 'http://localhost:4200/api/identities/saml/1/acs';
const request = `<samlp:AuthnRequest ID="_1" AssertionConsumerServiceURL="${acs}"><saml:Issuer>us</saml:Issuer></samlp:AuthnRequest>`;

const asked = (xml = request) => {
  const SAMLRequest = deflateRawSync(xml).toString('base64');
  return `/saml/sso?${new URLSearchParams({ SAMLRequest, RelayState: 'r' }).toString()}`;
};
async function answered(form: Record<string, string> = {}) {
  const page = await (await world.form(asked(), { pick: '0', ...form })).text();
  const found = (name: string) => new RegExp(`name="${name}" value="([^"]*)"`).exec(page)?.[1];
  const xml = Buffer.from(found('SAMLResponse') ?? '', 'base64').toString();
  return { xml, page, relayState: found('RelayState') };
}
async function isSigned(xml: string): Promise<boolean> {
  const metadata = await (await fetch(`${world.url}/saml/metadata`)).text();
  const [, bare = ''] = /X509Certificate>([^<]+)</.exec(metadata) ?? [];
  const publicCert = `-----BEGIN CERTIFICATE-----\n${bare}\n-----END CERTIFICATE-----`;
  const [signature = ''] = /<ds:Signature [\s\S]*<\/ds:Signature>/.exec(xml) ?? [];
  const check = new SignedXml({ publicCert });
  check.loadSignature(signature);
  try {
    return check.checkSignature(xml);
  } catch {
    return false;
  }
}

describe('a directory that speaks SAML', () => {
  it('answers whoever asked, signed by the key that it publishes', async () => {
    const { xml, page, relayState } = await answered();
    expect(xml).toContain('InResponseTo="_1"');
    expect(xml).toContain('amira.hassan@nileclinics.test');
    expect([await isSigned(xml), relayState]).toEqual([true, 'r']);
    expect(page).toContain(`action="${acs}"`);
  });

  it('answers nobody else', async () => {
    const elsewhere = request.replace('localhost:4200', 'evil.test');
    expect((await fetch(world.url + asked(elsewhere))).status).toBe(400);
    expect((await fetch(`${world.url}/saml/sso?SAMLRequest=x`)).status).toBe(400);
  });

  it('signs with another key after a change, and publishes both', async () => {
    await answered();
    await world.send('POST', '/api/saml/rotate');
    const metadata = await (await fetch(`${world.url}/saml/metadata`)).text();
    expect(metadata.match(/<md:KeyDescriptor/g)).toHaveLength(2);
    expect(await isSigned((await answered()).xml)).toBe(true);
  });

  it('answers as wrongly as it is told to', async () => {
    const by = async (fault: string) => (await answered({ fault })).xml;
    const { xml: before } = await answered();
    expect(await by('replayed')).toBe(before);
    expect(await isSigned(await by('stranger'))).toBe(false);
    expect(await by('unsigned')).not.toContain('Signature');
    expect(await by('sha1')).toContain('rsa-sha1');
    expect((await by('wrapped')).match(/<saml:Assertion/g)).toHaveLength(2);
    expect(await by('unasked')).not.toContain('InResponseTo');
  });
});
