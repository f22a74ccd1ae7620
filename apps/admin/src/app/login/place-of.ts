/** Only a path of this console: an address from outside could lead anywhere. */
export const placeOf = (next = '/'): string => (/^\/(?!\/)/.test(next) ? next : '/');
