import { CONFIG, type Config } from '../../../config';
import { Inject } from '@nestjs/common';
import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { metadataOf } from '../adapters/saml-metadata';
import { serviceProviderOf } from '../domain/service-provider';

/**
 * What does an identity provider have to know of us? Made of the address alone: it says nothing of
 * whether there is such an organisation, and is there before the organisation has set anything up.
 */
export class ServiceProviderMetadata extends Query<string> {
  constructor(readonly organisationId: string) {
    super();
  }
}

@QueryHandler(ServiceProviderMetadata)
export class ServiceProviderMetadataHandler implements IQueryHandler<ServiceProviderMetadata> {
  constructor(@Inject(CONFIG) private readonly config: Config) {}

  execute({ organisationId }: ServiceProviderMetadata): Promise<string> {
    return Promise.resolve(metadataOf(serviceProviderOf(this.config.PUBLIC_URL, organisationId)));
  }
}
