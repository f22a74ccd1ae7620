import * as z from 'zod';

const address = (what: string, example: string) =>
  z.url().optional().describe(what).meta({ example });

/** Where the lists that names are compared with are published. One without an address is never fetched. */
export const screeningVariables = {
  SCREENING_OFAC_URL: address(
    'The list of OFAC, `sdn.xml`; fetched every night.',
    'https://sanctionslistservice.ofac.treas.gov/api/PublicationPreview/exports/SDN.XML',
  ),
  SCREENING_EU_URL: address(
    'The consolidated list of the European Union, XML 1.1; its address has a token.',
    'https://webgate.ec.europa.eu/fsd/fsf/public/files/xmlFullSanctionsList_1_1/content?token=…',
  ),
  SCREENING_UN_URL: address(
    'The consolidated list of the Security Council, XML.',
    'https://scsanctions.un.org/resources/xml/en/consolidated.xml',
  ),
  SCREENING_PEP_URL: address(
    'People in public office as OpenSanctions writes them, `targets.simple.csv`.',
    'https://data.opensanctions.org/datasets/latest/peps/targets.simple.csv',
  ),
};
