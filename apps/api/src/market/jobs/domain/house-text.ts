/** What is signed where the client has no text of its own. A change of it is another text, with another hash. */
export const houseTexts = {
  en: `Confidentiality before reading

1. I want to read the full brief of this job and its attachments in order to decide whether I propose to do it.
2. What I read there is confidential, unless it is public already or becomes public without my doing, I knew it before, or I have it lawfully from somebody else.
3. I use it for one purpose: to consider and prepare my proposal and, if I am hired, to do the work.
4. I show it to nobody. If I need others for the work, I ask the client first and bind them in the same way.
5. I keep it safely and make no more copies than I need. When the client asks, or when I am not hired, I delete it.
6. The law or a court may oblige me to disclose something. Then I tell the client before, as far as I may, and disclose no more than I have to.
7. The brief stays the client's. Signing this gives me no right to it and obliges neither side to a contract.
8. This holds from my signature on for three years, and for trade secrets as long as they are secret.`,
  ar: `السرية قبل القراءة

1. أريد قراءة الوصف الكامل لهذه الوظيفة ومرفقاتها لأقرر ما إذا كنت سأقدّم عرضًا لتنفيذها.
2. ما أقرؤه هناك سرّي، ما لم يكن علنيًا من قبل أو يصبح علنيًا دون فعل مني، أو كنت أعرفه سابقًا، أو حصلت عليه بوجه مشروع من غيري.
3. أستخدمه لغرض واحد: دراسة عرضي وإعداده، وتنفيذ العمل إن جرى التعاقد معي.
4. لا أُطلع عليه أحدًا. وإن احتجت إلى آخرين في العمل فأستأذن العميل أولًا وألزمهم بالمثل.
5. أحفظه بأمان ولا أنسخ منه أكثر مما أحتاج. وعندما يطلب العميل ذلك، أو إن لم يجرِ التعاقد معي، أحذفه.
6. قد يلزمني القانون أو محكمة بالإفصاح عن شيء. عندئذٍ أخبر العميل مسبقًا بقدر ما يُسمح لي، ولا أفصح عن أكثر مما يلزم.
7. يبقى الوصف ملكًا للعميل. ولا يمنحني هذا التوقيع حقًا فيه ولا يلزم أيًّا من الطرفين بعقد.
8. يسري هذا من توقيعي لمدة ثلاث سنوات، وللأسرار التجارية ما دامت سرية.`,
} as const;
