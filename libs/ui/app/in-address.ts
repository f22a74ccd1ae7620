/** Of an input that the address may say: the router gives undefined where it does not. */
export const inAddress = (said?: string): string => said ?? '';
