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
  webhook_disabled: {
    subject: 'أوقفنا إرسال إشعارات الويب هوك',
    heading: 'أُوقفت إحدى نقاط الويب هوك لديك',
    paragraphs: [
      'مرحبًا {{name}}، لم تستقبل إحدى نقاطك شيئًا منذ خمسة أيام، أو أفادت بأنها أُزيلت. لن نرسل إليها شيئًا حتى تشغّلها من جديد. ما فاتها محفوظ ويمكنك إرساله مرة أخرى.',
    ],
    action: 'اعرض الويب هوك',
  },
};
