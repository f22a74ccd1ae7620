import { allOf, attributeOf, childrenOf, MalformedXml, readXml } from './xml';

describe('XML of which something is believed', () => {
  it('is read as elements with their namespaces, attributes and text', () => {
    const root = readXml(
      '<?xml version="1.0"?>\n<a:r xmlns:a="urn:a" x="1"><a:b>one &amp; &#50;</a:b><b/></a:r>',
    );
    expect([root.name, root.space, attributeOf(root, 'x')]).toEqual(['r', 'urn:a', '1']);
    expect(childrenOf(root, 'b').map(({ text }) => text)).toEqual(['one & 2']);
    expect(allOf(root)).toHaveLength(3);
  });

  it.each([
    ['a document type', '<!DOCTYPE r [<!ENTITY x "y">]><r>&x;</r>'],
    ['an entity that nobody declared', '<r>&x;</r>'],
    ['a comment', '<r>ad<!-- -->min</r>'],
    ['CDATA', '<r><![CDATA[admin]]></r>'],
    ['an instruction', '<r><?x y?></r>'],
    ['a second root', '<r/><r/>'],
    ['one attribute twice', '<r a="1" a="2"/>'],
    ['a prefix of nothing', '<x:r/>'],
    ['nothing', ''],
    ['a tower', `${'<r>'.repeat(50)}${'</r>'.repeat(50)}`],
    ['a crowd', `<r>${'<r/>'.repeat(5_001)}</r>`],
  ])('refuses %s', (_, text) => {
    expect(() => readXml(text)).toThrow(MalformedXml);
  });
});
