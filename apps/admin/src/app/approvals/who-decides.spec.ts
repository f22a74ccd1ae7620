import { rolesFor } from './who-decides';

describe('Who can decide', () => {
  it('is told by role, never the role that asks', () => {
    expect(rolesFor('approve Journal')).toEqual(['finance_checker']);
    expect(rolesFor('lift Hold')).toEqual(['compliance', 'compliance_lead']);
    expect(rolesFor('approve Dispute')).toEqual(['mediator_lead']);
    expect(rolesFor('approve Role')).toEqual(['compliance', 'compliance_lead']);
    expect(rolesFor('dance Role')).toEqual([]);
  });
});
