export { scimEvents, type ScimEvent } from './domain/scim.events';
export { ProvisionedAs } from './queries/provisioned-as';
