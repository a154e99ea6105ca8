import { acts, domain, sentence } from '../domain';
import { where } from '../filter';
import { ActList } from '../parts/acts';
import { Page, Section, useTitle } from '../parts/page';
import { AsQuery } from '../parts/asquery';
import { Empty } from '../parts/states';
import { Timeline } from '../parts/timeline';
import query from '../queries/timeline.graphql';
import { route } from '../route';

export function TimelinePage() {
  useTitle('Timeline');
  if (!domain().act?.timeline)
    return (
      <Page title="Timeline">
        <Empty>
          The ontology of this graph gives its acts no timeline (<code>@act(timeline:)</code>).
        </Empty>
      </Page>
    );
  const { params } = route();
  return (
    <Page title={`${sentence(acts())} over time`}>
      <Timeline where={where()} controls />
      <AsQuery
        query={query}
        variables={{ where: where(), bucket: params.get('bucket') ?? 'MONTH', series: params.get('series') ?? 'NONE', top: 8 }}
      />
      <Section title={sentence(acts())} id="acts">
        <ActList where={where()} />
      </Section>
    </Page>
  );
}
