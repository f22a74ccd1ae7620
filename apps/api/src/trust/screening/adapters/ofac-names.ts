/** OFAC writes `SURNAME, Given names`; a comma before a legal form is no such comma. */
export function plainName(name: string): string {
  const [surname = '', given, ...more] = name.split(/,\s*/);
  if (given === undefined || more.length > 0 || legalForm.test(given)) return name;
  return `${given} ${surname}`;
}

const legalForm = /^(?:s\.?a\.?|ltd|llc|inc|co|corp|gmbh|b\.?v|n\.?v|plc|jsc|ooo|s\.?r\.?l|the)\b/i;
