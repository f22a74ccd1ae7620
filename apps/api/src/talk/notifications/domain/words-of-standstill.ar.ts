import type { StandstillWords } from './words';

export const standstill: StandstillWords = {
  bank_took_back: {
    subject: 'استُردت دفعة: {{contract}}',
    heading: 'استرد البنك دفعة',
    paragraphs: [
      'استرد البنك الذي دفع عن «{{contract}}» مبلغ {{amount}}. ما بقي منه في الضمان يبقى مكانه حتى يقرر البنك، ونحن نرسل إليه أدلتنا. لا يلزم أياً منكما شيء الآن.',
    ],
    action: 'عرض العقد',
  },
  bank_gave_back: {
    subject: 'عادت الدفعة: {{contract}}',
    heading: 'أعاد البنك الدفعة',
    paragraphs: ['عاد {{amount}} عن «{{contract}}» من البنك إلى حيث كان.'],
    action: 'عرض العقد',
  },
  bank_kept: {
    subject: 'احتفظ البنك بالدفعة: {{contract}}',
    heading: 'قرر البنك',
    paragraphs: [
      'يحتفظ البنك الذي دفع عن «{{contract}}» بمبلغ {{amount}}. يبين العقد ما يعنيه ذلك لمراحله.',
    ],
    action: 'عرض العقد',
  },
  money_held: {
    subject: 'مال قيد الانتظار: {{contract}}',
    heading: 'مال عقد قيد الانتظار',
    paragraphs: [
      'نستكمل فحصاً نحن ملزمون به. حتى ذلك الحين يبقى مال «{{contract}}» مكانه، ويستمر اتفاقكما. سنكتب إليك فور أن يتحرك من جديد.',
    ],
    action: 'عرض العقد',
  },
  money_free: {
    subject: 'يمكن للمال أن يتحرك: {{contract}}',
    heading: 'انتهى الانتظار',
    paragraphs: ['اكتمل فحصنا. يمكن لمال «{{contract}}» أن يتحرك من جديد.'],
    action: 'عرض العقد',
  },
  wallet_held: {
    subject: 'محفظتك قيد الانتظار',
    heading: 'لا يمكن للمال أن يغادر محفظتك الآن',
    paragraphs: [
      'نستكمل فحصاً نحن ملزمون به. حتى ذلك الحين يبقى المال في محفظتك ويمكن أن يصل إليها مال. سنكتب إليك فور أن يمكنه المغادرة من جديد.',
    ],
    action: 'افتح المحفظة',
  },
  wallet_free: {
    subject: 'محفظتك متاحة من جديد',
    heading: 'يمكن للمال أن يغادر محفظتك من جديد',
    paragraphs: ['اكتمل فحصنا. عادت التحويلات والاستردادات إلى العمل.'],
    action: 'افتح المحفظة',
  },
};
