import { inject, Service } from '@angular/core';
import { type ChooseNotice, noticeChoices, unsubscribed } from '@wire/notifications';
import { type QuietHours, textSettings } from '@wire/texts';
import { Api } from '@ui/app/api';

@Service()
export class NoticesApi {
  private readonly api = inject(Api);

  mine() {
    return this.api.get('/notifications/choices', noticeChoices);
  }
  choose(choice: ChooseNotice) {
    return this.api.put('/notifications/choices', choice, noticeChoices);
  }
  texts() {
    return this.api.get('/texts/settings', textSettings);
  }
  rest(hours: QuietHours) {
    return this.api.put('/texts/quiet-hours', hours, textSettings);
  }
  /** Needs no session: the token of the mail says whose mails end. */
  unsubscribe(token: string) {
    const path = '/notifications/unsubscribe';
    return this.api.post(path, {}, unsubscribed, { query: { token }, quiet: true });
  }
}
