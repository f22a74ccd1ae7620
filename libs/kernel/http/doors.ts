export interface DoorRule {
  /** So often a minute from one network before it is asked for work. */
  readonly network: number;
  /** So often a minute from everywhere together; each process counts by itself. */
  readonly all: number;
}

/**
 * What is open to everybody and costs the house more than the caller: a hash, a mail, a ranking. Nothing
 * about money is here, and nothing that watches over a process.
 */
export const doors = {
  register: { network: 10, all: 120 },
  login: { network: 20, all: 300 },
  reset: { network: 5, all: 60 },
  link: { network: 5, all: 60 },
  search: { network: 120, all: 3_000 },
} as const satisfies Record<string, DoorRule>;

export type Door = keyof typeof doors;
