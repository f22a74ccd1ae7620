import { Component, computed, effect, inject, signal, untracked } from '@angular/core';
import { RouterLink } from '@angular/router';
import { Store } from '@ngrx/store';
import { TranslatePipe } from '@ngx-translate/core';
import type { FileView } from '@wire/files';
import type { ChangeProfile } from '@wire/profiles';
import { Session } from '@ui/app/session';
import { Uploads } from '@ui/app/uploads';
import { Words } from '@ui/app/words';
import { Avatar } from '@ui/avatar';
import { Button } from '@ui/button';
import { Card } from '@ui/card';
import { ErrorState } from '@ui/error-state';
import { ErrorSummary } from '@ui/form/error-summary';
import { FileField } from '@ui/form/file-field';
import { MoneyField } from '@ui/form/money-field';
import { TagsField } from '@ui/form/tags-field';
import { TextArea } from '@ui/form/text-area';
import { TextField } from '@ui/form/text-field';
import { nameOf } from '@ui/names';
import { PageHeader } from '@ui/page-header';
import { Skeleton } from '@ui/skeleton';
import { AccountPages, accountFeature } from '../account.store';
import { Completeness } from './completeness';

const offered = ['en', 'ar', 'hi', 'ur', 'bn', 'fr', 'de', 'es'] as const;
const empty: ChangeProfile = {
  headline: '',
  about: '',
  skills: [],
  languages: [],
  hourlyRate: null,
  avatarFileId: null,
};

/** What others read about oneself, with what is still missing. */
@Component({
  selector: 'app-profile-settings',
  imports: [
    Avatar,
    Button,
    Card,
    Completeness,
    ErrorState,
    ErrorSummary,
    FileField,
    MoneyField,
    PageHeader,
    RouterLink,
    Skeleton,
    TagsField,
    TextArea,
    TextField,
    TranslatePipe,
  ],
  templateUrl: './profile.html',
  styleUrl: './profile.scss',
})
export class ProfileSettings {
  private readonly store = inject(Store);
  private readonly words = inject(Words);
  protected readonly session = inject(Session);
  protected readonly remote = this.store.selectSignal(accountFeature.selectProfile);
  protected readonly busy = this.store.selectSignal(accountFeature.selectBusy);
  protected readonly problem = this.store.selectSignal(accountFeature.selectProblem);
  protected readonly profile = computed(() => this.remote().value);
  protected readonly form = signal<ChangeProfile>(empty);
  protected readonly upload = inject(Uploads).send('avatar');
  protected readonly languages = computed(() =>
    offered.map((code) => ({ code, name: nameOf('language', code, this.words.locale()) })),
  );

  constructor() {
    this.open();
    effect(() => {
      const profile = this.profile();
      if (!profile) return;
      const { headline, about, skills, languages, hourlyRate, avatarFileId } = profile;
      untracked(() =>
        this.form.set({ headline, about, skills, languages, hourlyRate, avatarFileId }),
      );
    });
  }

  protected open(): void {
    this.store.dispatch(AccountPages.profileOpened());
  }
  protected change(to: Partial<ChangeProfile>): void {
    this.form.update((form) => ({ ...form, ...to }));
  }
  protected toggle(code: string): void {
    const all = this.form().languages;
    const languages = all.includes(code) ? all.filter((each) => each !== code) : [...all, code];
    this.change({ languages });
  }
  protected portrait(files: readonly FileView[]): void {
    const newest = files.at(-1);
    if (newest) this.change({ avatarFileId: newest.id });
  }
  protected save(): void {
    this.store.dispatch(AccountPages.changeProfile({ profile: this.form() }));
  }
}
