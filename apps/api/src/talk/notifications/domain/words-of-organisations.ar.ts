import type { OrganisationWords } from './words';

export const organisations: OrganisationWords = {
  org_invitation: {
    subject: 'يدعوك {{other}} إلى {{organisation}}',
    heading: 'انضم إلى {{organisation}} على Guildhall',
    paragraphs: [
      'يريد {{other}} التوظيف معك باسم {{organisation}}. الرابط صالح سبعة أيام ولمرة واحدة. استخدمه بعنوان البريد هذا: بحسابك الحالي أو بحساب جديد.',
    ],
    action: 'انضم',
  },
  org_spending_asked: {
    subject: 'نرجو قرارك: {{amount}} من أجل «{{job}}»',
    heading: 'يطلب {{other}} موافقتك',
    paragraphs: [
      'تكلفة «{{job}}» هي {{amount}}، وهذا فوق أحد حدود {{organisation}}. سيُتابَع عندما توافق.',
    ],
    action: 'اطّلع وقرّر',
  },
  org_spending_rejected: {
    subject: 'لم تتم الموافقة: «{{job}}»',
    heading: 'لم يوافق {{other}}',
    paragraphs: [
      'لن يُتابَع «{{job}}» بمبلغ {{amount}}. التعليق يوضح السبب، ولم يُفقد شيء مما كتبته.',
    ],
    action: 'اعرض التعليق',
  },
  org_budget: {
    subject: 'بلغت إحدى ميزانيات {{organisation}} نسبة {{reference}}',
    heading: 'أُنفق {{reference}} من ميزانية شهرية',
    paragraphs: [
      'وظّفت إحدى مساحات عمل {{organisation}} بمبلغ {{spent}} من {{budget}} هذا الشهر. لم يُوقف شيء، ولك أن تقرّر تغيير الميزانية.',
    ],
    action: 'اعرض الميزانيات',
  },
  org_statement: {
    subject: 'كشف {{organisation}} لشهر {{reference}} جاهز',
    heading: 'كشف شهر {{reference}} جاهز',
    paragraphs: [
      'لكل ما جرى في عقود {{organisation}} خلال {{reference}} كشف برقمه وورقته. يبقى كما هو، وما يأتي لاحقًا يرد في الكشف التالي.',
    ],
    action: 'اعرض الكشف',
  },
  org_removed: {
    subject: 'لم تعد عضوًا في {{organisation}}',
    heading: 'لم تعد عضوًا في {{organisation}}',
    paragraphs: ['مرحبًا {{name}}، سُحب مقعدك. يبقى حسابك وعقودك ومحفظتك كما هي.'],
  },
  org_beside_sso: {
    subject: 'دخل أحدهم إلى {{organisation}} دون الدخول الموحّد',
    heading: 'دخل {{other}} دون الدخول الموحّد',
    paragraphs: [
      'الدخول الموحّد هو السبيل الوحيد لأعضاء {{organisation}}، ما عدا مالكيها: يدخلون حين يتعطّل مزوّد الهوية. وقد فعل {{other}} ذلك الآن. إن لم يكن ذلك مقصودًا فغيّروا كلمة مرور ذلك الحساب وأنهوا جلساته.',
    ],
    action: 'اعرض الدخول الموحّد',
  },
  org_domain_missing: {
    subject: 'لم يعد أحد نطاقات {{organisation}} مُثبتًا',
    heading: 'اختفى سجل أحد النطاقات',
    paragraphs: [
      'نراجع نطاقات {{organisation}} كل يوم. اختفى سجل أحدها. إن لم يعد قبل {{deadline}} فلن يبقى النطاق لكم هنا، ولن يدخل أحد بعنوان منه عبر الدخول الموحّد.',
    ],
    action: 'اعرض السجل',
  },
  org_domain_lost: {
    subject: 'فقدت {{organisation}} أحد نطاقاتها',
    heading: 'لم يعد أحد النطاقات لكم هنا',
    paragraphs: [
      'غاب سجله سبعة أيام. لم يعد أحد يدخل إلى {{organisation}} عبر الدخول الموحّد بعنوان من ذلك النطاق، ويدخل الأعضاء بكلمات مرورهم. أعيدوا السجل وأثبتوا النطاق من جديد لتغيير ذلك.',
    ],
    action: 'أثبتوه من جديد',
  },
  org_spending_expired: {
    subject: 'لم يقرر أحد في الوقت: «{{job}}»',
    heading: 'انتهى طلب دون قرار',
    paragraphs: [
      'انتظر «{{job}}» بقيمة {{amount}} موافقة {{organisation}} ولم يقرر أحد في الوقت. لم يضع شيء مما كُتب، ويمكن طلبه من جديد.',
    ],
    action: 'اعرض الطلبات',
  },
  org_sso_linked: {
    subject: 'صار بإمكان {{organisation}} إدخالك',
    heading: 'يُفتح حسابك بالدخول الموحّد في {{organisation}}',
    paragraphs: [
      'مرحبًا {{name}}، من الآن فصاعدًا من يسجّل الدخول باسمك في {{organisation}} يدخل حسابك هنا ما دمت عضوًا فيها. إن لم تكن تتوقع ذلك فاكتب إلى من يدير {{organisation}}.',
    ],
    action: 'اعرض الحسابات المرتبطة',
  },
  org_onboarding_begun: {
    subject: 'لدى {{organisation}} مهام لك',
    heading: 'قبل العمل لدى {{organisation}} وإلى جانبه',
    paragraphs: [
      'مرحبا {{name}}، وقّعت عقدا مع {{organisation}}. وهي تطلب ممن يعمل لها أن يقرأ أشياء أو يوقّعها أو يرسلها. تبيّن الصفحة ما هي ومتى تستحق وما يجب إنجازه قبل أول تسليم.',
    ],
    action: 'عرض المهام',
  },
  org_onboarding_returned: {
    subject: 'عادت إليك مهمة من {{organisation}}',
    heading: 'أعادت {{organisation}} مهمة إليك',
    paragraphs: [
      'مرحبا {{name}}، نظر أحدهم فيما سلّمته ويحتاج إلى شيء آخر. السبب مكتوب مع المهمة، ونرجو تسليمها ثانية قبل {{deadline}}.',
    ],
    action: 'عرض السبب',
  },
  org_onboarding_due: {
    subject: 'مهمة لدى {{organisation}} تستحق قبل {{deadline}}',
    heading: 'ما زالت مهمة مفتوحة',
    paragraphs: ['مرحبا {{name}}، طلبت منك {{organisation}} أمرا يستحق قبل {{deadline}}.'],
    action: 'إنجازها الآن',
  },
};
