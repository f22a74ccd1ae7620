import type { ApiDescription, JsonSchema } from '@wire/api-reference';
import { groupsOf, type Described } from './described';
import { callOf, curlOf } from './examples';

const money: JsonSchema = {
  type: 'object',
  properties: { amountMinor: { type: 'string' }, currency: { type: 'string' } },
  required: ['amountMinor', 'currency'],
};
const job: JsonSchema = {
  type: 'object',
  properties: {
    title: { type: 'string', minLength: 1, maxLength: 120 },
    budget: { anyOf: [money, { type: 'null' }] },
    kind: { type: 'string', enum: ['web', 'mobile'] },
    questions: { type: 'array', maxItems: 5, items: { type: 'string' } },
    milestones: {
      type: 'array',
      items: { type: 'object', properties: { days: { type: 'integer' } }, required: ['days'] },
    },
  },
  required: ['title', 'kind'],
};
const within = (schema: JsonSchema) => ({ content: { 'application/json': { schema } } });
const security: Record<string, string[]>[] = [{ session: [] }, { key: ['jobs:write'] }];
const usual = { parameters: [], security };
const description: ApiDescription = {
  openapi: '3.1.0',
  paths: {
    '/api/jobs': {
      post: {
        ...usual,
        ...{ operationId: 'draft', summary: 'Starts a draft.', tags: ['Jobs'] },
        requestBody: within(job),
        responses: { default: {}, '201': within({ type: 'object', properties: { id: {} } }) },
      },
    },
    '/api/jobs/{id}': {
      get: {
        ...usual,
        ...{ operationId: 'page', summary: 'One job.', tags: ['Jobs'], responses: { '200': {} } },
        parameters: [
          { name: 'id', in: 'path', required: true, schema: { type: 'string', format: 'uuid' } },
          { name: 'authorization', in: 'header', required: true },
        ],
      },
    },
  },
};
const [group] = groupsOf(description);
const [draft, page] = group?.operations as [Described, Described];

describe('the description of the API, as the page shows it', () => {
  it('has calls by what they are about, with who may make them', () => {
    expect(group?.name).toBe('Jobs');
    expect(draft).toMatchObject({ method: 'POST', status: '201', scopes: ['jobs:write'] });
    expect(page.parameters.map(({ name }) => name)).toEqual(['id']);
  });

  it('says of each name what it is, what it has to be, and what is inside', () => {
    expect(draft.body).toEqual([
      { name: 'title', type: 'string', required: true, rules: ['1…120'], fields: [] },
      { name: 'budget', type: 'money | null', required: false, rules: [], fields: [] },
      { name: 'kind', type: 'string', required: true, rules: ['web · mobile'], fields: [] },
      { name: 'questions', type: 'string[]', required: false, rules: ['≤ 5'], fields: [] },
      {
        ...{ name: 'milestones', type: 'object[]', required: false, rules: [] },
        fields: [{ name: 'days', type: 'integer', required: true, rules: [], fields: [] }],
      },
    ]);
  });
});

describe('an example', () => {
  it('for curl has what is required, and the key from the environment', () => {
    expect(curlOf('https://market.test', draft)).toBe(
      [
        `curl -X POST 'https://market.test/api/jobs' \\`,
        `  -H "authorization: Bearer $GUILDHALL_KEY" \\`,
        `  -H 'content-type: application/json' \\`,
        `  -d '{"title":"title","kind":"web"}'`,
      ].join('\n'),
    );
    expect(curlOf('https://market.test', page)).toContain(`'https://market.test/api/jobs/<id>'`);
  });

  it('for the SDK is one call with its parameters', () => {
    expect(callOf(page)).toBe(
      `const { data } = await api.GET('/api/jobs/{id}', {\n  params: { path: { id } },\n});`,
    );
    expect(callOf(draft)).toBe(
      `const { data } = await api.POST('/api/jobs', {\n  body: { title: 'title', kind: 'web' },\n});`,
    );
  });
});
