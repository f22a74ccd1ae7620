import { checkName } from './names';

const refused = (name: string) => {
  try {
    checkName(name);
    return false;
  } catch (error) {
    return (error as Error).message === 'files.name_refused';
  }
};

describe('the name of a file', () => {
  it.each([
    'offer.pdf',
    'v1.2 – final.pdf',
    'عرض السعر.pdf',
    'प्रस्ताव.docx',
    '.env.txt',
    'a.tar.zip',
    'e.g. this.txt',
  ])('may be %s', (name) => {
    expect(refused(name)).toBe(false);
  });

  it.each([
    ['two endings', 'invoice.exe.pdf'],
    ['two endings', 'shell.php.jpg'],
    ['an ending with a space', 'shell.php .jpg'],
    ['a hidden end', 'shell.php\0.jpg'],
    ['letters turned round', 'report\u202Egpj.exe.png'],
    ['letters turned round', 'photo\u2067fdp.png'],
    ['a letter nobody sees', 'in\u200Bvoice.pdf'],
    ['a path', '../../etc/passwd.txt'],
    ['a path of Windows', '..\\boot.txt'],
    ['an end that Windows drops', 'a.pdf.'],
    ['a new line', 'a\r\nSet-Cookie: b.txt'],
  ])('with %s is refused: %p', (_, name) => {
    expect(refused(name)).toBe(true);
  });
});
