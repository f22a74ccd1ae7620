/** A variable is missing or wrong; the message names it and gives an example. */
export class WrongConfiguration extends Error {
  override readonly name = 'WrongConfiguration';
}
