/** The kinds of deadlines at which a provider should have answered, and at which a proof is nearly over. */
export const overdue = 'identity-overdue';
export const expiry = 'identity-expiry';
