import { RequestContext } from '@kernel/context';
import { takeover } from '@kernel/jobs';
import { SubjectKeys } from '@kernel/subject-keys';
import { format, type Money } from '@money';
import { Processor, WorkerHost } from '@nestjs/bullmq';
import { Inject } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import type { Job } from 'bullmq';
import { CONFIG, type Config } from '../../../config';
import { ContractTitle } from '../../../market/contracts';
import { JobTitle } from '../../../market/jobs';
import { ReasonsOf } from '../../../money/disputes';
import { CodeOf, DeviceOf, type Reader } from '../../../people/accounts';
import { InvitationOf, OrganisationName } from '../../../people/organisations';
import { NamesOf } from '../../../people/profiles';
import { adviceIn, compose, reasonIn, type Filling } from '../adapters/compose';
import { placeIn } from '../adapters/place-in';
import { Post } from '../adapters/post';
import { UnsubscribeTokens } from '../adapters/unsubscribe-tokens';
import { goesBy } from '../domain/notices';
import { carriesToken, goesElsewhere, showsCode } from '../domain/notices-of-security';
import { endsByMail } from '../domain/topics';
import { MailLog, type LoggedMail } from './mail-log';
import { MailReaders } from './mail-readers';

type Proof =
  { readonly token: string; readonly target: string; readonly code?: string } | null | undefined;

/** Writes a mail out in its reader's language and sends it. Names are asked for now, not before. */
@Processor('mail', { ...takeover, concurrency: 4 })
export class SendMail extends WorkerHost {
  constructor(
    private readonly log: MailLog,
    private readonly readers: MailReaders,
    private readonly post: Post,
    private readonly queries: QueryBus,
    private readonly context: RequestContext,
    private readonly keys: SubjectKeys,
    private readonly tokens: UnsubscribeTokens,
    @Inject(CONFIG) private readonly config: Config,
  ) {
    super();
  }

  process({ data }: Job<{ mailId: string }>): Promise<void> {
    return this.context.run({}, () => this.send(data.mailId));
  }

  private async send(mailId: string): Promise<void> {
    const mail = await this.log.find(mailId);
    const reader = mail && (await this.readers.of(mail));
    if (!reader || mail.sent) return;
    const filling = await this.filling(mail, reader);
    // A code that was used or ran out meanwhile helps nobody.
    if (filling) {
      const { address: email = reader.email, ...words } = filling;
      await this.post.send(mailId, { ...reader, email }, compose(mail.kind, reader.locale, words));
    }
    await this.log.sent(mailId);
    await this.readers.forget(mail);
  }

  private async filling(
    { kind, link, about }: LoggedMail,
    reader: Reader,
  ): Promise<(Filling & { address?: string }) | null> {
    const { money = {} } = about;
    const code = await this.proofOf(about);
    if (code === undefined) return null;
    const amounts = Object.entries(money).map(([name, amount]) => ({
      name,
      value: format(amount as Money, localeOf(reader)),
    }));
    const query = carriesToken.has(kind) && code ? `?token=${encodeURIComponent(code.token)}` : '';
    const variables = {
      name: reader.name.split(' ')[0] ?? reader.name,
      firstStep: firstStep(reader),
      ...Object.fromEntries(amounts.map(({ name, value }) => [name, value])),
      ...(await this.names(about)),
      ...(await this.device(reader, about)),
      ...(about.reference && { reference: about.reference }),
      ...(about.disputeId && {
        reasons: await this.queries.execute(new ReasonsOf(about.disputeId)),
      }),
      ...(about.reason && { reason: reasonIn(reader.locale, await this.keys.open(about.reason)) }),
      ...(about.reasons && { advice: adviceIn(reader.locale, about.reasons) }),
      ...(about.deadline && { deadline: moment(about.deadline, reader) }),
    };
    const { PUBLIC_URL, ADMIN_URL } = this.config;
    const url = `${goesBy(kind, 'console') ? ADMIN_URL : PUBLIC_URL}${link}${query}`;
    const shown = showsCode.has(kind) ? code?.code : undefined;
    const address = goesElsewhere.has(kind) ? code?.target : undefined;
    const ending = this.ending(kind, reader.id);
    return {
      variables,
      facts: amounts,
      code: shown ?? null,
      url,
      ending,
      ...(address && { address }),
    };
  }

  private ending(kind: LoggedMail['kind'], accountId: string): Filling['ending'] {
    const topic = endsByMail(kind);
    if (!topic) return null;
    const query = `token=${encodeURIComponent(this.tokens.tokenOf({ accountId, topic }))}`;
    const { PUBLIC_URL: here } = this.config;
    return {
      page: `${here}/unsubscribe?${query}`,
      oneClick: `${here}/api/notifications/unsubscribe?${query}`,
    };
  }

  /** What the mail proves by being read: null where nothing, undefined where it is over. */
  private async proofOf({ challengeId, invitationId }: LoggedMail['about']): Promise<Proof> {
    if (invitationId) return this.queries.execute(new InvitationOf(invitationId));
    return challengeId ? this.queries.execute(new CodeOf(challengeId)) : null;
  }

  private async names({ other, jobId, contractId, organisationId }: LoggedMail['about']) {
    const people = other ? await this.queries.execute(new NamesOf([other])) : null;
    const job = jobId ? await this.queries.execute(new JobTitle(jobId)) : null;
    const contract = contractId ? await this.queries.execute(new ContractTitle(contractId)) : null;
    return {
      ...(organisationId && { organisation: await this.organisation(organisationId) }),
      ...(other && { other: people?.get(other)?.name ?? '' }),
      ...(jobId && { job: job ?? '' }),
      ...(contractId && { contract: contract ?? '' }),
    };
  }

  /** Asked for now: neither city nor address is in a fact. */
  private async device(
    { locale }: Reader,
    { sessionId }: LoggedMail['about'],
  ): Promise<Record<string, string>> {
    if (!sessionId) return {};
    const found = await this.queries.execute(new DeviceOf(sessionId));
    const { device = '—', place = null, address = null } = found ?? {};
    return { device, place: placeIn(locale, place, address) };
  }

  private async organisation(id: string): Promise<string> {
    return (await this.queries.execute(new OrganisationName(id))) ?? '';
  }
}

const localeOf = ({ locale }: Reader): string => (locale === 'ar' ? 'ar-EG' : 'en-IN');

const moment = (at: string, reader: Reader): string =>
  new Intl.DateTimeFormat(localeOf(reader), {
    dateStyle: 'medium',
    timeStyle: 'short',
    timeZone: reader.timeZone,
  }).format(new Date(at));

const steps = {
  en: { client: 'post a job.', provider: 'complete your profile.' },
  ar: { client: 'انشر وظيفة.', provider: 'أكمل ملفك الشخصي.' },
} as const;

const firstStep = ({ locale, roles }: Reader): string =>
  steps[locale][roles.includes('client') ? 'client' : 'provider'];
