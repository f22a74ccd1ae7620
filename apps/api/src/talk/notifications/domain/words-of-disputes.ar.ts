import type { DisputeWords } from './words';

export const disputes: DisputeWords = {
  dispute_opened: {
    subject: 'نزاع على {{contract}}: أجب قبل {{deadline}}',
    heading: 'فتح {{other}} نزاعًا',
    paragraphs: [
      'المبلغ {{amount}} من «{{contract}}» محجوز حتى التسوية أو القرار. اقرأ الطلب وأجب قبل {{deadline}}؛ إن لم تُجب حصل {{other}} على ما طلبه. المراحل الأخرى مستمرة.',
    ],
    action: 'اقرأ وأجب',
  },
  dispute_answered: {
    subject: 'أجاب {{other}} على نزاعك',
    heading: 'أجاب {{other}}',
    paragraphs: ['يمكن لكليكما الآن إضافة أدلة إلى «{{contract}}» وتقديم عروض.'],
    action: 'اقرأ الإجابة',
  },
  dispute_answer_due: {
    subject: 'أجب قبل {{deadline}}: {{contract}}',
    heading: 'حان وقت إجابتك',
    paragraphs: ['إن لم تُجب قبل {{deadline}} حصل {{other}} على ما طلبه.'],
    action: 'أجب',
  },
  dispute_evidence_added: {
    subject: 'دليل جديد في {{contract}}',
    heading: 'أضاف {{other}} إلى الملف',
    paragraphs: ['ترى ملف القضية نفسه الذي يراه {{other}} والوسيط.'],
    action: 'اطّلع على الدليل',
  },
  dispute_offer_made: {
    subject: 'عرض بشأن {{contract}}',
    heading: 'قدّم {{other}} عرضًا',
    paragraphs: ['إن قبلته سُوّي النزاع وتحرّك المال فورًا.'],
    action: 'اطّلع على العرض',
  },
  dispute_withdrawn: {
    subject: 'سُحب النزاع على {{contract}}',
    heading: 'سحب {{other}} النزاع',
    paragraphs: ['تستمر المراحل من حيث توقفت.'],
    action: 'افتح الملف',
  },
  dispute_settled: {
    subject: 'تمت التسوية: {{contract}}',
    heading: 'اتفقتما',
    paragraphs: ['سُوّي النزاع على «{{contract}}». يتحرّك المال الآن.'],
    action: 'اطّلع على التسوية',
  },
  dispute_ruling: {
    subject: 'القرار في {{contract}}',
    heading: 'صدر القرار في النزاع',
    paragraphs: [
      '{{reasons}}',
      'يمكنك الاستئناف مرة واحدة قبل {{deadline}}. يتحرّك المال بعد انقضاء هذه المدة.',
    ],
    action: 'اقرأ القرار',
  },
  dispute_default: {
    subject: 'حُسم النزاع على {{contract}} بانقضاء المهلة',
    heading: 'انقضت مهلة',
    paragraphs: [
      'يحدث الآن ما أُعلن لهذه الحالة. يمكنك الاستئناف مرة واحدة قبل {{deadline}}. يتحرّك المال بعد انقضاء هذه المدة.',
    ],
    action: 'اقرأ القرار',
  },
  dispute_appeal_due: {
    subject: 'استأنف قبل {{deadline}}: {{contract}}',
    heading: 'تنتهي مهلة الاستئناف قريبًا',
    paragraphs: ['بعد {{deadline}} يُنفّذ القرار ولا يمكن تغييره.'],
    action: 'اقرأ القرار',
  },
  dispute_appealed: {
    subject: 'استأنف {{other}} القرار في {{contract}}',
    heading: 'ينظر فيه شخصان آخران',
    paragraphs: ['لا يشارك أحد ممن قرروا. يقرران قبل {{deadline}}، والمال ينتظر.'],
    action: 'افتح الملف',
  },
  dispute_appeal_decided: {
    subject: 'صدر القرار في استئناف {{contract}}',
    heading: 'صدر القرار في الاستئناف',
    paragraphs: ['هذا القرار نهائي. يتحرّك المال الآن.'],
    action: 'اقرأ القرار',
  },
  dispute_executed: {
    subject: 'صُرف مال {{contract}}',
    heading: 'نُفّذ القرار',
    paragraphs: ['ما تقرر أو اتُّفق عليه موجود الآن في المحفظتين.'],
    action: 'اطّلع على ما تحرّك',
  },
};
