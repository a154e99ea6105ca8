import type { Domain } from '../domain';

export interface Example {
  title: string;
  query: string;
}

/** Questions that the graph of the shipped domain answers. */
export const EXAMPLES: Example[] = [
  {
    title: 'Who accused Ukraine of breaking an agreement in June 2025, in whose words, and who answered?',
    query: `{
  accusations(
    where: {
      act: { eq: ACCUSE }
      matterTypes: { includes: AGREEMENT_BREACH }
      saidOn: { gte: "2025-06-01", lt: "2025-07-01" }
      accused: { some: { name: { eq: "Ukraine" } } }
    }
    sort: [{ saidOn: ASC }]
  ) {
    saidOn
    matter
    accusers { name }
    evidence { quote document { digestOf { publisher { name } } } }
    answeredBy { act accusers { name } }
  }
}
`,
  },
  {
    title: 'Which states accuse each other most?',
    query:
      '{\n  whoAccusedWhom(rollUp: STATE, limit: 10) {\n    accuser { name }\n    accused { name }\n    accusations\n    claims\n    evidence\n    denied\n    first\n    last\n  }\n}\n',
  },
  {
    title: 'When was Ukraine accused?',
    query:
      '{\n  accusationTimeline(where: { accused: { some: { name: { eq: "Ukraine" } } } }, bucket: MONTH) {\n    time\n    accusations\n    evidence\n  }\n}\n',
  },
  {
    title: 'Which acts answer each other?',
    query:
      '{\n  accusationThreads(limit: 5) {\n    size\n    first\n    last\n    acts { move act { saidOn accusers { name } matter } }\n  }\n}\n',
  },
  {
    title: 'How are two actors connected?',
    query:
      '{\n  accusationChains(from: "sergey-lavrov", to: "friedrich-merz") {\n    complete\n    chains {\n      steps {\n        accuser { name }\n        accused { name }\n        accusations(limit: 1) { saidOn matter }\n      }\n    }\n  }\n}\n',
  },
  {
    title: 'What holds these words, in any script?',
    query:
      '{\n  search(text: "лавров") {\n    totalCount\n    facets { type count }\n    hits { type id caption fields { name snippet } }\n  }\n}\n',
  },
  {
    title: 'Outlets by the number of acts that they report',
    query:
      '{\n  accusationGroups(\n    by: [{ related: { to: EVIDENCE, then: [DOCUMENT, PUBLISHER] } }]\n    sort: [{ count: DESC }]\n    limit: 20\n  ) {\n    keys { text id }\n    count\n  }\n}\n',
  },
];

/** Of another domain: a list of each type, with what its nodes say. */
export const general = (domain: Domain): Example[] => [
  { title: 'How much there is', query: '{\n  counts { type count }\n}\n' },
  ...domain.types.slice(0, 8).map((type) => ({
    title: `The first ${type.plural}`,
    query: `{\n  ${type.plural}(limit: 10) {\n${type.properties.map((property) => `    ${property.name}`).join('\n')}\n  }\n}\n`,
  })),
];
