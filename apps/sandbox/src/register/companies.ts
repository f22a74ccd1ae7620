import type { Shelf, Store } from '../core/store';

/** A company of the register; all of them are made up. */
export interface Listed {
  id: string;
  name: string;
  company_number: string;
  jurisdiction_code: string;
  inactive: boolean;
  current_status: string;
  incorporation_date: string;
  dissolution_date: string | null;
  registered_address_in_full: string;
  officers: readonly string[];
}

const company = (
  jurisdiction_code: string,
  company_number: string,
  name: string,
  more: Partial<Listed> = {},
): Listed => ({
  ...{ id: `${jurisdiction_code}/${company_number}`, name, company_number, jurisdiction_code },
  ...{ inactive: false, current_status: 'Active', incorporation_date: '2020-02-03' },
  ...{
    dissolution_date: null,
    registered_address_in_full: '1 Salt Street, Veltrona',
    officers: [],
  },
  ...more,
});

const over = { inactive: true, current_status: 'Dissolved', dissolution_date: '2023-06-30' };

const first = [
  company('in', 'U72900MH2020', 'Hassan Studio Private Limited', { officers: ['Amira Hassan'] }),
  company('in', 'U74999KA2015', 'Old Mill Works Private Limited', over),
  company('eg', '48213', 'Nile Works', { officers: ['Laila Hassan'] }),
  company('us_de', '7700123', 'Harbour Light LLC', { officers: ['Ines Duarte'] }),
];

/** The register of companies: a few that are always there, and those that somebody put in. */
export class Companies {
  private readonly added: Shelf<Listed>;

  constructor(store: Store) {
    this.added = store.shelf<Listed>('register-company');
  }

  all(): Listed[] {
    const added = this.added.list();
    const known = new Set(added.map(({ id }) => id));
    return [...added, ...first.filter(({ id }) => !known.has(id))];
  }

  at(jurisdiction: string, number: string): Listed | undefined {
    return this.all().find(
      (one) => one.jurisdiction_code === jurisdiction && one.company_number === number,
    );
  }

  search(words: string, country: string): Listed[] {
    const wanted = words.toLowerCase().split(/\s+/).filter(Boolean);
    return this.all().filter(
      ({ name, jurisdiction_code: place }) =>
        place.split('_')[0] === country && wanted.some((word) => name.toLowerCase().includes(word)),
    );
  }

  put(name: string, jurisdiction: string, number: string, isOver: boolean): Listed {
    return this.added.put(company(jurisdiction, number, name, isOver ? over : {}));
  }
}
