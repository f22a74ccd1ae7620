import { Migration } from '@mikro-orm/migrations';

/** The privacy notice is a text of its own, and opening an account is a moment to agree. */
export class AgreedOnArrival0069 extends Migration {
  override up(): void {
    this.addSql(`alter table consents drop constraint consents_source_check,
      add constraint consents_source_check
        check (source in ('banner', 'settings', 'gpc', 'terms', 'sign_up'));`);
    for (const [locale, body] of texts)
      this.addSql(`insert into consent_texts (purpose, version, locale, body, hash, since)
        select 'privacy_notice', 1, '${locale}', body,
          encode(sha256(convert_to(body, 'UTF8')), 'hex'), '2026-01-01'
        from (values ($text$${body}$text$)) as t (body)`);
  }
}

const texts = [
  [
    'en',
    `We keep what you give us to open an account and to work: your name, addresses, profile, contracts, what you write in them, and payments.
We use it to run the marketplace, to keep money safe and to do what the law obliges us to. We count pages, write news and share with partners only where you said yes.
Those who carry payments, messages, mail and identity checks for us get what their part needs and nothing more.
Our staff looks at your data only for a reason that is logged; you see when, from which office and why.
You may take a copy of your data, correct it, choose who sees your profile, and have your account deleted. What the law makes us keep of payments is locked until its time is over, and then destroyed.
Write to our support about any of this; you may also complain to the data protection authority of your country.`,
  ],
  [
    'ar',
    `نحفظ ما تعطينا إياه لفتح حساب وللعمل: اسمك وعناوينك وملفك وعقودك وما تكتبه فيها والمدفوعات.
نستخدمه لتشغيل السوق ولحفظ المال ولأداء ما يُلزمنا به القانون. ولا نَعُدّ الصفحات ولا نكتب الأخبار ولا نشارك الشركاء إلا حيث وافقت.
من ينقل لنا المدفوعات والرسائل والبريد ويتحقق من الهوية يحصل على ما يحتاجه عمله ولا شيء غيره.
لا يطّلع موظفونا على بياناتك إلا لسبب مسجَّل؛ وترى متى ومن أي مكتب ولماذا.
يمكنك أخذ نسخة من بياناتك وتصحيحها واختيار من يرى ملفك وحذف حسابك. وما يُلزمنا القانون بحفظه من المدفوعات يُقفل حتى تنقضي مدته ثم يُتلَف.
اكتب إلى الدعم في أيٍّ من هذا؛ ولك أيضًا أن تشتكي إلى هيئة حماية البيانات في بلدك.`,
  ],
] as const;
