import type { AccessWords } from './words';

export const access: AccessWords = {
  glass_broken: {
    subject: 'وصول طارئ: أخذ {{other}} الدور {{reference}}',
    heading: 'كُسر الزجاج',
    paragraphs: [
      'أخذ {{other}} الدور {{reference}} دون شخص ثانٍ، ويبقى حتى {{deadline}}. إن لم تكن تعلم بحالة طارئة فأنهه الآن واسأل عن السبب.',
    ],
    action: 'اعرض الأدوار المؤقتة',
  },
  viewed_by_support: {
    subject: 'اطّلع الدعم على حسابك',
    heading: 'الدعم يطّلع على حسابك',
    paragraphs: [
      'لمساعدتك، يستطيع أحد أفراد الدعم رؤية ما تراه حتى {{deadline}}. لا يستطيع تغيير شيء، وكل صفحة يفتحها تُسجَّل.',
    ],
    action: 'اعرض جلساتك',
  },
};
