/** Onfido's shapes, version 3.6, as far as the product meets them. */
export interface Applicant {
  id: string;
  first_name: string;
  last_name: string;
  dob: string;
  created_at: string;
}

export interface Paper {
  id: string;
  applicant_id: string;
  kind: 'document' | 'live_photo';
  file_name: string;
  file_type: string;
  file_size: number;
  type: string | null;
  created_at: string;
}

export interface Check {
  id: string;
  applicant_id: string;
  status: 'in_progress' | 'complete';
  result: 'clear' | 'consider' | null;
  report_ids: string[];
  created_at: string;
}

export interface Report {
  id: string;
  check_id: string;
  name: string;
  status: 'awaiting_data' | 'complete';
  result: 'clear' | 'consider' | null;
  sub_result: 'clear' | 'rejected' | 'suspected' | 'caution' | null;
  breakdown: Record<string, { result: 'clear' | 'consider' }>;
  properties: Record<string, unknown>;
}

/** A refusal in Onfido's words. */
export class IdentityRefusal extends Error {
  constructor(
    readonly status: number,
    readonly type: string,
    message: string,
  ) {
    super(message);
  }
}

export interface Outcome {
  readonly document: 'clear' | 'rejected' | 'suspected' | 'caution';
  readonly part?: 'data_validation' | 'image_integrity' | 'visual_authenticity';
  readonly face: 'clear' | 'consider';
  readonly silent?: true;
}

/** The name of a file says what becomes of it; anything else is clear. */
const outcomes: readonly (readonly [RegExp, Partial<Outcome>])[] = [
  [/^passport-expired\./, { document: 'rejected', part: 'data_validation' }],
  [/^passport-blurry\./, { document: 'caution', part: 'image_integrity' }],
  [/^passport-forged\./, { document: 'suspected', part: 'visual_authenticity' }],
  [/^selfie-mismatch\./, { face: 'consider' }],
  [/^timeout\./, { silent: true }],
];

export function outcomeOf(fileNames: readonly string[]): Outcome {
  const told = outcomes.filter(([name]) => fileNames.some((file) => name.test(file)));
  const parts = told.map(([, outcome]) => outcome);
  return parts.reduce<Outcome>((all, part) => ({ ...all, ...part }), {
    document: 'clear',
    face: 'clear',
  });
}
