import type { Dictionary, Frame } from './words';
import { access } from './words-of-access.ar';
import { disputes } from './words-of-disputes.ar';
import { organisations } from './words-of-organisations.ar';
import { advice, papers } from './words-of-papers.ar';
import { security } from './words-of-security.ar';
import { standstill } from './words-of-standstill.ar';

export const frame: Frame = {
  dir: 'rtl',
  ending: 'إيقاف الرسائل المشابهة',
  footer: 'تصلك هذه الرسالة لأنها تخص حسابك في Guildhall.',
  money: {
    amount: 'المبلغ',
    fee: 'رسوم المنصة',
    tax: 'ضريبة السلع والخدمات على الرسوم',
    total: 'المدفوع',
    gross: 'المرحلة',
    net: 'المدفوع لمقدّم الخدمة',
    budget: 'الميزانية',
    spent: 'المنفَق',
    refund: 'يعود إلى العميل',
  },
  advice,
  reasons: {
    won: 'ربحناه',
    lost: 'خسرناه',

    budget: 'الميزانية',
    skills: 'المهارات',
    timing: 'المواعيد',
    chose_another: 'اختيار مقدّم آخر',
    other: 'سبب آخر',
  },
};

export const words: Dictionary = {
  ...access,
  ...disputes,
  ...organisations,
  ...papers,
  ...security,
  ...standstill,
  verify_email: {
    subject: 'أكّد عنوان بريدك الإلكتروني',
    heading: 'أكّد عنوان بريدك الإلكتروني',
    paragraphs: [
      'مرحبًا {{name}}، هذا يؤكد أن العنوان لك. الرمز صالح لعشر دقائق والرابط لـ 24 ساعة، وكل منهما يعمل مرة واحدة.',
    ],
    action: 'تأكيد العنوان',
  },
  already_registered: {
    subject: 'لديك حساب بالفعل',
    heading: 'لديك حساب بالفعل',
    paragraphs: [
      'حاول أحدهم، ربما أنت، التسجيل بهذا العنوان. سجّل الدخول بدلًا من ذلك. إن لم تكن أنت فلا داعي لفعل شيء.',
    ],
    action: 'تسجيل الدخول',
  },
  welcome: {
    subject: 'مرحبًا بك في Guildhall',
    heading: 'مرحبًا {{name}}',
    paragraphs: ['تم تأكيد عنوانك. الخطوة التالية تستغرق خمس دقائق: {{firstStep}}'],
    action: 'ابدأ',
  },
  otp_code: {
    subject: 'رمزك',
    heading: 'رمزك',
    paragraphs: ['اكتب هذا الرمز للمتابعة. لا يطلبه منك أحد في Guildhall أبدًا.'],
  },
  new_device: {
    subject: 'فُتح حسابك على جهاز جديد',
    heading: 'جهاز جديد',
    paragraphs: [
      'مرحبًا {{name}}، سجّل أحدهم الدخول إلى حسابك من جهاز لم نره من قبل: {{device}}، من {{place}}. إن لم تكن أنت فأنهِ تلك الجلسة وغيّر كلمة المرور.',
    ],
    action: 'عرض جلساتي',
  },
  refresh_reused: {
    subject: 'سجّلنا خروجك حفاظًا على حسابك',
    heading: 'سجّلنا خروجك',
    paragraphs: [
      'استُخدم أحد تسجيلات دخولك مرتين، كما يحدث عند سرقته. أُنهيت تلك الجلسة. سجّل الدخول من جديد وغيّر كلمة المرور إن لزم.',
    ],
    action: 'عرض جلساتي',
  },
  invitation: {
    subject: 'دعوة: {{job}}',
    heading: 'يدعوك {{other}} لتقديم عرض',
    paragraphs: ['«{{job}}» يناسب ما في ملفك. تقديم العروض مجاني.'],
    action: 'عرض الوظيفة',
  },
  saved_search_hit: {
    subject: 'وظيفة جديدة لبحثك: {{job}}',
    heading: 'وظيفة جديدة لبحثك',
    paragraphs: ['نُشرت «{{job}}» الآن.'],
    action: 'عرض الوظيفة',
  },
  proposal_received: {
    subject: 'عرض على {{job}}',
    heading: 'قدّم {{other}} عرضًا',
    paragraphs: ['هناك عرض جديد على «{{job}}».'],
    action: 'قارن العروض',
  },
  proposal_declined: {
    subject: 'ليس هذه المرة: {{job}}',
    heading: 'رُفض عرضك',
    paragraphs: ['اتخذ {{other}} قراره بشأن «{{job}}». السبب: {{reason}}.'],
    action: 'عرض المقترح',
  },
  contract_offer: {
    subject: 'عقد مقترح: {{contract}}',
    heading: 'يعرض عليك {{other}} عقدًا',
    paragraphs: ['شروط «{{contract}}» تنتظر توقيعك.'],
    action: 'اقرأ ووقّع',
  },
  contract_signed: {
    subject: 'تم التوقيع: {{contract}}',
    heading: 'تم توقيع العقد',
    paragraphs: [
      'وقّعت أنت و{{other}} على «{{contract}}». الشروط الموقّعة موجودة في العقد للقراءة والطباعة.',
    ],
    action: 'فتح العقد',
  },
  payment_receipt: {
    subject: 'إيصال: {{total}} مقابل {{contract}}',
    heading: 'أموالك في الضمان',
    paragraphs: ['تبقى هناك حتى تقبل عمل {{other}}.'],
    action: 'فتح العقد',
  },
  delivery_submitted: {
    subject: 'تم التسليم: {{contract}}',
    heading: 'سلّم {{other}} العمل',
    paragraphs: ['يرجى الاطلاع عليه قبل {{deadline}}. إن لم ترد يُصرف المبلغ حينها.'],
    action: 'راجع التسليم',
  },
  review_reminder: {
    subject: 'يرجى المراجعة قبل {{deadline}}',
    heading: 'تسليم ينتظرك',
    paragraphs: ['سلّم {{other}} «{{contract}}». في {{deadline}} يُصرف المبلغ تلقائيًا.'],
    action: 'راجع التسليم',
  },
  changes_requested: {
    subject: 'طُلبت تعديلات: {{contract}}',
    heading: 'يطلب {{other}} تعديلات',
    paragraphs: ['النقاط موجودة في العقد. تتوقف مدة المراجعة حتى تسلّم من جديد.'],
    action: 'عرض النقاط',
  },
  released: {
    subject: '{{net}} مقابل {{contract}}',
    heading: 'تم الدفع لك',
    paragraphs: ['صرف {{other}} المرحلة. المبلغ في محفظتك.'],
    action: 'فتح المحفظة',
  },
  release_receipt: {
    subject: 'تم الصرف: {{gross}} مقابل {{contract}}',
    heading: 'صرفت مرحلة',
    paragraphs: ['تم الدفع إلى {{other}}.'],
    action: 'فتح العقد',
  },
  payout_requested: {
    subject: 'سحب {{amount}} في الطريق',
    heading: 'طُلب السحب',
    paragraphs: ['يصل عادة خلال يوم عمل واحد. المبلغ محجوز في محفظتك.'],
    action: 'تابع السحب',
  },
  payout_paid: {
    subject: 'وصل {{amount}} إلى حسابك البنكي',
    heading: 'وصل السحب',
    paragraphs: ['مرجع البنك هو {{reference}}.'],
    action: 'فتح المحفظة',
  },
  payout_failed: {
    subject: 'لم يكتمل سحب {{amount}}',
    heading: 'لم يكتمل السحب',
    paragraphs: ['قال البنك: {{reason}}. لم يضع شيء؛ المبلغ في محفظتك من جديد.'],
    action: 'فتح المحفظة',
  },
  review_revealed: {
    subject: 'كتب {{other}} تقييمًا عنك',
    heading: 'تقييمك منشور',
    paragraphs: ['كتب {{other}} عن «{{contract}}». يمكنك الرد مرة واحدة.'],
    action: 'اقرأ التقييم',
  },
  approval_requested: {
    subject: 'قرارك مطلوب: {{reference}}',
    heading: '{{other}} يطلب شخصًا ثانيًا',
    paragraphs: ['ينتظر «{{reference}}» من يملك القرار حتى {{deadline}}.'],
    action: 'اطّلع وقرّر',
  },
  approval_expiring: {
    subject: 'لم يقرر أحد بعد: {{reference}}',
    heading: 'طلب على وشك الانتهاء',
    paragraphs: ['ينتهي «{{reference}}» من {{other}} في {{deadline}}.'],
    action: 'اطّلع وقرّر',
  },
  approval_granted: {
    subject: 'تمت الموافقة: {{reference}}',
    heading: 'وافق {{other}}',
    paragraphs: ['يجري تنفيذ «{{reference}}».'],
    action: 'عرض الطلب',
  },
  approval_rejected: {
    subject: 'رُفض: {{reference}}',
    heading: 'رفض {{other}}',
    paragraphs: ['لن يُنفذ «{{reference}}». السبب في التعليق.'],
    action: 'عرض التعليق',
  },
  approval_failed: {
    subject: 'تعذر التنفيذ: {{reference}}',
    heading: 'تعذر تنفيذ ما تمت الموافقة عليه',
    paragraphs: ['اصطدم «{{reference}}» بقاعدة تمنعه: {{reason}}.'],
    action: 'عرض الطلب',
  },
  chargeback_opened: {
    subject: 'استرد بنك {{amount}}',
    heading: 'استُردت دفعة',
    paragraphs: ['يسأل بنك {{other}} عن «{{contract}}». للرد موعد نهائي.'],
    action: 'الرد',
  },
  chargeback_alarm: {
    subject: 'الرد قبل {{deadline}}: {{amount}}',
    heading: 'لم يرد أحد بعد',
    paragraphs: ['ينتظر بنك {{other}} أدلتنا عن «{{contract}}» حتى {{deadline}}.'],
    action: 'الرد',
  },
  chargeback_decided: {
    subject: 'قرر البنك: {{amount}} {{reason}}',
    heading: 'قرر البنك',
    paragraphs: ['نتيجة الاعتراض على «{{contract}}»: {{reason}}. يبين الدفتر أين المال.'],
    action: 'عرض النتيجة',
  },
  recon_difference: {
    subject: 'فرق في التسوية: {{reference}}',
    heading: 'ما في الخارج غير ما في الدفتر',
    paragraphs: ['في {{reference}} فرق لم يفسره أحد بعد.'],
    action: 'عرض الفرق',
  },
  hold_limit_near: {
    subject: 'ضمان قرب حده: {{contract}}',
    heading: 'لن تحتفظ البوابة بهذا المال طويلًا',
    paragraphs: ['يجب أن يغادر مال «{{contract}}» البوابة قبل {{deadline}}.'],
    action: 'فتح الرادار',
  },
};
