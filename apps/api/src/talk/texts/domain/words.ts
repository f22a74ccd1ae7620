type Language = 'en' | 'ar';

/** No greeting and no link: a message that asks for more than typing six digits is not ours. */
const code = {
  en: (digits: string) =>
    `${digits} is your Guildhall code. It works for 10 minutes. Tell it to nobody.`,
  ar: (digits: string) => `${digits} هو رمزك في Guildhall. صالح لمدة 10 دقائق. لا تخبر به أحدًا.`,
};

/** Says that something is due and where to look; no link, like all of ours. */
const disputed = {
  en: 'Guildhall: a dispute waits for your answer, and it has a deadline. Log in to read it.',
  ar: 'Guildhall: نزاع ينتظر إجابتك وله مهلة. سجّل الدخول لقراءته.',
};

/** What carriers want said to whoever asks. */
const help = {
  en:
    'Guildhall, the marketplace for services. We text codes and, to who chose it, that a dispute ' +
    'waits. STOP ends all texts, START brings them back. For more, log in and open Settings.',
  ar:
    'Guildhall، سوق الخدمات. نرسل رموزًا، ولمن اختار ذلك أن نزاعًا ينتظره. STOP توقف كل الرسائل ' +
    'وSTART تعيدها. للمزيد سجّل الدخول وافتح الإعدادات.',
};

export const codeIn = (language: Language, digits: string): string => code[language](digits);
export const helpIn = (language: Language): string => help[language];
export const disputedIn = (language: Language): string => disputed[language];
