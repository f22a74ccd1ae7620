const plain = (name: string): string =>
  name.normalize('NFC').trim().replaceAll(/\s+/g, ' ').toLocaleLowerCase();

/** A signature is the own full name, typed; spaces and capitals do not matter. */
export const isSameName = (typed: string, name: string): boolean => plain(typed) === plain(name);
