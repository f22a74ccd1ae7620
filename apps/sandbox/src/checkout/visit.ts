/** One customer standing at the checkout, from the merchant's form to the way back. */
export interface Visit {
  id: string;
  orderId: string;
  merchant: string;
  description: string;
  name: string;
  email: string;
  contact: string;
  callbackUrl: string;
  cancelUrl: string;
}

/** The fields of a form; the ones that repeat are not used here. */
export type Form = Record<string, string | undefined>;
