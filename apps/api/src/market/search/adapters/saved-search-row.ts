import { defineEntity } from '@mikro-orm/postgresql';

const schema = defineEntity({
  name: 'SavedSearchRow',
  tableName: 'saved_searches',
  properties: (p) => ({
    id: p.uuid().primary(),
    accountId: p.uuid(),
    name: p.text(),
    /** The filters as the search page has them; no cursor. */
    query: p.json<Record<string, unknown>>(),
    createdAt: p.datetime(),
  }),
});

/** A search that somebody keeps. */
export class SavedSearchRow extends schema.class {}
schema.setClass(SavedSearchRow);
