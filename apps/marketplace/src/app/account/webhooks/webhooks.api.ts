import { inject, Service } from '@angular/core';
import { created } from '@wire/primitives';
import {
  endpointSecret,
  type NewEndpoint,
  webhookDeliveries,
  webhookEndpoints,
} from '@wire/webhooks';
import { Api, nothing } from '@ui/app/api';

const root = '/webhooks/endpoints';

@Service()
export class WebhooksApi {
  private readonly api = inject(Api);

  endpoints() {
    return this.api.get(root, webhookEndpoints);
  }
  add(endpoint: NewEndpoint) {
    return this.api.post(root, endpoint, endpointSecret);
  }
  change(id: string, endpoint: NewEndpoint) {
    return this.api.patch(`${root}/${id}`, endpoint, nothing);
  }
  remove(id: string) {
    return this.api.delete(`${root}/${id}`, nothing);
  }
  rotate(id: string) {
    return this.api.post(`${root}/${id}/rotate`, {}, endpointSecret);
  }
  enable(id: string) {
    return this.api.post(`${root}/${id}/enable`, {}, nothing);
  }
  test(id: string) {
    return this.api.post(`${root}/${id}/test`, {}, created);
  }
  deliveries(id: string, after?: string) {
    return this.api.get(`${root}/${id}/deliveries`, webhookDeliveries, { query: { after } });
  }
  replay(deliveryId: string) {
    return this.api.post(`/webhooks/deliveries/${deliveryId}/replay`, {}, nothing);
  }
}
