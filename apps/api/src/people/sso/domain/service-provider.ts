export interface ServiceProvider {
  readonly entityId: string;
  /** The assertion consumer service: where answers are posted to. */
  readonly acs: string;
}

/** Who we are to the identity provider of an organisation; to each organisation's somebody else. */
export function serviceProviderOf(publicUrl: string, organisationId: string): ServiceProvider {
  const root = publicUrl.replace(/\/$/, '');
  return {
    entityId: `${root}/api/sso/saml/${organisationId}/metadata`,
    acs: `${root}/api/identities/saml/${organisationId}/acs`,
  };
}
