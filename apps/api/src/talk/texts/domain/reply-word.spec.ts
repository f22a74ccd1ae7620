import { wordIn } from './reply-word';

describe('what somebody answers to a text', () => {
  it.each([
    ...['STOP', 'stop', ' Stop. ', 'StopAll', 'stop all', 'unsubscribe', 'CANCEL', 'End', 'quit'],
    ...['REVOKE', 'optout', 'opt-out', 'توقف', 'إيقاف', 'ايقاف', 'تَوَقُّف', 'إيقاف!'],
  ])('ends texts: %s', (body) => {
    expect(wordIn(body)).toBe('stop');
  });

  it.each(['START', 'start', 'Unstop', 'yes', 'YES!', 'ابدأ'])('begins them again: %s', (body) => {
    expect(wordIn(body)).toBe('start');
  });

  it.each(['HELP', 'info', 'Help?', 'مساعدة'])('asks who we are: %s', (body) => {
    expect(wordIn(body)).toBe('help');
  });

  it.each(['', '👍', 'please stop it', 'the end is near', 'yesterday', 'لا أتوقف', '482913'])(
    'is nothing to us: %s',
    (body) => {
      expect(wordIn(body)).toBeUndefined();
    },
  );
});
